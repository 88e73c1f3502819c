import { ImageBroken, ImageBytes, type ImageHeader } from './image.js';

const OLD_HEADER = 12;

/** The header of a Windows bitmap. @throws ImageBroken */
export function readBmp(content: Buffer): ImageHeader {
  const bytes = new ImageBytes(content, true);
  const headerLength = bytes.long(14);
  const isOld = headerLength === OLD_HEADER;
  const [width, height] = isOld ? [bytes.short(18), bytes.short(20)] : [bytes.long(18), Math.abs(bytes.long(22) | 0)];
  if (bytes.long(10) > content.length || headerLength > 256 || width === 0) throw new ImageBroken();
  return { width, height, frames: 1, end: null };
}
