import { PAGE, preparedLetter, SEALED_AT } from '../test-authority/letter.js';
import { type Objects, streamText } from '../test-authority/pdf-writer.js';
import { signSave } from '../test-authority/signing.js';
import { badFiles, type BadRow, goodFiles, type GoodRow } from './signed-file-case.js';
import { ANNOTATIONS, FIELDS, newField, signed, stamped } from './signing-authority.js';

/** Shows other digits than those of the value. */
const OTHER_FONT =
  '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding << /Type /Encoding /Differences [49 /nine] >> >>';
const LOOK = streamText('BT /F1 13 Tf 2 3 Td (1200) Tj ET', '/Subtype /Form /BBox [0 0 220 20]');
const OWN_STYLE = '/DA (/Tien 13 Tf 0 g)';

const field = (more: string): string =>
  `<< /Type /Annot /Subtype /Widget /FT /Tx /T (SoTien) /Rect [80 400 300 420] /F 4 /P 3 0 R ${more} >>`;

interface Letter {
  /** What was written when the leader signed. */
  readonly written: string;
  readonly isField?: boolean;
  /** Of the form, all the time, and from the next save on. */
  readonly form?: string;
  readonly brought: string;
  readonly fonts?: string;
  readonly objects?: Objects;
}

/** A letter in which something is written, and a timestamp that anybody can get, with what its save brings into the form. */
function brought({ written, isField = true, form = '', brought: more, fonts = '', objects = {} }: Letter): Buffer {
  const own = isField ? ' 20 0 R' : '';
  const formOf = (stamp: string, names: string, entries: string): string =>
    `<< ${FIELDS}${own}${stamp}] /SigFlags 3 /DR << /Font << /F1 6 0 R ${names} >> >> ${form} ${entries} >>`;
  const pdf = signed(
    preparedLetter({
      3: `${PAGE} ${ANNOTATIONS} 20 0 R] >>`,
      4: formOf('', '', ''),
      20: written,
      21: LOOK,
      ...objects,
    }),
  );
  return signSave(pdf, {
    object: 90,
    type: 'DocTimeStamp',
    subFilter: 'ETSI.RFC3161',
    contents: stamped(SEALED_AT),
    objects: {
      3: `${PAGE} ${ANNOTATIONS} 20 0 R 91 0 R] >>`,
      4: formOf(' 91 0 R', fonts, more),
      91: newField('Timestamp1', '0 0 0 0', '/V 90 0 R'),
      92: OTHER_FONT,
    },
  });
}

const note = (more: string): string =>
  `<< /Type /Annot /Subtype /FreeText /Rect [80 400 300 420] /F 4 /Contents (1200) ${more} >>`;
const ASKED = '/NeedAppearances true';
const VALUE = '/V (1200)';
const FONT = '/Tien 92 0 R';
const DRAWN = '/AP << /N 21 0 R >>';

const bad: readonly (readonly [name: string, letter: Letter])[] = [
  ['the font of a field', { written: field(`${VALUE} ${OWN_STYLE}`), brought: '', fonts: FONT }],
  [
    'the font of a field, where readers draw all fields',
    { written: field(`${VALUE} ${DRAWN} ${OWN_STYLE}`), form: ASKED, brought: '', fonts: FONT },
  ],
  [
    'the font that a field takes from the form',
    { written: field(VALUE), form: '/DA (/Tien 13 Tf 0 g)', brought: '', fonts: FONT },
  ],
  [
    'the font that a field takes from the one above it',
    {
      written: '<< /Type /Annot /Subtype /Widget /Parent 9 0 R /Rect [80 400 300 420] /F 4 /P 3 0 R >>',
      isField: false,
      brought: '',
      fonts: FONT,
      objects: { 9: `<< /FT /Tx /T (thang) /Kids [20 0 R] ${VALUE} ${OWN_STYLE} >>` },
    },
  ],
  [
    'a font whose name is written otherwise',
    { written: field(`${VALUE} /DA (/T#69en 13 Tf 0 g)`), brought: '', fonts: FONT },
  ],
  [
    'a font, where the style cannot be read',
    { written: field(`${VALUE} /DA (/Khac 13 Tf ])`), brought: '', fonts: FONT },
  ],
  ['the font of a note in words', { written: note(OWN_STYLE), isField: false, brought: '', fonts: FONT }],
  [
    'the font of a button',
    { written: field(`/MK << /CA (1200) >> ${OWN_STYLE}`).replace('/Tx', '/Btn /Ff 65536'), brought: '', fonts: FONT },
  ],
  ['how a field is written', { written: field(VALUE), brought: '/DA (/F1 13 Tf 0 g)' }],
  [
    'how a field is written, where readers draw all fields',
    { written: field(`${VALUE} ${DRAWN}`), form: ASKED, brought: '/DA (/F1 1 Tf 1 g)' },
  ],
  ['to which side a field is written', { written: field(`${VALUE} /DA (/F1 13 Tf 0 g)`), brought: '/Q 2' }],
];

const good: readonly (readonly [name: string, letter: Letter])[] = [
  ['a font that nothing names', { written: field(`${VALUE} /DA (/F1 13 Tf 0 g)`), brought: '', fonts: FONT }],
  ['the font of an empty field', { written: field(OWN_STYLE), brought: '', fonts: FONT }],
  [
    'the font of a field that has a look',
    { written: field(`${VALUE} ${OWN_STYLE} ${DRAWN}`), brought: '', fonts: FONT },
  ],
  [
    'the font of a note that has a look',
    { written: note(`${OWN_STYLE} ${DRAWN}`), isField: false, brought: '', fonts: FONT },
  ],
  ['how empty fields are written', { written: field(''), brought: '/DA (/F1 13 Tf 0 g) /Q 0' }],
];

/** What was named when the letter was signed, and is there only later: readers write what was signed anew with it. */
export const AWAITED_RESOURCES = badFiles(
  'field-look',
  bad.map(([what, letter]): BadRow => [
    `a timestamp brings ${what}`,
    'changedAfterSigning',
    'form-changed',
    () => brought(letter),
  ]),
);

/** The same where nothing is drawn with it. */
export const IDLE_RESOURCES = goodFiles(
  good.map(([what, letter]): GoodRow => [`a timestamp brings ${what}`, () => brought(letter)]),
);
