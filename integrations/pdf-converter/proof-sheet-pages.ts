import { PageSizes, rgb, TextRenderingMode } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFFont, PDFPage } from '@cantoo/pdf-lib';
import type { Element, StructureTags } from './proof-sheet-tags.js';

const MM = 72 / 25.4;
const [WIDTH, HEIGHT] = PageSizes.A4;
/** As a letter stands on its paper: 30 mm to bind at the left, 15 mm at the right, 20 mm above and below. */
const LEFT = 30 * MM;
const RIGHT = WIDTH - 15 * MM;
const TOP = HEIGHT - 20 * MM;
const BOTTOM = 20 * MM;
const LINE_HEIGHT = 1.35;
const BLACK = rgb(0, 0, 0);
const BOLD_STROKE = 0.028;

export const TEXT_WIDTH = RIGHT - LEFT;

export interface Style {
  readonly font: PDFFont;
  readonly size: number;
  /** The fonts at hand have no bold cut; a thin outline in the same black stands for it. */
  readonly bold?: boolean;
}

/** A cell of one row: its words wrap within its width. */
export interface Cell {
  readonly text: string;
  readonly style: Style;
  /** From the left edge of the text, in points. */
  readonly x: number;
  readonly width: number;
  readonly align?: 'left' | 'right' | 'centre';
  /** What the words are a part of; left out on a repetition, which is then an artifact. */
  readonly element?: Element;
}

export interface RowOptions {
  /** Free space above and below the words. */
  readonly above?: number;
  readonly below?: number;
  readonly rule?: 'above' | 'below';
  /** Height that must follow on the same page, so that a heading is not left alone. */
  readonly keep?: number;
}

interface SetCell extends Cell {
  readonly lines: readonly string[];
}

/** Pages that fill from top to bottom, row by row. A row is not divided unless it is taller than a page. */
export class SheetPages {
  readonly #pages: PDFPage[] = [];
  #page: PDFPage;
  #y = TOP;
  /** Draws what stands on top of each further page, while a table goes on. */
  #onNewPage: (() => void) | undefined;

  constructor(
    private readonly document: PDFDocument,
    private readonly tags: StructureTags,
  ) {
    this.#page = this.#turn();
  }

  row(cells: readonly Cell[], { above = 0, below = 0, rule, keep = 0 }: RowOptions = {}): void {
    const set = cells.map((cell) => ({ ...cell, lines: wrapped(cell) }));
    const height = above + below + Math.max(...set.map(heightOf));
    if (height > TOP - BOTTOM) {
      this.#dividedRow(set, { above, below });
      return;
    }
    if (this.#y - height - keep < BOTTOM) this.#next();
    if (rule === 'above') this.#rule(this.#y);
    this.#y -= above;
    const ascent = Math.max(...set.map(({ style }) => style.size));
    for (const cell of set) this.#draw(cell, ascent);
    this.#y += above - height;
    if (rule === 'below') this.#rule(this.#y);
  }

  space(points: number): void {
    this.#y -= points;
  }

  /** Everything that `rows` draws stands under a head that is drawn again on each further page. */
  under(head: () => void, rows: () => void): void {
    this.#onNewPage = head;
    rows();
    this.#onNewPage = undefined;
  }

  /** Below the text of every page, once it is known how many there are. */
  foot(words: string, style: Style): void {
    const total = this.#pages.length;
    for (const [at, page] of this.#pages.entries()) {
      const number = `Trang ${at + 1}/${total}`;
      const y = BOTTOM - 8 * MM;
      this.tags.artifact(page, () => {
        page.drawText(words, { ...inked(style), x: LEFT, y });
        page.drawText(number, { ...inked(style), x: RIGHT - style.font.widthOfTextAtSize(number, style.size), y });
      });
    }
  }

  #dividedRow(cells: readonly SetCell[], options: RowOptions): void {
    const most = Math.floor((TOP - BOTTOM) / 3 / Math.max(...cells.map(({ style }) => style.size * LINE_HEIGHT)));
    const longest = Math.max(...cells.map(({ lines }) => lines.length));
    for (let from = 0; from < longest; from += most) {
      const piece = cells.map((cell) => ({ ...cell, text: cell.lines.slice(from, from + most).join('\n') }));
      this.row(piece, options);
    }
  }

  /** The first lines of a row stand on one base line, `ascent` below its top. */
  #draw({ lines, style, x, width, align = 'left', element }: SetCell, ascent: number): void {
    if (lines.length === 0) return;
    const page = this.#page;
    const draw = (): void => {
      for (const [at, line] of lines.entries()) {
        const free = width - style.font.widthOfTextAtSize(line, style.size);
        const shift = align === 'left' ? 0 : align === 'right' ? free : free / 2;
        const y = this.#y - ascent - at * style.size * LINE_HEIGHT;
        // A wrapped line ends with the space before the next one, for screen readers.
        const words = at < lines.length - 1 ? `${line} ` : line;
        page.drawText(words, { ...inked(style), x: LEFT + x + shift, y });
      }
    };
    if (element === undefined) this.tags.artifact(page, draw);
    else this.tags.mark(page, element, draw);
  }

  #rule(y: number): void {
    const page = this.#page;
    const [start, end] = [
      { x: LEFT, y },
      { x: RIGHT, y },
    ];
    this.tags.artifact(page, () => page.drawLine({ start, end, thickness: 0.5, color: BLACK }));
  }

  #next(): void {
    this.#page = this.#turn();
    const head = this.#onNewPage;
    this.#onNewPage = undefined;
    head?.();
    this.#onNewPage = head;
  }

  #turn(): PDFPage {
    const page = this.document.addPage([WIDTH, HEIGHT]);
    this.#pages.push(page);
    this.#y = TOP;
    return page;
  }
}

function inked({ font, size, bold = false }: Style): Parameters<PDFPage['drawText']>[1] {
  if (!bold) return { font, size, color: BLACK };
  const renderMode = TextRenderingMode.FillAndOutline;
  return { font, size, color: BLACK, renderMode, strokeColor: BLACK, strokeWidth: size * BOLD_STROKE };
}

function heightOf({ lines, style }: SetCell): number {
  return lines.length * style.size * LINE_HEIGHT;
}

/** The words in lines no wider than the cell; a word that is wider itself is broken. */
function wrapped({ text, style, width }: Cell): readonly string[] {
  const fits = (words: string): boolean => style.font.widthOfTextAtSize(words, style.size) <= width;
  const lines: string[] = [];
  for (const paragraph of text.normalize('NFC').split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/u).filter((piece) => piece !== '')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      const pieces = broken(word, fits);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? '';
    }
    if (line !== '') lines.push(line);
  }
  return lines;
}

function broken(word: string, fits: (words: string) => boolean): readonly string[] {
  const pieces = [''];
  for (const letter of word) {
    const piece = pieces.at(-1) ?? '';
    if (piece === '' || fits(piece + letter)) pieces[pieces.length - 1] = piece + letter;
    else pieces.push(letter);
  }
  return pieces;
}
