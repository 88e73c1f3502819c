import { LOCK_ON_ENTRY, preparedLetter, SEALED_AT } from '../test-authority/letter.js';
import { type Objects, type SaveWish, streamText } from '../test-authority/pdf-writer.js';
import { signSave } from '../test-authority/signing.js';
import { badFiles, type BadRow } from './signed-file-case.js';
import { FORM_REST, sealed, signed, stamped } from './signing-authority.js';
import { GROWING_CONTAINERS } from './shared-growing.js';
import {
  type SharedContainer,
  base,
  drawn,
  draws,
  field,
  FORM,
  LAYER,
  NEW,
  OLD,
  page,
  withAnnotation,
} from './shared-letter.js';
import { STREAMS } from './shared-looks.js';
import { VALUES } from './shared-values.js';

export type { SharedContainer };

/** Writes the letter before anybody signs it; objects keep their numbers. */
export type LetterWriter = (objects: Objects) => Buffer;

/** A document timestamp, which anybody trusted gives, in the empty field. */
function stampInField(pdf: Buffer, objects: Objects, save: SaveWish): Buffer {
  return signSave(pdf, {
    object: 90,
    type: 'DocTimeStamp',
    subFilter: 'ETSI.RFC3161',
    objects: { 20: field('/V 90 0 R'), ...objects },
    contents: stamped(SEALED_AT),
    save,
  });
}

const attackOf = (name: string, objects: Objects, exchanged: Objects): SharedContainer => ({
  name,
  objects: { ...base, ...objects },
  attack: (pdf, save) => stampInField(pdf, exchanged, save),
});

const EXCHANGED: Objects = {
  91: streamText(`BT /F1 13 Tf 85 600 Td (${NEW}) Tj ET`),
  92: LAYER,
};

const looks = STREAMS.map(([what, objects, stream = drawn]) =>
  attackOf(
    `the look of an empty field is also ${what}`,
    { 22: stream(OLD), 31: drawn(''), ...objects },
    { 22: stream(NEW) },
  ),
);
const values = VALUES.map(([what, objects, before, now]) =>
  attackOf(`the looks of an empty field are also ${what}`, { ...objects, 21: before }, { ...EXCHANGED, 21: now }),
);

const others: readonly SharedContainer[] = [
  {
    name: 'the look of the leader’s signature is also that of the seal',
    objects: {
      ...base,
      11: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (DauCoQuan) /Rect [300 190 400 290] /F 4 /P 3 0 R /AP 21 0 R >>`,
      10: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (ChuKyLanhDao) /Rect [320 200 460 270] /F 4 /P 3 0 R /AP 21 0 R /V 50 0 R >>`,
    },
    attack: (pdf, save) => stampInField(pdf, { 22: drawn(NEW) }, save),
  },
  {
    name: 'the look of the number is also that of a stamp',
    objects: { ...base, ...withAnnotation('Stamp', '/AP 21 0 R'), 7: numberField('') },
    attack: (pdf, save) =>
      sealed(pdf, {
        objects: { 7: numberField('/Ff 1 /V (513)'), 22: streamText('BT /F1 13 Tf 2 3 Td (513) Tj ET', FORM) },
        entries: LOCK_ON_ENTRY,
        save,
      }),
  },
];

function numberField(more: string): string {
  return `<< /Type /Annot /Subtype /Widget /FT /Tx /T (so) /Rect [80 740 120 756] /F 4 /P 3 0 R /DA (/F1 13 Tf 0 g) /AP 21 0 R ${more} >>`;
}

const ALL_FIELDS = '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 20 0 R]';

/** One list with two ways to it from one place: the second is met while the list still waits to be looked through. */
const lists: readonly SharedContainer[] = [
  attackOf(
    'the list of fields is also something else of the form',
    { 4: `<< /Fields 25 0 R /Khac 25 0 R ${FORM_REST} >>`, 25: ALL_FIELDS },
    {},
  ),
  attackOf(
    'the list of a page’s fields is also something else of the page',
    {
      3: page('', { more: '/Khac 25 0 R' }).replace(/\/Annots \[[^\]]*\]/u, '/Annots 25 0 R'),
      25: ALL_FIELDS,
    },
    {},
  ),
  attackOf(
    'a list within the list of fields is also something else of the form',
    { 4: `<< /Fields ${ALL_FIELDS} /CO 25 0 R /Khac 25 0 R ${FORM_REST} >>`, 25: '[26 0 R]', 26: '[20 0 R]' },
    {},
  ),
  attackOf(
    'the list of a page’s fields is also the contents of the page',
    {
      3: page('', { contents: '25 0 R' }).replace(/\/Annots \[[^\]]*\]/u, '/Annots 25 0 R'),
      25: ALL_FIELDS.replace('[', '[5 0 R '),
    },
    {},
  ),
];

