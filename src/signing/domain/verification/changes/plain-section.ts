import type { CrossReference } from '../../../../files/domain/pdf/cross-reference.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { Lexer } from '../../../../files/domain/pdf/lexer.js';
import { parseValue } from '../../../../files/domain/pdf/parser.js';
import { nameOf, PdfStream } from '../../../../files/domain/pdf/values.js';

/**
 * Whether the cross-reference of a save, what leads to it, and its object streams (ISO 32000-2, 7.5.7) are written as the standard has it. Where they are not, some
 * readers give the cross-reference up and search the file for objects: in what was signed too, where they find what was hidden in the midst of streams.
 *
 * @param found object number by place, of what stands in the save
 */
export function followsStandardSyntax(after: FileState, found: ReadonlyMap<number, number>): boolean {
  const { bytes } = after.file;
  const { sections, endOfMark } = after.revision;
  const objectStreams = [...found].filter(([, number]) => isObjectStream(after, number));
  return (
    sections.every((section) => isPlainSection(bytes, section)) &&
    objectStreams.every(([offset]) => hasPlainNumbers(pastHeader(bytes, offset))) &&
    isPlainEnd(bytes, endOfMark)
  );
}

function isObjectStream(state: FileState, number: number): boolean {
  const value = state.contentOf(number);
  return value instanceof PdfStream && nameOf(value.dictionary.raw('Type')) === 'ObjStm';
}

function isPlainSection(bytes: Buffer, { offset, streamNumber, hidden }: CrossReference): boolean {
  if (hidden !== null && !hasPlainNumbers(pastHeader(bytes, hidden.offset))) return false;
  if (streamNumber !== null) return hasPlainNumbers(pastHeader(bytes, offset));
  const trailer = trailerDictionaryAt(bytes, offset);
  return trailer !== null && hasPlainNumbers(new Lexer(bytes, trailer));
}

/** Numbers of a cross-reference are integers; readers that find a decimal point in one do not take it for a number. @param lexer before the dictionary */
function hasPlainNumbers(lexer: Lexer): boolean {
  parseValue(lexer);
  return lexer.reals === 0;
}

/** Past `N G obj`. */
function pastHeader(bytes: Buffer, offset: number): Lexer {
  const lexer = new Lexer(bytes, offset);
  lexer.unsigned();
  lexer.unsigned();
  lexer.expectWord('obj');
  return lexer;
}

/** Between the words of a table stand blanks and ends of line, a few of them: no comments, and no other white space. */
const KEYWORD = /xref[ \r\n]{1,8}/uy;
const SUBSECTION = /\d{1,10} {1,8}(\d{1,10})[ \r\n]{1,8}/uy;
const TRAILER = /[ \r\n]{0,8}trailer/uy;
const MAX_HEADER_LENGTH = 64;
/** A row of a table (ISO 32000-1, 7.5.4): twenty bytes. */
const ROW = /^\d{10} \d{5} [nf](?: \r| \n|\r\n)$/u;
const ROW_BYTES = 20;

/** Where the dictionary behind the word `trailer` begins; null where the table is not written so. */
function trailerDictionaryAt(bytes: Buffer, offset: number): number | null {
  let at = offset + (matched(bytes, offset, KEYWORD)?.[0].length ?? 0);
  if (at === offset) return null;
  for (;;) {
    const trailer = matched(bytes, at, TRAILER);
    if (trailer !== null) return at + trailer[0].length;
    const subsection = matched(bytes, at, SUBSECTION);
    if (subsection === null) return null;
    at += subsection[0].length;
    const end = at + Number(subsection[1]) * ROW_BYTES;
    for (; at < end; at += ROW_BYTES) {
      if (!ROW.test(bytes.toString('latin1', at, at + ROW_BYTES))) return null;
    }
  }
}

function matched(bytes: Buffer, at: number, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(bytes.toString('latin1', at, at + MAX_HEADER_LENGTH));
}

const END = /startxref[ \r\n]{1,8}\d{1,15}[ \r\n]{1,64}%%EOF$/u;
const MAX_END_LENGTH = 128;

function isPlainEnd(bytes: Buffer, endOfMark: number): boolean {
  return END.test(bytes.toString('latin1', endOfMark - MAX_END_LENGTH, endOfMark));
}
