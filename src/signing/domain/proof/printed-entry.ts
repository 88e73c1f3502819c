import { PdfFile } from '../../../files/domain/pdf/file-state.js';
import { PdfMalformed } from '../../../files/domain/pdf/limits.js';
import { drawPage } from '../../../files/domain/pdf/page-drawing.js';
import type { ShownText } from '../../../files/domain/pdf/page-listener.js';
import { pagesOf } from '../../../files/domain/pdf/pages.js';

/** Number and date as the first page shows them; empty what it does not show. */
export interface PrintedEntry {
  readonly number: string;
  /** `SGDĐT-GDTrH` */
  readonly notation: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** How far letters of one line may stand apart in height. */
const SAME_LINE = 2;
/** A gap of so many ems parts two words. */
const WORD_GAP = 0.2;

const NUMBER = /Số:\s*(\d+[a-zđ]?)\s*\/\s*(\S+)/u;
const DATE = /ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})/u;

/** Reads a letter as people do: the first line that says `Số: …/…`, and the first that says `ngày … tháng … năm …`. */
export function printedEntry(pdf: Buffer): PrintedEntry {
  const lines = readableLines(pdf);
  const [number, notation] = firstIn(lines, NUMBER);
  const [day, month, year] = firstIn(lines, DATE);
  return { number, notation, day, month, year };
}

/** The frame around places that the seal fills in: their own text stands in fields, beside the page. */
const OPEN_NUMBER = /Số:[\s.…]*(\d+[a-zđ]?)?[\s.…]*\/\s*(\S+)/u;
const OPEN_DATE = /ngày[\s.…]*(\d{1,2})?[\s.…]*tháng[\s.…]*(\d{1,2})?[\s.…]*năm\s*(\d{4})/u;

/** As `printedEntry`, and what stands around places that are left free for number, day and month. */
export function letterEntry(pdf: Buffer): PrintedEntry {
  const lines = readableLines(pdf);
  const [number, notation] = firstIn(lines, OPEN_NUMBER);
  const [day, month, year] = firstIn(lines, OPEN_DATE);
  return { number, notation, day, month, year };
}

/** What the pattern finds in the first line that it fits. */
function firstIn(lines: readonly string[], pattern: RegExp): readonly [string, string, string] {
  const [, first = '', second = '', third = ''] = lines.map((line) => pattern.exec(line)).find(Boolean) ?? [];
  return [first, second, third];
}

/** A file that cannot be read shows nothing. */
function readableLines(pdf: Buffer): readonly string[] {
  try {
    return firstPageLines(pdf);
  } catch (error) {
    if (error instanceof PdfMalformed) return [];
    throw error;
  }
}

/** What the first page shows, line by line from the top, blanks left out. */
function firstPageLines(pdf: Buffer): readonly string[] {
  const file = new PdfFile(pdf);
  const state = file.stateAfter(file.revisions.length - 1);
  const [page] = pagesOf(state);
  const shown: ShownText[] = [];
  if (page) {
    drawPage(state, page.dictionary, {
      text: (piece) => {
        if (!piece.isBlank) shown.push(piece);
      },
      path: () => undefined,
    });
  }
  return linesOf(shown).map((line) => wordsOf(line));
}

function linesOf(shown: readonly ShownText[]): readonly (readonly ShownText[])[] {
  const lines: ShownText[][] = [];
  for (const piece of shown.toSorted((a, b) => b.baseline - a.baseline)) {
    const line = lines.at(-1);
    if (line?.[0] && line[0].baseline - piece.baseline <= SAME_LINE) line.push(piece);
    else lines.push([piece]);
  }
  return lines;
}

function wordsOf(line: readonly ShownText[]): string {
  let words = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const { box, size, font, bytes } of line.toSorted((a, b) => a.box.left - b.box.left)) {
    words += (box.left - end > WORD_GAP * size ? ' ' : '') + font.textOf(bytes);
    end = box.right;
  }
  return words.normalize('NFC');
}
