import type { Outline } from '../../../../files/domain/pdf/drawn-path.js';
import type { Box } from '../../../../files/domain/pdf/matrix.js';

/** What is filled piece by piece; no piece lies in more than one cell. */
export interface FilledCells {
  /** Nothing outside of it counts. */
  readonly place: Box;
  /** Edge of a cell, in points. */
  readonly cell: number;
  /** Counts the work. @returns whether there may be more of it */
  readonly mayGoOn: (steps: number) => boolean;
  readonly paint: (x: number, y: number, area: number) => void;
}

/** A side of an outline that goes up or down, within the heights that count. */
interface Edge {
  readonly low: number;
  readonly high: number;
  readonly turn: 1 | -1;
  readonly acrossAt: (height: number) => number;
}

/** Where a side runs through a band: at its foot and at its top. */
interface Side {
  readonly foot: number;
  readonly top: number;
}

/** Sides of a band that cross each other within it, or one that crosses none. */
interface Knot {
  readonly left: Side;
  readonly right: Side;
  readonly turn: number;
  readonly isTangled: boolean;
}

interface Band {
  readonly low: number;
  readonly high: number;
}

/**
 * How much the outlines fill of each cell. It measures instead of sampling: between two heights at which nothing begins or ends, what is
 * filled is a row of trapezia, so that no bar is too thin, and none lies between two samples. Where sides cross within such a band, all
 * that lies between them counts as filled.
 */
export function paintFilled(outlines: readonly Outline['points'][], isEvenOdd: boolean, cells: FilledCells): void {
  const edges = outlines.flatMap((points) => edgesOf(points, cells.place)).sort((a, b) => a.low - b.low);
  const heights = heightsOf(edges, cells);
  const isInside = (winding: number): boolean => (isEvenOdd ? winding % 2 !== 0 : winding !== 0);
  let active: Edge[] = [];
  let next = 0;
  for (const [at, low] of heights.entries()) {
    active = active.filter((edge) => edge.high > low);
    for (let edge = edges[next]; edge && edge.low <= low; edge = edges[next]) {
      active.push(edge);
      next += 1;
    }
    if (!cells.mayGoOn(active.length + 1)) return;
    paintBand({ low, high: heights[at + 1] ?? low }, active, isInside, cells);
  }
}

/** Work beyond that is not worth it: then all of a box counts as filled. */
const MAX_STEPS = 200_000;

/** How much the outlines fill of a box. */
export function filledWithin(outlines: readonly Outline['points'][], isEvenOdd: boolean, place: Box): number {
  let [steps, filled] = [0, 0];
  paintFilled(outlines, isEvenOdd, {
    place,
    cell: Math.max(place.right - place.left, place.top - place.bottom),
    mayGoOn: (more) => (steps += more) <= MAX_STEPS,
    paint: (_x, _y, area) => {
      filled += area;
    },
  });
  return steps > MAX_STEPS ? Infinity : filled;
}

function edgesOf(points: Outline['points'], { bottom, top }: Box): Edge[] {
  return points.flatMap(([x, y], at) => {
    const [fromX, fromY] = points.at(at - 1) ?? [x, y];
    const [low, high] = [Math.max(Math.min(fromY, y), bottom), Math.min(Math.max(fromY, y), top)];
    if (!(low < high)) return [];
    const slope = (x - fromX) / (y - fromY);
    return [{ low, high, turn: y > fromY ? 1 : -1, acrossAt: (height) => fromX + (height - fromY) * slope } as const];
  });
}

/** All heights at which an edge begins or ends, or a row of cells does, in order. */
function heightsOf(edges: readonly Edge[], { cell, mayGoOn }: FilledCells): readonly number[] {
  const heights = new Set<number>();
  let [lowest, highest] = [Infinity, -Infinity];
  for (const { low, high } of edges) {
    heights.add(low).add(high);
    lowest = Math.min(lowest, low);
    highest = Math.max(highest, high);
  }
  for (let row = Math.ceil(lowest / cell); row * cell < highest && mayGoOn(1); row += 1) heights.add(row * cell);
  return [...heights].sort((a, b) => a - b);
}

function paintBand(
  band: Band,
  active: readonly Edge[],
  isInside: (winding: number) => boolean,
  cells: FilledCells,
): void {
  let winding = 0;
  let start: Side | null = null;
  for (const { left, right, turn, isTangled } of knotsOf(band, active)) {
    const wasInside = isInside(winding);
    winding += turn;
    if (!wasInside) start = left;
    if ((wasInside || isTangled) && !isInside(winding)) paintBetween(band, [start ?? left, right], cells);
  }
}

/** Finer than anything that is drawn, and coarser than what reckoning loses: sides that meet in a point do not cross there. */
const FINEST = 10_000;

/** From left to right. */
function knotsOf({ low, high }: Band, active: readonly Edge[]): readonly Knot[] {
  const rounded = (across: number): number => Math.round(across * FINEST) / FINEST;
  const sides = active
    .map(({ turn, acrossAt }) => ({ turn, foot: rounded(acrossAt(low)), top: rounded(acrossAt(high)) }))
    .sort((a, b) => a.foot - b.foot || a.top - b.top);
  const leastBehind = leastTopsBehind(sides);
  const knots: Knot[] = [];
  let open: Knot | null = null;
  for (const [at, side] of sides.entries()) {
    const { turn } = side;
    open = open === null ? { left: side, right: side, turn, isTangled: false } : tangled(open, side, turn);
    if (open.right.top <= (leastBehind[at] ?? Infinity)) {
      knots.push(open);
      open = null;
    }
  }
  return knots;
}

/** For each side, the least top of all on its right. */
function leastTopsBehind(sides: readonly Side[]): readonly number[] {
  const least: number[] = sides.map(() => Infinity);
  for (let at = sides.length - 2; at >= 0; at -= 1) {
    least[at] = Math.min(sides[at + 1]?.top ?? Infinity, least[at + 1] ?? Infinity);
  }
  return least;
}

function tangled({ left, right, turn }: Knot, { foot, top }: Side, further: number): Knot {
  return {
    left: { foot: Math.min(left.foot, foot), top: Math.min(left.top, top) },
    right: { foot: Math.max(right.foot, foot), top: Math.max(right.top, top) },
    turn: turn + further,
    isTangled: true,
  };
}

function paintBetween({ low, high }: Band, [left, right]: readonly [Side, Side], cells: FilledCells): void {
  const { place, cell, mayGoOn, paint } = cells;
  const first = Math.floor(Math.max(Math.min(left.foot, left.top), place.left) / cell);
  const last = Math.ceil(Math.min(Math.max(right.foot, right.top), place.right) / cell);
  for (let column = first; column < last && mayGoOn(1); column += 1) {
    const [from, to] = [column * cell, (column + 1) * cell];
    const behind = (side: Side): number => breadthTo(side, to) - breadthTo(side, from);
    const x = Math.min(Math.max((from + to) / 2, place.left), place.right);
    paint(x, (low + high) / 2, (behind(left) - behind(right)) * (high - low));
  }
}

/** How broad the room is, on an average over the band, from a side to a line straight up that lies on its right. */
function breadthTo({ foot, top }: Side, line: number): number {
  const [near, far] = [Math.min(foot, top), Math.max(foot, top)];
  if (line <= near) return 0;
  if (line >= far) return line - (near + far) / 2;
  return (line - near) ** 2 / (2 * (far - near));
}
