import { decodeStream } from './filters.js';
import { parseIndirectObject } from './indirect-object.js';
import { Lexer } from './lexer.js';
import { PDF_LIMITS, PdfMalformed, PdfTooLarge } from './limits.js';
import { parseValue } from './parser.js';
import type { ReadingBudget } from './reading-budget.js';
import { integerOf, nameOf, PdfArray, PdfDictionary, PdfStream, type PdfValue } from './values.js';

/** Where one object is: nowhere any more, at a place in the file, or inside an object stream. */
export type Entry =
  | { readonly kind: 'free' }
  | { readonly kind: 'inFile'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'inStream'; readonly stream: number; readonly index: number };

export interface CrossReference {
  /** Where it stands, and what led there: the same, or the end of the line before. */
  readonly offset: number;
  readonly said: number;
  readonly entries: ReadonlyMap<number, Entry>;
  readonly trailer: PdfDictionary;
  /** The stream to which a table sends newer readers for more (`/XRefStm`); null where none is named. */
  readonly hidden: HiddenSection | null;
  /** Object number of the stream that is this section, or null for a table. */
  readonly streamNumber: number | null;
  /** The place after the trailer, or after the stream and its `endobj`. */
  readonly end: number;
}

export interface HiddenSection {
  readonly offset: number;
  readonly number: number;
  readonly entries: ReadonlyMap<number, Entry>;
  /** Numbers that the table says are in use: of these readers may take either. */
  readonly shown: ReadonlySet<number>;
}

const FREE: Entry = { kind: 'free' };
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const LETTER_F = 0x66;
const LETTER_N = 0x6e;
/** What one row takes in memory. */
const ENTRY_BYTES = 130;

/** @throws PdfMalformed when no cross-reference section stands exactly there, or it names an object twice */
export function readCrossReference(pdf: Buffer, offset: number, budget: ReadingBudget): CrossReference {
  if (offset <= 0 || offset >= pdf.length) throw new PdfMalformed('cross-reference outside of the file', offset);
  const lexer = new Lexer(pdf, offset, { budget });
  // Some signing tools count to the end of the line before the section; everybody reads it there all the same.
  lexer.skipEndOfLine();
  if (!lexer.looksAtWord('xref')) return { ...readStreamSection(lexer, budget, true), said: offset };
  const table = readTable(lexer, offset);
  const second = table.trailer.raw('XRefStm');
  if (second === null) return table;
  const place = integerOf(second) ?? -1;
  const { entries, streamNumber } = readStreamSection(new Lexer(pdf, place, { budget }), budget, false);
  const shown = new Set([...entries.keys()].filter((number) => (table.entries.get(number) ?? FREE).kind !== 'free'));
  const hidden = { offset: place, number: streamNumber ?? 0, entries, shown };
  return { ...table, entries: withHidden(table.entries, entries), hidden };
}

/** The table's own entries stand; what it calls free or leaves out may be described by the stream. */
function withHidden(shown: ReadonlyMap<number, Entry>, hidden: ReadonlyMap<number, Entry>): Map<number, Entry> {
  const all = new Map(shown);
  for (const [number, entry] of hidden) if ((all.get(number) ?? FREE).kind === 'free') all.set(number, entry);
  return all;
}

function readTable(lexer: Lexer, said: number): CrossReference {
  const start = lexer.position;
  lexer.position += 'xref'.length;
  const entries = new Map<number, Entry>();
  while (!isAtTrailer(lexer)) {
    const first = lexer.unsigned();
    const count = lexer.unsigned();
    if (first + count > PDF_LIMITS.objects) throw new PdfTooLarge('too many objects');
    lexer.budget?.hold(count * ENTRY_BYTES);
    for (let number = first; number < first + count; number += 1) addOnce(entries, number, readRow(lexer));
  }
  lexer.position += 'trailer'.length;
  const trailer = parseValue(lexer);
  if (!(trailer instanceof PdfDictionary)) return lexer.fail('trailer is no dictionary');
  return { offset: start, said, entries, trailer, hidden: null, streamNumber: null, end: lexer.position };
}

function isAtTrailer(lexer: Lexer): boolean {
  lexer.skipBlank();
  return lexer.looksAtWord('trailer');
}

function readRow(lexer: Lexer): Entry {
  const offset = lexer.unsigned();
  const generation = lexer.unsigned();
  lexer.skipWhitespace();
  const kind = lexer.peek();
  const from = lexer.position;
  lexer.skipWord();
  if (lexer.position !== from + 1 || (kind !== LETTER_F && kind !== LETTER_N)) lexer.fail('row of cross-reference');
  if (kind === LETTER_F) return FREE;
  // Some writers mark an unused number by an impossible place instead of `f`.
  return offset === 0 ? FREE : inFile(lexer.bytes, offset, generation);
}

