import { Lexer } from '../../pdf/lexer.js';
import { PdfMalformed } from '../../pdf/limits.js';
import { parseValue } from '../../pdf/parser.js';
import { PdfDictionary, type PdfValue } from '../../pdf/values.js';

/** What stands behind one `obj` or `trailer`, as far as it can be read. */
export interface RawObject {
  /** Null where it cannot be parsed; then only its letters are known. */
  readonly value: PdfValue;
  readonly letters: string;
  /** Packed bytes of its stream, when it has one. */
  readonly stream: Buffer | null;
}

const MAX_OBJECTS = 400_000;
const MAX_LETTERS_LENGTH = 64 * 1024;
const LOOK_BACK = 256;
const BLANK = '(?:[\\0\\t\\n\\f\\r ]|%[^\\r\\n]{0,100}[\\r\\n])+';
const NUMBERED = new RegExp(`\\d{1,10}${BLANK}\\d{1,5}${BLANK}$`, 'u');

export class TooManyObjects extends Error {}

/**
 * Every object that any reader could find in the bytes of a PDF, whatever its tables say: readers that meet a broken
 * table look for `obj` themselves, and a table may point into the middle of a stream.
 *
 * @throws TooManyObjects
 */
export function* rawObjects(bytes: Buffer): Generator<RawObject> {
  const text = bytes.toString('latin1');
  let count = 0;
  for (const place of places(text)) {
    count += 1;
    if (count > MAX_OBJECTS) throw new TooManyObjects();
    yield readObject(bytes, text, place);
  }
}

/** Behind every `N G obj` and every `trailer`. */
function* places(text: string): Generator<number> {
  for (let at = text.indexOf('obj'); at !== -1; at = text.indexOf('obj', at + 3)) {
    if (text[at - 1] !== 'd' && NUMBERED.test(text.slice(Math.max(0, at - LOOK_BACK), at))) yield at + 3;
  }
  for (let at = text.indexOf('trailer'); at !== -1; at = text.indexOf('trailer', at + 7)) yield at + 7;
}

function readObject(bytes: Buffer, text: string, from: number): RawObject {
  const lexer = new Lexer(bytes, from);
  const value = valueAt(lexer);
  if (value !== undefined && !(value instanceof PdfDictionary)) return { value, letters: '', stream: null };
  if (value === undefined) {
    const end = Math.min(endOr(text, 'endobj', from), from + MAX_LETTERS_LENGTH);
    const start = text.indexOf('stream', from);
    const stream = start !== -1 && start < end ? streamAt(bytes, text, start) : null;
    return { value: null, letters: text.slice(from, end), stream };
  }
  const isStream = isAtStream(lexer);
  return { value, letters: '', stream: isStream ? streamAt(bytes, text, lexer.position) : null };
}

function valueAt(lexer: Lexer): PdfValue | undefined {
  try {
    return parseValue(lexer);
  } catch (error) {
    if (error instanceof PdfMalformed) return undefined;
    throw error;
  }
}

function isAtStream(lexer: Lexer): boolean {
  lexer.skipBlank();
  return lexer.looksAt('stream');
}

function streamAt(bytes: Buffer, text: string, at: number): Buffer {
  const start = at + (text.startsWith('\r\n', at + 6) ? 8 : 7);
  return bytes.subarray(start, endOr(text, 'endstream', start));
}

function endOr(text: string, word: string, from: number): number {
  const end = text.indexOf(word, from);
  return end === -1 ? text.length : end;
}
