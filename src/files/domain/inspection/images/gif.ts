import { ImageBroken, ImageBytes, type ImageHeader } from './image.js';

const TRAILER = 0x3b;
const EXTENSION = 0x21;
const IMAGE = 0x2c;

/** Follows the blocks of a GIF to its trailer (GIF89a). @throws ImageBroken */
export function readGif(content: Buffer): ImageHeader {
  const bytes = new ImageBytes(content, true);
  let [width, height, frames] = [bytes.short(6), bytes.short(8), 0];
  let at = 13 + colours(bytes.byte(10));
  for (;;) {
    // Some writers leave the trailer away.
    const kind = at === bytes.length && frames > 0 ? TRAILER : bytes.byte(at);
    if (kind === TRAILER) break;
    if (kind === EXTENSION) at = afterBlocks(bytes, at + 2);
    else if (kind === IMAGE) {
      frames += 1;
      width = Math.max(width, bytes.short(at + 1) + bytes.short(at + 5));
      height = Math.max(height, bytes.short(at + 3) + bytes.short(at + 7));
      at = afterBlocks(bytes, at + 10 + colours(bytes.byte(at + 9)) + 1);
    } else throw new ImageBroken();
  }
  if (frames === 0) throw new ImageBroken();
  return { width, height, frames, end: at + 1 };
}

/** Bytes of a colour table, as the flags before it announce it. */
function colours(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function afterBlocks(bytes: ImageBytes, from: number): number {
  let at = from;
  for (let length = bytes.byte(at); length !== 0; length = bytes.byte(at)) at += length + 1;
  return at + 1;
}
