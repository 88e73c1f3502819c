import type { Block, DrawnLine, PageModel, Paragraph, Piece, Table, TextBox } from './page-model.js';
import { textWidth } from './letter-widths.js';
import { unicodeOf } from './old-encodings.js';

export type Half = 'left' | 'right' | 'whole';

/** One line of letters as a person sees it: part of a paragraph up to its next break, or up to the next tab between words. */
export interface TextLine {
  /** In composed Unicode, as shown (capitals by format are capitals), without blanks at its ends. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly paragraph: Paragraph;
  /** The first line of its paragraph, before which the mark of an automatic list stands. */
  readonly isFirst: boolean;
  readonly half: Half;
  readonly section: number;
  /** The block of the section that it stands in, and the table or the frame around it. */
  readonly block: number;
  readonly table: Table | null;
  readonly isFramed: boolean;
  /** In a frame of its own, ruled or not, whose paragraphs say how their lines stand. */
  readonly isBoxed: boolean;
}

/** A line that is drawn, with the half of the page that it is drawn on. */
export interface PlacedLine extends DrawnLine {
  readonly half: Half;
  readonly section: number;
  readonly block: number;
  /** Lines of letters that stand before it in the order of the document. */
  readonly after: number;
}

export interface PageLines {
  /** Empty ones too. */
  readonly text: readonly TextLine[];
  readonly drawn: readonly PlacedLine[];
}

/** Paragraphs that begin so far to the right stand on the right half, though nothing stands beside them. */
const RIGHT_INDENT = 55;
/** Tabs that nobody set lead this far each. */
const USUAL_TAB = 12.7;
/** So many blanks between words make two columns, unless they are left free for a number or a day. */
const BLANKS = /(?<=\S)\s{6,}(?=\S)/gu;
const LEFT_FREE = /(?:ngày|tháng|năm|số|số:)$/iu;
const LEFT_FREE_LONGEST = 'tháng'.length;
/** Shorter words beside blanks are no column. */
const [LEFT_SHORTEST, RIGHT_SHORTEST] = [10, 9];

/** All lines of a document in its order, whatever layout holds them. */
export function linesOf(model: PageModel): PageLines {
  const reader = new LineReader();
  model.sections.forEach((section, at) => {
    section.blocks.forEach((block, index) => {
      reader.readBlock(block, {
        section: at,
        block: index,
        half: 'whole',
        table: null,
        paper: section.paper.width,
        isFramed: false,
        isBoxed: false,
      });
    });
  });
  return reader;
}

interface Spot {
  readonly section: number;
  readonly block: number;
  readonly half: Half;
  readonly table: Table | null;
  readonly paper: number;
  readonly isFramed: boolean;
  readonly isBoxed: boolean;
}

class LineReader implements PageLines {
  readonly text: TextLine[] = [];
  readonly drawn: PlacedLine[] = [];

  readBlock(block: Block, spot: Spot): void {
    if (block.kind === 'paragraph') this.readParagraph(block, spot);
    else for (const { cells } of block.rows) this.readCells(block, cells, spot);
  }

  private readCells(table: Table, cells: Table['rows'][number]['cells'], spot: Spot): void {
    cells.forEach((cell, index) => {
      const half = spot.half === 'whole' ? halfOfColumn(index, cells.length) : spot.half;
      const inside = { ...spot, half, table: spot.table ?? table };
      for (const block of cell.blocks) this.readBlock(block, inside);
      if (cell.line) this.draw(cell.line, inside);
    });
  }

  private readParagraph(paragraph: Paragraph, spot: Spot): void {
    for (const box of paragraph.boxes) this.readBox(box, spot);
    const lines = splitAt('break', paragraph.pieces);
    lines.forEach((pieces, at) => this.readLine(pieces, paragraph, { ...spot, isFirst: at === 0 }));
    for (const line of paragraph.lines) this.draw(line, spot);
    const own = this.text.at(-1);
    const underlined = own?.paragraph === paragraph ? underlineOf(own) : null;
    if (underlined && own) this.draw(underlined, { ...spot, half: own.half });
  }

  private readBox(box: TextBox, spot: Spot): void {
    const half = box.middle === null ? spot.half : box.middle < spot.paper / 2 ? 'left' : 'right';
    for (const block of box.blocks) this.readBlock(block, { ...spot, half, isFramed: box.isFramed, isBoxed: true });
  }

