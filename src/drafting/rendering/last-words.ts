const CLOSING = '<w:pStyle w:val="LoiKet"/>';
const RUNNING = /^<w:p(?:\s[^>]*)?><w:pPr><w:pStyle w:val="NoiDung"\/>/u;

/**
 * Keeps the paragraph before the closing sentence with it: the sentence stays with the signature, and both alone on a page would be a page that says
 * nothing. Where something else than running text stands before, nothing changes.
 *
 * @param document word/document.xml, filled in
 */
export function keepLastWords(document: string): string {
  const closing = startOfParagraph(document, document.indexOf(CLOSING));
  const before = document.slice(0, Math.max(0, closing));
  if (!before.endsWith('</w:p>')) return document;
  const start = startOfParagraph(before, before.length);
  const style = RUNNING.exec(before.slice(start))?.[0];
  if (style === undefined) return document;
  return `${before.slice(0, start)}${style}<w:keepNext/>${document.slice(start + style.length)}`;
}

/** Where the paragraph begins that holds a place; -1 where none does. */
function startOfParagraph(document: string, place: number): number {
  return place < 0 ? -1 : Math.max(document.lastIndexOf('<w:p>', place), document.lastIndexOf('<w:p ', place));
}
