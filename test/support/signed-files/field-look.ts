import { entryField, FIELD, filledEntry, leaderField, preparedLetter, sealField } from '../test-authority/letter.js';
import { flateText, type Objects, save, streamText } from '../test-authority/pdf-writer.js';
import { badFiles } from './signed-file-case.js';
import {
  CATALOG,
  EMPTY_APPEARANCE,
  FIELDS,
  FORM_REST,
  letter,
  newField,
  sealed,
  signed,
  signedAgain,
  withSecurityStore,
} from './signing-authority.js';

const number = filledEntry()[FIELD.so]!;
const form = (more: string): string => `<< ${FIELDS}] ${FORM_REST} ${more} >>`;
const FORM = '/Subtype /Form /BBox [0 0 40 16]';
const WRITTEN = 'BT /F1 13 Tf 2 3 Td (513) Tj ET';
const STRANGE = '10 2 m 20 14 l 22 14 l 12 2 l f';
const PICTURE = '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8';

/** The letter sealed with another look of its number, and what that look is drawn with. */
const shown = (content: string, entries = FORM, objects: Objects = {}): Buffer =>
  sealed(signed(), { objects: { 61: streamText(content, entries), ...objects } });
const withFont = (font: string, content: string, objects: Objects = {}): Buffer =>
  shown(content, `${FORM} /Resources << /Font << /F1 95 0 R >> >>`, { 95: font, ...objects });

const SHOWN_OTHERWISE: readonly (readonly [string, () => Buffer])[] = [
  ['nothing', () => shown('')],
  ['no look at all', () => sealed(signed(), { objects: { 7: entryField('so', '/Ff 1 /V (513)') } })],
  ['a ground alone', () => shown('0.9 g 0 0 40 16 re f')],
  ['a number that is drawn as a path', () => shown(STRANGE)],
  ['a ground and another number laid over its own', () => shown(`${WRITTEN} 1 g 0 0 40 16 re f 0 g ${STRANGE}`)],
  ['letters that are not painted, and a path', () => shown(`3 Tr ${STRANGE} ${WRITTEN}`)],
  ['white letters', () => shown(`1 g ${WRITTEN}`)],
  ['white letters by another space of colours', () => shown(`/Tint cs 0 scn ${WRITTEN}`)],
  ['letters in the colour of their ground', () => shown(`0 g 0 0 40 16 re f ${WRITTEN}`)],
  ['letters of no size', () => shown('BT /F1 0.01 Tf 2 3 Td (513) Tj ET')],
  ['letters pressed to nothing', () => shown('BT /F1 13 Tf 1 Tz 2 3 Td (513) Tj ET')],
  ['letters beyond its edge', () => shown('BT /F1 13 Tf -500 3 Td (513) Tj ET')],
  ['letters in a box that shrinks them', () => shown(WRITTEN, '/Subtype /Form /BBox [0 0 4000 1600]')],
  ['letters that are clipped away', () => shown(`0 0 1 1 re W n ${WRITTEN}`)],
  ['letters of which a path leaves parts', () => shown(`0 0 m 40 16 l 40 0 l 0 16 l h W n ${WRITTEN}`)],
  ['letters in another order', () => shown('BT /F1 13 Tf 20 3 Td (51) Tj -15 0 Td (3) Tj ET')],
  ['letters over one another', () => shown('BT /F1 13 Tf 2 3 Td (51) Tj 1 0 Td (3) Tj ET')],
  [
    'letters that a state makes transparent',
    () => shown(`/G0 gs ${WRITTEN}`, `${FORM} /Resources << /ExtGState << /G0 << /ca 0 >> >> >>`),
  ],
  ['letters on a layer', () => shown(`/OC /L0 BDC ${WRITTEN} EMC`)],
  ['letters in a form on a layer', () => shown(WRITTEN, `${FORM} /OC 95 0 R`, { 95: '<< /Type /OCG /Name (L) >>' })],
  [
    'a picture behind its letters',
    () =>
      shown(`q 40 0 0 16 0 0 cm /Im Do Q ${WRITTEN}`, `${FORM} /Resources << /XObject << /Im 95 0 R >> >>`, {
        95: flateText(Buffer.from([0, 255, 255, 0]), PICTURE),
      }),
  ],
  [
    'a picture written over its letters',
    () => shown(`${WRITTEN} q 40 0 0 16 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q`),
  ],
  [
    'letters that the font calls others',
    () =>
      withFont(
        '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 96 0 R >>',
        'BT /F1 13 Tf 2 3 Td (999) Tj ET',
        { 96: streamText('1 beginbfrange <39> <39> <0035> endbfrange'), 7: number.replace('(513)', '(555)') },
      ),
  ],
  [
    'letters that are drawings',
    () =>
      withFont(
        '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << >> /Encoding << >> >>',
        WRITTEN,
      ),
  ],
  ['ornaments', () => withFont('<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>', WRITTEN)],
  [
    'another number under the pointer',
    () =>
      sealed(signed(), {
        objects: { 7: number.replace('/N 61 0 R', '/N 61 0 R /R 95 0 R'), 95: filledEntry('9999')[61]! },
      }),
  ],
];

/** Looks of fields that are changed after signing. */
export const FIELD_APPEARANCES = badFiles('field-look', [
  ...SHOWN_OTHERWISE.map(
    ([what, make]) =>
      [`a field is filled and shows ${what}`, 'changedAfterSigning', 'field-shows-other', make] as const,
  ),
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
    () => sealed(signed(), { objects: { 10: leaderField('/V 50 0 R /AP << /N 95 0 R >>'), 95: EMPTY_APPEARANCE } }),
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
        20: EMPTY_APPEARANCE,
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
