import { entryField, PAGE, preparedLetter, sealField } from '../test-authority/letter.js';
import { type Objects, save, streamText } from '../test-authority/pdf-writer.js';
import { badFiles } from './signed-file-case.js';
import { ANNOTATIONS, CATALOG, sealed, signed, withSecurityStore } from './signing-authority.js';

const COVER = streamText('1 g 0 0 595 842 re f');
const covered = (more: Objects = {}): Buffer =>
  preparedLetter({ 3: `${PAGE.replace('5 0 R', '[5 0 R 20 0 R]')} ${ANNOTATIONS}] >>`, 20: COVER, ...more });
const picture = (content: string): string => streamText(content, '/Type /XObject /Subtype /Form /BBox [0 0 220 30]');
const withPicture = (content: string): Buffer =>
  preparedLetter({
    3: `${PAGE.replace('>> >>', '>> /XObject << /X 20 0 R >> >>')} ${ANNOTATIONS}] >>`,
    5: streamText('BT /F1 13 Tf 85 600 Td (to chuc thi lai truoc ngay 25/3/2026) Tj ET q 1 0 0 1 80 590 cm /X Do Q'),
    20: picture(content),
  });
/** An empty field whose look stands over the date in the text. */
const coveringField = (field: string, at: string): string => field.replace(/\/Rect \[[^\]]*\]/u, `/Rect [${at}]`);
const OVER_THE_DATE = '80 590 300 620';
/** Shadow attacks: what covered the content when it was signed is taken off. */
export const SHADOW_HIDE = badFiles('shadow-hide', [
  [
    'the cover is taken off',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(covered()), { 20: streamText('') }),
  ],
  ['the cover is freed', 'changedAfterSigning', 'object-removed', () => save(signed(covered()), {}, { freed: [20] })],
  [
    'the cover is taken off under a seal',
    'changedAfterSigning',
    'object-changed',
    () => sealed(signed(covered()), { objects: { 20: streamText('') } }),
  ],
  [
    'the cover is left out of the contents',
    'changedAfterSigning',
    'page-changed',
    () => save(signed(covered()), { 3: `${PAGE} ${ANNOTATIONS}] >>` }),
  ],
  [
    'a covering picture is emptied',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(withPicture('1 g 0 0 220 30 re f')), { 20: picture('') }),
  ],
  [
    'the cover is an annotation, and hidden',
    'changedAfterSigning',
    'object-changed',
    () => {
      const note = (flags: number): string =>
        `<< /Type /Annot /Subtype /Square /Rect [${OVER_THE_DATE}] /IC [1 1 1] /F ${flags} /AP << /N 21 0 R >> >>`;
      const prepared = preparedLetter({
        3: `${PAGE} ${ANNOTATIONS} 20 0 R] >>`,
        20: note(4),
        21: picture('1 g 0 0 220 30 re f'),
      });
      return save(signed(prepared), { 20: note(6) });
    },
  ],
  [
    'the cover is a layer, and switched off',
    'changedAfterSigning',
    'catalog-changed',
    () => {
      const catalog = (off: string): string =>
        `${CATALOG} /OCProperties << /OCGs [22 0 R] /D << /OFF [${off}] >> >> >>`;
      const prepared = covered({ 1: catalog(''), 22: '<< /Type /OCG /Name (Nen) >>' });
      return save(signed(prepared), { 1: catalog('22 0 R') });
    },
  ],
  [
    'the cover is an empty signature field, until it is sealed',
    'changedAfterSigning',
    'content-uncovered',
    () => {
      const place = (more: string): string => coveringField(sealField(more), OVER_THE_DATE);
      const prepared = preparedLetter({ 11: place('/AP << /N 20 0 R >>'), 20: picture('1 g 0 0 220 30 re f') });
      return sealed(signed(prepared), { objects: { 11: place('/V 60 0 R /AP << /N 64 0 R >>') } });
    },
  ],
  [
    'the cover is an empty text field, until it is filled',
    'changedAfterSigning',
    'content-uncovered',
    () => {
      const place = (more: string): string => coveringField(entryField('so', more), OVER_THE_DATE);
      const prepared = preparedLetter({ 7: place('/AP << /N 20 0 R >>'), 20: picture('1 g 0 0 220 30 re f') });
      return sealed(signed(prepared), { objects: { 7: place('/Ff 1 /V (513) /AP << /N 61 0 R >>') } });
    },
  ],
  [
    'a trailer leaves the cover out of the file',
    'changedAfterSigning',
    'increment-malformed',
    () => {
      const prepared = preparedLetter({
        3: `${PAGE.replace('5 0 R', '[5 0 R 190 0 R]')} ${ANNOTATIONS}] >>`,
        190: COVER,
      });
      const text = withSecurityStore(signed(prepared), []).toString('latin1');
      const at = text.lastIndexOf('/Size ');
      return Buffer.from(text.slice(0, at) + text.slice(at).replace(/\/Size \d+/u, '/Size 100'), 'latin1');
    },
  ],
]);
