import { ImageBroken, ImageBytes, type ImageHeader } from './image.js';

/** Boxes that hold boxes, and how many bytes stand before those. */
const PARENTS: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0, moov: 0, trak: 0 };
const MAX_DEPTH = 8;
const MAX_BOXES = 10_000;

/**
 * Sizes in the item properties of HEIC and AVIF (ISO/IEC 23008-12, `ispe`); the largest counts. A picture is cut into
 * tiles, and `ispe` of the whole tells its size.
 *
 * @throws ImageBroken
 */
export function readHeif(content: Buffer): ImageHeader {
  const found = { width: 0, height: 0, boxes: 0 };
  walk(new ImageBytes(content), { from: 0, to: content.length, depth: 0 }, found);
  if (found.width === 0) throw new ImageBroken();
  return { width: found.width, height: found.height, frames: 1, end: null };
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

function walk(bytes: ImageBytes, span: Span, found: { width: number; height: number; boxes: number }): void {
  for (let at = span.from; at + 8 <= span.to;) {
    found.boxes += 1;
    const [short, kind] = [bytes.long(at), bytes.name(at + 4)];
    const length = short === 0 ? span.to - at : short === 1 ? bytes.long(at + 12) : short;
    const isFollowed = length >= 8 && at + length <= span.to && found.boxes <= MAX_BOXES && span.depth <= MAX_DEPTH;
    if (!isFollowed) throw new ImageBroken();
    if (kind === 'ispe') {
      found.width = Math.max(found.width, bytes.long(at + 12));
      found.height = Math.max(found.height, bytes.long(at + 16));
    }
    const inside = PARENTS[kind];
    if (inside !== undefined) walk(bytes, { from: at + 8 + inside, to: at + length, depth: span.depth + 1 }, found);
    at += length;
  }
}
