import { unpackEntry } from '../../src/files/domain/zip/unpack.js';
import { readZipDirectory } from '../../src/files/domain/zip/zip-directory.js';
import { OFFICE_LIMITS } from '../../src/files/domain/inspection/office/office-limits.js';
import { zipOf } from './zip-writer.js';

/** One change of the XML of a Word file that our templates made; it throws where there is nothing to change. */
export interface WordEdit {
  readonly part: string;
  /** Words of the paragraph that is changed, as they stand before; null for what is no paragraph. */
  readonly at: string | null;
  readonly change: (xml: string) => string;
}

const DOCUMENT = 'word/document.xml';
const PARAGRAPH = /<w:p>(?:(?!<w:p>).)*?<\/w:p>/gsu;

export async function wordParts(docx: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  for (const entry of readZipDirectory(docx, OFFICE_LIMITS)) parts.set(entry.name, await unpackEntry(docx, entry));
  return parts;
}

/** The file with this one change, and the number of the paragraph where it is seen, as a reader counts it. */
export async function edited(
  docx: Buffer,
  { part, at, change }: WordEdit,
): Promise<{ docx: Buffer; paragraph: number }> {
  const parts = await wordParts(docx);
  const before = parts.get(part)?.toString('utf8') ?? '';
  const after = change(before);
  if (after === before) throw new Error(`nothing to change in ${part}: ${at ?? ''}`);
  const files = [...parts].map(([name, content]) => ({ name, content: name === part ? after : content }));
  return { docx: zipOf(files), paragraph: at === null ? 0 : placeOf(before.match(PARAGRAPH) ?? [], at) + 1 };
}

function textOf(paragraph: string): string {
  return [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('');
}

/** The paragraph that begins with these words, or else the first that holds them. */
function placeOf(paragraphs: readonly string[], words: string): number {
  const begins = paragraphs.findIndex((one) => textOf(one).startsWith(words));
  return begins === -1 ? paragraphs.findIndex((one) => textOf(one).includes(words)) : begins;
}

function inParagraph(at: string, change: (paragraph: string) => string): WordEdit {
  const inDocument = (xml: string): string => {
    const place = placeOf(xml.match(PARAGRAPH) ?? [], at);
    let passed = -1;
    return xml.replace(PARAGRAPH, (paragraph) => ((passed += 1) === place ? change(paragraph) : paragraph));
  };
  return { part: DOCUMENT, at, change: inDocument };
}

/** Other letters: properties of every run of the paragraph. */
export function letters(at: string, properties: string): WordEdit {
  return inParagraph(at, (paragraph) => paragraph.replaceAll('<w:r><w:t', `<w:r><w:rPr>${properties}</w:rPr><w:t`));
}

/** Another shape: properties of the paragraph. */
export function shape(at: string, properties: string): WordEdit {
  return inParagraph(at, (paragraph) => paragraph.replace(/(<w:pStyle [^>]*>)/u, `$1${properties}`));
}

/** Other words for a part of the paragraph. */
export function words(at: string, to: string): WordEdit {
  return inParagraph(at, (paragraph) => paragraph.replace(at, to));
}

/** The whole line anew, without the places in it. */
export function line(at: string, to: string): WordEdit {
  return inParagraph(at, (paragraph) =>
    paragraph.replace(/(<\/w:pPr>).*<\/w:p>$/su, `$1<w:r><w:t xml:space="preserve">${to}</w:t></w:r></w:p>`),
  );
}

/** Without this paragraph; a reader misses it at another one, or nowhere. */
export function without(at: string, missedAt: string | null = null): WordEdit {
  return { ...inParagraph(at, () => ''), at: missedAt };
}

/** An empty paragraph of running text before this one. */
export function emptyBefore(at: string): WordEdit {
  return inParagraph(at, (paragraph) => `<w:p><w:pPr><w:pStyle w:val="NoiDung"/></w:pPr></w:p>${paragraph}`);
}

/** The line under the paragraph, longer or shorter. */
export function strokeUnder(at: string, indent: string): WordEdit {
  const change = (xml: string): string => {
    const from = xml.indexOf(at);
    const cut = xml.indexOf('<w:pStyle w:val="Ke', from);
    return xml.slice(0, cut) + xml.slice(cut).replace(/<w:ind [^>]*>/u, indent);
  };
  return { part: DOCUMENT, at, change };
}

export function anywhere(from: string | RegExp, to: string, part = DOCUMENT): WordEdit {
  return { part, at: null, change: (xml) => xml.replaceAll(from, to) };
}
