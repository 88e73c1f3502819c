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
