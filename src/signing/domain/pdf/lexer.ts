import { PdfMalformed } from './limits.js';

const WHITESPACE = new Uint8Array(256);
for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) WHITESPACE[byte] = 1;
const DELIMITER = new Uint8Array(256);
for (const character of '()<>[]{}/%') DELIMITER[character.charCodeAt(0)] = 1;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const PERCENT = 0x25;
/** Longer words do not occur in PDF; a limit keeps hostile ones from being copied. */
const LONGEST_WORD = 512;

export function isWhitespace(byte: number | undefined): boolean {
  return byte !== undefined && WHITESPACE[byte] === 1;
}

function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && WHITESPACE[byte] !== 1 && DELIMITER[byte] !== 1;
}

/** A place in some bytes, and the moves over them that PDF's grammar is made of. */
export class Lexer {
  constructor(
    readonly bytes: Buffer,
    public position: number,
    readonly end: number = bytes.length,
  ) {}

  peek(ahead = 0): number | undefined {
    const at = this.position + ahead;
    return at < this.end ? this.bytes[at] : undefined;
  }

  fail(detail: string): never {
    throw new PdfMalformed(detail, this.position);
  }

  /** Past white space and comments. `%%EOF` is a mark and no comment: it stops the skip. */
  skipBlank(): void {
    for (;;) {
      while (isWhitespace(this.peek())) this.position += 1;
      if (this.peek() !== PERCENT || this.looksAt('%%EOF')) return;
      this.skipComment();
    }
  }

  skipWhitespace(): void {
    while (isWhitespace(this.peek())) this.position += 1;
  }

  private skipComment(): void {
    for (let byte = this.peek(); byte !== undefined; byte = this.peek()) {
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) return;
      this.position += 1;
    }
  }

  looksAt(text: string): boolean {
    if (this.position + text.length > this.end) return false;
    for (let i = 0; i < text.length; i += 1) {
      if (this.bytes[this.position + i] !== text.charCodeAt(i)) return false;
    }
    return true;
  }

  /** Whether the whole word here is `text`. */
  looksAtWord(text: string): boolean {
    return this.looksAt(text) && !isRegular(this.peek(text.length));
  }

  expectWord(text: string): void {
    this.skipBlank();
    if (!this.looksAtWord(text)) this.fail(`"${text}" expected`);
    this.position += text.length;
  }

  /** The run of regular characters here, maybe empty. */
  word(): string {
    const from = this.position;
    while (isRegular(this.peek())) {
      this.position += 1;
      if (this.position - from > LONGEST_WORD) this.fail('word too long');
    }
    return this.bytes.toString('latin1', from, this.position);
  }

  /** A non-negative integer. */
  unsigned(): number {
    this.skipBlank();
    const word = this.word();
    if (!/^\d{1,15}$/u.test(word)) this.fail('integer expected');
    return Number(word);
  }

  /** Past one end of line of any kind; says how many bytes it had. */
  skipEndOfLine(): number {
    if (this.peek() === CARRIAGE_RETURN && this.peek(1) === LINE_FEED) {
      this.position += 2;
      return 2;
    }
    if (this.peek() === LINE_FEED || this.peek() === CARRIAGE_RETURN) {
      this.position += 1;
      return 1;
    }
    return 0;
  }
}
