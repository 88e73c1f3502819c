import { PAGE, preparedLetter } from '../test-authority/letter.js';
import { type Objects, save } from '../test-authority/pdf-writer.js';
import { type BadRow, badFiles, type GoodRow, goodFiles } from './signed-file-case.js';
import {
  ANNOTATIONS,
  CATALOG,
  EMPTY_APPEARANCE,
  FIELDS,
  FORM_REST,
  newField,
  sealed,
  signed,
  signedAgain,
} from './signing-authority.js';

const TAGGED = `${CATALOG} /StructTreeRoot 20 0 R /MarkInfo << /Marked true >> /Lang (vi) >>`;
const root = (more: string): string => `<< /Type /StructTreeRoot ${more} >>`;
const ROOT = '/K 21 0 R /ParentTree 22 0 R /ParentTreeNextKey 1';
const element = (kids: string): string => `<< /Type /StructElem /S /Document /P 20 0 R /K ${kids} >>`;

/** A letter as word processors export it with its structure: one paragraph, one list of its pieces. */
const tagged = (change: Objects = {}): Objects => ({
  1: TAGGED,
  3: `${PAGE} /StructParents 0 ${ANNOTATIONS}] >>`,
  20: root(ROOT),
  21: element('23 0 R'),
  22: '<< /Nums [0 24 0 R] >>',
  23: '<< /Type /StructElem /S /P /P 21 0 R /Pg 3 0 R /K 0 >>',
  24: '[23 0 R]',
  ...change,
});

const OBJR = '<< /Type /OBJR /Pg 3 0 R /Obj 71 0 R >>';
const formElement = (kids = OBJR, more = ''): string =>
  `<< /Type /StructElem /S /Form /P 21 0 R /Pg 3 0 R /K ${kids} ${more} >>`;
const LOOK = '/V 70 0 R /AP << /N 72 0 R >> /StructParent 1';

/** What a second signature in a new field adds to a tagged letter. */
const added = (change: Objects = {}, place = '80 300 200 340'): Objects => ({
  3: `${PAGE} /StructParents 0 /Tabs /S ${ANNOTATIONS} 71 0 R] >>`,
  4: `<< ${FIELDS} 71 0 R] ${FORM_REST} >>`,
  20: root(ROOT.replace('NextKey 1', 'NextKey 2')),
  21: element('[23 0 R 75 0 R]'),
  22: '<< /Nums [0 24 0 R 1 75 0 R] >>',
  71: newField('Them', place, LOOK),
  72: EMPTY_APPEARANCE,
  75: formElement(),
  ...change,
});

const again = (change: Objects = {}, before: Objects = {}, place?: string): Buffer =>
  signedAgain(signed(preparedLetter(tagged(before))), added(change, place));
const LONG = Array.from({ length: 4 }, (_, at) => `${at} 24 0 R`).join(' ');

