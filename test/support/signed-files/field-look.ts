import { entryField, FIELD, filledEntry, leaderField, preparedLetter, sealField } from '../test-authority/letter.js';
import { save, streamText } from '../test-authority/pdf-writer.js';
import { badFiles } from './signed-file-case.js';
import {
  CATALOG,
  EMPTY_LOOK,
  FIELDS,
  FORM_REST,
  letter,
  newField,
  sealed,
  signed,
  signedAgain,
  withSecurityStore,
} from './signing-house.js';

const number = filledEntry()[FIELD.so]!;
const form = (more: string): string => `<< ${FIELDS}] ${FORM_REST} ${more} >>`;
/** Looks of fields that are changed after signing. */
export const FIELD_LOOKS = badFiles('field-look', [
  [
    'a field is filled with one number and shows another',
    'changedAfterSigning',
    'field-shows-other',
    () => sealed(signed(), { objects: { 61: filledEntry('9999')[61]! } }),
  ],
  [
    'a field is filled and shows another number through a form within its look',
    'changedAfterSigning',
    'field-shows-other',
    () => {
      const look = streamText('/Fm Do', '/Subtype /Form /BBox [0 0 40 16] /Resources << /XObject << /Fm 95 0 R >> >>');
      return sealed(signed(), { objects: { 61: look, 95: filledEntry('9999')[61]! } });
    },
  ],
  [
    'filled again in place of its look',
    'changedAfterSigning',
    'object-changed',
    () => save(sealed(), { 61: filledEntry('9999')[61]! }),
  ],
  [
    'another look after the seal',
    'changedAfterSigning',
    'field-changed',
    () => save(sealed(), { 7: number.replace('61 0 R', '95 0 R'), 95: filledEntry('9999')[61]! }),
  ],
  [
    'another look beside evidence',
    'changedAfterSigning',
    'object-changed',
    () =>
      save(withSecurityStore(sealed()), {
        1: `${CATALOG} /DSS << /Certs [81 0 R] >> >>`,
        61: filledEntry('9999')[61]!,
      }),
  ],
  [
    'another look under a countersignature',
    'changedAfterSigning',
    'object-changed',
    () =>
      signedAgain(sealed(), {
        61: filledEntry('9999')[61]!,
        4: `<< ${FIELDS} 71 0 R] ${FORM_REST} >>`,
        71: newField('Them', '0 0 0 0', '/V 70 0 R'),
      }),
  ],
  [
    'a field without a value gets a look',
    'changedAfterSigning',
    'field-changed',
    () => save(signed(), { 7: entryField('so', '/AP << /N 95 0 R >>'), 95: filledEntry('9999')[61]! }),
  ],
  [
    'another look for the pointer over the field',
    'changedAfterSigning',
    'field-changed',
    () => save(sealed(), { 7: number.replace('/N 61 0 R', '/N 61 0 R /R 95 0 R'), 95: filledEntry('9999')[61]! }),
  ],
  [
    'another look for the leader’s signature',
    'changedAfterSigning',
    'field-changed',
    () => sealed(signed(), { objects: { 10: leaderField('/V 50 0 R /AP << /N 95 0 R >>'), 95: EMPTY_LOOK } }),
  ],
  [
    'the leader’s signature is hidden',
    'changedAfterSigning',
    'field-changed',
    () => sealed(signed(), { objects: { 10: leaderField('/V 50 0 R /AP << /N 51 0 R >>').replace('/F 4', '/F 6') } }),
  ],
  [
    'the leader’s signature is moved',
    'changedAfterSigning',
    'field-changed',
    () => sealed(signed(), { objects: { 10: leaderField('/V 50 0 R /AP << /N 51 0 R >>').replace('[320', '[20') } }),
  ],
  [
    'the place of the seal is moved while sealing',
    'changedAfterSigning',
    'field-changed',
    () => sealed(signed(), { objects: { 11: sealField('/V 60 0 R /AP << /N 64 0 R >>').replace('[300', '[30') } }),
  ],
  [
    'what only one field showed is drawn on the page too',
    'changedAfterSigning',
    'object-changed',
    () => {
      const prepared = preparedLetter({
        3: letter[3]!.replace('>> >>', '>> /XObject << /N 20 0 R >> >>'),
        7: entryField('so', '/AP << /N 20 0 R >>'),
        20: EMPTY_LOOK,
      });
      return sealed(signed(prepared), {
        objects: { 7: entryField('so', '/Ff 1 /V (513) /AP << /N 20 0 R >>'), 20: filledEntry()[61]! },
      });
    },
  ],
  [
    'viewers are told to draw fields anew',
    'changedAfterSigning',
    'form-changed',
    () => sealed(signed(), { objects: { 4: form('/NeedAppearances true') } }),
  ],
  [
    'the font of fields is replaced',
    'changedAfterSigning',
    'form-changed',
    () =>
      sealed(signed(), {
        objects: { 4: `<< ${FIELDS}] /SigFlags 3 /DR << /Font << /F1 90 0 R >> >> >>`, 90: letter[6]! },
      }),
  ],
  [
    'an XFA form is added',
    'changedAfterSigning',
    'form-changed',
    () => sealed(signed(), { objects: { 4: form('/XFA 90 0 R'), 90: streamText('') } }),
  ],
  [
    'an order of calculation is added',
    'changedAfterSigning',
    'form-changed',
    () => sealed(signed(), { objects: { 4: form('/CO [7 0 R]') } }),
  ],
]);
