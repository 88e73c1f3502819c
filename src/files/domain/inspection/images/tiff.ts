import { ImageBroken, ImageBytes, type ImageHeader } from './image.js';

const WIDTH = 256;
const HEIGHT = 257;
const SHORT = 3;
const MAX_PAGES = 2_000;
const ENTRY_LENGTH = 12;

/** Follows the directories of a TIFF (TIFF 6.0); the largest page counts. @throws ImageBroken when they form a ring */
export function readTiff(content: Buffer): ImageHeader {
  const bytes = new ImageBytes(content, content[0] === 0x49);
  const seen = new Set<number>();
  let [width, height] = [0, 0];
  for (let at = bytes.long(4); at !== 0;) {
    if (seen.has(at) || seen.size >= MAX_PAGES) throw new ImageBroken();
    seen.add(at);
    const count = bytes.short(at);
    bytes.require(at + 2, count * ENTRY_LENGTH + 4);
    for (let entry = at + 2; entry < at + 2 + count * ENTRY_LENGTH; entry += ENTRY_LENGTH) {
      const tag = bytes.short(entry);
      const value = bytes.short(entry + 2) === SHORT ? bytes.short(entry + 8) : bytes.long(entry + 8);
      if (tag === WIDTH) width = Math.max(width, value);
      if (tag === HEIGHT) height = Math.max(height, value);
    }
    at = bytes.long(at + 2 + count * ENTRY_LENGTH);
  }
  if (width === 0) throw new ImageBroken();
  return { width, height, frames: seen.size, end: null };
}
