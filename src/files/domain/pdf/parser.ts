import { KnownWords } from '../../../kernel/known-words.js';
import { isWhitespace, type Lexer } from './lexer.js';
import { PDF_LIMITS } from './limits.js';
import { PdfArray, PdfDictionary, PdfName, PdfReference, PdfString, type PdfValue } from './values.js';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/u;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_PAREN = 0x28;
const CLOSE_PAREN = 0x29;
const BACKSLASH = 0x5c;
const HASH = 0x23;

/** What values take in memory, by rule of thumb. */
const BYTES = { value: 24, reference: 40, name: 80, string: 260, array: 150, dictionary: 240, entry: 80 } as const;

/**
 * One value of a PDF at the lexer's place.
 *
 * Stricter than readers are: a key given twice, a broken number or an odd escape in a name is refused, because two
 * readers could take it two ways.
 *
 * @param inFile whether places in these bytes are places in the file (false inside object streams)
 * @throws PdfMalformed
 */
export function parseValue(lexer: Lexer, inFile = true, depth = 0): PdfValue {
  if (depth > PDF_LIMITS.nesting) lexer.fail('nested too deeply');
  lexer.skipBlank();
  lexer.budget?.hold(BYTES.value);
  const first = lexer.peek();
  if (first === SLASH) return parseName(lexer);
  if (first === OPEN_PAREN) return parseLiteral(lexer, inFile);
  if (first === OPEN_BRACKET) return parseArray(lexer, inFile, depth);
  if (first !== LESS) return parseAtom(lexer);
  return lexer.peek(1) === LESS ? parseDictionary(lexer, inFile, depth) : parseHex(lexer, inFile);
}

function parseAtom(lexer: Lexer): PdfValue {
  const integer = lexer.digits(10);
  if (integer !== null) return numberOrReference(lexer, integer);
  const word = lexer.word();
  if (NUMBER.test(word)) {
    if (word.includes('.')) lexer.reals += 1;
    // Readers that find no number in so many digits pass the step over that it stands in, or take another.
    return Number.isFinite(Number(word)) ? Number(word) : lexer.fail('number too large');
  }
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  return lexer.fail('value expected');
}

function numberOrReference(lexer: Lexer, number: number): PdfValue {
  const after = lexer.position;
  lexer.skipBlank();
  const generation = lexer.digits(5);
  if (generation !== null) {
    lexer.skipBlank();
    if (lexer.looksAtWord('R')) {
      lexer.position += 1;
      lexer.budget?.hold(BYTES.reference);
      return new PdfReference(number, generation);
    }
  }
  lexer.position = after;
  return number;
}

function parseName(lexer: Lexer): PdfName {
  lexer.position += 1;
  lexer.budget?.hold(BYTES.name);
  const from = lexer.position;
  lexer.skipWord();
  return knownNames.of(lexer.bytes, from, lexer.position) ?? lexer.fail('broken name');
}

const knownNames = new KnownWords(nameWritten);

/** Null for an escape that is not one. */
function nameWritten(bytes: Buffer): PdfName | null {
  const word = bytes.toString('latin1');
  if (!bytes.includes(HASH)) return new PdfName(word);
  const resolved = word.replace(/#([0-9a-fA-F]{2})/gu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const isBroken = word.replace(/#[0-9a-fA-F]{2}/gu, '').includes(String.fromCharCode(HASH));
  return isBroken ? null : new PdfName(resolved);
}

function parseArray(lexer: Lexer, inFile: boolean, depth: number): PdfArray {
  lexer.position += 1;
  lexer.budget?.hold(BYTES.array);
  const items: PdfValue[] = [];
  const { reals } = lexer;
  let own: Set<number> | undefined;
  for (;;) {
    lexer.skipBlank();
    if (lexer.peek() === CLOSE_BRACKET) {
      lexer.position += 1;
      return new PdfArray(items, lexer.reals > reals, own);
    }
    const known = lexer.reals;
    const value = parseValue(lexer, inFile, depth + 1);
    if (lexer.reals > known && typeof value === 'number') own = (own ?? new Set()).add(items.length);
    items.push(value);
  }
}

function parseDictionary(lexer: Lexer, inFile: boolean, depth: number): PdfDictionary {
  lexer.position += 2;
  lexer.budget?.hold(BYTES.dictionary);
  const entries = new Map<string, PdfValue>();
  let reals: Set<string> | undefined;
  for (;;) {
    lexer.skipBlank();
    if (lexer.peek() === GREATER && lexer.peek(1) === GREATER) {
      lexer.position += 2;
      return new PdfDictionary(entries, reals);
    }
    if (lexer.peek() !== SLASH) lexer.fail('key expected');
    const key = parseName(lexer).value;
    if (entries.has(key)) lexer.fail(`key /${key} given twice`);
    const known = lexer.reals;
    const value = parseValue(lexer, inFile, depth + 1);
    if (lexer.reals > known && typeof value === 'number') reals = (reals ?? new Set()).add(key);
    entries.set(key, value);
  }
}

function place(lexer: Lexer, inFile: boolean, from: number): [number, number] {
  return inFile ? [from, lexer.position] : [-1, -1];
}

function parseHex(lexer: Lexer, inFile: boolean): PdfString {
  const from = lexer.position;
  lexer.budget?.hold(BYTES.string);
  const close = lexer.bytes.indexOf(GREATER, from);
  if (close < 0 || close >= lexer.end) lexer.fail('string without end');
  const digits = close - from - 1;
  const zeros = zeroDigitsBefore(lexer.bytes, from + 1, close);
  const written = lexer.bytes.toString('latin1', from + 1, close - zeros);
  lexer.position = close + 1;
  const [start, end] = place(lexer, inFile, from);
  const plain = Buffer.allocUnsafe(written.length >> 1);
  // Decoding stops at the first byte that is no digit: whole strings of digits, nearly all, are done here.
  if (plain.write(written, 'hex') * 2 === written.length) return new PdfString(plain, start, end, digits);
  const spaced = spacedHex(lexer, lexer.bytes.subarray(from + 1, close));
  return new PdfString(spaced.bytes, start, end, spaced.digits === digits ? digits : 0);
}

const ZERO_DIGITS = [Buffer.alloc(4096, '0'), Buffer.alloc(512, '0')];
/** Zeros that are decoded all the same: a structure of open length ends with a few itself. */
const ZEROS_LEFT = 512;

/** How many zeros at the end need no decoding: the place of a signature is filled up with tens of thousands. */
function zeroDigitsBefore(bytes: Buffer, from: number, close: number): number {
  let end = close;
  for (const block of ZERO_DIGITS) {
    while (end - block.length >= from && block.compare(bytes, end - block.length, end) === 0) end -= block.length;
  }
  return Math.max(0, close - end - ZEROS_LEFT);
}

/** Digits with white space between them; a last one without its second counts as if a zero followed. */
function spacedHex(lexer: Lexer, written: Buffer): { readonly bytes: Buffer; readonly digits: number } {
  const bytes = Buffer.alloc(Math.ceil(written.length / 2));
  let digits = 0;
  for (const byte of written) {
    if (isWhitespace(byte)) continue;
    const digit = DIGIT_OF[byte] ?? -1;
    if (digit < 0) lexer.fail('hex digit expected');
    bytes[digits >> 1] = (bytes[digits >> 1] ?? 0) | (digits % 2 === 0 ? digit << 4 : digit);
    digits += 1;
  }
  return { bytes: bytes.subarray(0, Math.ceil(digits / 2)), digits };
}

/** The value of each byte as a hex digit, -1 for none. */
const DIGIT_OF = Int8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return /[0-9a-fA-F]/u.test(character) ? parseInt(character, 16) : -1;
});

