import { PAGE, PAGE_CONTENT } from '../test-authority/letter.js';
import { type Objects, type SaveWish, streamText } from '../test-authority/pdf-writer.js';
import { ANNOTATIONS, FIELDS, FORM_REST } from './signing-authority.js';

/** A letter in which one object serves two, with the save that exchanges it for both. */
export interface SharedContainer {
  readonly name: string;
  readonly objects: Objects;
  /** @param save how the later saves are written */
  readonly attack: (signed: Buffer, save: SaveWish) => Buffer;
}

/** An empty signature field in an empty part of the page. What draws it is object 21, and 22 behind that. */
export const field = (more = ''): string =>
  `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Trong) /Rect [80 300 200 340] /F 132 /P 3 0 R /AP 21 0 R ${more} >>`;
export const FORM = '/Type /XObject /Subtype /Form /BBox [0 0 220 30] /Resources << /Font << /F1 6 0 R >> >>';
export const drawn = (day: string, entries = FORM): string =>
  streamText(`BT /F1 13 Tf 5 10 Td (${day}) Tj ET`, entries);
export const OLD = '25/3/2026';
export const NEW = '25/4/2026';
export const page = (resources: string, { contents = '5 0 R', more = '', annotations = '' } = {}): string =>
  `${PAGE.replace('5 0 R', contents).replace('>> >>', `>> ${resources} >>`)} ${more} ${ANNOTATIONS} 20 0 R ${annotations}] >>`;
export const annotation = (subtype: string, more: string): string =>
  `<< /Type /Annot /Subtype /${subtype} /Rect [80 590 300 620] /F 4 ${more} >>`;
export const withAnnotation = (subtype: string, more: string): Objects => ({
  3: page('', { annotations: '30 0 R' }),
  30: annotation(subtype, more),
});
export const draws = (steps: string): string => streamText(`${PAGE_CONTENT} ${steps}`);

export const base: Objects = {
  3: page(''),
  4: `<< ${FIELDS} 20 0 R] ${FORM_REST} >>`,
  20: field(),
  21: '<< /N 22 0 R >>',
  22: drawn(OLD),
};

export const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman';
export const IMAGE = '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8';
export const withFont = (more: string): Objects => ({ 6: `${FONT} ${more} >>` });

export const LAYER = '<< /Type /OCG /Name (Nen) >>';
