/** A picture as its points are stored in a file, and how a page shows them. */
export interface StoredPicture {
  /** In points, as stored. */
  readonly width: number;
  readonly height: number;
  /** How the camera was held, as Exif counts it: 1 = upright. */
  readonly orientation: number;
  readonly colourSpace: string;
  /** Further entries of the image's dictionary: how its points are packed. */
  readonly packing: string;
  readonly points: Buffer;
}

/** Where the corners of the stored picture go on a page of width W and height H (PDF 32000-1, 8.3.3), by orientation. */
const PLACES: Readonly<Record<number, (w: number, h: number) => readonly number[]>> = {
  1: (w, h) => [w, 0, 0, h, 0, 0],
  2: (w, h) => [-w, 0, 0, h, w, 0],
  3: (w, h) => [-w, 0, 0, -h, w, h],
  4: (w, h) => [w, 0, 0, -h, 0, h],
  5: (w, h) => [0, -h, -w, 0, w, h],
  6: (w, h) => [0, -h, w, 0, 0, h],
  7: (w, h) => [0, h, w, 0, 0, 0],
  8: (w, h) => [0, h, -w, 0, w, 0],
};

const SIDEWAYS = 5;

/**
 * A PDF of one page that shows the picture upright, for the program that draws pages. The points are taken over packed as they are, a JPEG whole, so that
 * nothing is unpacked here; what else the file holds (the place, the camera) is left behind when it is drawn anew.
 */
export function pdfOfPicture(picture: StoredPicture): Buffer {
  const { width, height, orientation, colourSpace, packing, points } = picture;
  const [w, h] = orientation >= SIDEWAYS ? [height, width] : [width, height];
  const place = (PLACES[orientation] ?? PLACES[1])?.(w, h) ?? [];
  const drawing = `${place.join(' ')} cm /P Do`;
  const page = `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >>`;
  const image = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${colourSpace} ${packing}`;
  return written([
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(`<< ${page} >>`),
    stream('', Buffer.from(drawing)),
    stream(image, points),
    // What is not opaque is laid on white paper: the last of the colours is how much of the others is seen.
    stream('/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]', Buffer.from(`{ ${ON_WHITE} exch pop }`)),
    stream('/FunctionType 4 /Domain [0 1 0 1 0 1 0 1] /Range [0 1 0 1 0 1]', Buffer.from(`{ ${ALL_ON_WHITE} }`)),
  ]);
}

/** Of a colour `g` and how opaque it is, `a`: leaves `a` and g·a + 1 − a. */
const ON_WHITE = 'exch 1 index mul 1 add 1 index sub';
/** The same for `r g b a`, one colour after the other; `a` falls away at the end. */
const ALL_ON_WHITE = `4 -1 roll exch ${ON_WHITE} 4 1 roll 3 -1 roll exch ${ON_WHITE} 3 1 roll ${ON_WHITE} exch pop`;

/** Colour spaces of what is not opaque; the functions are objects of each PDF written here. */
export const GREY_ON_WHITE = '[/DeviceN [/G /A] /DeviceGray 6 0 R]';
export const COLOURS_ON_WHITE = '[/DeviceN [/R /G /B /A] /DeviceRGB 7 0 R]';

function stream(dictionary: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}

function written(objects: readonly Buffer[]): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const begins: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    begins.push(at);
    at += part.length;
    parts.push(part);
  }
  const lines = begins.map((begin) => `${String(begin).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  parts.push(
    Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}`),
    Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}
