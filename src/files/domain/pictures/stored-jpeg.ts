import { ImageBroken, ImageBytes } from '../inspection/images/image.js';
import { orientationOf } from './exif-orientation.js';
import type { StoredPicture } from './pdf-of-picture.js';

/** Frames that a PDF can show: baseline, extended and progressive, eight bits a colour. */
const SHOWN_FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2];
const FILL = 0xff;
/** A profile of colours takes 255 at most; a file of nothing but tiny ones is not worth following. */
const MAX_SEGMENTS = 1000;
const START_OF_SCAN = 0xda;
const DESCRIPTION = 0xe1;
const ADOBE = 0xee;

/** A JPEG as it is stored (ITU-T T.81), read up to its first frame only; null where a PDF cannot show its coding. @throws ImageBroken */
export function storedJpeg(content: Buffer): StoredPicture | null {
  let [orientation, isAdobe] = [1, false];
  for (const { kind, segment } of segmentsOf(content)) {
    if (SHOWN_FRAMES.includes(kind)) return framed(segment, { content, orientation, isAdobe });
    if (isOtherFrame(kind)) return null;
    if (kind === DESCRIPTION) orientation = orientationOf(segment) ?? orientation;
    if (kind === ADOBE) isAdobe ||= segment.toString('latin1', 0, 5) === 'Adobe';
  }
  return null;
}

/** What stands before the picture itself. @throws ImageBroken */
function* segmentsOf(content: Buffer): Generator<{ readonly kind: number; readonly segment: Buffer }> {
  const bytes = new ImageBytes(content);
  let at = 2;
  for (let count = 0; count < MAX_SEGMENTS; count += 1) {
    if (bytes.byte(at) !== FILL) throw new ImageBroken();
    const kind = bytes.byte(at + 1);
    if (kind === START_OF_SCAN) return;
    const length = kind === FILL ? -1 : bytes.short(at + 2);
    if (length > 0) {
      bytes.require(at + 2, length);
      yield { kind, segment: content.subarray(at + 4, at + 2 + length) };
    }
    at += 2 + length;
  }
  throw new ImageBroken();
}

/** C4, C8 and CC begin tables, not frames. */
function isOtherFrame(kind: number): boolean {
  return kind >= 0xc3 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
}

interface Jpeg {
  readonly content: Buffer;
  readonly orientation: number;
  /** Programs of Adobe store the values of four colours inverted. */
  readonly isAdobe: boolean;
}

function framed(frame: Buffer, { content, orientation, isAdobe }: Jpeg): StoredPicture | null {
  const bytes = new ImageBytes(frame);
  const colourSpace = COLOUR_SPACES[bytes.byte(5)];
  if (bytes.byte(0) !== 8 || colourSpace === undefined) return null;
  const inverted = colourSpace === CMYK && isAdobe ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
  const packing = `/BitsPerComponent 8 /Filter /DCTDecode${inverted}`;
  return { width: bytes.short(3), height: bytes.short(1), orientation, colourSpace, packing, points: content };
}

const CMYK = '/DeviceCMYK';
const COLOUR_SPACES: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: CMYK };
