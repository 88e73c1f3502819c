/** A stretch of text in one text element, with the look of its run. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** The run's properties as they are written. */
  readonly look: string;
}

/** The text of one paragraph, or of one property of the document. */
export interface Passage {
  readonly text: string;
  /** How many paragraphs of the part end before it, empty ones included. */
  readonly number: number;
  readonly pieces: readonly Piece[];
}

/** Elements whose text is filled in. Source: docxtemplater, js/file-type-config.js. */
const TEXT = new Set([
  ...['w:t', 'a:t', 'm:t', 'vt:lpstr', 'vt:lpwstr', 'dc:creator', 'dc:description', 'dc:subject', 'dc:title'],
  ...['cp:category', 'cp:keywords', 'cp:contentStatus', 'Company', 'HyperlinkBase', 'Manager'],
]);
/** Where one passage ends and the next begins: paragraphs, and each property by itself. */
const PARAGRAPH = new Set(['w:p', 'a:p']);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of a part as a reader gets it, a paragraph at a time; empty paragraphs are left out. */
export function passagesOf(xml: string): readonly Passage[] {
  const reader = new Reader();
  for (const [token] of xml.matchAll(/<[^>]*>|[^<]+/gu)) {
    if (token.startsWith('<')) reader.tag(token);
    else reader.text(token);
  }
  reader.end();
  return reader.passages;
}

export function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The name of an element: `<w:t xml:space="preserve">` and `</w:t>` are `w:t`. */
function nameOf(tag: string): string {
  return /^<\/?([\w:.-]+)/u.exec(tag)?.[1] ?? '';
}

class Reader {
  readonly passages: Passage[] = [];
  private now = '';
  private ended = 0;
  private pieces: Piece[] = [];
  private inText = false;
  private look = '';
  private inLook = false;

  tag(tag: string): void {
    const name = nameOf(tag);
    const opens = !tag.startsWith('</') && !tag.endsWith('/>');
    if (name === 'w:rPr') this.inLook = opens;
    else if (this.inLook) this.look += tag;
    else if (name === 'w:r') this.look = '';
    else if (TEXT.has(name)) this.enterText(name, opens);
    else if (PARAGRAPH.has(name)) this.enterParagraph(opens);
  }

  text(text: string): void {
    if (!this.inText) return;
    const start = this.now.length;
    this.now += decoded(text);
    this.pieces.push({ start, end: this.now.length, look: this.look });
  }

  /** Text of a property is a passage by itself. */
  private enterText(name: string, opens: boolean): void {
    this.inText = opens;
    if (!opens && !/^[wam]:/u.test(name)) this.end();
  }

  private enterParagraph(opens: boolean): void {
    this.end();
    if (!opens) this.ended += 1;
  }

  end(): void {
    if (this.now !== '') this.passages.push({ text: this.now, number: this.ended, pieces: this.pieces });
    this.now = '';
    this.pieces = [];
  }
}
