import { ImageBroken, ImageBytes } from '../inspection/images/image.js';
import { COLOURS_ON_WHITE, GREY_ON_WHITE, type StoredPicture } from './pdf-of-picture.js';

const HEADER_LENGTH = 8;
/** Writers cut a picture into pieces of 8 KB or more; a file of nothing but tiny ones is not worth following. */
const MAX_CHUNKS = 20_000;

const MAX_COLOURS = 256;

interface Colours {
  readonly count: number;
  readonly space: string;
}

/** What each point holds, by the colour type of the header; with a palette it is one number. */
const COLOURS: Readonly<Record<number, Colours>> = {
  0: { count: 1, space: '/DeviceGray' },
  2: { count: 3, space: '/DeviceRGB' },
  3: { count: 1, space: '' },
  4: { count: 2, space: GREY_ON_WHITE },
  6: { count: 4, space: COLOURS_ON_WHITE },
};

/** A PNG as it is stored (ISO/IEC 15948): a PDF packs points the same way. Null where it is interlaced, which no PDF is. @throws ImageBroken */
export function storedPng(content: Buffer): StoredPicture | null {
  const { header, palette, points } = chunksOf(content);
  const [width, height] = [header.long(0), header.long(4)];
  const [depth, colourType, interlaced] = [header.byte(8), header.byte(9), header.byte(12)];
  const colours = COLOURS[colourType];
  if (!colours || interlaced !== 0 || points.length === 0) return null;
  const predictor = `<< /Predictor 15 /Colors ${colours.count} /BitsPerComponent ${depth} /Columns ${width} >>`;
  return {
    width,
    height,
    orientation: 1,
    colourSpace: colours.space === '' ? indexed(palette) : colours.space,
    packing: `/BitsPerComponent ${depth} /Filter /FlateDecode /DecodeParms ${predictor}`,
    points,
  };
}

interface Chunks {
  readonly header: ImageBytes;
  readonly palette: Buffer;
  readonly points: Buffer;
}

function chunksOf(content: Buffer): Chunks {
  const bytes = new ImageBytes(content);
  let [header, palette]: [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)];
  const points: Buffer[] = [];
  let at = HEADER_LENGTH;
  for (let count = 0; count < MAX_CHUNKS; count += 1) {
    const [length, kind] = [bytes.long(at), bytes.name(at + 4)];
    bytes.require(at + 8, length + 4);
    const chunk = content.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') header = chunk;
    if (kind === 'PLTE') palette = chunk;
    if (kind === 'IDAT') points.push(chunk);
    if (kind === 'IEND') return { header: new ImageBytes(header), palette, points: Buffer.concat(points) };
    at += length + 12;
  }
  throw new ImageBroken();
}

function indexed(palette: Buffer): string {
  const last = Math.floor(palette.length / 3) - 1;
  if (last < 0 || last >= MAX_COLOURS) throw new ImageBroken();
  return `[/Indexed /DeviceRGB ${last} <${palette.toString('hex')}>]`;
}
