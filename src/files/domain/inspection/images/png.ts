import { inflateSync } from 'node:zlib';
import { isTooMuch } from '../../inflation.js';
import { ImageBroken, ImageBytes, type ImageHeader } from './image.js';

const HEADER_LENGTH = 8;
/** Texts and colour profiles are packed; a real one stays far below. */
const MAX_PACKED_TEXT_LENGTH = 4 * 1024 * 1024;
const PACKED: ReadonlySet<string> = new Set(['zTXt', 'iCCP', 'iTXt']);

/** Follows the chunks of a PNG to its end (ISO/IEC 15948). @throws ImageBroken */
export function readPng(content: Buffer): ImageHeader {
  const bytes = new ImageBytes(content);
  let at = HEADER_LENGTH;
  if (bytes.name(at + 4) !== 'IHDR' || bytes.long(at) !== 13) throw new ImageBroken();
  const size = { width: bytes.long(at + 8), height: bytes.long(at + 12) };
  let frames = 1;
  let hasPicture = false;
  for (;;) {
    const length = bytes.long(at);
    const kind = bytes.name(at + 4);
    bytes.require(at + 8, length + 4);
    if (kind === 'acTL') frames = Math.max(frames, bytes.long(at + 8));
    if (kind === 'IDAT') hasPicture = true;
    if (PACKED.has(kind)) requireModestText(content.subarray(at + 8, at + 8 + length));
    at += length + 12;
    if (kind === 'IEND') break;
  }
  if (!hasPicture) throw new ImageBroken();
  return { ...size, frames, end: at };
}

/** A packed text that would unfold to more than any text holds. @throws ImageBroken */
function requireModestText(chunk: Buffer): void {
  const start = chunk.indexOf('\x78', chunk.indexOf(0) + 1, 'latin1');
  if (start === -1) return;
  try {
    inflateSync(chunk.subarray(start), { maxOutputLength: MAX_PACKED_TEXT_LENGTH });
  } catch (error) {
    if (isTooMuch(error)) throw new ImageBroken();
  }
}
