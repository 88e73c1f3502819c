import type { Findings } from '../inspection.js';
import { readBmp } from './bmp.js';
import { readGif } from './gif.js';
import { readHeif } from './heif.js';
import { ImageBroken, type ImageHeader } from './image.js';
import { readJpeg } from './jpeg.js';
import { readPng } from './png.js';
import { readTiff } from './tiff.js';
import { readWebp } from './webp.js';

export const MAX_PIXELS = 40_000_000;
const MAX_FRAMES = 1_000;
/** A moving picture is drawn frame by frame: all of them together. */
const MAX_PIXELS_OF_FRAMES = 2_000_000_000;

const READERS: Readonly<Record<string, (content: Buffer) => ImageHeader>> = {
  'image/png': readPng,
  'image/jpeg': readJpeg,
  'image/gif': readGif,
  'image/webp': readWebp,
  'image/bmp': readBmp,
  'image/tiff': readTiff,
  'image/heic': readHeif,
  'image/avif': readHeif,
};

export function isPicture(type: string): boolean {
  return Object.hasOwn(READERS, type);
}

/** What a picture would cost to draw, by its headers, and whether it is one to its last byte. */
export function inspectImage(content: Buffer, type: string, findings: Findings): void {
  const header = headerOf(content, type);
  if (header === null) {
    findings.add('image-broken');
    return;
  }
  const { width, height, frames, end } = header;
  if (width * height > MAX_PIXELS) findings.add('image-too-large', `${width} × ${height}`);
  if (frames > MAX_FRAMES || width * height * frames > MAX_PIXELS_OF_FRAMES) findings.add('image-too-many-frames');
  if (end !== null && hasTrailer(content.subarray(end))) findings.add('image-trailing-data');
}

function headerOf(content: Buffer, type: string): ImageHeader | null {
  try {
    return READERS[type]?.(content) ?? null;
  } catch (error) {
    if (error instanceof ImageBroken) return null;
    throw error;
  }
}

/** Some cameras fill up with zeros. */
function hasTrailer(rest: Buffer): boolean {
  return rest.some((byte) => byte !== 0);
}