const good: readonly GoodRow[] = [
  ['its only paragraph becomes one of a list', () => again()],
  ['the list gets one more', () => again({ 21: element('[23 0 R 75 0 R]') }, { 21: element('[23 0 R]') })],
  [
    'the list is an object and gets one more',
    () => again({ 21: element('25 0 R'), 25: '[23 0 R 75 0 R]' }, { 21: element('25 0 R'), 25: '[23 0 R]' }),
  ],
  ['the element refers to the widget through an object', () => again({ 75: formElement('76 0 R'), 76: OBJR })],
  ['the element refers to the widget in a list', () => again({ 75: formElement(`[${OBJR}]`) })],
  [
    'the element stands in a section of its own',
    () =>
      again({
        21: element('[23 0 R 77 0 R]'),
        75: formElement().replace('/P 21 0 R', '/P 77 0 R'),
        77: '<< /S /Sect /P 21 0 R /K [75 0 R] >>',
      }),
  ],
  [
    'the element stands in the paragraph',
    () => again({ 21: element('23 0 R'), 23: '<< /Type /StructElem /S /P /P 21 0 R /Pg 3 0 R /K [0 75 0 R] >>' }),
  ],
  [
    'the element stands at the root',
    () => again({ 20: root('/K [21 0 R 75 0 R] /ParentTree 22 0 R /ParentTreeNextKey 2'), 21: element('23 0 R') }),
  ],
  [
    'the element stands at the root, whose list is an object',
    () =>
      again(
        { 20: root('/K 25 0 R /ParentTree 22 0 R /ParentTreeNextKey 2'), 21: element('23 0 R'), 25: '[21 0 R 75 0 R]' },
        { 20: root('/K 25 0 R /ParentTree 22 0 R /ParentTreeNextKey 1'), 25: '[21 0 R]' },
      ),
  ],
  [
    'the element has a title and words for its picture',
    () => again({ 75: formElement(OBJR, '/T (Dau) /Alt (Chu ky so) /Lang (vi)') }),
  ],
  [
    'the table is another object',
    () =>
      again({
        20: root('/K 21 0 R /ParentTree 78 0 R /ParentTreeNextKey 2'),
        22: tagged()[22]!,
        78: '<< /Nums [0 24 0 R 1 75 0 R] >>',
      }),
  ],
  [
    'the table and the lists of its pages are written anew',
    () =>
      again({
        20: root('/K 21 0 R /ParentTree 78 0 R /ParentTreeNextKey 2'),
        78: '<< /Kids [79 0 R] >>',
        79: '<< /Limits [0 1] /Nums [0 80 0 R 1 75 0 R] >>',
        80: '[23 0 R]',
      }),
  ],
  [
    'the table stands in the root',
    () =>
      again(
        { 20: root('/K 21 0 R /ParentTree << /Nums [0 24 0 R 1 75 0 R] >> /ParentTreeNextKey 2'), 22: tagged()[22]! },
        { 20: root('/K 21 0 R /ParentTree << /Nums [0 24 0 R] >> /ParentTreeNextKey 1') },
      ),
  ],
  [
    'the list of the table is an object',
    () =>
      again({ 22: '<< /Nums 26 0 R >>', 26: '[0 24 0 R 1 75 0 R]' }, { 22: '<< /Nums 26 0 R >>', 26: '[0 24 0 R]' }),
  ],
  [
    'the table has branches',
    () =>
      again(
        { 22: '<< /Kids [26 0 R 27 0 R] >>', 27: '<< /Limits [2 4] /Nums [2 24 0 R 4 75 0 R] >>' },
        {
          22: '<< /Kids [26 0 R 27 0 R] >>',
          26: '<< /Limits [0 1] /Nums [0 24 0 R 1 24 0 R] >>',
          27: '<< /Limits [2 2] /Nums [2 24 0 R] >>',
        },
      ),
  ],
  ['the table has many lines', () => again({ 22: `<< /Nums [${LONG} 4 75 0 R] >>` }, { 22: `<< /Nums [${LONG}] >>` })],
  [
    'no key is said for the next line',
    () => again({ 20: root('/K 21 0 R /ParentTree 22 0 R') }, { 20: root('/K 21 0 R /ParentTree 22 0 R') }),
  ],
  ['the signature shows nothing', () => again({}, {}, '0 0 0 0')],
  ['the element is of the writer’s own kind', () => again({ 75: formElement().replace('/S /Form', '/S /Annot') })],
  [
    'all of it is packed',
    () =>
      signedAgain(
        signed(preparedLetter(tagged(), { asStream: true, packed: [1, 2, 3, 4, 20, 21, 22, 23, 24] })),
        added(),
        { save: { asStream: true, packed: [3, 4, 20, 21, 22, 75] } },
      ),
  ],
  [
    'the letter is sealed in its prepared field before',
    () => signedAgain(sealed(signed(preparedLetter(tagged()))), added()),
  ],
  [
    'an empty field is added, and signed in the next save',
    () => {
      const empty = added({ 71: newField('Them', '80 300 200 340', '/StructParent 1') });
      return signedAgain(save(signed(preparedLetter(tagged())), empty), {
        71: newField('Them', '80 300 200 340', LOOK),
      });
    },
  ],
];

