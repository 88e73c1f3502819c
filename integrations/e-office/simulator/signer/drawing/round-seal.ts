import {
  appendBezierCurve,
  closePath,
  fill,
  lineTo,
  moveTo,
  popGraphicsState,
  pushGraphicsState,
  setFillingRgbColor,
  setLineWidth,
  setStrokingRgbColor,
  stroke,
} from '@cantoo/pdf-lib';
import type { PDFOperator } from '@cantoo/pdf-lib';
import type { OutlinedText, Point } from './outlined-text.js';

const RED = [0.84, 0.07, 0.11] as const;

/** How far the control points of a quarter circle stand from its ends, in radii. */
const QUARTER = 0.5523;

/**
 * A round seal that says MẪU THỬ NGHIỆM, red on nothing, no emblem. Drawn for a side of 36 mm and scaled to the box.
 *
 * @param side of the square box, in points
 */
export function roundSeal(letters: OutlinedText, side: number): PDFOperator[] {
  const unit = side / 100;
  const centre: Point = [side / 2, side / 2];
  const at = (x: number, y: number): Point => [centre[0] + x * unit, centre[1] + y * unit];
  return [
    pushGraphicsState(),
    setStrokingRgbColor(...RED),
    setFillingRgbColor(...RED),
    ...circle(centre, 48.2 * unit, 2.4 * unit),
    ...circle(centre, 45.2 * unit, 0.7 * unit),
    ...circle(centre, 29 * unit, 0.9 * unit),
    ...letters.around('MẪU THỬ NGHIỆM', centre, {
      at: 'top',
      radius: 33.2 * unit,
      size: 10 * unit,
      spacing: 0.9 * unit,
    }),
    ...letters.around('KHÔNG CÓ GIÁ TRỊ', centre, {
      at: 'foot',
      radius: 40.8 * unit,
      size: 7.8 * unit,
      spacing: 0.8 * unit,
    }),
    ...diamond(at(-37.2, -7), 2.1 * unit),
    ...diamond(at(37.2, -7), 2.1 * unit),
    ...letters.centred('HỒI ÂM', at(0, 0.5), 13.5 * unit),
    ...letters.centred('BẢN DÙNG THỬ', at(0, -11), 6.2 * unit),
    fill(),
    popGraphicsState(),
  ];
}

function circle([x, y]: Point, radius: number, width: number): PDFOperator[] {
  const reach = radius * QUARTER;
  return [
    setLineWidth(width),
    moveTo(x + radius, y),
    appendBezierCurve(x + radius, y + reach, x + reach, y + radius, x, y + radius),
    appendBezierCurve(x - reach, y + radius, x - radius, y + reach, x - radius, y),
    appendBezierCurve(x - radius, y - reach, x - reach, y - radius, x, y - radius),
    appendBezierCurve(x + reach, y - radius, x + radius, y - reach, x + radius, y),
    closePath(),
    stroke(),
  ];
}

function diamond([x, y]: Point, reach: number): PDFOperator[] {
  return [moveTo(x - reach, y), lineTo(x, y + reach), lineTo(x + reach, y), lineTo(x, y - reach), closePath()];
}
