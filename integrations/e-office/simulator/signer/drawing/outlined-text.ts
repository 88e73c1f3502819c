import { appendBezierCurve, closePath, lineTo, moveTo } from '@cantoo/pdf-lib';
import type { PDFOperator } from '@cantoo/pdf-lib';
import fontkit from '@pdf-lib/fontkit';
import type { Font } from '@pdf-lib/fontkit';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Point = readonly [x: number, y: number];

const FONT = join(import.meta.dirname, '..', 'fonts', 'LiberationSans-Bold.ttf');
const MAX_DRAWN = 500;

/** Letters drawn as shapes: a picture of words that adds nothing to the page's text and needs no font in the file. */
export class OutlinedText {
  private static loaded: Promise<OutlinedText> | null = null;
  /** The names of the few who sign and seal there. */
  private readonly drawn = new Map<string, readonly OutlinedGlyph[]>();

  private constructor(private readonly font: Font) {}

  static load(): Promise<OutlinedText> {
    OutlinedText.loaded ??= readFile(FONT).then((bytes) => new OutlinedText(fontkit.create(bytes)));
    return OutlinedText.loaded;
  }

  /** One straight line, centred on x. Size in points. */
  centred(text: string, [x, y]: Point, size: number): PDFOperator[] {
    const scale = size / this.font.unitsPerEm;
    let left = x - (this.units(text) * scale) / 2;
    return this.glyphs(text).flatMap(({ path, advance }) => {
      const from = left;
      left += advance * scale;
      return outline(path, ([px, py]) => [from + px * scale, y + py * scale]);
    });
  }

  /**
   * Letters around a circle, centred at its top or at its foot, always readable from left to right.
   *
   * @param arc `radius` of the base line in points; `spacing` in points is added between letters
   */
  around(text: string, centre: Point, arc: Arc): PDFOperator[] {
    const scale = arc.size / this.font.unitsPerEm;
    const turn = arc.at === 'top' ? -1 : 1;
    const glyphs = this.glyphs(text);
    const length = this.units(text) * scale + arc.spacing * (glyphs.length - 1);
    let angle = (arc.at === 'top' ? Math.PI / 2 : -Math.PI / 2) - (turn * length) / arc.radius / 2;
    return glyphs.flatMap(({ path, advance }) => {
      const width = advance * scale;
      const middle = angle + (turn * width) / arc.radius / 2;
      angle += (turn * (width + arc.spacing)) / arc.radius;
      return outline(path, ([px, py]) => {
        const along = px * scale - width / 2;
        const away = arc.radius - turn * py * scale;
        const [cos, sin] = [Math.cos(middle), Math.sin(middle)];
        return [centre[0] + cos * away - turn * sin * along, centre[1] + sin * away + turn * cos * along];
      });
    });
  }

  private glyphs(text: string): readonly OutlinedGlyph[] {
    const known = this.drawn.get(text);
    if (known !== undefined) return known;
    const { glyphs } = this.font.layout(text);
    const drawn = glyphs.map((glyph) => ({ path: glyph.path.toSVG(), advance: glyph.advanceWidth }));
    if (this.drawn.size < MAX_DRAWN) this.drawn.set(text, drawn);
    return drawn;
  }

  private units(text: string): number {
    return this.glyphs(text).reduce((sum, { advance }) => sum + advance, 0);
  }
}

interface OutlinedGlyph {
  readonly path: string;
  readonly advance: number;
}

export interface Arc {
  readonly at: 'top' | 'foot';
  readonly radius: number;
  readonly size: number;
  readonly spacing: number;
}

/** A glyph's path in the small part of SVG that fontkit writes: M, L, Q, C, Z, absolute. */
function outline(path: string, place: (point: Point) => Point): PDFOperator[] {
  let pen: Point = [0, 0];
  const operators: PDFOperator[] = [];
  for (const [, command = '', rest = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/gu)) {
    const points = pairs(rest.match(/-?[\d.]+(?:e-?\d+)?/gu)?.map(Number) ?? []).map(place);
    operators.push(step(command, pen, points));
    pen = points.at(-1) ?? pen;
  }
  return operators;
}

function pairs(numbers: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    points.push([numbers[index] ?? 0, numbers[index + 1] ?? 0]);
  }
  return points;
}

function step(command: string, pen: Point, [a = pen, b = a, c = b]: readonly Point[]): PDFOperator {
  switch (command) {
    case 'M':
      return moveTo(...rounded(a));
    case 'L':
      return lineTo(...rounded(a));
    case 'Q':
      return appendBezierCurve(...rounded(between(pen, a)), ...rounded(between(b, a)), ...rounded(b));
    case 'C':
      return appendBezierCurve(...rounded(a), ...rounded(b), ...rounded(c));
    default:
      return closePath();
  }
}

/** A quadratic curve's control point seen from one end, as a cubic curve wants it. */
function between([fromX, fromY]: Point, [toX, toY]: Point): Point {
  return [fromX + ((toX - fromX) * 2) / 3, fromY + ((toY - fromY) * 2) / 3];
}

function rounded([x, y]: Point): [number, number] {
  return [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
}