function parseLiteral(lexer: Lexer, inFile: boolean): PdfString {
  const from = lexer.position;
  lexer.budget?.hold(BYTES.string);
  const close = endOfPlainLiteral(lexer);
  lexer.position = close < 0 ? endOfLiteral(lexer) : close + 1;
  const written = lexer.bytes.subarray(from + 1, lexer.position - 1);
  const [start, end] = place(lexer, inFile, from);
  return new PdfString(close < 0 ? unescaped(written) : written, start, end);
}

/** The bracket that closes the string here, when nothing in it needs undoing; else -1. */
function endOfPlainLiteral({ bytes, position, end }: Lexer): number {
  for (let at = position + 1; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === CLOSE_PAREN) return at;
    if (byte === OPEN_PAREN || byte === BACKSLASH || byte === CARRIAGE_RETURN) return -1;
  }
  return -1;
}

/** The place after the bracket that closes the string here. */
function endOfLiteral(lexer: Lexer): number {
  const { bytes, end } = lexer;
  let open = 0;
  for (let at = lexer.position; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === OPEN_PAREN) open += 1;
    else if (byte === CLOSE_PAREN) open -= 1;
    if (open === 0) return at + 1;
  }
  return lexer.fail('string without end');
}

const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const ESCAPES: ReadonlyMap<number, number> = new Map(
  Object.entries({ n: LINE_FEED, r: CARRIAGE_RETURN, t: 0x09, b: 0x08, f: 0x0c }).map(
    ([letter, byte]) => [letter.charCodeAt(0), byte] as const,
  ),
);

/** What is written in a string, with its escapes undone and every end of line as one line feed. */
function unescaped(written: Buffer): Buffer {
  const out = Buffer.alloc(written.length);
  let length = 0;
  for (let at = 0; at < written.length;) {
    const [byte, next] = written[at] === BACKSLASH ? escapedAt(written, at + 1) : plainAt(written, at);
    if (byte !== null) out[length++] = byte;
    at = next;
  }
  return out.subarray(0, length);
}

type Read = readonly [byte: number | null, next: number];

function plainAt(written: Buffer, at: number): Read {
  const byte = written[at] ?? 0;
  return byte === CARRIAGE_RETURN ? [LINE_FEED, afterEndOfLine(written, at)] : [byte, at + 1];
}

function escapedAt(written: Buffer, at: number): Read {
  const byte = written[at] ?? 0;
  // An end of line behind a backslash is none.
  if (byte === CARRIAGE_RETURN || byte === LINE_FEED) return [null, afterEndOfLine(written, at)];
  let [octal, end] = [0, at];
  for (; end < at + 3 && isOctal(written[end]); end += 1) octal = octal * 8 + (written[end] ?? 0) - ZERO;
  return end > at ? [octal & 0xff, end] : [ESCAPES.get(byte) ?? byte, at + 1];
}

const ZERO = 0x30;

function isOctal(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte < ZERO + 8;
}

function afterEndOfLine(written: Buffer, at: number): number {
  return written[at] === CARRIAGE_RETURN && written[at + 1] === LINE_FEED ? at + 2 : at + 1;
}
