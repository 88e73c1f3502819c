import { Lexer } from './lexer.js';
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
  if (NUMBER.test(word)) return Number(word);
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
      return new PdfReference(number, generation);
    }
  }
  lexer.position = after;
  return number;
}

function parseName(lexer: Lexer): PdfName {
  lexer.position += 1;
  const word = lexer.word();
  if (!word.includes('#')) return new PdfName(word);
  const resolved = word.replace(/#([0-9a-fA-F]{2})/gu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  if (word.replace(/#[0-9a-fA-F]{2}/gu, '').includes(String.fromCharCode(HASH))) lexer.fail('broken name');
  return new PdfName(resolved);
}

function parseArray(lexer: Lexer, inFile: boolean, depth: number): PdfArray {
  lexer.position += 1;
  const items: PdfValue[] = [];
  for (;;) {
    lexer.skipBlank();
    if (lexer.peek() === CLOSE_BRACKET) {
      lexer.position += 1;
      return new PdfArray(items);
    }
    items.push(parseValue(lexer, inFile, depth + 1));
  }
}

function parseDictionary(lexer: Lexer, inFile: boolean, depth: number): PdfDictionary {
  lexer.position += 2;
  const entries = new Map<string, PdfValue>();
  for (;;) {
    lexer.skipBlank();
    if (lexer.peek() === GREATER && lexer.peek(1) === GREATER) {
      lexer.position += 2;
      return new PdfDictionary(entries);
    }
    if (lexer.peek() !== SLASH) lexer.fail('key expected');
    const key = parseName(lexer).value;
    if (entries.has(key)) lexer.fail(`key /${key} given twice`);
    entries.set(key, parseValue(lexer, inFile, depth + 1));
  }
}

function place(lexer: Lexer, inFile: boolean, from: number): [number, number] {
  return inFile ? [from, lexer.position] : [-1, -1];
}

function parseHex(lexer: Lexer, inFile: boolean): PdfString {
  const from = lexer.position;
  const close = lexer.bytes.indexOf(GREATER, from);
  if (close < 0 || close >= lexer.end) lexer.fail('string without end');
  const written = lexer.bytes.toString('latin1', from + 1, close);
  lexer.position = close + 1;
  const [start, end] = place(lexer, inFile, from);
  const plain = Buffer.from(written, 'hex');
  // Decoding stops at the first byte that is no digit: whole strings of digits, nearly all, are done here.
  if (plain.length * 2 === written.length) return new PdfString(plain, start, end, written.length);
  const digits = written.replace(/[\0\t\n\f\r ]/gu, '');
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  if (bytes.length * 2 < digits.length) lexer.fail('hex digit expected');
  return new PdfString(bytes, start, end);
}

const ESCAPES: Readonly<Record<string, number>> = { n: 0x0a, r: 0x0d, t: 0x09, b: 0x08, f: 0x0c };

function parseLiteral(lexer: Lexer, inFile: boolean): PdfString {
  const from = lexer.position;
  lexer.position += 1;
  const out: number[] = [];
  for (let open = 1; ;) {
    const byte = lexer.peek();
    if (byte === undefined) return lexer.fail('string without end');
    if (byte === BACKSLASH) {
      parseEscape(lexer, out);
      continue;
    }
    if (byte === 0x0d || byte === 0x0a) {
      lexer.skipEndOfLine();
      out.push(0x0a);
      continue;
    }
    lexer.position += 1;
    if (byte === OPEN_PAREN) open += 1;
    if (byte === CLOSE_PAREN) open -= 1;
    if (open === 0) return new PdfString(Buffer.from(out), ...place(lexer, inFile, from));
    out.push(byte);
  }
}

function parseEscape(lexer: Lexer, out: number[]): void {
  lexer.position += 1;
  if (lexer.skipEndOfLine() > 0) return;
  const octal = /^[0-7]{1,3}/u.exec(lexer.bytes.toString('latin1', lexer.position, lexer.position + 3));
  if (octal) {
    lexer.position += octal[0].length;
    out.push(parseInt(octal[0], 8) & 0xff);
    return;
  }
  const byte = lexer.peek();
  if (byte === undefined) lexer.fail('string without end');
  lexer.position += 1;
  out.push(ESCAPES[String.fromCharCode(byte)] ?? byte);
}
