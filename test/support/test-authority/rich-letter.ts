import { deflateSync } from 'node:zlib';

import { entryField, FIELD, leaderField, type LetterSigning, sealField, SIGNED_AT } from './letter.js';
import { flateText, newPdf, type Objects, type SaveWish, streamText } from './pdf-writer.js';
import { cmsContents, signSave } from './signing.js';

export const RICH_CONTENT =
  'q /G0 gs BT /F1 13 Tf 85 600 Td (to chuc thi lai) Tj ET Q q 100 0 0 50 85 400 cm /Im0 Do Q /OC /L0 BDC /Fm0 Do EMC';
export const RICH_RESOURCES =
  '<< /Font << /F1 20 0 R >> /XObject << /Im0 25 0 R /Im1 26 0 R /Fm0 27 0 R /Metadata 28 0 R >> /ExtGState << /G0 29 0 R >> /Properties << /L0 30 0 R >> >>';
export const RICH_FORM = '<< /Fields [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R] /SigFlags 3 /DR << /Font << /F1 20 0 R >> >> >>';
export const RICH_FONT =
  '<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Times /FirstChar 32 /LastChar 34 /Widths [250 333 408] /Encoding 24 0 R /FontDescriptor 21 0 R /ToUnicode 23 0 R >>';
export const RICH_CATALOG =
  '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /Outlines 32 0 R /Metadata 40 0 R /OCProperties << /OCGs [30 0 R 31 0 R] /D << /Order [30 0 R 31 0 R] /ON [30 0 R] /OFF [31 0 R] >> >> /StructTreeRoot 34 0 R >>';

const look = (content: string): string => streamText(content, '/Type /XObject /Subtype /Form /BBox [0 0 40 16]');
const layer = (name: string): string => `<< /Type /OCG /Name (${name}) >>`;
export const pixels = (byte: number): Buffer => Buffer.alloc(12, byte);
const IMAGE = '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB';
export const image = (data: Buffer, entries = IMAGE): string => flateText(data, entries);
export const photo = (data: string): string => streamText(data, `${IMAGE} /Filter /DCTDecode`);
const FIRST_ANNOTS = '/Annots [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 33 0 R]';

export function richPage(change: { contents?: string; more?: string; annots?: string } = {}): string {
  const { contents = '[5 0 R 6 0 R]', more = '', annots = FIRST_ANNOTS } = change;
  return `<< /Type /Page /Parent 2 0 R /Contents ${contents} ${more} ${annots} >>`;
}

/** A letter of two pages with nearly everything that pages can hold; both inherit their size and their resources. */
export function richObjects(): Record<number, string> {
  return {
    1: RICH_CATALOG,
    2: `<< /Type /Pages /Kids [3 0 R 13 0 R] /Count 2 /MediaBox [0 0 595 842] /Resources ${RICH_RESOURCES} >>`,
    3: richPage(),
    4: RICH_FORM,
    5: flateText(Buffer.from(RICH_CONTENT)),
    6: streamText('0 0 1 rg 85 390 100 2 re f'),
    [FIELD.so]: entryField('so', '/AP << /N 36 0 R >>'),
    [FIELD.ngay]: entryField('ngay'),
    [FIELD.thang]: entryField('thang'),
    [FIELD.leader]: leaderField(),
    [FIELD.seal]: sealField(),
    12: '<< /Producer (Test) /CreationDate (D:20260318) >>',
    13: '<< /Type /Page /Parent 2 0 R /Contents 14 0 R >>',
    14: flateText(Buffer.from('BT /F1 13 Tf 85 600 Td (trang hai) Tj ET')),
    20: RICH_FONT,
    21: '<< /Type /FontDescriptor /FontName /ABCDEF+Times /Flags 4 /FontBBox [0 0 1000 1000] /FontFile2 22 0 R >>',
    22: flateText(Buffer.from('the program of a font'), '/Length1 21'),
    23: flateText(Buffer.from('1 beginbfchar <20> <0020> endbfchar')),
    24: '<< /Type /Encoding /Differences [32 /space /a /b] >>',
    25: image(pixels(1)),
    26: photo('a photograph'),
    27: streamText(
      '/Im1 Do',
      '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Im1 26 0 R >> >>',
    ),
    28: look('0 g 0 0 1 1 re f'),
    29: '<< /Type /ExtGState /ca 1 /CA 1 >>',
    30: layer('hien'),
    31: layer('an'),
    32: '<< /Type /Outlines /First 35 0 R /Last 35 0 R /Count 1 >>',
    33: '<< /Type /Annot /Subtype /Link /Rect [80 100 120 120] /Border [0 0 0] /Dest [13 0 R /Fit] /P 3 0 R >>',
    34: '<< /Type /StructTreeRoot /K 37 0 R >>',
    35: '<< /Title (Muc) /Parent 32 0 R /Dest [3 0 R /Fit] >>',
    36: look(''),
    37: '<< /Type /StructElem /S /P /P 34 0 R /Pg 3 0 R /K 0 >>',
    40: streamText('<x:xmpmeta/>', '/Type /Metadata /Subtype /XML'),
  };
}

export function richLetter(change: Objects = {}, wish: SaveWish = {}): Buffer {
  return newPdf({ ...richObjects(), ...change }, wish);
}

/** The same objects under numbers one hundred higher, packed, with other dates, an `/ID` and other compression. */
export function writtenAnew(objects: Objects): Buffer {
  const moved: [number, string][] = Object.entries(objects).map(([number, text]) => [
    Number(number) === 1 ? 1 : Number(number) + 100,
    squeezed(text.replaceAll(/\b(\d+) 0 R\b/gu, (_, to: string) => `${String(to === '1' ? 1 : Number(to) + 100)} 0 R`)),
  ]);
  const packed = moved.filter(([number, text]) => number > 110 && !text.includes('stream\n')).map(([number]) => number);
  const renumbered = { ...Object.fromEntries(moved), 12: '<< /Producer (E-office) /ModDate (D:20260319) >>' };
  return newPdf(renumbered, { asStream: true, packed, trailer: '/ID [<0102> <0304>]' });
}

/** A stream that was stored as it is, compressed. */
function squeezed(text: string): string {
  const parts = /^<< ([\s\S]*) \/Length \d+ >>\nstream\n([\s\S]*)\nendstream$/u.exec(text);
  const [, entries = '', content = ''] = parts ?? [];
  if (!parts || entries.includes('/Filter')) return text;
  return streamText(
    deflateSync(Buffer.from(content, 'latin1'), { level: 9 }).toString('latin1'),
    `${entries} /Filter /FlateDecode`,
  );
}

/** A program that writes the whole file anew and signs it at once. */
export function signedAtOnce(objects: Objects, { signer, chain = [] }: LetterSigning): Buffer {
  return signSave(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), {
    ...{ object: 50, at: SIGNED_AT, save: { prev: null } },
    objects: {
      ...objects,
      [FIELD.leader]: leaderField('/V 50 0 R /AP << /N 51 0 R >>'),
      51: look('0 0 1 rg 1 1 10 10 re f'),
    },
    contents: cmsContents({ signer, chain }),
  });
}
