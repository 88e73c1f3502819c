import type { FileState } from './file-state.js';
import { PdfArray, type PdfValue } from './values.js';

/** `[a b c d e f]`, as PDF writes a transformation. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A rectangle along the axes, in points. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `a`, then `b`. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

/** The box around a transformed box. */
export function transformed({ left, bottom, right, top }: Box, matrix: Matrix): Box {
  const corners = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ].map(([x = 0, y = 0]) => [x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5]]);
  const xs = corners.map(([x = 0]) => x);
  const ys = corners.map(([, y = 0]) => y);
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

/** How many times as long as before a line becomes at most, in whichever direction it runs. */
export function largestScaleOf([a, b, c, d]: Matrix): number {
  const squares = a * a + b * b + c * c + d * d;
  const area = a * d - b * c;
  return Math.sqrt((squares + Math.sqrt(Math.max(0, squares * squares - 4 * area * area))) / 2);
}

export function wider({ left, bottom, right, top }: Box, by: number): Box {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by };
}

export function areaOf({ left, bottom, right, top }: Box): number {
  return (right - left) * (top - bottom);
}

/** Whether a cover takes more than a hair's breadth of a place; one as thin as hairs, of which many could lie side by side, more than half its own. */
export function overlaps(place: Box, cover: Box): boolean {
  const width = Math.min(place.right, cover.right) - Math.max(place.left, cover.left);
  const height = Math.min(place.top, cover.top) - Math.max(place.bottom, cover.bottom);
  return width > hairs(cover.right - cover.left) && height > hairs(cover.top - cover.bottom);
}

function hairs(extent: number): number {
  return Math.min(1, extent / 2);
}

export function numbersOf(state: FileState, value: PdfValue): number[] {
  const list = state.resolve(value);
  if (!(list instanceof PdfArray)) return [];
  return list.items.map((item) => state.resolve(item)).map((item) => (typeof item === 'number' ? item : 0));
}

export function boxOf(state: FileState, value: PdfValue): Box {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersOf(state, value);
  return { left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) };
}

/** Whether a value is a rectangle as it should be; readers that find another draw as if there were none. */
export function isBox(state: FileState, value: PdfValue): boolean {
  const list = state.resolve(value);
  const items = list instanceof PdfArray ? list.items : [];
  return items.length === 4 && items.every((item) => typeof state.resolve(item) === 'number');
}

/** The one that changes nothing where they are not six. */
export function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers.length === 6 ? numbers : [];
  return [a, b, c, d, e, f];
}
