import { entryField, FIELD, filledEntry, preparedLetter, SEALED_AT, sealField } from '../test-authority/letter.js';
import { save, streamText } from '../test-authority/pdf-writer.js';
import { badFiles } from './signed-file-case.js';
import {
  CATALOG,
  countersigned,
  EMPTY_APPEARANCE,
  FIELDS,
  FORM_REST,
  newField,
  sealed,
  signed,
  signedAgain,
  stamped,
} from './signing-authority.js';

const lockOn = (names: string): string =>
  `/Reference [<< /TransformMethod /FieldMDP /TransformParams << /Action /Include /Fields [${names}] >> >>]`;
const [number, day] = [filledEntry()[FIELD.so]!, filledEntry()[FIELD.ngay]!];
const otherNumber = filledEntry('9999')[FIELD.so]!;
const LOCK = '/Lock << /Type /SigFieldLock /Action /Include /Fields [(so) (ngay) (thang)] >>';
const form = (more: string): string => `<< ${FIELDS}] ${FORM_REST} ${more} >>`;
/** Values of fields after signing, other than a closing signature locks. */
export const FORM_FILLS = badFiles('form-fill', [
  [
    'number and date are filled unsigned',
    'changedAfterSigning',
    'fill-not-signed',
    () => save(signed(), filledEntry()),
  ],
  [
    'number and date are filled unsigned, then sealed',
    'changedAfterSigning',
    'fill-not-signed',
    () => sealed(save(signed(), filledEntry()), { objects: { 7: number, 8: day, 9: filledEntry()[9]! } }),
  ],
  [
    'filled and signed, but not locked, then signed once more',
    'changedAfterSigning',
    'fill-not-locked',
    () => countersigned(sealed(signed(), { entries: '' })),
  ],
  [
    'filled and signed, but not locked, then a field is added',
    'changedAfterSigning',
    'fill-not-locked',
    () =>
      save(sealed(signed(), { entries: '' }), {
        4: `<< ${FIELDS} 71 0 R] ${FORM_REST} >>`,
        71: newField('Them', '0 0 0 0'),
      }),
  ],
  [
    'filled in a save of its own, then signed without a lock',
    'changedAfterSigning',
    'fill-not-signed',
    () => countersigned(save(signed(), filledEntry())),
  ],
  [
    'filled and signed, another field locked',
    'changedAfterSigning',
    'fill-not-locked',
    () => sealed(signed(), { entries: lockOn('(so)') }),
  ],
  [
    'filled and signed, a field of a like name locked',
    'changedAfterSigning',
    'fill-not-locked',
    () => sealed(signed(), { entries: lockOn('(s) (ngay) (thang)') }),
  ],
  [
    'filled and signed, locked by what the field announced alone',
    'changedAfterSigning',
    'fill-not-locked',
    () =>
      sealed(signed(preparedLetter({ [FIELD.seal]: sealField(LOCK) })), {
        entries: '',
        objects: { [FIELD.seal]: sealField(`${LOCK} /V 60 0 R /AP << /N 64 0 R >>`) },
      }),
  ],
  ['filled again after the seal', 'changedAfterSigning', 'field-changed', () => save(sealed(), { 7: otherNumber })],
  ['emptied after the seal', 'changedAfterSigning', 'field-changed', () => save(sealed(), { 7: entryField('so') })],
  [
    'filled again under one more signature',
    'changedAfterSigning',
    'field-changed',
    () =>
      signedAgain(sealed(), {
        7: otherNumber,
        4: `<< ${FIELDS} 71 0 R] >>`,
        71: newField('Them', '0 0 0 0', '/V 70 0 R'),
      }),
  ],
  [
    'a field is filled beside evidence',
    'changedAfterSigning',
    'fill-not-signed',
    () => save(signed(), { 1: `${CATALOG} /DSS << /Certs [] >> >>`, ...filledEntry() }),
  ],
  [
    'a field is filled beside a timestamp that locks it',
    'changedAfterSigning',
    'fill-not-signed',
    () =>
      signedAgain(
        signed(),
        {
          4: form('').replace('11 0 R]', '11 0 R 71 0 R]'),
          71: newField('Dau', '0 0 0 0', '/V 70 0 R'),
          ...filledEntry(),
        },
        {
          type: 'DocTimeStamp',
          subFilter: 'ETSI.RFC3161',
          entries: lockOn('(so) (ngay) (thang)'),
          contents: stamped(SEALED_AT),
        },
      ),
  ],
  [
    'the place of a field is moved',
    'changedAfterSigning',
    'field-changed',
    () => sealed(signed(), { objects: { 7: number.replace('80 740', '80 600') } }),
  ],
  [
    'the type of a field is changed',
    'changedAfterSigning',
    'field-removed',
    () => sealed(signed(), { objects: { 7: number.replace('/FT /Tx', '/FT /Ch') } }),
  ],
  [
    'a field is made to hold several lines',
    'changedAfterSigning',
    'field-changed',
    () => sealed(signed(), { objects: { 7: number.replace('/Ff 1', '/Ff 4097') } }),
  ],
  [
    'a field gets an action when it is filled',
    'changedAfterSigning',
    'field-changed',
    () =>
      sealed(signed(), { objects: { 7: number.replace('/Ff 1', '/Ff 1 /AA << /K << /S /JavaScript /JS (x) >> >>') } }),
  ],
  ...(
    [
      '1 g 0 0 220 30 re f',
      'q 220 0 0 30 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q',
      '1 g 0 0 m 0 90 220 90 220 0 c f',
      '1 G 60 w 1 J 50 15 m s',
      '1 g BT /ZaDb 40 Tf 0 0 Td (nnnnnn) Tj ET 0 g',
      '1 G 60 w 1 Tr BT /F1 13 Tf 5 10 Td (......) Tj ET 0 Tr',
      '/Pattern cs /P scn BT /F1 40 Tf (nnnnnn) Tj ET 0 g',
      '/OfThePage Do',
    ] as const
  ).map(
    (ground, at) =>
      [
        `a field over the date of the text is filled with other words on a ground of its own (${at + 1})`,
        'changedAfterSigning',
        'content-covered',
        () => {
          const place = (more: string): string =>
            entryField('so', more).replace(/\/Rect \[[^\]]*\]/u, '/Rect [80 590 300 620]');
          const look = streamText(
            `${ground} BT /F1 13 Tf 5 10 Td (25/4/2026) Tj ET`,
            '/Subtype /Form /BBox [0 0 220 30]',
          );
          const objects = { 7: place('/Ff 1 /V (25/4/2026) /AP << /N 61 0 R >>'), 61: look };
          return sealed(signed(preparedLetter({ 7: place('') })), { objects });
        },
      ] as const,
  ),
  ...(
    [
      ['as it has no look for', '/V /Off /AS /Off', '/V /Co /AS /Co'],
      ['and looks unticked', '/V /Off /AS /Off', '/V /Yes /AS /Off'],
      ['and another look comes along', '/V /Off /AS /Off', '/V /Yes /AS /Yes', '/Yes 95 0 R'],
      ['that was ticked otherwise', '/V /Co /AS /Off', '/V /Yes /AS /Yes'],
      ['that looked ticked already', '/V /Off /AS /Yes', '/V /Yes /AS /Yes'],
      ['that is a button', '/Ff 65536 /AS /Off', '/Ff 65536 /V /Yes /AS /Yes'],
    ] as const
  ).map(
    ([how, before, after, look = '/Yes 21 0 R']) =>
      [
        `a box is ticked ${how}`,
        'changedAfterSigning',
        'field-changed',
        () => {
          const box = (more: string, yes = '/Yes 21 0 R'): string =>
            entryField('so', `/AP << /N << ${yes} /Off 22 0 R >> >> ${more}`).replace('/FT /Tx', '/FT /Btn');
          const tick = streamText('2 8 m 6 2 l 14 14 l S', '/Subtype /Form /BBox [0 0 16 16]');
          const prepared = preparedLetter({ 7: box(before), 21: tick, 22: EMPTY_APPEARANCE });
          return sealed(signed(prepared), { objects: { 7: box(after, look), 95: tick } });
        },
      ] as const,
  ),
  ...(
    [
      ['that nothing shows', 'field-shows-other', '/V (a)'],
      ['with another number', 'field-shows-other', '/V (a) /AP << /N 61 0 R >>'],
      ['said to be another', 'field-changed', '/V (a) /I [1]'],
      ['of several', 'field-changed', '/V [(a) (b)]'],
    ] as const
  ).map(
    ([how, code, after]) =>
      [
        `a choice is made ${how}`,
        'changedAfterSigning',
        code,
        () => {
          const choice = (more: string): string =>
            entryField('so', `/Opt [(a) (b)] ${more}`).replace('/FT /Tx', '/FT /Ch');
          return sealed(signed(preparedLetter({ 7: choice('') })), { objects: { 7: choice(after) } });
        },
      ] as const,
  ),
  [
    'a field is filled with what is no text',
    'changedAfterSigning',
    'field-changed',
    () => sealed(signed(), { objects: { 7: number.replace('/V (513)', '/V /513') } }),
  ],
]);
