import { type Outline, within } from '../../../../files/domain/pdf/drawn-path.js';
import { areaOf, type Box } from '../../../../files/domain/pdf/matrix.js';
import type { Point } from '../../../../files/domain/pdf/path-points.js';

/** Edge of a cell, and how many of them make a window, in points: a letter or two of a text. */
const CELL = 3;
const WINDOW = 4;
/** So much of a window is a ground: what stands under it cannot be read. Of 144 square points. */
const FULL = 120;
/** How long the pieces are that a line is counted in, in points. */
const PIECE = 1.5;
/** No seal or signature is drawn in more; beyond that everything counts as a ground. */
const MOST_PIECES = 300_000;

interface Crossing {
  readonly x: number;
  readonly turn: 1 | -1;
}

/**
 * How densely a look paints each part of its place, whatever it paints with: lines that lie side by side, tiles, and pictures make a
 * ground together that none of them is alone. Paint that lies on paint counts twice, so that it is never less than it is.
 */
export class PaintedGround {
  private readonly cells = new Map<string, number>();
  private pieces = 0;

  constructor(private readonly place: Box) {}

  /** A line along the points, and back to the first where it goes around something. */
  line(points: Outline['points'], breadth: number): void {
    const [[startX, startY] = [0, 0]] = points;
    // What begins may be a dot.
    this.stretch([startX - breadth / 2, startY], [startX + breadth / 2, startY], breadth);
    const ends = points.length > 2 ? [...points.slice(1), ...points.slice(0, 1)] : points.slice(1);
    for (const [at, [toX, toY]] of ends.entries()) {
      const [x, y] = points[at] ?? [toX, toY];
      this.stretch([x, y], [toX, toY], breadth);
    }
  }

  /** In pieces along the way, and side by side where it is broad. */
  private stretch([x, y]: Point, [toX, toY]: Point, breadth: number): void {
    const length = Math.hypot(toX - x, toY - y);
    const along = Math.min(Math.ceil(length / PIECE), MOST_PIECES);
    const aside = Math.max(1, Math.min(Math.ceil(breadth / PIECE), MOST_PIECES));
    for (let piece = 0; piece < along * aside && this.mayGoOn; piece += 1) {
      const share = (Math.floor(piece / aside) + 0.5) / along;
      const off = (((piece % aside) + 0.5) / aside - 0.5) * (breadth / length);
      const [across, up] = [toX - x, toY - y];
      this.paint(x + across * share - up * off, y + up * share + across * off, (length * breadth) / (along * aside));
    }
  }

  /** What lines go around. */
  fill(outlines: readonly Outline['points'][], isEvenOdd: boolean): void {
    const rows = new Map<number, Crossing[]>();
    for (const points of outlines) {
      for (const [at, point] of points.entries()) this.cross(rows, points.at(at - 1) ?? point, point);
    }
    for (const [row, crossings] of rows) {
      let winding = 0;
      for (const [at, { x, turn }] of crossings.sort((a, b) => a.x - b.x).entries()) {
        winding += turn;
        const isInside = isEvenOdd ? winding % 2 !== 0 : winding !== 0;
        if (isInside) this.span([x, crossings[at + 1]?.x ?? x], (row + 0.5) * PIECE);
      }
    }
  }

  private cross(rows: Map<number, Crossing[]>, [x, y]: Point, [toX, toY]: Point): void {
    const [low, high] = [Math.max(Math.min(y, toY), this.place.bottom), Math.min(Math.max(y, toY), this.place.top)];
    const last = Math.ceil(high / PIECE - 0.5);
    for (let row = Math.ceil(low / PIECE - 0.5); row < last && this.mayGoOn; row += 1) {
      const share = ((row + 0.5) * PIECE - y) / (toY - y);
      const crossings = rows.get(row) ?? [];
      crossings.push({ x: x + (toX - x) * share, turn: toY > y ? 1 : -1 });
      rows.set(row, crossings);
    }
  }

  private span([from, to]: readonly [number, number], y: number): void {
    const [left, right] = [Math.max(from, this.place.left), Math.min(to, this.place.right)];
    const count = Math.max(0, Math.ceil((right - left) / PIECE));
    const breadth = (right - left) / count;
    for (let piece = 0; piece < count && this.mayGoOn; piece += 1) {
      this.paint(left + (piece + 0.5) * breadth, y, breadth * PIECE);
    }
  }

  /** An area somewhere within a box. */
  area(box: Box, painted: number): void {
    const part = within(box, this.place);
    const [across, up] = [part.right - part.left, part.top - part.bottom];
    const [columns, rows] = [Math.ceil(across / PIECE), Math.ceil(up / PIECE)];
    const density = Math.min(1, painted / areaOf(box)) || 0;
    for (let at = 0; at < columns * rows && this.mayGoOn; at += 1) {
      const [column, row] = [at % columns, Math.floor(at / columns)];
      const [x, y] = [part.left + ((column + 0.5) * across) / columns, part.bottom + ((row + 0.5) * up) / rows];
      this.paint(x, y, density * (across / columns) * (up / rows));
    }
  }

  private get mayGoOn(): boolean {
    this.pieces += 1;
    return this.pieces <= MOST_PIECES;
  }

  private paint(x: number, y: number, area: number): void {
    const { left, bottom, right, top } = this.place;
    if (x < left || x > right || y < bottom || y > top) return;
    const cell = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
    this.cells.set(cell, Math.min(CELL * CELL, (this.cells.get(cell) ?? 0) + area));
  }

  /** The parts that are a ground. */
  get grounds(): readonly Box[] {
    if (this.pieces > MOST_PIECES) return [this.place];
    return [...this.cells.keys()].flatMap((cell) => {
      const [x = 0, y = 0] = cell.split(' ').map(Number);
      const box = { left: x * CELL, bottom: y * CELL, right: (x + WINDOW) * CELL, top: (y + WINDOW) * CELL };
      return this.paintedFrom(x, y) >= FULL ? [within(box, this.place)] : [];
    });
  }

  private paintedFrom(x: number, y: number): number {
    let painted = 0;
    for (let at = 0; at < WINDOW * WINDOW; at += 1) {
      painted += this.cells.get(`${x + (at % WINDOW)} ${y + Math.floor(at / WINDOW)}`) ?? 0;
    }
    return painted;
  }
}
