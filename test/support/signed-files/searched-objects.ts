import { PAGE, preparedLetter } from '../test-authority/letter.js';
import { flateText, type Objects, streamText } from '../test-authority/pdf-writer.js';
import type { SignWish } from '../test-authority/signing.js';
import { badFiles, type BadRow } from './signed-file-case.js';
import { ANNOTATIONS, OTHER_TEXT, signed, signedAgain, withNewField } from './signing-authority.js';

const EMPTY_PLACE = '80 300 200 340';
const VISIBLE = '/V 70 0 R /AP << /N 72 0 R >>';
const look = (content: string): string => streamText(content, '/Subtype /Form /BBox [0 0 9 9]');
const HIDDEN = `\n5 0 obj\n${OTHER_TEXT}\nendobj\n`;
/** Nothing stands behind it: poppler then searches the file for objects, in streams and strings too. */
const NOWHERE = '/PieceInfo 150 0 R';

/** One more signature on an empty part of a page that says something more. */
function signedOn(
  more: string,
  objects: Objects,
  { field = VISIBLE, prepared = {}, wish = {} }: OtherWish = {},
): Buffer {
  const page = `${PAGE} ${more}`;
  const pdf = signed(preparedLetter({ 3: `${page} ${ANNOTATIONS}] >>`, ...prepared }));
  const added = withNewField(field, EMPTY_PLACE);
  return signedAgain(pdf, { ...added, 3: `${page} ${ANNOTATIONS} 71 0 R] >>`, ...objects }, wish);
}

interface OtherWish {
  readonly field?: string;
  readonly prepared?: Objects;
  readonly wish?: Partial<SignWish>;
}

const OTHER_PAGES: Objects = {
  102: '<< /Type /Pages /Kids [103 0 R] /Count 1 >>',
  103: `${PAGE.replace('5 0 R', '105 0 R').replace('2 0 R', '102 0 R')} >>`,
  105: OTHER_TEXT,
};
const CATALOG_OF_OTHERS = '<< /Type /Catalog /Pages 102 0 R >>';

/** What lies in the save, and is no object of it for who reads by the cross-reference. */
const hidden: readonly (readonly [what: string, objects: Objects, wish?: OtherWish])[] = [
  ['the look of a signature', { 72: look(HIDDEN) }],
  ['the look of a signature, in one line with other things', { 72: look('q 5\t0\r\nobj <<>> endobj Q') }],
  ['the look of a signature, parted by a zero byte', { 72: look('5\x000\x00obj <<>> endobj') }],
  ['the look of a signature, parted by many blanks', { 72: look(`5${' '.repeat(200)}0 obj <<>> endobj`) }],
  ['the look of a signature, far before its word', { 72: look(`5 0${'\n'.repeat(5000)}obj <<>> endobj`) }],
  ['the look of a signature, parted by a comment', { 72: look(`5 % ${'x'.repeat(90)}\n0 %\r% obj\nobj <<>> endobj`) }],
  ['a string', { 72: look(''), 100: `(${HIDDEN})` }],
  ['a comment', { 72: look(''), 100: `% 5 0 obj\n[]` }],
  ['the trailer', { 72: look('') }, { wish: { save: { trailer: `/Note (5 0 obj)` } } }],
  ['a save with a cross-reference stream', { 72: look(HIDDEN) }, { wish: { save: { asStream: true } } }],
  [
    'a store of packed objects that is listed as empty',
    { 72: look(''), 100: flateText(Buffer.from('5 0 (x)'), '/Type /ObjStm /N 1 /First 4') },
  ],
];

/** What begins everything, for who searches. */
const beginnings: readonly (readonly [what: string, objects: Objects])[] = [
  ['a trailer in the look of a signature', { 72: look('\ntrailer\n<< /Root 101 0 R >>\n'), 101: '<< >>' }],
  [
    'a trailer in the look of a signature, far before its dictionary',
    { 72: look(`\ntrailer${' '.repeat(90)}% x\n<< /Root 101 0 R >>\n`), 101: '<< >>' },
  ],
  ['a second catalog', { 72: look(''), 101: CATALOG_OF_OTHERS, ...OTHER_PAGES }],
  [
    'a cross-reference that nothing leads to',
    { 72: look(''), 100: streamText('', '/Type /XRef /Root 101 0 R /W [1 1 1] /Size 200'), 101: '<< >>' },
  ],
];

/** What a save may refer to although it is not there. */
const nowhere: readonly (readonly [where: string, field: string, objects?: Objects])[] = [
  ['a look', '/V 70 0 R /AP << /N 150 0 R >>'],
  ['a look for the pointer', '/V 70 0 R /AP << /N 72 0 R /D 150 0 R >>'],
  ['how a field looks', `${VISIBLE} /MK 150 0 R`],
  ['a look, under another generation', '/V 70 0 R /AP << /N 72 3 R >>'],
  [
    'what a look is drawn with',
    VISIBLE,
    { 72: streamText('', '/Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F9 150 0 R >> >>') },
  ],
];

const bad = (name: string, make: () => Buffer): BadRow => [name, 'changedAfterSigning', 'increment-malformed', make];

/** Saves in which readers that search for objects find others than those that the cross-reference lists. */
export const SEARCHED_OBJECTS = badFiles('isa', [
  ...hidden.map(([what, objects, wish]) => bad(`an object hidden in ${what}`, () => signedOn(NOWHERE, objects, wish))),
  ...beginnings.map(([what, objects]) => bad(`a save that brings ${what}`, () => signedOn(NOWHERE, objects))),
  ...nowhere.map(([where, field, objects = { 72: look('') }]) =>
    bad(`a save that refers to nothing, in ${where}, over an object hidden before`, () =>
      signedOn('/PieceInfo 20 0 R', objects, { field, prepared: { 20: streamText(HIDDEN) } }),
    ),
  ),
]);
