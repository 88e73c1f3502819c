import { PAGE, preparedLetter, sealField } from '../test-authority/letter.js';
import { flateText, type Objects, streamText } from '../test-authority/pdf-writer.js';
import { type BadRow, badFiles, type GoodRow, goodFiles } from './signed-file-case.js';
import { sealed, signed } from './signing-authority.js';

const FORM = '/Subtype /Form /BBox [0 0 220 30]';

/** The seal in a field that was prepared over the words of the letter. */
export function overWords(content: string, entries = FORM, objects: Objects = {}, letter: Objects = {}): Buffer {
  const place = (more: string): string => sealField(more).replace(/\/Rect \[[^\]]*\]/u, '/Rect [80 590 300 620]');
  return sealed(signed(preparedLetter({ 11: place(''), ...letter })), {
    objects: { 11: place('/V 60 0 R /AP << /N 64 0 R >>'), 64: streamText(content, entries), ...objects },
  });
}

const times = (count: number, step: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => step(at)).join(' ');
const withFont = (font: string): string => `${FORM} /Resources << /Font << /F9 ${font} >> >>`;
const written = (text: string, before = ''): string =>
  `BT /F9 13 Tf ${before} 5 10 Td ${times(text.length, (at) => `(${text.charAt(at)}) Tj 7 0 Td`)} ET`;
const NO_BREADTH = `/FirstChar 32 /LastChar 126 /Widths [${'0 '.repeat(95)}]`;
const HELVETICA = '/Type /Font /Subtype /Type1 /BaseFont /Helvetica';
const DRAWN_BLANK = `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 32 /LastChar 32 /Widths [1]
  /Encoding << /Differences [32 /a] >> /CharProcs << /a 95 0 R >> /Resources << >> >>`;

/** A sharp corner that lies below the field, and whose tip reaches into it. */
const tip = (x: number): string => `${x - 0.05} -21.5 m ${x} -20 l ${x + 0.05} -21.5 l`;
/** Bent by points above the field, from one end below it to another; its middle runs through the field. */
const arch = (up: number): string => `0 -100 m 0 ${35 + up} 220 ${35 + up} 220 -100 c`;

/** Most of it lets everything through; where the words begin it is more than half full. */
const SPOT = '/Type /XObject /Subtype /Image /Width 22 /Height 3 /BitsPerComponent 8';
const spotSamples = Buffer.from(Array.from({ length: 66 }, (_, at) => (at >= 22 && at < 29 ? 150 : 0)));
const SPOTS: Objects = {
  95: flateText(Buffer.alloc(66, 200), `${SPOT} /ColorSpace /DeviceGray /SMask 96 0 R`),
  96: flateText(spotSamples, `${SPOT} /ColorSpace /DeviceGray`),
};
const SHOWS = 'q 220 0 0 30 0 0 cm /Im Do Q';
const WITH_SPOT = `${FORM} /Resources << /XObject << /Im 95 0 R >> >>`;

const DAY_SHOWN = '(25/4/2026) Tj ET';
const TOO_LARGE = '9'.repeat(400);
/** Letters of two bytes that run down the page, beside the usual ones. */
const withVertical = (encoding: string): string =>
  `${FORM} /Resources << /Font << /H 6 0 R /V << /Type /Font /Subtype /Type0 /BaseFont /D /Encoding ${encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /D >>] >> >> >>`;
const RUNS_DOWN = streamText('/WMode 1 def', '/Type /CMap /CMapName /D');