  private readLine(pieces: readonly Piece[], paragraph: Paragraph, spot: Spot & { readonly isFirst: boolean }): void {
    const columns = splitAt('tab', pieces)
      .flatMap(splitAtBlanks)
      .filter((column) => shown(column) !== '');
    const { section, block, table, isFramed, isBoxed, isFirst } = spot;
    const line = { paragraph, section, block, table, isFramed, isBoxed };
    if (columns.length === 0) this.text.push({ ...line, text: '', pieces: [], isFirst, half: spot.half });
    columns.forEach((column, at) => {
      const half = halfOf(spot.half, { at, of: columns.length, pieces, paragraph });
      this.text.push({ ...line, text: shown(column), pieces: column, isFirst: isFirst && at === 0, half });
    });
  }

  private draw(line: DrawnLine, { section, block, half, paper }: Spot): void {
    const own = line.middle === null ? half : line.middle < paper / 2 ? 'left' : 'right';
    this.drawn.push({ ...line, section, block, half: own, after: this.text.length });
  }
}

function halfOfColumn(index: number, columns: number): Half {
  if (columns === 1) return 'whole';
  return index < columns / 2 && index !== columns - 1 ? 'left' : 'right';
}

interface Column {
  readonly at: number;
  readonly of: number;
  readonly pieces: readonly Piece[];
  readonly paragraph: Paragraph;
}

function halfOf(half: Half, { at, of, pieces, paragraph }: Column): Half {
  if (half !== 'whole') return half;
  if (of > 1) return at === 0 ? 'left' : 'right';
  const first = pieces.findIndex(({ text }) => text.trim() !== '');
  const tabs = pieces.slice(0, first).filter(({ kind }) => kind === 'tab').length;
  const isFarRight =
    tabPlace(tabs, paragraph) >= RIGHT_INDENT ||
    (paragraph.indent?.left ?? 0) >= RIGHT_INDENT ||
    paragraph.alignment === 'right';
  return isFarRight ? 'right' : 'whole';
}

/** Where so many tabs at the beginning of a line lead to. */
export function tabPlace(tabs: number, { tabStops }: Paragraph): number {
  if (tabs === 0) return 0;
  return tabStops[tabs - 1] ?? (tabStops.at(-1) ?? 0) + (tabs - tabStops.length) * USUAL_TAB;
}

function splitAt(kind: Piece['kind'], pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === kind) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts;
}

/** Where the left one of two columns ends; null where there is one. */
function columnEnd(line: string): number | null {
  const begins = line.length - line.trimStart().length;
  for (const { index, 0: blanks } of line.matchAll(BLANKS)) {
    const [left, right] = [index - begins, line.length - index - blanks.length];
    if (left < LEFT_SHORTEST || right < RIGHT_SHORTEST) continue;
    if (!LEFT_FREE.test(line.slice(Math.max(begins, index - LEFT_FREE_LONGEST), index))) return index;
  }
  return null;
}

/** Two columns that somebody pushed apart with blanks. */
function splitAtBlanks(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const cut = columnEnd(pieces.map(({ text }) => text).join(''));
  if (cut === null) return [pieces];
  const [left, right]: [Piece[], Piece[]] = [[], []];
  let passed = 0;
  for (const piece of pieces) {
    const at = Math.max(0, Math.min(piece.text.length, cut - passed));
    if (at > 0) left.push({ ...piece, text: piece.text.slice(0, at) });
    if (at < piece.text.length) right.push({ ...piece, text: piece.text.slice(at) });
    passed += piece.text.length;
  }
  return [left, right];
}

function shown(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, look }) => {
      const letters = unicodeOf(text, look.otherFont);
      return look.caps ? letters.toLocaleUpperCase('vi') : letters;
    })
    .join('')
    .normalize('NFC')
    .trim();
}

/** Text that is underlined has a line as long as what is underlined. */
function underlineOf({ pieces }: TextLine): DrawnLine | null {
  const letters = pieces.filter(({ text }) => text.trim() !== '');
  const underlined = letters.filter(({ look }) => look.underline);
  if (underlined.length === 0) return null;
  return { by: 'stroke', length: underlined.reduce((sum, piece) => sum + widthOf(piece), 0), middle: null };
}

function widthOf({ text, look }: Piece): number {
  return textWidth(text, look.size ?? 0, look.bold);
}
