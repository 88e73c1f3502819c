import { type Outline, within } from '../../../../files/domain/pdf/drawn-path.js';
import { type Box, type Matrix, transformed } from '../../../../files/domain/pdf/matrix.js';
import type { Point } from '../../../../files/domain/pdf/path-points.js';
import { type FilledCells, paintFilled } from './filled-area.js';
import type { PictureMask } from './picture-mask.js';

/** Edge of a cell, in points. */
const CELL = 1.5;
/** Parts of a letter or two of a text, or of a few in a small line, in cells; and how much of one is a ground that nothing can be read under. */
const WINDOWS = [
  { columns: 8, rows: 8, full: 0.83 },
  { columns: 12, rows: 6, full: 0.88 },
  { columns: 6, rows: 12, full: 0.88 },
] as const;
/** How long and broad the pieces are that a picture is counted in, in points. */
const PIECE = 1.5;
/** No seal or signature is drawn in more; beyond that everything counts as a ground. */
const MAX_PIECES = 1_000_000;
/** Nor is a page that a signature stands on larger than that, in cells: some forty times A4. */
const MAX_CELLS = 8_000_000;
/**
 * The thinnest that a device paints, in points: a pixel of a screen. A line of no breadth is as broad, and what is filled no thinner.
 *
 * Source: ISO 32000-2, 8.4.3.2 and 10.7.4.
 */
export const HAIR = 0.75;

/** How a line is drawn, on the page. */
export interface Pen {
  readonly breadth: number;
  /** How far a corner may reach beyond the line, in its breadths (ISO 32000-1, 8.4.3.5); 0 where corners are cut off. */
  readonly miterLimit: number;
}

/**
 * How densely an appearance paints each part of its place, whatever it paints with: lines that lie side by side, tiles, and pictures make a
 * ground together that none of them is alone. Paint that lies on paint counts twice, so that it is never less than it is.
 */
export class PaintedGround {
  private readonly canvas: FilledCells;
  private readonly first: Point;
  private readonly columns: number;
  private readonly rows: number;
  /** Painted area by cell, row by row from the foot of the place; null where nothing is painted, or the place is too large. */
  private cells: Float32Array | null = null;
  private pieces = 0;

  constructor(private readonly place: Box) {
    this.first = [Math.floor(place.left / CELL), Math.floor(place.bottom / CELL)];
    this.columns = Math.floor(place.right / CELL) - this.first[0] + 1;
    this.rows = Math.floor(place.top / CELL) - this.first[1] + 1;
    this.canvas = {
      place,
      cell: CELL,
      mayGoOn: (steps) => this.mayGoOn(steps),
      paint: (x, y, area) => {
        this.paint(x, y, area);
      },
    };
  }

  /** A line along the points, and back to the first where it goes around something. */
  line(points: Outline['points'], pen: Pen): void {
    const [[startX, startY] = [0, 0]] = points;
    const breadth = Math.max(pen.breadth, HAIR);
    // What begins may be a dot.
    this.stretch([startX - breadth / 2, startY], [startX + breadth / 2, startY], breadth);
    const ends = points.length > 2 ? [...points.slice(1), ...points.slice(0, 1)] : points.slice(1);
    for (const [at, to] of ends.entries()) {
      const from = points[at] ?? to;
      this.stretch(from, to, breadth);
      this.corner([from, to, ends[at + 1] ?? ends[0] ?? to], { ...pen, breadth });
    }
  }

  /** The tip of a pointed corner: a triangle as broad as the line. */
  private corner([[fromX, fromY], [x, y], [toX, toY]]: readonly [Point, Point, Point], pen: Pen): void {
    const { breadth, miterLimit } = pen;
    const [before, after] = [Math.hypot(fromX - x, fromY - y), Math.hypot(toX - x, toY - y)];
    if (before === 0 || after === 0) return;
    const [across, up] = [(fromX - x) / before + (toX - x) / after, (fromY - y) / before + (toY - y) / after];
    // Half of the sum of both directions is the cosine of half the angle between them.
    const cosine = Math.min(1, Math.hypot(across, up) / 2);
    const reach = 1 / Math.sqrt(1 - cosine * cosine);
    if (reach < SHARP || reach > miterLimit) return;
    const length = (reach * breadth) / (4 * cosine);
    this.stretch([x, y], [x - across * length, y - up * length], breadth / 2);
  }

  /** A straight piece of a line is an area that is long. */
  private stretch([x, y]: Point, [toX, toY]: Point, breadth: number): void {
    const length = Math.hypot(toX - x, toY - y);
    if (length === 0) return;
    const [across, up] = [((y - toY) / length) * (breadth / 2), ((toX - x) / length) * (breadth / 2)];
    const corners: readonly Point[] = [
      [x + across, y + up],
      [toX + across, toY + up],
      [toX - across, toY - up],
      [x - across, y - up],
    ];
    paintFilled([corners], false, this.canvas);
  }

