import type { FileState } from '../../../files/domain/pdf/file-state.js';
import { drawPage } from '../../../files/domain/pdf/page-drawing.js';
import type { ShownText } from '../../../files/domain/pdf/page-listener.js';
import type { PdfPage } from '../../../files/domain/pdf/pages.js';
import type { Piece, TextLook } from '../../domain/format/page/page-model.js';

const MILLIMETRES = 25.4 / 72;
/** Letters whose feet differ by no more stand on one line. */
const SAME_LINE = 0.8;
/** So much room between letters parts words, for each point of their size. */
const WORD_GAP = 0.16;
/** So much room parts columns; less does where no blank is written. */
const COLUMN_GAP = 6.5;
const BARE_COLUMN_GAP = 2.8;
const THICKEST_STROKE = 0.8;
const MIN_STROKE_LENGTH = 3;

/** Letters side by side, without a gap that would part columns. All lengths in millimetres from the top left corner. */
export interface Segment {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface PhysicalLine {
  readonly page: number;
  readonly segments: readonly Segment[];
  /** Where its letters stand. */
  readonly base: number;
  readonly size: number;
}

export interface PhysicalStroke {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** A stroke that stands, as between the columns of a table. */
export interface Post {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PhysicalPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PhysicalLine[];
  readonly strokes: readonly PhysicalStroke[];
  readonly posts: readonly Post[];
}

interface Letter {
  readonly text: string;
  readonly look: TextLook;
  readonly left: number;
  readonly right: number;
  readonly base: number;
}

/** What a page shows, as lines of letters and straight strokes. @throws PdfMalformed */
export function readPhysicalPage(state: FileState, page: PdfPage, number: number): PhysicalPage {
  const { box } = page;
  const [width, height] = [(box.right - box.left) * MILLIMETRES, (box.top - box.bottom) * MILLIMETRES];
  const letters: Letter[] = [];
  const strokes: PhysicalStroke[] = [];
  const posts: Post[] = [];
  drawPage(state, page.dictionary, {
    text: (shown) => letters.push(letterOf(shown, page)),
    path: (path) => {
      const [left, right] = [(path.left - box.left) * MILLIMETRES, (path.right - box.left) * MILLIMETRES];
      const [top, bottom] = [(box.top - path.top) * MILLIMETRES, (box.top - path.bottom) * MILLIMETRES];
      const isFlat = bottom - top <= THICKEST_STROKE;
      if (right - left <= THICKEST_STROKE && bottom - top >= MIN_STROKE_LENGTH) posts.push({ left, top, bottom });
      if (isFlat && right - left >= MIN_STROKE_LENGTH) strokes.push({ page: number, left, right, top });
    },
  });
  const turned = page.isTurned ? { width: height, height: width } : { width, height };
  return { ...turned, number, lines: linesOf(letters, number), strokes, posts };
}

function letterOf({ bytes, font, size, colour, box, baseline }: ShownText, page: PdfPage): Letter {
  const name = font.name.replace(/^[A-Z]{6}\+/u, '');
  return {
    text: font.textOf(bytes),
    left: (box.left - page.box.left) * MILLIMETRES,
    right: (box.right - page.box.left) * MILLIMETRES,
    base: (page.box.top - baseline) * MILLIMETRES,
    look: {
      font: name === '' ? null : name,
      otherFont: name === '' ? null : name,
      size: Math.round(size * 10) / 10,
      bold: /bold|black|heavy|demi/iu.test(name),
      italic: /italic|oblique/iu.test(name),
      caps: false,
      underline: false,
      colour,
    },
  };
}

function linesOf(letters: readonly Letter[], page: number): readonly PhysicalLine[] {
  const rows: Letter[][] = [];
  for (const letter of [...letters].sort((a, b) => a.base - b.base || a.left - b.left)) {
    const row = rows.at(-1);
    if (row && letter.base - (row[0]?.base ?? 0) <= SAME_LINE) row.push(letter);
    else rows.push([letter]);
  }
  return rows
    .map((row) =>
      lineOf(
        row.sort((a, b) => a.left - b.left),
        page,
      ),
    )
    .filter(({ segments }) => segments.length > 0);
}

function lineOf(row: readonly Letter[], page: number): PhysicalLine {
  const segments: Segment[] = [];
  let current: Letter[] = [];
  for (const letter of row) {
    const before = current.at(-1);
    if (before && isColumnGap(before, letter)) {
      segments.push(segmentOf(current));
      current = [];
    }
    current.push(letter);
  }
  segments.push(segmentOf(current));
  const size = Math.max(...row.map(({ look }) => look.size ?? 0));
  return { page, segments: segments.filter(({ text }) => text !== ''), base: row[0]?.base ?? 0, size };
}

function isColumnGap(before: Letter, letter: Letter): boolean {
  const gap = letter.left - before.right;
  const hasBlank = /\s$/u.test(before.text) || /^\s/u.test(letter.text);
  return gap > COLUMN_GAP || (gap > BARE_COLUMN_GAP && !hasBlank);
}

function segmentOf(letters: readonly Letter[]): Segment {
  const pieces: Piece[] = [];
  let before: Letter | undefined;
  for (const letter of letters) {
    const gap = before ? letter.left - before.right : 0;
    const isApart =
      gap > WORD_GAP * (letter.look.size ?? 0) * MILLIMETRES &&
      !/\s$/u.test(before?.text ?? '') &&
      !/^\s/u.test(letter.text);
    pieces.push({ kind: 'text', text: (isApart ? ' ' : '') + letter.text, look: letter.look, isPlace: false });
    before = letter;
  }
  const spoken = letters.filter(({ text }) => text.trim() !== '');
  return {
    pieces,
    text: pieces
      .map(({ text }) => text)
      .join('')
      .trim(),
    left: Math.min(...spoken.map(({ left }) => left)),
    right: Math.max(...spoken.map(({ right }) => right)),
  };
}
