import { brokenLines } from './broken-lines.js';

/** What is printed of one line of a register: a text for each column. */
export interface PrintedLine {
  readonly cells: readonly string[];
  readonly voided: boolean;
}

/** A row of a page: a line of the register, or as much of one as a page has room for. */
export interface PrintedRow {
  readonly cells: readonly string[];
  /** In points. */
  readonly height: number;
}

export interface PrintedPage {
  readonly rows: readonly PrintedRow[];
  /** Lines of the register that begin on this page, and on this page and all before it. */
  readonly lines: number;
  readonly linesSoFar: number;
}

export interface PrintedPages {
  readonly pages: readonly PrintedPage[];
  readonly lines: number;
  readonly voided: number;
  /** Whether the end of the register needs a page of its own. */
  readonly endsOnOwnPage: boolean;
}

/** Measures of a print-out, in points. */
export interface PageMeasures {
  /** Room for text in each column. */
  readonly widths: readonly number[];
  readonly letterSize: number;
  readonly lineHeight: number;
  /** Room in a row above and below its text, its border included. */
  readonly padding: number;
  /** Room for rows on the first page, and on every other. */
  readonly firstPage: number;
  readonly otherPages: number;
  /** What stands behind the last row. */
  readonly end: number;
}

/** Fewer lines than these of a long text are not begun at the foot of a page. */
const MIN_LINES = 3;

/**
 * Lays the lines of a register out on pages, so that each page can say how many documents stand on it. Everything is measured here:
 * what Word and LibreOffice do with it later is never higher than what was counted.
 */
export function printedPages(lines: Iterable<PrintedLine>, measures: PageMeasures): PrintedPages {
  const layout = new Layout(measures);
  let [count, voided] = [0, 0];
  for (const line of lines) {
    layout.add(line.cells);
    count += 1;
    if (line.voided) voided += 1;
  }
  return { ...layout.finish(), lines: count, voided };
}

class Layout {
  private readonly pages: PrintedPage[] = [];
  private rows: PrintedRow[] = [];
  private begun = 0;
  private soFar = 0;
  private room: number;

  constructor(private readonly measures: PageMeasures) {
    this.room = measures.firstPage;
  }

  add(texts: readonly string[]): void {
    const { widths, letterSize, otherPages } = this.measures;
    const cells = texts.map((text, at) => brokenLines(text, widths[at] ?? 0, letterSize));
    const height = Math.max(1, ...cells.map(({ length }) => length));
    const fitsAPage = this.heightOf(height) <= otherPages;
    if (this.heightOf(fitsAPage ? height : MIN_LINES) > this.room) this.turn();
    this.begun += 1;
    this.soFar += 1;
    for (let from = 0; from < height;) {
      if (from > 0) this.turn();
      const to = Math.min(height, from + this.linesInRoom());
      this.put(cells, from, to);
      from = to;
    }
  }

  finish(): Pick<PrintedPages, 'pages' | 'endsOnOwnPage'> {
    const endsOnOwnPage = this.measures.end > this.room;
    this.turn();
    return { pages: this.pages, endsOnOwnPage };
  }

  private put(cells: readonly (readonly string[])[], from: number, to: number): void {
    const height = this.heightOf(to - from);
    this.rows.push({ cells: cells.map((lines) => lines.slice(from, to).join('').trimEnd()), height });
    this.room -= height;
  }

  private turn(): void {
    this.pages.push({ rows: this.rows, lines: this.begun, linesSoFar: this.soFar });
    this.rows = [];
    this.begun = 0;
    this.room = this.measures.otherPages;
  }

  private heightOf(lines: number): number {
    return lines * this.measures.lineHeight + this.measures.padding;
  }

  private linesInRoom(): number {
    const { lineHeight, padding } = this.measures;
    return Math.max(1, Math.floor((this.room - padding) / lineHeight));
  }
}
