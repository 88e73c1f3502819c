import type { Clip, DrawnPath } from './drawn-path.js';
import type { PdfFont } from './font.js';
import type { Ink } from './ink.js';
import type { Box, Matrix } from './matrix.js';
import type { PdfStream } from './values.js';

/** A piece of text as it is shown. */
export interface ShownText {
  readonly bytes: Buffer;
  readonly font: PdfFont;
  /** In points, scaled as the page is. */
  readonly size: number;
  readonly colour: string;
  readonly box: Box;
  /** Where its letters may be painted, however close they are set. */
  readonly reach: Box;
  /** Height of the line that the letters stand on, from the foot of the page. */
  readonly baseline: number;
  readonly isBlank: boolean;
  readonly ink: Ink;
  readonly clip: Clip;
}

/** A path as it is painted. */
export interface ShownPath {
  readonly path: DrawnPath;
  /** From the measure of the path to the page's. */
  readonly matrix: Matrix;
  readonly isFilled: boolean;
  readonly isStroked: boolean;
  /** Whether what the path goes around twice is left open. */
  readonly isEvenOdd: boolean;
  readonly ink: Ink;
  readonly clip: Clip;
}

/** A picture of the file, or what kind of paint it is that no object holds. */
export type PictureSource = PdfStream | 'inline' | 'shading' | 'unknown';

/** Who wants to hear what a page shows. */
export interface PageListener {
  readonly text: (shown: ShownText) => void;
  /** The box around a path that is stroked or filled. */
  readonly path: (box: Box, shown: ShownPath) => void;
  /** The box around a picture; a shading takes all that it is not clipped from. @param matrix from the square of one point that a picture fills */
  readonly picture?: (box: Box, source: PictureSource, ink: Ink, matrix: Matrix) => void;
}