const bad: readonly (readonly [what: string, make: () => Buffer])[] = [
  [
    'the new element is read in place of the letter',
    () => again({ 75: formElement(OBJR, '/ActualText (truoc ngay 25/4/2026)') }),
  ],
  ['the new element leads to a picture of the page', () => again({ 75: formElement('[0]') })],
  ['the new element leads to another field', () => again({ 75: formElement(OBJR.replace('71 0 R', '7 0 R')) })],
  ['the new element was prepared before', () => again({ 75: formElement(OBJR) }, { 75: '<< /S /Form /P 21 0 R >>' })],
  ['a paragraph is taken out', () => again({ 21: element('[75 0 R]') })],
  [
    'two paragraphs change places',
    () =>
      again(
        { 21: element('[28 0 R 23 0 R 75 0 R]') },
        { 21: element('[23 0 R 28 0 R]'), 28: '<< /S /P /P 21 0 R /K 1 >>' },
      ),
  ],
  [
    'a paragraph is read as another word',
    () => again({ 23: '<< /Type /StructElem /S /P /P 21 0 R /Pg 3 0 R /K 0 /ActualText (25/4/2026) >>' }),
  ],
  [
    'a line of the table leads to another element',
    () => again({ 22: '<< /Nums [0 26 0 R 1 75 0 R] >>', 26: '[75 0 R]' }),
  ],
  ['a line of the table is taken out', () => again({ 22: '<< /Nums [1 75 0 R] >>' })],
  ['a line of the table stands twice', () => again({ 22: '<< /Nums [0 24 0 R 0 24 0 R 1 75 0 R] >>' })],
  ['the names of kinds are others', () => again({ 20: root(`${ROOT} /RoleMap << /P /Artifact >>`) })],
  [
    'the list of paragraphs is also the content of the page',
    () =>
      again(
        {
          21: element('25 0 R'),
          25: '[23 0 R 75 0 R]',
          3: `${PAGE.replace('5 0 R', '25 0 R')} /StructParents 0 ${ANNOTATIONS} 71 0 R] >>`,
        },
        {
          21: element('25 0 R'),
          25: '[23 0 R]',
          3: `${PAGE.replace('5 0 R', '25 0 R')} /StructParents 0 ${ANNOTATIONS}] >>`,
        },
      ),
  ],
  [
    'the table is also the fonts of the page',
    () =>
      again(
        {
          22: '<< /Nums [0 24 0 R 1 75 0 R] >>',
          3: `${PAGE.replace('<< /F1 6 0 R >>', '22 0 R')} /StructParents 0 ${ANNOTATIONS} 71 0 R] >>`,
        },
        { 3: `${PAGE.replace('<< /F1 6 0 R >>', '22 0 R')} /StructParents 0 ${ANNOTATIONS}] >>` },
      ),
  ],
  [
    'an element is also the group of the page',
    () =>
      again(
        { 3: `${PAGE} /Group 21 0 R /StructParents 0 ${ANNOTATIONS} 71 0 R] >>` },
        { 3: `${PAGE} /Group 21 0 R /StructParents 0 ${ANNOTATIONS}] >>` },
      ),
  ],
];

/** A second signature on a letter that is tagged for reading aloud, as iText, Acrobat and others add it. */
export const TAGGED_SHAPES = goodFiles(good.map(([what, make]) => [`a tagged letter signed again: ${what}`, make]));
/** The same, with something else changed in the structure. */
export const TAGGED_ATTACKS = badFiles(
  'shared-container',
  bad.map(([what, make]): BadRow => [
    `a tagged letter signed again: ${what}`,
    'changedAfterSigning',
    'object-changed',
    make,
  ]),
);
