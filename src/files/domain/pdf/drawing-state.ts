import type { PdfFont } from './font.js';
import { BLACK_INK, type Ink } from './ink.js';
import { IDENTITY, type Matrix } from './matrix.js';
import { type Clip, UNCLIPPED } from './drawn-path.js';

/** Where something is drawn. */
export interface Place {
  readonly ctm: Matrix;
  readonly clip: Clip;
  readonly ink: Ink;
}

export const WHOLE_PAGE: Place = { ctm: IDENTITY, clip: UNCLIPPED, ink: BLACK_INK };

export interface TextState extends Place {
  readonly font: PdfFont;
  readonly size: number;
  readonly leading: number;
  /** After each letter, and after each blank of one byte, besides their widths (Tc, Tw). */
  readonly spacing: number;
  readonly wordSpacing: number;
  /** In hundredths (Tz), and how far above the line (Ts). */
  readonly stretch: number;
  readonly rise: number;
}

export const PLAIN = {
  ...WHOLE_PAGE,
  size: 1,
  leading: 0,
  spacing: 0,
  wordSpacing: 0,
  stretch: 100,
  rise: 0,
} as const;
