import { PAGE, PAGE_CONTENT, preparedLetter } from '../test-authority/letter.js';
import { flateText, type Objects, save, streamText } from '../test-authority/pdf-writer.js';
import type { ReasonCode } from '../../../src/signing/domain/verification/reasons.js';
import { badFiles, type BadRow, goodFiles } from './signed-file-case.js';
import { ANNOTATIONS, CATALOG, signed, signedAgain, withNewField } from './signing-authority.js';

const STORE: Objects = { 1: `${CATALOG} /DSS << /Certs [] >> >>` };
const again = (before: Objects, now: Objects): Buffer => save(signed(preparedLetter(before)), { ...STORE, ...now });

/** Covers the date of the letter where it is seen. */
const cover = (flags: string): Objects => ({
  3: `${PAGE} ${ANNOTATIONS} 30 0 R] >>`,
  30: `<< /Type /Annot /Subtype /Stamp /Rect [80 590 300 620] /F ${flags} /AP << /N 31 0 R >> >>`,
  31: streamText('1 g 0 0 220 30 re f 0 g BT /F1 13 Tf 5 10 Td (25/4/2026) Tj ET', '/Subtype /Form /BBox [0 0 220 30]'),
});
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman';
const codes = (first: string): Objects => ({
  6: `${FONT} /Encoding 30 0 R >>`,
  30: `<< /Type /Encoding /Differences [${first} /four 1.0 /one] >>`,
});
const widths = (first: string): Objects => ({ 6: `${FONT} /FirstChar ${first} /LastChar 32 /Widths [9000] >>` });
const turned = (by: string): Objects => ({ 3: `${PAGE} /Rotate ${by} ${ANNOTATIONS}] >>` });
const masked = (colour: string): Objects => ({
  3: `${PAGE.replace('>> >>', '>> /XObject << /X 30 0 R >> >>')} ${ANNOTATIONS}] >>`,
  5: streamText(`${PAGE_CONTENT} q 220 0 0 30 80 590 cm /X Do Q`),
  30: flateText(
    Buffer.alloc(1),
    `/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Mask [${colour} 0]`,
  ),
});

const bad: readonly (readonly [what: string, reason: ReasonCode, before: Objects, now: Objects])[] = [
  ['that a note is hidden', 'object-changed', cover('2'), { 30: cover('2.')[30]! }],
  ['that a note is hidden, which had a point', 'object-changed', cover('2.0'), { 30: cover('2')[30]! }],
  ['that a note is hidden, an object of its own', 'object-changed', { ...cover('40 0 R'), 40: '2' }, { 40: '2.' }],
  ['the code of a letter', 'object-changed', codes('51'), { 30: codes('51.')[30]! }],
  ['the code of the first letter that has a width', 'object-changed', widths('32'), { 6: widths('32.')[6]! }],
  ['how far the page is turned', 'page-changed', turned('180'), turned('180.0')],
  ['the colour that a picture leaves out', 'object-changed', masked('0'), { 30: masked('0.')[30]! }],
];

/** Saves that write what was signed again with a point in a number, or without: readers that want integers then show something else. */
export const REWRITTEN_NUMBERS = badFiles(
  'shadow-replace',
  bad.map(([what, reason, before, now]): BadRow => [
    `${what} is written with another kind of number`,
    'changedAfterSigning',
    reason,
    () => again(before, now),
  ]),
);

const FIELD = '/V 70 0 R /AP << /N 72 0 R >>';

/** The page that a new signature comes onto, written again as tools do. */
function pageAgain(before: string, now: string): Buffer {
  const added = withNewField(FIELD, '80 300 200 340');
  const written = (page: string, box: string): string => page.replace('[0 0 595 842]', box);
  const pdf = signed(preparedLetter({ 3: written(`${PAGE} ${ANNOTATIONS}] >>`, before) }));
  return signedAgain(pdf, { ...added, 3: written(added[3] ?? '', now) });
}

/** The same numbers, as tools write them again. */
export const SAME_NUMBERS = goodFiles([
  ['the points of the size of a page are left out', () => pageAgain('[0.0 0.0 595.0 842.0]', '[0 0 595 842]')],
  ['the size of a page gets points', () => pageAgain('[0 0 595 842]', '[0 0 595.0 842.00]')],
  [
    'a page keeps the point of its scale',
    () => pageAgain('[0 0 595 842] /UserUnit 1.0', '[0 0 595 842] /UserUnit 1.00'),
  ],
  [
    'a note keeps its flags and its place',
    () => again(cover('4'), { 30: cover('4')[30]!.replace('[80 590', '[80.0 590.') }),
  ],
]);
