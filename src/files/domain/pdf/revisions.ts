import { type CrossReference, readCrossReference } from './cross-reference.js';
import { Lexer } from './lexer.js';
import { PDF_LIMITS, PdfMalformed, PdfTooLarge } from './limits.js';
import type { ReadingBudget } from './reading-budget.js';
import { integerOf } from './values.js';

/** One save of the file: what was appended at once, up to and with its `%%EOF`. */
export interface Revision {
  /** Newest first; two only for a file laid out for fast web view, whose first save has two parts. */
  readonly sections: readonly CrossReference[];
  /** From here its objects begin: where the save before it ended. */
  readonly start: number;
  /** The place after `%%EOF`, and the place after the end of line that may follow it. */
  readonly endOfMark: number;
  readonly endOfLine: number;
}

export interface RevisionList {
  /** Oldest first. */
  readonly revisions: readonly Revision[];
  /** Bytes after the last save's end: none in a sound file. */
  readonly bytesAfterEnd: number;
}

const TAIL = 'startxref';
/** Between the last place and the end mark; writers put one end of line. */
const MAX_BLANKS = 64;

/**
 * The saves that the file consists of, found by following `startxref` and `/Prev` and nothing else.
 *
 * A save counts only when its cross-reference is closed by `startxref`, its own offset and `%%EOF`: the file cut
 * there would be a whole PDF. No repair is tried: what readers repair, they repair differently.
 *
 * @throws PdfMalformed, PdfTooLarge
 */
export function readRevisions(pdf: Buffer, budget: ReadingBudget): RevisionList {
  if (pdf.length > PDF_LIMITS.fileBytes) throw new PdfTooLarge('file too large');
  if (pdf.toString('latin1', 0, 5) !== '%PDF-') throw new PdfMalformed('no PDF header at the start', 0);
  const closing = lastClosing(pdf);
  const sections = followChain(pdf, closing.crossReference, budget);
  const groups = isForWebView(pdf, sections)
    ? [...sections.slice(0, -2).map((section) => [section]), sections.slice(-2)]
    : sections.map((section) => [section]);
  const revisions: Revision[] = [];
  for (const group of groups.reverse()) {
    revisions.push(closeRevision(pdf, group, revisions.at(-1)?.endOfMark ?? 0));
  }
  const last = revisions.at(-1);
  if (!last) throw new PdfMalformed('no save found');
  return { revisions, bytesAfterEnd: pdf.length - last.endOfLine };
}

function lastClosing(pdf: Buffer): { crossReference: number } {
  const at = pdf.lastIndexOf(TAIL);
  if (at < 0) throw new PdfMalformed('no startxref');
  const lexer = new Lexer(pdf, at + TAIL.length);
  return { crossReference: lexer.unsigned() };
}

function followChain(pdf: Buffer, last: number, budget: ReadingBudget): CrossReference[] {
  const sections: CrossReference[] = [];
  const seen = new Set<number>();
  for (let offset: number | null = last; offset !== null;) {
    if (seen.has(offset)) throw new PdfMalformed('saves refer to each other in a ring', offset);
    if (seen.size >= PDF_LIMITS.sections) throw new PdfTooLarge('too many saves');
    seen.add(offset);
    const section = readCrossReference(pdf, offset, budget);
    sections.push(section);
    const previous = section.trailer.raw('Prev');
    if (previous !== null && integerOf(previous) === null) throw new PdfMalformed('Prev is no integer');
    offset = integerOf(previous);
  }
  return sections;
}

/** Fast web view puts the first page's section in front of the main one; only the oldest two may stand so. */
function isForWebView(pdf: Buffer, sections: readonly CrossReference[]): boolean {
  const [front, main] = sections.slice(-2);
  if (!front || !main || main.offset < front.offset) return false;
  if (!pdf.toString('latin1', 0, 2048).includes('/Linearized')) throw new PdfMalformed('saves out of order');
  return true;
}

function closeRevision(pdf: Buffer, sections: readonly CrossReference[], start: number): Revision {
  const outermost = sections.reduce((a, b) => (a.offset > b.offset ? a : b));
  const newest = sections[0];
  if (!newest || outermost.offset < start) throw new PdfMalformed('saves out of order', outermost.offset);
  const lexer = new Lexer(pdf, outermost.end);
  lexer.expectWord(TAIL);
  if (lexer.unsigned() !== newest.said) lexer.fail('save closed with the offset of another');
  const from = lexer.position;
  lexer.skipWhitespace();
  // Readers look for `startxref` in the last thousand bytes; who does not find it there looks for objects himself.
  if (!lexer.looksAt('%%EOF') || lexer.position - from > MAX_BLANKS) lexer.fail('save without %%EOF');
  lexer.position += '%%EOF'.length;
  const endOfMark = lexer.position;
  lexer.skipEndOfLine();
  return { sections, start, endOfMark, endOfLine: lexer.position };
}