const covering: readonly (readonly [what: string, make: () => Buffer])[] = [
  [
    'bars a hair’s breadth apart',
    () => overWords(`0.6 g ${times(20, (at) => times(3, (part) => `${74 * part} ${0.3 + 1.5 * at} 74 1.4 re`))} f`),
  ],
  [
    'words behind a step too large to reckon with',
    () => overWords(`${TOO_LARGE} 0 0 1 0 0 cm BT /F1 13 Tf 5 10 Td ${DAY_SHOWN}`),
  ],
  [
    'a ground with a corner too large to reckon with',
    () => overWords(`0.6 g 0 0 m 220 0 l 220 30 l 0 30 l ${TOO_LARGE} 0 l f`),
  ],
  [
    'words behind a step down the page',
    () => overWords(`BT /V 10 Tf 5 600 Td [20000] TJ /H 12 Tf ${DAY_SHOWN}`, withVertical('/Identity-V')),
  ],
  [
    'words behind a step down by a map of codes',
    () => overWords(`BT /V 10 Tf 5 600 Td [20000] TJ /H 12 Tf ${DAY_SHOWN}`, withVertical('95 0 R'), { 95: RUNS_DOWN }),
  ],
  ['lines of no breadth', () => overWords(`0.6 G 0 w ${times(45, (at) => `0 ${at / 1.5} m 220 ${at / 1.5} l`)} S`)],
  ['a white line of no breadth', () => overWords('1 G 0 w 5 14 m 200 14 l S')],
  ['areas of no height', () => overWords(`0.6 g ${times(45, (at) => `0 ${at / 1.5} 220 0 re`)} f`)],
  ['a fine line that is stretched to a bar', () => overWords('q 0.1 0 0 10 0 0 cm 0 1.5 m 2200 1.5 l S Q')],
  [
    'a fine line in a look that is stretched over its place',
    () => overWords('0 1.5 m 2200 1.5 l S', FORM.replace('220 30', '2200 3')),
  ],
  ['lines with pointed corners that lie beside it', () => overWords(`4.9 w 40 M ${times(110, (at) => tip(2 * at))} S`)],
  ['curves that are bent by points beside it', () => overWords(`0.6 G 4.9 w ${times(12, (at) => arch(4 * at))} S`)],
  [
    'closed lines that go on where they began',
    () => overWords(`0.6 g ${times(66, (at) => besidesItself(3.3 * at))} f`),
  ],
  [
    'fine lines side by side, no higher than the words',
    () => overWords(`0.6 G 1 w ${times(10, (at) => `0 ${9.3 + at} m 220 ${9.3 + at} l`)} S`),
  ],
  ['two pictures that are half full at one spot', () => overWords(`${SHOWS} ${SHOWS}`, WITH_SPOT, SPOTS)],
  [
    'words in a font that gives its letters no breadth',
    () => overWords(written('25/4/2026'), withFont(`<< ${HELVETICA} ${NO_BREADTH} >>`)),
  ],
  [
    'words whose letters are set back by their own breadth',
    () => overWords(written('25/4/2026', '-6.5 Tc'), withFont(`<< ${HELVETICA} >>`)),
  ],
  [
    'blanks that a font draws as something else',
    () => overWords(written('   '), withFont(DRAWN_BLANK), { 95: streamText('1 0 d0 0 0 1 1 re f') }),
  ],
  [
    'blanks that a font calls otherwise',
    () => overWords(written('   '), withFont(`<< ${HELVETICA} /Encoding << /Differences [32 /five] >> >>`)),
  ],
];

const GROUND = '1 g 0 0 220 30 re f';
const SMALL_PICTURE = 'q BI /W 1 /H 1 /BPC 8 /CS /G ID x';
const withForm = (entries: string): string => `${FORM} /Resources << /XObject << /Fm 95 0 R >> >> ${entries}`;
const inForm = (entries: string): Buffer =>
  overWords('/Fm Do', withForm(''), { 95: streamText(GROUND, `/Type /XObject /Subtype /Form ${entries}`) });
const LARGE_LETTER = DRAWN_BLANK.replace('/FontMatrix [1 0 0 1 0 0]', '/FontMatrix [0.001 0 0 0.001 0 0]').replace(
  '/Widths [1]',
  '/Widths [500]',
);
const DOWN = `<< /Type /Font /Subtype /Type0 /BaseFont /Ming /Encoding /Identity-V /DescendantFonts [<< /Type /Font
  /Subtype /CIDFontType0 /BaseFont /Ming /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 0 >> >>] >>`;
const halfOf = (from: number): string =>
  `0.6 G 1 w ${times(15, (at) => `0 ${from + 2 * at} m 220 ${from + 2 * at} l`)} S`;

/** The seal stands in two places of one field, one over the other. */
function inTwoPlaces(): Buffer {
  const place = (more = ''): string =>
    `<< /Type /Annot /Subtype /Widget /Parent 11 0 R /Rect [80 590 300 620] /F 4 /P 3 0 R ${more} >>`;
  const seal = (more = ''): string => `<< /FT /Sig /T (DauCoQuan) /Kids [97 0 R 98 0 R] ${more} >>`;
  const letter = {
    3: `${PAGE} /Annots [7 0 R 8 0 R 9 0 R 10 0 R 97 0 R 98 0 R] >>`,
    ...{ 11: seal(), 97: place(), 98: place() },
  };
  return sealed(signed(preparedLetter(letter)), {
    objects: {
      ...{ 11: seal('/V 60 0 R'), 97: place('/AP << /N 64 0 R >>'), 98: place('/AP << /N 95 0 R >>') },
      ...{ 64: streamText(halfOf(0.5), FORM), 95: streamText(halfOf(1.5), FORM) },
    },
  });
}

