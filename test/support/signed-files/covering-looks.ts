import { PAGE_CONTENT, preparedLetter, sealField } from '../test-authority/letter.js';
import { flateText, type Objects, streamText } from '../test-authority/pdf-writer.js';
import { type BadRow, badFiles, type GoodRow, goodFiles } from './signed-file-case.js';
import { EMPTY_LOOK, sealed, signed, signedAgain, withNewField } from './signing-house.js';

const VISIBLE = '/V 70 0 R /AP << /N 72 0 R >>';
const FORM = '/Subtype /Form /BBox [0 0 220 30]';
const PIXELS = '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8';
const picture = (more = ''): string => flateText(Buffer.alloc(12, 200), `${PIXELS} /ColorSpace /DeviceRGB ${more}`);
const mask = (...samples: readonly number[]): string =>
  flateText(Buffer.from(samples), `${PIXELS} /ColorSpace /DeviceGray`);
const SHOWS_PICTURE = 'q 220 0 0 30 0 0 cm /Im Do Q';
const WITH_PICTURE = `${FORM} /Resources << /XObject << /Im 95 0 R >> >>`;

/** The seal in a field that was prepared over the words of the letter. */
function overWords(content: string, entries = FORM, objects: Objects = {}): Buffer {
  const place = (more: string): string => sealField(more).replace(/\/Rect \[[^\]]*\]/u, '/Rect [80 590 300 620]');
  return sealed(signed(preparedLetter({ 11: place('') })), {
    objects: { 11: place('/V 60 0 R /AP << /N 64 0 R >>'), 64: streamText(content, entries), ...objects },
  });
}

/** A new signature over the middle of a page that is drawn so. */
const overDrawing = (content: string, place = '80 300 200 340', more: Objects = {}): Buffer =>
  signedAgain(
    signed(preparedLetter({ 5: streamText(`${PAGE_CONTENT} ${content}`), ...more })),
    withNewField(VISIBLE, place),
  );

const hiding: readonly (readonly [string, () => Buffer])[] = [
  ['words', () => overWords('BT /F1 13 Tf 5 10 Td (25/4/2026) Tj ET')],
  [
    'words in a form within its look',
    () =>
      overWords('/Fm Do', `${FORM} /Resources << /XObject << /Fm 95 0 R >> >>`, {
        95: streamText('BT /F1 13 Tf 5 10 Td (25/4/2026) Tj ET', FORM),
      }),
  ],
  ['a white ground', () => overWords('1 g 0 0 220 30 re f')],
  ['a dark ground', () => overWords('0 0 220 30 re f')],
  ['white letters that are drawn', () => overWords('1 g 20 10 m 30 28 l 32 28 l 22 10 l f')],
  ['a white line', () => overWords('1 G 5 15 m 200 15 l S')],
  ['a broad line', () => overWords('20 w 5 15 m 200 15 l S')],
  ['a ground of a colour that has no name', () => overWords('/Pattern cs /P scn 0 0 220 30 re f')],
  ['a shading', () => overWords('/Sh sh')],
  ['a full picture', () => overWords(SHOWS_PICTURE, WITH_PICTURE, { 95: picture() })],
  [
    'a picture whose mask leaves it full',
    () => overWords(SHOWS_PICTURE, WITH_PICTURE, { 95: picture('/SMask 96 0 R'), 96: mask(255, 255, 255, 255) }),
  ],
  ['a look that is not there', () => overWords('', FORM, { 11: sealedPlace('/V 60 0 R /AP << /N 99 0 R >>') })],
];

function sealedPlace(more: string): string {
  return sealField(more).replace(/\/Rect \[[^\]]*\]/u, '/Rect [80 590 300 620]');
}

const LETTERS = '0 g 90 310 m 110 335 l 112 335 l 92 310 l f';
const drawings: readonly (readonly [string, () => Buffer])[] = [
  ['letters that are drawn as outlines', () => overDrawing(LETTERS)],
  [
    'all the letters of a page in one outline',
    () => overDrawing(`0 g 10 10 m 30 40 l 32 40 l 12 10 l ${LETTERS.slice(4)}`),
  ],
  ['a dark area', () => overDrawing('0.4 g 90 310 60 20 re f')],
  ['a shading', () => overDrawing('q 90 310 60 20 re W n /Sh sh Q')],
];

const hidden: BadRow = [
  'a new signature with a ground that hides the leader’s',
  'changedAfterSigning',
  'signature-overlay',
  () =>
    signedAgain(signed(), {
      ...withNewField(VISIBLE, '310 190 470 280'),
      72: streamText('1 g 0 0 160 90 re f', '/Subtype /Form /BBox [0 0 160 90]'),
    }),
];

/** Signatures whose looks hide what was signed, words or drawings. */
export const COVERING_LOOKS = badFiles('ssa', [
  ...hiding.map(([what, make]): BadRow => [
    `a seal in a field prepared over words shows ${what}`,
    'changedAfterSigning',
    'signature-overlay',
    make,
  ]),
  ...drawings.map(([what, make]): BadRow => [
    `a new signature over ${what}`,
    'changedAfterSigning',
    'signature-overlay',
    make,
  ]),
  hidden,
]);

const seenThrough: readonly GoodRow[] = [
  [
    'a picture on a transparent ground',
    () => overWords(SHOWS_PICTURE, WITH_PICTURE, { 95: picture('/SMask 96 0 R'), 96: mask(0, 255, 128, 255) }),
  ],
  ['strokes', () => overWords('1 0 0 RG 2 w 15 15 m 15 25 25 25 35 15 c S 0 0 1 rg 5 5 3 10 re f')],
  ['nothing', () => overWords('')],
];

/** Signatures in places where they hide nothing. */
export const HARMLESS_LOOKS = goodFiles([
  ...seenThrough.map(([what, make]): GoodRow => [`a seal in a field prepared over words shows ${what}`, make]),
  ['a new signature on the white ground of a page', () => overDrawing('', undefined, { 5: whitePage() })],
  ['a new signature on a pale ground', () => overDrawing('0.9 g 70 290 200 80 re f')],
  ['a new signature over lines', () => overDrawing('0 g 70 320 200 0.5 re f 70 310 m 200 310 l S')],
  ['a new signature on a shading as large as the page', () => overDrawing('/Sh sh')],
  [
    'a new signature that is seen through, over the leader’s',
    () => signedAgain(signed(), { ...withNewField(VISIBLE, '310 190 470 280'), 72: EMPTY_LOOK }),
  ],
]);

function whitePage(): string {
  return streamText(`1 g 0 0 595 842 re f 0 g ${PAGE_CONTENT}`);
}
