import type { PdfFont } from './font.js';
import type { Box } from './matrix.js';

/** Letters that a font calls narrower than this, in thousandths of its size, may be broader than it says. */
const NARROWEST = 200;

interface Letters {
  readonly bytes: Buffer;
  readonly font: Pick<PdfFont, 'widthOf' | 'bytesEach'>;
  readonly size: number;
  /** In hundredths (Tz). */
  readonly stretch: number;
  readonly box: Box;
}

/**
 * How far letters may reach, in the measure of their line. The box of a text says where the next letter would stand: letters may be set so close
 * that they stand on each other, and a font may say that they have no breadth.
 */
export function reachOf({ bytes, font, size, stretch, box }: Letters): Box {
  const thousandths = font.widthOf(bytes);
  const own = (thousandths / 1000) * size * (stretch / 100);
  const isNarrow = thousandths < (NARROWEST * bytes.length) / font.bytesEach;
  const more = isNarrow ? Math.abs(size) : 0;
  return {
    left: Math.min(box.left, box.right, own) - more,
    bottom: box.bottom,
    right: Math.max(box.left, box.right, own) + more,
    top: box.top,
  };
}
