import { PdfMalformed } from './limits.js';
import type { ReadingBudget } from './reading-budget.js';

const REGULAR = 0;
const WHITESPACE = 1;
const DELIMITER = 2;
/** What each byte is in PDF's grammar (ISO 32000-1, 7.2.2). */
const KIND = new Uint8Array(256);
for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) KIND[byte] = WHITESPACE;
for (const character of '()<>[]{}/%') KIND[character.charCodeAt(0)] = DELIMITER;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const PERCENT = 0x25;
const ZERO = 0x30;
/** Longer words do not occur in PDF; a limit keeps hostile ones from being copied. */
const MAX_WORD_LENGTH = 512;
/** Up to this many bytes are put together here faster than by a call out of the language. */
const SHORT_WORD = 16;
const MAX_DIGITS = 15;

export function isWhitespace(byte: number | undefined): boolean {
  return byte !== undefined && KIND[byte] === WHITESPACE;
}

function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && KIND[byte] === REGULAR;
}

export interface LexerLimits {
  /** Where the bytes end for this reading; left out = where they end. */
  readonly end?: number;
  /** What everything parsed here may cost; left out where the bytes are bounded otherwise. */
  readonly budget?: ReadingBudget;
}

/** A place in some bytes, and the moves over them that PDF's grammar is made of. */
export class Lexer {
  readonly end: number;
  readonly budget: ReadingBudget | undefined;
  /** How many of the numbers read so far are written with a point. */
  reals = 0;

  constructor(
    readonly bytes: Buffer,
    public position: number,
    { end = bytes.length, budget }: LexerLimits = {},
  ) {
    this.end = end;
    this.budget = budget;
  }

  peek(ahead = 0): number | undefined {
    const at = this.position + ahead;
    return at < this.end ? this.bytes[at] : undefined;
  }

  fail(detail: string): never {
    throw new PdfMalformed(detail, this.position);
  }

  /** Past white space and comments. `%%EOF` is a mark and no comment: it stops the skip. */
  skipBlank(): void {
    this.skipWhitespace();
    while (this.peek() === PERCENT && !this.looksAt('%%EOF')) {
      this.skipComment();
      this.skipWhitespace();
    }
  }

  skipWhitespace(): void {
    const { bytes, end } = this;
    let at = this.position;
    while (at < end && KIND[bytes[at] ?? 0] === WHITESPACE) at += 1;
    this.position = at;
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
    this.skipWord();
    const { bytes, position } = this;
    if (position - from > SHORT_WORD) return bytes.toString('latin1', from, position);
    let word = '';
    for (let at = from; at < position; at += 1) word += String.fromCharCode(bytes[at] ?? 0);
    return word;
  }

  /** Past the run of regular characters here. */
  skipWord(): void {
    this.position = this.endOfWord(this.position);
  }

  private endOfWord(from: number): number {
    const { bytes } = this;
    const end = Math.min(this.end, from + MAX_WORD_LENGTH + 1);
    let at = from;
    while (at < end && KIND[bytes[at] ?? 0] === REGULAR) at += 1;
    if (at - from > MAX_WORD_LENGTH) this.fail('word too long');
    return at;
  }

  /** A non-negative integer. */
  unsigned(): number {
    this.skipBlank();
    return this.digits(MAX_DIGITS) ?? this.fail('integer expected');
  }

  /** The word here as an integer, and past it; null, and not moved, when it is not one to `most` digits and nothing else. */
  digits(most: number): number | null {
    const { bytes, position } = this;
    const end = Math.min(this.end, position + most);
    let at = position;
    let number = 0;
    for (; at < end; at += 1) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      number = number * 10 + digit;
    }
    if (at === position || (at < this.end && isRegular(bytes[at]))) return null;
    this.position = at;
    return number;
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
