import { type Box, IDENTITY, type Matrix } from './matrix.js';
import { boxAround, type Point, pointsOf, straightened } from './path-points.js';

/** What bounds everything that is drawn. */
export interface Clip {
  readonly box: Box;
  /** Whether all of the box is open: it was bounded by rectangles along the axes alone. */
  readonly isWhole: boolean;
}

const FAR = 1e9;
export const UNCLIPPED: Clip = { box: { left: -FAR, bottom: -FAR, right: FAR, top: FAR }, isWhole: true };

/** What is left open where a further box bounds it. */
export function clippedTo({ box, isWhole }: Clip, further: Box, isRectangle = true): Clip {
  return { box: within(box, further), isWhole: isWhole && isRectangle };
}

/** The part of a box that lies in another; empty at its edge when they lie apart. */
export function within(box: Box, other: Box): Box {
  const [left, bottom] = [Math.max(box.left, other.left), Math.max(box.bottom, other.bottom)];
  return {
    left,
    bottom,
    right: Math.max(left, Math.min(box.right, other.right)),
    top: Math.max(bottom, Math.min(box.top, other.top)),
  };
}

/** One line of a path without a break. */
export interface Outline {
  readonly points: readonly Point[];
  readonly box: Box;
  readonly area: number;
}

/** A path while it is built, in its own measure. */
export class DrawnPath {
  /** Of curves, those that bend them too. */
  private readonly points: Point[] = [];
  /** Where in the points a line begins. */
  private readonly starts: number[] = [];
  /** Lines that are rectangles, of which only two corners are kept. */
  private readonly rectangles = new Set<number>();
  /** Curves, by where their points begin. */
  private readonly curves = new Map<number, string>();
  /** Where a line was closed: what follows begins a new one there. */
  private closedAt: Point | null = null;

  go(operator: string, numbers: readonly number[]): void {
    if (operator === 'h') this.closedAt = this.points[this.starts.at(-1) ?? 0] ?? null;
    else this.begin(operator);
    if (operator === 're') this.rectangles.add(this.points.length);
    if (CURVES.has(operator)) this.curves.set(this.points.length, operator);
    const points = pointsOf(operator, numbers);
    this.points.push(...points);
    if (operator === 're') this.closedAt = points[0] ?? null;
  }

  private begin(operator: string): void {
    const isNew = operator === 'm' || operator === 're';
    if (isNew || this.starts.length === 0 || this.closedAt) this.starts.push(this.points.length);
    if (!isNew && this.closedAt) this.points.push(this.closedAt);
    this.closedAt = null;
  }

  get isEmpty(): boolean {
    return this.points.length === 0;
  }

  get box(): Box {
    return boxAround(this.points);
  }

  get isRectangle(): boolean {
    const [only, more] = this.outlines(IDENTITY);
    return only !== undefined && !more && isRectangle(only.points);
  }

  /** Its lines with all points that bound them; those of a curve enclose it, and may enclose more or less area than it does. */
  outlines(matrix: Matrix): Outline[] {
    return this.starts.map((start, at) => {
      const kept = this.points.slice(start, this.starts[at + 1]);
      const points = (this.rectangles.has(start) ? cornersOf(kept) : kept).map((point) => moved(point, matrix));
      return { points, box: boxAround(points), area: areaOf(points) };
    });
  }

  /** Where its lines run; curves in short straight pieces. */
  lines(matrix: Matrix): (readonly Point[])[] {
    return this.starts.map((start, at) => {
      const end = this.starts[at + 1] ?? this.points.length;
      if (this.rectangles.has(start)) return cornersOf(this.points.slice(start, end)).map((one) => moved(one, matrix));
      const line: Point[] = [];
      for (let next = start; next < end; next += 1) {
        const operator = this.curves.get(next);
        const last = operator === 'c' ? next + 2 : next + 1;
        const here = this.points.slice(next, operator === undefined ? next + 1 : last + 1);
        const moves = here.map((point) => moved(point, matrix));
        line.push(...(operator === undefined ? moves : straightened(operator, line.at(-1), moves)));
        if (operator !== undefined) next = last;
      }
      return line;
    });
  }
}

/** Four, and the first again. */
const MAX_CORNERS = 5;

/** Whether a line goes around a rectangle along the axes. */
export function isRectangle(points: readonly Point[]): boolean {
  const { left, bottom, right, top } = boxAround(points);
  const isSound = points.every(([x, y], at) => {
    const [nextX, nextY] = points[at + 1] ?? points[0] ?? [x, y];
    return (x === left || x === right) && (y === bottom || y === top) && (x === nextX || y === nextY);
  });
  return points.length >= 4 && points.length <= MAX_CORNERS && isSound;
}

const CURVES: ReadonlySet<string> = new Set(['c', 'v', 'y']);

function cornersOf([[left, bottom] = [0, 0], [right, top] = [0, 0], ...rest]: readonly Point[]): Point[] {
  return [[left, bottom], [right, bottom], [right, top], [left, top], ...rest];
}

function moved([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point {
  return [x * a + y * c + e, x * b + y * d + f];
}

/** What a line encloses; one that crosses itself may enclose more. */
function areaOf(points: readonly Point[]): number {
  let doubled = 0;
  let [x, y] = points.at(-1) ?? [0, 0];
  for (const [nextX, nextY] of points) {
    doubled += x * nextY - nextX * y;
    [x, y] = [nextX, nextY];
  }
  return Math.abs(doubled) / 2;
}

/** Operators that lead a path on, straight or curved. */
export const WAYS: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h']);
/** Operators after which a path bounds what is drawn next. */
export const CLIPPING: ReadonlySet<string> = new Set(['W', 'W*']);
export const FILLING: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
export const STROKING: ReadonlySet<string> = new Set(['S', 's', 'B', 'B*', 'b', 'b*']);
/** Operators that build a path or end it. */
export const PATH: ReadonlySet<string> = new Set([...WAYS, ...CLIPPING, ...FILLING, ...STROKING, 'n']);
