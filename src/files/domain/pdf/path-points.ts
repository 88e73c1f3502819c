import type { Box } from './matrix.js';

export type Point = readonly [x: number, y: number];

/** The points that bound a step of a path; no curve leaves the box around those that bend it. */
export function pointsOf(operator: string, numbers: readonly number[]): Point[] {
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  const far: Point[] = operator === 're' ? [[x + width, y + height]] : [];
  const written = operator === 're' ? numbers.slice(0, 2) : numbers;
  return [...written.flatMap((one, at): Point[] => (at % 2 === 0 ? [[one, written[at + 1] ?? 0]] : [])), ...far];
}

/** Point by point: a hostile path has more of them than a call may have arguments. */
export function boxAround(points: readonly Point[]): Box {
  const [[x, y] = [0, 0]] = points;
  let [left, bottom, right, top] = [x, y, x, y];
  for (const [across, up] of points) {
    [left, right] = [Math.min(left, across), Math.max(right, across)];
    [bottom, top] = [Math.min(bottom, up), Math.max(top, up)];
  }
  return { left, bottom, right, top };
}

/** How many pieces a curve is cut into at least and at most; as many as leave it by no more than a tenth of a point. */
const [MIN_PIECES, MAX_PIECES] = [4, 48];

/**
 * A curve in straight pieces.
 *
 * @param from where it begins; a path that begins with a curve begins at the first point that bends it
 * @param points those that bend it, and its end
 *
 * Source: ISO 32000-1, 8.5.2.2, table 59.
 */
export function straightened(operator: string, from: Point | undefined, points: readonly Point[]): Point[] {
  const [first = [0, 0], second = first, third = second] = points;
  const start = from ?? first;
  const bent: Readonly<Record<string, readonly [Point, Point, Point]>> = {
    v: [start, first, second],
    y: [first, second, second],
  };
  const [one, other, end] = bent[operator] ?? [first, second, third];
  const length = distance(start, one) + distance(one, other) + distance(other, end);
  const pieces = Math.max(MIN_PIECES, Math.min(MAX_PIECES, Math.ceil(1.5 * Math.sqrt(length)))) || MAX_PIECES;
  return Array.from({ length: pieces }, (_, at): Point => {
    const share = (at + 1) / pieces;
    const rest = 1 - share;
    const weights = [rest ** 3, 3 * rest * rest * share, 3 * rest * share * share, share ** 3] as const;
    const along = (axis: 0 | 1): number =>
      start[axis] * weights[0] + one[axis] * weights[1] + other[axis] * weights[2] + end[axis] * weights[3];
    return [along(0), along(1)];
  });
}

function distance([x, y]: Point, [toX, toY]: Point): number {
  return Math.hypot(toX - x, toY - y);
}
