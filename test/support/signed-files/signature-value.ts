import { entryField, FIELD, filledEntry, leaderField, preparedLetter, sealField } from '../test-authority/letter.js';
import { save } from '../test-authority/pdf-writer.js';
import { badFiles } from './signed-file-case.js';
import { countersigned, FIELDS, FORM_REST, newField, sealed, signed, signedAgain } from './signing-authority.js';

const number = filledEntry()[FIELD.so]!;
const form = (more: string): string => `<< ${FIELDS}] ${FORM_REST} ${more} >>`;
/** Signatures that change fields, are shared, freed or replaced. */
export const SIGNATURE_VALUES = badFiles('signature-value', [
  [
    'the signature is put into another field',
    'invalid',
    'signature-value-shared',
    () => save(signed(), { [FIELD.seal]: sealField('/V 50 0 R') }),
  ],
  [
    'the signature moves to another field',
    'invalid',
    'field-changed',
    () => save(signed(), { [FIELD.leader]: leaderField(), [FIELD.seal]: sealField('/V 50 0 R') }),
  ],
  [
    'two signatures change places',
    'invalid',
    'field-changed',
    () => save(sealed(), { [FIELD.leader]: leaderField('/V 60 0 R'), [FIELD.seal]: sealField('/V 50 0 R') }),
  ],
  [
    'the signature is inherited by two fields',
    'invalid',
    'signature-value-shared',
    () => {
      const prepared = preparedLetter({
        4: form('').replace('[7 0 R', '[20 0 R 7 0 R'),
        20: '<< /T (nhom) /FT /Sig /Kids [21 0 R 22 0 R] /V 50 0 R >>',
        21: '<< /T (a) /Parent 20 0 R /Type /Annot /Subtype /Widget /Rect [0 0 0 0] >>',
        22: '<< /T (b) /Parent 20 0 R /Type /Annot /Subtype /Widget /Rect [0 0 0 0] >>',
      });
      return signed(prepared, { objects: { 10: leaderField() } });
    },
  ],
  [
    'the signature is reached through an object that only refers to it, twice',
    'invalid',
    'signature-value-shared',
    () => signed(undefined, { objects: { 95: '50 0 R', [FIELD.seal]: sealField('/V 95 0 R') } }),
  ],
  [
    'the signature is taken out of its field',
    'invalid',
    'signature-stray',
    () => save(signed(), { [FIELD.leader]: leaderField() }),
  ],
  ['the signature object is freed', 'invalid', 'signature-value-missing', () => save(signed(), {}, { freed: [50] })],
  ['the field of the signature is freed', 'invalid', 'signature-stray', () => save(signed(), {}, { freed: [10] })],
  [
    'the signature object is freed under a seal',
    'invalid',
    'signature-value-missing',
    () => sealed(signed(), { save: { freed: [50] } }),
  ],
  [
    'the signature object becomes something else',
    'invalid',
    'signature-malformed',
    () => save(signed(), { 50: '<< /Type /Catalog >>' }),
  ],
  [
    'the signature itself is overwritten',
    'invalid',
    'byte-range-not-around-contents',
    () => {
      const pdf = signed();
      const at = pdf.indexOf('50 0 obj');
      return save(pdf, { 50: pdf.toString('latin1', at + 9, pdf.indexOf('endobj', at)) });
    },
  ],
  [
    'a field is taken out of the form',
    'invalid',
    'signature-stray',
    () => save(signed(), { 4: '<< /Fields [7 0 R 8 0 R 9 0 R 11 0 R] /SigFlags 3 >>' }),
  ],
  [
    'the leader’s field is taken out under the seal',
    'invalid',
    'signature-stray',
    () => sealed(signed(), { objects: { 4: `<< /Fields [7 0 R 8 0 R 9 0 R 11 0 R] ${FORM_REST} >>` } }),
  ],
  [
    'a field is renamed',
    'changedAfterSigning',
    'field-removed',
    () => sealed(signed(), { objects: { 7: number.replace('(so)', '(sox)') } }),
  ],
  [
    'a field is replaced by another of its name',
    'changedAfterSigning',
    'field-removed',
    () =>
      countersigned(
        save(signed(), {
          4: `<< /Fields [95 0 R 8 0 R 9 0 R 10 0 R 11 0 R] ${FORM_REST} >>`,
          95: entryField('so', '/V (9)'),
        }),
      ),
  ],
  [
    'a text field is added',
    'changedAfterSigning',
    'field-added',
    () =>
      signedAgain(signed(), {
        4: `<< ${FIELDS} 72 0 R 71 0 R] >>`,
        71: newField('Them', '0 0 0 0', '/V 70 0 R'),
        72: entryField('so').replace('(so)', '(moi)'),
      }),
  ],
  [
    'a second signature in the leader’s field',
    'invalid',
    'signature-stray',
    () => signed(signed(), { object: 95, objects: { 10: leaderField('/V 95 0 R') } }),
  ],
]);
