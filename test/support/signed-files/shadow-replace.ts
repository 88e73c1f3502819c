import { entryField, PAGE, PAGE_CONTENT, preparedLetter, sealField } from '../test-authority/letter.js';
import { save, streamText } from '../test-authority/pdf-writer.js';
import { badFiles } from './signed-file-case.js';
import { ANNOTATIONS, CATALOG, FIELDS, FORM_REST, OTHER_TEXT, sealed, signed } from './signing-authority.js';

const picture = (content: string): string => streamText(content, '/Type /XObject /Subtype /Form /BBox [0 0 220 30]');
const withPicture = (content: string): Buffer =>
  preparedLetter({
    3: `${PAGE.replace('>> >>', '>> /XObject << /X 20 0 R >> >>')} ${ANNOTATIONS}] >>`,
    5: streamText('BT /F1 13 Tf 85 600 Td (to chuc thi lai truoc ngay 25/3/2026) Tj ET q 1 0 0 1 80 590 cm /X Do Q'),
    20: picture(content),
  });
/** Shadow attacks: what the signed content is drawn with is replaced. */
export const SHADOW_REPLACE = badFiles('shadow-replace', [
  [
    'a font under the same name',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(), { 6: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' }),
  ],
  [
    'a font under the same name, under a seal',
    'changedAfterSigning',
    'object-changed',
    () => sealed(signed(), { objects: { 6: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' } }),
  ],
  [
    'the code of the letters in a font',
    'changedAfterSigning',
    'object-changed',
    () =>
      save(
        signed(
          preparedLetter({
            6: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding 20 0 R >>',
            20: '<< /Type /Encoding /Differences [] >>',
          }),
        ),
        { 20: '<< /Type /Encoding /Differences [51 /four] >>' },
      ),
  ],
  [
    'the look of a field without its value',
    'changedAfterSigning',
    'field-changed',
    () =>
      save(signed(preparedLetter({ 7: entryField('so', '/V (1) /AP << /N 20 0 R >>'), 20: streamText('') })), {
        7: entryField('so', '/V (1) /AP << /N 21 0 R >>'),
        21: streamText(''),
      }),
  ],
  [
    'the value of a field without its look',
    'changedAfterSigning',
    'field-changed',
    () =>
      save(signed(preparedLetter({ 7: entryField('so', '/V (1) /AP << /N 20 0 R >>'), 20: streamText('') })), {
        7: entryField('so', '/V (9) /AP << /N 20 0 R >>'),
      }),
  ],
  [
    'a picture under the same name',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(withPicture('0 g 0 0 10 10 re f')), { 20: picture('0 g 10 10 10 10 re f') }),
  ],
  [
    'a picture too small to be seen, drawn a hair larger where all is drawn a million times as large',
    'changedAfterSigning',
    'object-changed',
    () => {
      const shrunk = (scale: string): string =>
        picture('BT /F1 13 Tf 5 10 Td (25/4/2026) Tj ET').replace('<<', `<< /Matrix [${scale} 0 0 ${scale} 0 0]`);
      const prepared = preparedLetter({
        3: `${PAGE.replace('>> >>', '>> /XObject << /X 20 0 R >> >>')} ${ANNOTATIONS}] >>`,
        5: streamText(`${PAGE_CONTENT} q 2000000 0 0 2000000 80 590 cm /X Do Q`),
        20: shrunk('0'),
      });
      return save(signed(prepared), { 1: `${CATALOG} /DSS << /Certs [] >> >>`, 20: shrunk('0.0000005') });
    },
  ],
  [
    'viewers stop drawing a filled field by its value',
    'changedAfterSigning',
    'form-changed',
    () => {
      const form = (more: string): string => `<< ${FIELDS}] ${FORM_REST} ${more} >>`;
      const prepared = preparedLetter({
        4: form('/NeedAppearances true'),
        7: entryField('so', '/V (513) /AP << /N 20 0 R >>'),
        20: picture('BT /F1 13 Tf 2 3 Td (9999) Tj ET'),
      });
      return save(signed(prepared), { 1: `${CATALOG} /DSS << /Certs [] >> >>`, 4: form('') });
    },
  ],
  [
    'a default look for fields comes with evidence',
    'changedAfterSigning',
    'form-changed',
    () =>
      save(signed(), {
        1: `${CATALOG} /DSS << /Certs [] >> >>`,
        4: `<< ${FIELDS}] ${FORM_REST} /DA (/F1 40 Tf 1 g) >>`,
      }),
  ],
  [
    'the store of evidence is also the content of the page',
    'changedAfterSigning',
    'object-changed',
    () =>
      save(
        signed(
          preparedLetter({
            1: `${CATALOG} /DSS << /Certs 20 0 R >> >>`,
            3: `${PAGE.replace('5 0 R', '20 0 R')} ${ANNOTATIONS}] >>`,
            20: '[5 0 R]',
          }),
        ),
        { 20: '[5 0 R 90 0 R]', 90: OTHER_TEXT },
      ),
  ],
  [
    'the description is also the content of the page',
    'changedAfterSigning',
    'object-changed',
    () => {
      const xmp = (more: string): string => streamText(`% <x:xmpmeta/>\n${more}`, '/Type /Metadata /Subtype /XML');
      const prepared = preparedLetter({
        1: `${CATALOG} /Metadata 20 0 R >>`,
        3: `${PAGE.replace('5 0 R', '20 0 R')} ${ANNOTATIONS}] >>`,
        20: xmp(''),
      });
      return sealed(signed(prepared), { objects: { 20: xmp(' ') } });
    },
  ],
  [
    'an empty field is also the setting of the layers',
    'changedAfterSigning',
    'object-changed',
    () => {
      const prepared = preparedLetter({
        1: `${CATALOG} /OCProperties << /OCGs [22 0 R] /D 11 0 R >> >>`,
        22: '<< /Type /OCG /Name (Nen) /Usage << /View << /ViewState /OFF >> >> >>',
      });
      const as = '/AS [<< /Event /View /Category [/View] /OCGs [22 0 R] >>]';
      return sealed(signed(prepared), { objects: { 11: sealField(`/V 60 0 R /AP << /N 64 0 R >> ${as}`) } });
    },
  ],
]);