const NOTE = '/DA (/F1 13 Tf 0 g)';
/** What signing may change of a field besides its look, and what else may be read from the same object. */
const KEYS: readonly (readonly [key: string, what: string, objects: Objects, before: string, now: string])[] = [
  [
    'MK',
    'a state of drawing',
    { 3: page('/ExtGState << /G 25 0 R >>'), 5: draws('/G gs') },
    '<< /ca 1 >>',
    '<< /ca 0 >>',
  ],
  [
    'Border',
    'the size of the page',
    { 3: page('').replace('[0 0 595 842]', '25 0 R') },
    '[0 0 595 842]',
    '[0 0 595 500]',
  ],
  ['BS', 'the border of a note', withAnnotation('Square', '/BS 25 0 R'), '<< /W 0 >>', '<< /W 40 >>'],
  [
    'DR',
    'the fonts of the page',
    { 3: page('').replace('<< /F1 6 0 R >>', '25 0 R') },
    '<< /F1 6 0 R >>',
    '<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Symbol >> >>',
  ],
  [
    'DA',
    'the style of a note',
    withAnnotation('FreeText', '/Contents (a) /DA 25 0 R'),
    '(/F1 13 Tf 0 g)',
    '(/F1 13 Tf 1 g)',
  ],
  ['NM', 'the words of a note', withAnnotation('FreeText', `/Contents 25 0 R ${NOTE}`), `(${OLD})`, `(${NEW})`],
  ['M', 'the name of a note', withAnnotation('Text', '/T 25 0 R'), `(${OLD})`, `(${NEW})`],
  ['Q', 'how far the page is turned', { 3: page('', { more: '/Rotate 25 0 R' }) }, '0', '180'],
  [
    'AS',
    'the state of a stamp',
    withAnnotation('Stamp', '/AS 25 0 R /AP << /N << /On 22 0 R /Off 31 0 R >> >>'),
    '/On',
    '/Off',
  ],
  ['Ff', 'whether a note is shown', withAnnotation('Square', '/OC << /Type /OCMD /VE 25 0 R >>'), '[/And]', '[/Or]'],
];
const keys = KEYS.map(([key, what, objects, before, now]) =>
  attackOf(
    `the ${key} of an empty field is also ${what}`,
    { 31: drawn(''), ...objects, 20: field(`/${key} 25 0 R`), 25: before },
    { 20: field(`/V 90 0 R /${key} 25 0 R`), 25: now },
  ),
);

/** Every letter whose parts are shared, as it is written and how it is attacked. */
export const CONTAINERS: readonly SharedContainer[] = [
  ...looks,
  ...values,
  ...others,
  ...lists,
  ...keys,
  ...GROWING_CONTAINERS,
];

/** @param write writes the letter; the saves behind it are ours */
export function attacked({ objects, attack }: SharedContainer, write: LetterWriter, save: SaveWish = {}): Buffer {
  return attack(signed(write(objects), { save }), save);
}

const isStream = (text: string): boolean => text.includes('\nstream\n');

/** The same letter with all that can be packed into one stream of objects. */
const packed: LetterWriter = (objects) => {
  const all = preparedLetter(objects).toString('latin1');
  const numbers = [...all.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gmu)];
  const small = numbers.filter(([, , text = '']) => !isStream(text)).map(([, number]) => Number(number));
  return preparedLetter(objects, { asStream: true, packed: small });
};

const rows = (how: string, write: LetterWriter, save: SaveWish): readonly BadRow[] =>
  CONTAINERS.map((one) => [
    `${one.name}${how}`,
    'changedAfterSigning',
    'object-changed',
    () => attacked(one, write, save),
  ]);

/** Where our writer puts the store of a letter, and one in its place. */
const STORE = 208;
function storeOf(font: string): string {
  const header = '6 0 ';
  return streamText(
    `${header}<< /Type /Font /Subtype /Type1 /BaseFont ${font} >>`,
    `/Type /ObjStm /N 1 /First ${header.length}`,
  );
}

/** One object that serves two, at any depth: exchanged for the one, it is exchanged for the other. */
export const SHARED_CONTAINERS = badFiles('shared-container', [
  ...rows('', preparedLetter, {}),
  ...rows(', packed', packed, { asStream: true }),
  [
    'the store of packed objects is also the look of an empty field',
    'changedAfterSigning',
    'object-changed',
    () => {
      const letter = preparedLetter({ ...base, 21: `<< /N ${STORE} 0 R >>` }, { asStream: true, packed: [6] });
      return stampInField(signed(letter), { [STORE]: storeOf('/Symbol') }, {});
    },
  ],
]);