/** What readers draw that do not stop where another would. */
const misread: typeof covering = [
  ['a ground behind a bound that has no path', () => overWords(`W n ${GROUND}`)],
  ['a ground in a look without a box', () => overWords('1 g 0 0 1 1 re f', '/Subtype /Form')],
  ['a ground in a form whose box is none', () => inForm('/BBox [/a]')],
  ['a ground in a form whose matrix is cut short', () => inForm('/BBox [0 0 220 30] /Matrix [0.001]')],
  ['a ground behind numbers that belong to nothing', () => overWords('1 g 0 0 1 1 0 0 220 30 re f')],
  ['a ground behind a step that lacks numbers', () => overWords(`0.001 0 cm ${GROUND}`)],
  [
    'a ground behind a picture that ends without a blank',
    () => overWords(`${SMALL_PICTURE}EI Q ${GROUND} ${SMALL_PICTURE} EI Q`),
  ],
  [
    'a picture whose mask has a table of colours',
    () =>
      overWords(SHOWS, WITH_SPOT, {
        ...SPOTS,
        96: flateText(Buffer.alloc(66), `${SPOT} /ColorSpace [/Indexed /DeviceGray 1 <FFFF>]`),
      }),
  ],
  ['words that run down', () => overWords('BT /F9 13 Tf 5 26 Td <00120013> Tj ET', withFont(DOWN))],
  [
    'words that reach further than a font says',
    () =>
      overWords(
        'BT /F9 13 Tf 5 10 Td (WWWWWWWWWWWWWWWWWWWW) Tj ET',
        withFont(`<< ${HELVETICA} >>`),
        {},
        {
          5: streamText('BT /F1 13 Tf 250 600 Td (25/3/2026) Tj ET'),
        },
      ),
  ],
  [
    'letters that are drawn larger than they say',
    () =>
      overWords('BT /F9 13 Tf 5 25 Td ( ) Tj ET', withFont(LARGE_LETTER), {
        95: streamText('500 0 d0 1 g 0 -2000 17000 2500 re f'),
      }),
  ],
  ['in each of two places half of a ground', inTwoPlaces],
];

/** A triangle, and another that begins where the first was closed; taken as one line they would cancel out. */
function besidesItself(x: number): string {
  return `${x} 0 m ${x + 3.3} 0 l ${x + 3.3} 30 l h ${x + 3.3} 30 l ${x} 30 l h`;
}

/** Signatures whose looks hide words by parts of which each alone would not. */
export const COVERED_BY_PARTS = badFiles(
  'ssa',
  [...covering, ...misread].map(([what, make]): BadRow => [
    `a seal in a field prepared over words shows ${what}`,
    'changedAfterSigning',
    'signature-overlay',
    make,
  ]),
);

const ROUND = '52 15 m 52 27 28 27 28 15 c 28 3 52 3 52 15 c h 50 15 m 50 25 30 25 30 15 c 30 5 50 5 50 15 c h f*';
const STAR = '40 24 m 42 17 l 49 17 l 43 13 l 46 6 l 40 10 l 34 6 l 37 13 l 31 17 l 38 17 l h f';

/** As a tracing tool writes a small letter: an outline and the hole in it. */
const letterAt = (x: number, y: number): string =>
  `${x.toFixed(2)} ${y.toFixed(2)} m ${[0, 3, 2, 3, 2, 0].map((step, at) => ((at % 2 === 0 ? x : y) + step).toFixed(2)).join(' ')} c h ` +
  `${(x + 0.6).toFixed(2)} ${(y + 0.5).toFixed(2)} m ${[1.4, 0.5, 1.4, 1.6, 0.6, 0.5].map((step, at) => ((at % 2 === 0 ? x : y) + step).toFixed(2)).join(' ')} c h`;

const open: readonly (readonly [what: string, make: () => Buffer])[] = [
  ['a ring between two curves, and a star', () => overWords(`0.8 0 0 rg ${ROUND} ${STAR}`)],
  [
    'a signature in sharp strokes',
    () =>
      overWords(`0 0 0.6 RG 1 w ${times(9, (at) => `${10 + 9 * at} 5 m ${14 + 9 * at} 25 l ${16 + 9 * at} 6 l`)} S`),
  ],
  [
    'a signature in one curved hair',
    () => overWords('0 0 0.6 RG 0 w 10 10 m 40 60 60 -30 90 20 c 110 50 120 0 150 15 c S'),
  ],
  [
    'a frame of fine areas',
    () => overWords('0.8 0 0 rg 2 2 100 0.5 re 2 27 100 0.5 re 2 2 0.5 25 re 102 2 0.5 25 re f'),
  ],
  [
    'strokes in a form that is moved',
    () =>
      overWords('/Fm Do', withForm(''), {
        95: streamText('0.8 0 0 RG 2 w 0 0 60 20 re S', `${FORM} /Matrix [0.8 0.1 -0.1 0.8 20 3]`),
      }),
  ],
  [
    'a ring of small letters in outlines',
    () => overWords(`0.8 0 0 rg ${times(24, (at) => letterAt(60 + 12 * Math.cos(at), 15 + 12 * Math.sin(at)))} f`),
  ],
  ['one picture that is half full at one spot', () => overWords(SHOWS, WITH_SPOT, SPOTS)],
  ['blanks of a usual font', () => overWords(written('   '), withFont(`<< ${HELVETICA} >>`))],
];

/** In its usual place beside the words, a seal that writes a number too many: it can be read there, whatever it paints. */
const besideWords: GoodRow = [
  'a seal beside the words has a step with a number too many',
  () =>
    sealed(signed(), {
      objects: { 64: streamText('1 0 0 RG 50 25 40 0 36 re S', '/Subtype /Form /BBox [0 0 140 70]') },
    }),
];

/** Looks of signing tools under which words can still be read. */
export const SEEN_BETWEEN = goodFiles([
  ...open.map(([what, make]): GoodRow => [`a seal in a field prepared over words shows ${what}`, make]),
  besideWords,
]);
