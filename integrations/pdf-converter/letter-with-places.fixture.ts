import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import type { PDFPage, PDFRef } from '@cantoo/pdf-lib';
import type { PlaceName } from '../../src/drafting/ports/pdf-maker.port.js';

const BOXES: Readonly<Record<PlaceName, readonly [number, number, number, number]>> = {
  so: [146, 740, 198, 755],
  ngay: [423, 725, 436, 740],
  thang: [472, 725, 485, 740],
  chu_ky: [359.7, 373.3, 501.4, 441.3],
  chu_ky_thu_ky: [120, 373.3, 261.7, 441.3],
  ky_nhay: [161.7, 424.3, 195.7, 441.3],
  ky_nhay_the_thuc: [85, 330, 119, 347],
  ky_nhay_phu_luc: [85, 100, 119, 117],
};

/** Those of a letter; minutes and annexes have more. */
export const ALL_PLACES: readonly PlaceName[] = ['so', 'ngay', 'thang', 'chu_ky', 'ky_nhay'];

/** A page as the converter leaves it: text, one ordinary link, and a hyperlink at each place. For tests only. @param write the text */
export async function letterWithPlaces(
  names: readonly PlaceName[] = ALL_PLACES,
  write: (document: PDFDocument, page: PDFPage) => Promise<void> = writeNotation,
): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([595.3, 841.9]);
  await write(document, page);
  const link = (uri: string, rect: readonly number[]): PDFRef =>
    document.context.register(
      document.context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [...rect],
        A: { S: 'URI', URI: PDFString.of(uri) },
      }),
    );
  page.node.set(
    PDFName.of('Annots'),
    document.context.obj([
      link('https://haiphong.gov.vn/', [70, 60, 200, 74]),
      ...names.map((name) => link(`https://hoi-am.invalid/place/${name}`, BOXES[name])),
    ]),
  );
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

async function writeNotation(document: PDFDocument, page: PDFPage): Promise<void> {
  page.drawText('/SGDDT-VP', { x: 198, y: 743, size: 13, font: await document.embedFont(StandardFonts.TimesRoman) });
}