/** A tool that counts one byte too few means the object behind the end of the line; every reader finds it there. */
function inFile(pdf: Buffer, said: number, generation: number): Entry {
  const isAfterReturn = pdf[said] === CARRIAGE_RETURN;
  const feed = isAfterReturn ? said + 1 : said;
  return { kind: 'inFile', offset: pdf[feed] === LINE_FEED ? feed + 1 : feed, generation };
}

function addOnce(entries: Map<number, Entry>, number: number, entry: Entry): void {
  if (entries.has(number)) throw new PdfMalformed(`object ${number} named twice in one cross-reference`);
  entries.set(number, entry);
}

function readStreamSection(lexer: Lexer, budget: ReadingBudget, closesSave: boolean): CrossReference {
  const offset = lexer.position;
  if (offset <= 0) throw new PdfMalformed('cross-reference outside of the file', offset);
  const lengthOf = (): PdfValue => lexer.fail('length of cross-reference stream by reference');
  const object = parseIndirectObject(lexer, lengthOf, closesSave);
  const stream = object.value;
  if (object.start !== offset || !(stream instanceof PdfStream)) return lexer.fail('no cross-reference here');
  if (nameOf(stream.dictionary.raw('Type')) !== 'XRef') return lexer.fail('no cross-reference stream here');
  const rows = decodeStream(stream, budget);
  const entries = readStreamRows(stream.dictionary, rows, { pdf: lexer.bytes, budget });
  return {
    offset,
    said: offset,
    entries,
    trailer: stream.dictionary,
    hidden: null,
    streamNumber: object.number,
    end: object.end,
  };
}

function integers(value: PdfValue): number[] {
  if (!(value instanceof PdfArray)) throw new PdfMalformed('array of integers expected');
  return value.items.map((item) => {
    const integer = integerOf(item);
    if (integer === null || integer < 0) throw new PdfMalformed('array of integers expected');
    return integer;
  });
}

function readStreamRows(
  dictionary: PdfDictionary,
  rows: Buffer,
  { pdf, budget }: { readonly pdf: Buffer; readonly budget: ReadingBudget },
): Map<number, Entry> {
  const readCells = cellReader(integers(dictionary.raw('W')), rows);
  const size = integerOf(dictionary.raw('Size')) ?? 0;
  const index = dictionary.raw('Index') === null ? [0, size] : integers(dictionary.raw('Index'));
  const entries = new Map<number, Entry>();
  let row = 0;
  for (let i = 0; i + 1 < index.length; i += 2) {
    const first = index[i] ?? 0;
    const count = index[i + 1] ?? 0;
    if (first + count > PDF_LIMITS.objects) throw new PdfTooLarge('too many objects');
    budget.hold(count * ENTRY_BYTES);
    for (let number = first; number < first + count; number += 1, row += 1) {
      addOnce(entries, number, entryOf(pdf, readCells(row)));
    }
  }
  return entries;
}

type Cells = readonly [kind: number, second: number, third: number];

function unsignedOf(bytes: Buffer): number {
  const number = bytes.reduce((value, byte) => value * 256 + byte, 0);
  if (!Number.isSafeInteger(number)) throw new PdfMalformed('number in cross-reference stream');
  return number;
}

/** Reads the three numbers of a row; a kind without width is 1, any other number without width is 0. */
function cellReader(widths: readonly number[], rows: Buffer): (row: number) => Cells {
  const [kind = 0, second = 0, third = 0] = widths;
  const width = kind + second + third;
  if (widths.length < 3 || width < 1 || widths.some((one) => one > 8)) throw new PdfMalformed('widths of rows');
  const cell = (at: number, bytes: number): number => unsignedOf(rows.subarray(at, at + bytes));
  return (row) => {
    const at = row * width;
    if (at + width > rows.length) throw new PdfMalformed('cross-reference stream too short');
    return [kind === 0 ? 1 : cell(at, kind), cell(at + kind, second), cell(at + kind + second, third)];
  };
}

function entryOf(pdf: Buffer, [kind, second, third]: Cells): Entry {
  if (kind === 1) return inFile(pdf, second, third);
  // Kinds unknown to the standard stand for the null object.
  return kind === 2 ? { kind: 'inStream', stream: second, index: third } : FREE;
}
