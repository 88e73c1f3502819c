import { leaderField, PAGE, preparedLetter, sealField } from '../test-authority/letter.js';
import { save, streamText } from '../test-authority/pdf-writer.js';
import { badFiles } from './signed-file-case.js';
import {
  ANNOTATIONS,
  CATALOG,
  letter,
  OTHER_TEXT,
  sealed,
  signed,
  signedAgain,
  withNewField,
  withSecurityStore,
} from './signing-authority.js';

const OVER_THE_DATE = '80 590 300 620';
/** Shadow attacks: other content lies hidden in the signed part and is switched to. */
export const SHADOW_HIDE_AND_REPLACE = badFiles('shadow-hide-and-replace', [
  [
    'a hidden page is switched to',
    'changedAfterSigning',
    'object-changed',
    () => {
      const hidden = preparedLetter({ 20: `${PAGE.replace('5 0 R', '21 0 R')} >>`, 21: OTHER_TEXT });
      return save(signed(hidden), { 2: '<< /Type /Pages /Kids [20 0 R] /Count 1 >>' });
    },
  ],
  [
    'a hidden list of pages is switched to',
    'changedAfterSigning',
    'catalog-changed',
    () => {
      const hidden = preparedLetter({
        20: `${PAGE.replace('5 0 R', '21 0 R').replace('2 0 R', '22 0 R')} >>`,
        21: OTHER_TEXT,
        22: '<< /Type /Pages /Kids [20 0 R] /Count 1 >>',
      });
      return save(signed(hidden), { 1: '<< /Type /Catalog /Pages 22 0 R /AcroForm 4 0 R >>' });
    },
  ],
  [
    'a hidden catalog is switched to',
    'changedAfterSigning',
    'catalog-changed',
    () => {
      const hidden = preparedLetter({ 20: '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /Lang (vi) >>' });
      const pdf = save(signed(hidden), {});
      pdf.write('/Root 20 0 R', pdf.lastIndexOf('/Root 1 0 R '), 'latin1');
      return pdf;
    },
  ],
  [
    'the entry alone leads to the hidden object',
    'changedAfterSigning',
    'increment-malformed',
    () => {
      const pdf = signed(preparedLetter({ 20: OTHER_TEXT }));
      return save(pdf, {}, { offsets: { 5: pdf.indexOf('20 0 obj') } });
    },
  ],
  [
    'the entry alone leads to an object of the same number hidden in the signed part',
    'changedAfterSigning',
    'increment-malformed',
    () => {
      const pdf = signed(preparedLetter({}, { hidden: `5 0 obj\n${OTHER_TEXT}\nendobj\n` }));
      return save(pdf, {}, { offsets: { 5: pdf.indexOf('5 0 obj') } });
    },
  ],
  [
    'the entry alone leads there, beside evidence',
    'changedAfterSigning',
    'increment-malformed',
    () => {
      const pdf = signed(preparedLetter({}, { hidden: `5 0 obj\n${OTHER_TEXT}\nendobj\n` }));
      return withSecurityStore(pdf, [], { offsets: { 5: pdf.indexOf('5 0 obj') } });
    },
  ],
  [
    'the entry alone leads into a stream of the signed part',
    'changedAfterSigning',
    'increment-malformed',
    () => {
      const inner = `5 0 obj\n${OTHER_TEXT}\nendobj\n`;
      const pdf = signed(preparedLetter({ 20: streamText(inner) }));
      return save(pdf, {}, { offsets: { 5: pdf.indexOf('5 0 obj', pdf.indexOf('20 0 obj') + 9) } });
    },
  ],
  [
    'the entry alone leads to an older version of an object',
    'changedAfterSigning',
    'increment-malformed',
    () => {
      const drafted = preparedLetter({ 5: OTHER_TEXT });
      const corrected = save(drafted, { 5: streamText('BT /F1 13 Tf 85 600 Td (truoc ngay 25/3/2026) Tj ET') });
      return save(signed(corrected), {}, { offsets: { 5: drafted.indexOf('5 0 obj') } });
    },
  ],
  [
    'the entry leads to another place in a stream of objects than its number',
    'changedAfterSigning',
    'increment-malformed',
    () =>
      save(
        signed(),
        {
          1: `${CATALOG} /DSS << /Certs [] >> >>`,
          6: letter[6]!,
          95: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>',
        },
        { asStream: true, packed: [6, 95], places: { 6: 1 } },
      ),
  ],
  [
    'a larger size uncovers what a smaller one left out',
    'changedAfterSigning',
    'increment-malformed',
    () => {
      const contents = `${PAGE.replace('5 0 R', '[5 0 R 190 0 R]')} ${ANNOTATIONS}] >>`;
      const prepared = preparedLetter({ 3: contents, 190: OTHER_TEXT }, { size: 100 });
      return withSecurityStore(signed(prepared, { save: { size: 100 } }), []);
    },
  ],
  [
    'a hole in the content is filled',
    'changedAfterSigning',
    'object-placed-behind-reference',
    () =>
      save(signed(preparedLetter({ 3: `${PAGE.replace('5 0 R', '[5 0 R 99 0 R]')} ${ANNOTATIONS}] >>` })), {
        99: OTHER_TEXT,
      }),
  ],
  [
    'a hole in the content is filled under a seal',
    'changedAfterSigning',
    'object-placed-behind-reference',
    () =>
      sealed(signed(preparedLetter({ 3: `${PAGE.replace('5 0 R', '[5 0 R 99 0 R]')} ${ANNOTATIONS}] >>` })), {
        objects: { 99: OTHER_TEXT },
      }),
  ],
  [
    'a hole in the list of pages is filled with evidence beside it',
    'changedAfterSigning',
    'object-placed-behind-reference',
    () => {
      const prepared = preparedLetter({ 2: '<< /Type /Pages /Kids [3 0 R 99 0 R] /Count 2 >>' });
      return save(signed(prepared), {
        1: `${CATALOG} /DSS << /Certs [] >> >>`,
        99: `${PAGE.replace('5 0 R', '98 0 R')} >>`,
        98: OTHER_TEXT,
      });
    },
  ],
  [
    'a hole in the annotations is filled',
    'changedAfterSigning',
    'object-placed-behind-reference',
    () =>
      save(signed(preparedLetter({ 3: `${PAGE} ${ANNOTATIONS} 99 0 R] >>` })), {
        1: `${CATALOG} /DSS << /Certs [] >> >>`,
        99: `<< /Type /Annot /Subtype /Square /Rect [${OVER_THE_DATE}] /IC [1 1 1] >>`,
      }),
  ],
  [
    'a new signature field takes the place of a missing annotation',
    'changedAfterSigning',
    'object-placed-behind-reference',
    () =>
      signedAgain(
        signed(preparedLetter({ 3: `${PAGE} ${ANNOTATIONS} 71 0 R] >>` })),
        withNewField('/V 70 0 R /AP << /N 72 0 R >>', '80 300 200 340'),
      ),
  ],
  [
    'an empty field of the leader is taken over by the seal',
    'invalid',
    'signature-value-shared',
    () => save(signed(), { 11: sealField('/V 50 0 R'), 10: leaderField('/V 50 0 R /AP << /N 51 0 R >>') }),
  ],
]);
