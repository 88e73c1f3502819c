import {
  fill,
  lineTo,
  LineCapStyle,
  moveTo,
  popGraphicsState,
  pushGraphicsState,
  setFillingRgbColor,
  setLineCap,
  setLineWidth,
  setStrokingRgbColor,
  stroke,
} from '@cantoo/pdf-lib';
import type { PDFOperator } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import type { OutlinedText, Point } from './outlined-text.js';

const BLUE = [0.07, 0.2, 0.62] as const;

/** Where the ink lies in the box of the signature, as parts of its width and height: the seal covers its left third. */
const INK = { left: 0.41, right: 0.99, foot: 0.2, top: 0.97 } as const;

/** The words stand right of the seal. */
const WORDS = { middle: 0.8, foot: 0.04, size: 0.085 } as const;

/** Steps between two points of the pen's way. */
const SMOOTHNESS = 14;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A signature drawn for a name: nobody's hand, the same for the same name, with MẪU THỬ NGHIỆM under it. Blue on nothing.
 *
 * @param box in points
 */
export function handwriting(letters: OutlinedText, name: string, box: Size): PDFOperator[] {
  const way = fitted(curve(pointsFor(name)), box);
  return [
    pushGraphicsState(),
    setStrokingRgbColor(...BLUE),
    setFillingRgbColor(...BLUE),
    setLineCap(LineCapStyle.Round),
    ...inked(way, box.height / 68),
    ...letters.centred('MẪU THỬ NGHIỆM', [WORDS.middle * box.width, WORDS.foot * box.height], WORDS.size * box.height),
    fill(),
    popGraphicsState(),
  ];
}

/** A tall first letter, waves as long as the given name, and a flourish that runs back under them. */
function pointsFor(name: string): Point[] {
  const chance = chanceFrom(name);
  const points: Point[] = [
    [0.1, 0.5],
    [0.34, 0.98 + 0.1 * chance()],
    [0.5, 0.92],
    [0.3, 0.2],
    [0.08, 0.02],
    [0.02, 0.2],
    [0.4, 0.42],
  ];
  let x = 0.5;
  const waves = 3 + Math.round(3 * chance());
  for (let wave = 0; wave < waves; wave += 1) {
    const tall = chance() > 0.72;
    const rise = tall ? 0.62 + 0.2 * chance() : 0.26 + 0.16 * chance();
    points.push([x + 0.1, rise], [x + (tall ? 0.04 : 0.13), 0.08 - 0.1 * chance()]);
    x += 0.16 + 0.08 * chance();
  }
  points.push([x + 0.14, 0.4], [x + 0.3, 0.62], [x + 0.22, 0.2], [x - 0.3, -0.14 - 0.06 * chance()]);
  points.push([0.42, -0.2 - 0.06 * chance()], [x + 0.1, -0.06], [x + 0.55, 0.1 + 0.1 * chance()]);
  return points;
}

/** A stream of numbers from 0 to 1 that depends on the name alone. */
function chanceFrom(name: string): () => number {
  const digest = createHash('sha256').update(name.normalize('NFC')).digest();
  let index = 0;
  return () => {
    const byte = digest[index % digest.length] ?? 0;
    index += 1;
    return byte / 255;
  };
}

/** A Catmull-Rom curve through the points. */
function curve(points: readonly Point[]): Point[] {
  const way: Point[] = [];
  for (let index = 0; index + 1 < points.length; index += 1) {
    const [p1, p2] = [points[index] ?? [0, 0], points[index + 1] ?? [0, 0]];
    const [p0, p3] = [points[index - 1] ?? p1, points[index + 2] ?? p2];
    for (let step = 0; step < SMOOTHNESS; step += 1) {
      const t = step / SMOOTHNESS;
      way.push([spline(t, [p0[0], p1[0], p2[0], p3[0]]), spline(t, [p0[1], p1[1], p2[1], p3[1]])]);
    }
  }
  return way;
}

function spline(t: number, [a, b, c, d]: readonly [number, number, number, number]): number {
  return (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3) / 2;
}

/** The way slanted, and stretched over the place of the ink. */
function fitted(way: readonly Point[], box: Size): Point[] {
  const slanted = way.map(([x, y]): Point => [x + 0.22 * y, y]);
  const [xs, ys] = [slanted.map(([x]) => x), slanted.map(([, y]) => y)];
  const [left, foot] = [Math.min(...xs), Math.min(...ys)];
  const across = ((INK.right - INK.left) * box.width) / (Math.max(...xs) - left);
  const up = ((INK.top - INK.foot) * box.height) / (Math.max(...ys) - foot);
  return slanted.map(([x, y]) => [INK.left * box.width + (x - left) * across, INK.foot * box.height + (y - foot) * up]);
}

/** A pen is broad on its way down and fine on its way up. */
function inked(way: readonly Point[], unit: number): PDFOperator[] {
  return way.slice(1).flatMap(([x, y], index) => {
    const [fromX, fromY] = way[index] ?? [x, y];
    const fall = (fromY - y) / (Math.hypot(x - fromX, y - fromY) || 1);
    return [
      setLineWidth(round((1.25 + 0.55 * fall) * unit)),
      moveTo(round(fromX), round(fromY)),
      lineTo(round(x), round(y)),
      stroke(),
    ];
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
