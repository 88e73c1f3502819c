import type { PdfFont } from './font.js';
import type { Box } from './matrix.js';

/** Letters that a font calls narrower than this, in thousandths of its size, may be broader than it says. */
const NARROWEST = 200;

interface Letters {
  readonly bytes: Buffer;
  readonly font: Pick<PdfFont, 'widthOf' | 'bytesEach' | 'isGuessed' | 'isVertical'>;
  readonly size: number;
  /** In hundredths (Tz). */
  readonly stretch: number;
  readonly box: Box;
}

/**
 * How far letters may reach, in the measure of their line. The box of a text says where the next letter would stand: letters may be set so close
 * that they stand on each other, a font may say that they have no breadth or say nothing, and they may run down the page.
 */
export function reachOf({ bytes, font, size, stretch, box }: Letters): Box {
  const letters = bytes.length / (font.isGuessed ? 1 : font.bytesEach);
  const thousandths = font.isGuessed ? letters * 1000 : font.widthOf(bytes);
  const own = (thousandths / 1000) * size * (stretch / 100);
  const more = thousandths < NARROWEST * letters || font.isVertical ? Math.abs(size) : 0;
  const down = font.isVertical ? letters * MAX_DESCENT * Math.abs(size) : 0;
  return {
    left: Math.min(box.left, box.right, own) - more,
    bottom: box.bottom - down,
    right: Math.max(box.left, box.right, own) + more,
    top: box.top,
  };
}

/** Of its size, what a letter takes at most in a column. */
const MAX_DESCENT = 1.5;
