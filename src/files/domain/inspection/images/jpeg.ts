import { ImageBroken, ImageBytes, type ImageHeader } from './image.js';

const START_OF_SCAN = 0xda;
const END = 0xd9;
/** Markers that stand alone: restarts, start of image, a stuffed zero. */
const isAlone = (kind: number): boolean => (kind >= 0xd0 && kind <= 0xd8) || kind === 0x01;
/** Start of frame in any coding; C4, C8 and CC mean something else. */
const isFrame = (kind: number): boolean =>
  kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc;

/** Follows the segments of a JPEG to its end (ITU-T T.81, annex B). The largest frame counts. @throws ImageBroken */
export function readJpeg(content: Buffer): ImageHeader {
  const bytes = new ImageBytes(content);
  let [width, height, hasScan] = [0, 0, false];
  for (let at = 2; at + 1 < content.length;) {
    const kind = bytes.byte(at + 1);
    if (bytes.byte(at) !== 0xff) throw new ImageBroken();
    if (kind === END) return done(hasScan, { width, height, frames: 1, end: at + 2 });
    if (kind === 0xff || isAlone(kind)) {
      at += kind === 0xff ? 1 : 2;
      continue;
    }
    const length = bytes.short(at + 2);
    if (length < 2) throw new ImageBroken();
    bytes.require(at + 2, length);
    if (isFrame(kind)) {
      height = Math.max(height, bytes.short(at + 5));
      width = Math.max(width, bytes.short(at + 7));
    }
    at += 2 + length;
    if (kind === START_OF_SCAN) {
      hasScan = true;
      at = afterScan(content, at);
    }
  }
  throw new ImageBroken();
}

function done(hasScan: boolean, header: ImageHeader): ImageHeader {
  if (!hasScan || header.width === 0) throw new ImageBroken();
  return header;
}

/** The next marker that is neither a stuffed zero nor a restart. */
function afterScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at !== -1; at = content.indexOf(0xff, at + 1)) {
    const kind = content[at + 1] ?? 0;
    if (kind !== 0 && kind !== 0xff && !(kind >= 0xd0 && kind <= 0xd7)) return at;
  }
  return content.length;
}
