import { ImageBroken, ImageBytes } from '../inspection/images/image.js';

const MARK = 'Exif\0\0';
const ORIENTATION = 0x0112;
const ENTRY_LENGTH = 12;
const MAX_ENTRIES = 200;

/**
 * How a camera was held, by the description in a JPEG (CIPA DC-008, 4.6.5): 1 to 8; null where it does not say, or is none of these.
 *
 * @param segment an APP1 segment without its length
 */
export function orientationOf(segment: Buffer): number | null {
  if (segment.toString('latin1', 0, MARK.length) !== MARK) return null;
  const table = segment.subarray(MARK.length);
  const bytes = new ImageBytes(table, table.toString('latin1', 0, 2) === 'II');
  try {
    const first = bytes.long(4);
    const count = Math.min(bytes.short(first), MAX_ENTRIES);
    for (let entry = 0; entry < count; entry += 1) {
      const at = first + 2 + entry * ENTRY_LENGTH;
      if (bytes.short(at) === ORIENTATION) return known(bytes.short(at + 8));
    }
    return null;
  } catch (error) {
    if (error instanceof ImageBroken) return null;
    throw error;
  }
}

function known(orientation: number): number | null {
  return orientation >= 1 && orientation <= 8 ? orientation : null;
}
