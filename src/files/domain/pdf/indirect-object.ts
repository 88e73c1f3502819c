import type { Lexer } from './lexer.js';
import { parseValue } from './parser.js';
import { integerOf, PdfDictionary, PdfReference, PdfStream, type PdfValue } from './values.js';

export interface IndirectObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  /** Place of its number, and the place after `endobj`. */
  readonly start: number;
  readonly end: number;
}

/** Gives the length that a stream names by reference. */
export type LengthLookup = (reference: PdfReference) => PdfValue;

/**
 * The indirect object whose number stands at the lexer's place.
 *
 * @param closesSave whether it is read as the cross-reference stream of a save: pypdf leaves its `endobj` out, and then `startxref` must stand
 *   straight behind the stream
 * @throws PdfMalformed when it is not exactly `N G obj … endobj`, or a stream is not as long as it says
 */
export function parseIndirectObject(lexer: Lexer, lengthOf: LengthLookup, closesSave = false): IndirectObject {
  lexer.skipBlank();
  const start = lexer.position;
  const number = lexer.unsigned();
  const generation = lexer.unsigned();
  lexer.expectWord('obj');
  let value = parseValue(lexer);
  lexer.skipBlank();
  if (lexer.looksAtWord('stream')) value = parseStream(lexer, value, lengthOf);
  if (!(closesSave && value instanceof PdfStream && isAtEndOfSave(lexer))) lexer.expectWord('endobj');
  return { number, generation, value, start, end: lexer.position };
}

function isAtEndOfSave(lexer: Lexer): boolean {
  lexer.skipWhitespace();
  return lexer.looksAtWord('startxref');
}

function skipToData(lexer: Lexer): void {
  lexer.position += 'stream'.length;
  if (lexer.peek() === 0x20) lexer.position += 1;
  if (lexer.peek() === 0x0d && lexer.peek(1) !== 0x0a) lexer.fail('stream begins after a lone carriage return');
  if (lexer.skipEndOfLine() === 0) lexer.fail('stream does not begin on a new line');
}

function parseStream(lexer: Lexer, dictionary: PdfValue, lengthOf: LengthLookup): PdfStream {
  if (!(dictionary instanceof PdfDictionary)) lexer.fail('stream without dictionary');
  skipToData(lexer);
  const named = dictionary.raw('Length');
  const length = integerOf(named instanceof PdfReference ? lengthOf(named) : named);
  if (length === null || length < 0 || lexer.position + length > lexer.end) return lexer.fail('length of stream');
  const data = lexer.bytes.subarray(lexer.position, lexer.position + length);
  lexer.position += length;
  lexer.skipWhitespace();
  if (!lexer.looksAtWord('endstream')) lexer.fail('stream longer or shorter than it says');
  lexer.position += 'endstream'.length;
  return new PdfStream(dictionary, data);
}