  /** What lines go around. */
  fill(outlines: readonly Outline['points'][], isEvenOdd: boolean): void {
    paintFilled(outlines, isEvenOdd, this.canvas);
    for (const points of outlines) {
      const missing = HAIR - thicknessOf(points);
      // Around it, and so twice along it.
      if (missing > 0) this.edge(points, missing / 2);
    }
  }

  private edge(points: Outline['points'], breadth: number): void {
    for (const [at, point] of points.entries()) this.stretch(points.at(at - 1) ?? point, point, breadth);
  }

  /** A picture as its mask lets it through. @param matrix puts the square of one point that it fills on the page */
  picture(mask: PictureMask, matrix: Matrix): void {
    const [a, b, c, d] = matrix;
    const piecesIn = (extent: number): number => Math.min(Math.max(1, Math.ceil(extent / PIECE)), MAX_PIECES);
    const [columns, rows] = [piecesIn(Math.hypot(a, b)), piecesIn(Math.hypot(c, d))];
    const [across, up] = [1 / columns, 1 / rows];
    const area = Math.abs(a * d - b * c) * across * up;
    for (let at = 0; at < columns * rows && this.mayGoOn(1); at += 1) {
      const [left, bottom] = [(at % columns) * across, Math.floor(at / columns) * up];
      const part = { left, bottom, right: left + across, top: bottom + up };
      const onPage = transformed(part, matrix);
      const [x, y] = [(onPage.left + onPage.right) / 2, (onPage.bottom + onPage.top) / 2];
      this.paint(x, y, area * mask.shareOf(part));
    }
  }

  private mayGoOn(steps: number): boolean {
    this.pieces += steps;
    return this.pieces <= MAX_PIECES;
  }

  private paint(x: number, y: number, area: number): void {
    const { left, bottom, right, top } = this.place;
    if (x < left || x > right || y < bottom || y > top) return;
    if (!(this.columns * this.rows <= MAX_CELLS)) this.pieces = Infinity;
    else {
      this.cells ??= new Float32Array(this.columns * this.rows);
      const at = (Math.floor(y / CELL) - this.first[1]) * this.columns + Math.floor(x / CELL) - this.first[0];
      this.cells[at] = Math.min(CELL * CELL, (this.cells[at] ?? 0) + area);
    }
  }

  /** The parts that are a ground. */
  get grounds(): readonly Box[] {
    if (this.pieces > MAX_PIECES) return [this.place];
    if (this.cells === null) return [];
    const sums = this.sumsOf(this.cells);
    return WINDOWS.flatMap((window) => this.fullWindows(sums, window));
  }

  /** Of all cells below and to the left, with one row and one column more than there are. */
  private sumsOf(cells: Float32Array): Float64Array {
    const step = this.columns + 1;
    const sums = new Float64Array(step * (this.rows + 1));
    for (let row = 0; row < this.rows; row += 1) {
      let sum = 0;
      for (let column = 0; column < this.columns; column += 1) {
        sum += cells[row * this.columns + column] ?? 0;
        sums[(row + 1) * step + column + 1] = sum + (sums[row * step + column + 1] ?? 0);
      }
    }
    return sums;
  }

  private fullWindows(sums: Float64Array, { columns, rows, full }: (typeof WINDOWS)[number]): readonly Box[] {
    const step = this.columns + 1;
    const least = full * columns * rows * CELL * CELL;
    const boxes: Box[] = [];
    for (let row = 0; row < this.rows; row += 1) {
      const [low, high] = [row * step, Math.min(row + rows, this.rows) * step];
      for (let column = 0; column < this.columns; column += 1) {
        const end = Math.min(column + columns, this.columns);
        const [both, below] = [
          (sums[high + end] ?? 0) - (sums[high + column] ?? 0),
          (sums[low + end] ?? 0) - (sums[low + column] ?? 0),
        ];
        if (both - below < least) continue;
        const [x, y] = [this.first[0] + column, this.first[1] + row];
        const box = { left: x * CELL, bottom: y * CELL, right: (x + columns) * CELL, top: (y + rows) * CELL };
        boxes.push(within(box, this.place));
      }
    }
    return boxes;
  }
}

/** Corners that reach less far add nothing to a line that is worth counting. */
const SHARP = 1.5;

/** On an average: of something long, its area by half of the way around it. */
function thicknessOf(points: Outline['points']): number {
  let [doubled, around] = [0, 0];
  let [x, y] = points.at(-1) ?? [0, 0];
  for (const [nextX, nextY] of points) {
    doubled += x * nextY - nextX * y;
    around += Math.hypot(nextX - x, nextY - y);
    [x, y] = [nextX, nextY];
  }
  return around === 0 ? 0 : Math.abs(doubled) / around;
}
