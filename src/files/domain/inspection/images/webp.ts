import { ImageBroken, ImageBytes, type ImageHeader } from './image.js';

const HEADER_LENGTH = 12;

/** Follows the chunks of a WebP (RFC 9649). @throws ImageBroken */
export function readWebp(content: Buffer): ImageHeader {
  const bytes = new ImageBytes(content, true);
  const end = bytes.long(4) + 8;
  bytes.require(0, end);
  let [width, height, frames] = [0, 0, 0];
  for (let at = HEADER_LENGTH; at + 8 <= end;) {
    const kind = bytes.name(at);
    const length = bytes.long(at + 4);
    bytes.require(at + 8, length);
    const size = sizeIn(bytes, kind, at + 8);
    [width, height] = [Math.max(width, size[0]), Math.max(height, size[1])];
    if (kind === 'ANMF') frames += 1;
    at += 8 + length + (length % 2);
  }
  if (width === 0) throw new ImageBroken();
  return { width, height, frames: Math.max(1, frames), end };
}

function sizeIn(bytes: ImageBytes, kind: string, at: number): readonly [number, number] {
  const three = (from: number): number => bytes.short(from) + bytes.byte(from + 2) * 0x10000 + 1;
  switch (kind) {
    case 'VP8 ':
      return [bytes.short(at + 6) & 0x3fff, bytes.short(at + 8) & 0x3fff];
    case 'VP8L': {
      const bits = bytes.long(at + 1);
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    case 'VP8X':
      return [three(at + 4), three(at + 7)];
    case 'ANMF':
      return [three(at + 6), three(at + 9)];
    default:
      return [0, 0];
  }
}
