import { PAGE, PAGE_CONTENT, preparedLetter, sealField } from '../test-authority/letter.js';
import { flateText, type Objects, streamText } from '../test-authority/pdf-writer.js';
import { overWords } from './covered-by-parts.js';
import { SEAL, sealSamples, stencilOf } from './seal-pictures.js';
import { type BadRow, badFiles, type GoodRow, goodFiles } from './signed-file-case.js';
import { ANNOTATIONS, EMPTY_APPEARANCE, sealed, signed, signedAgain, withNewField } from './signing-authority.js';

const VISIBLE = '/V 70 0 R /AP << /N 72 0 R >>';
const FORM = '/Subtype /Form /BBox [0 0 220 30]';
const PIXELS = '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8';
const picture = (more = ''): string => flateText(Buffer.alloc(12, 200), `${PIXELS} /ColorSpace /DeviceRGB ${more}`);
const mask = (...samples: readonly number[]): string =>
  flateText(Buffer.from(samples), `${PIXELS} /ColorSpace /DeviceGray`);
const SHOWS_PICTURE = 'q 220 0 0 30 0 0 cm /Im Do Q';
const WITH_PICTURE = `${FORM} /Resources << /XObject << /Im 95 0 R >> >>`;

/** A new signature over the middle of a page that is drawn so. */
const overDrawing = (content: string, place = '80 300 200 340', more: Objects = {}): Buffer =>
  signedAgain(
    signed(preparedLetter({ 5: streamText(`${PAGE_CONTENT} ${content}`), ...more })),
    withNewField(VISIBLE, place),
  );

/** The bits of two samples, all set and the rest of the byte not. */
const FIRST_BITS = { 1: 0xc0, 2: 0xf0, 4: 0xff, 16: 0xfe } as const;
const hatch = (distance: number, step: (y: number) => string): string =>
  Array.from({ length: Math.floor(30 / distance) }, (_, at) => step((at + 0.5) * distance)).join(' ');
const dotsAt = (y: number): string =>
  Array.from({ length: 55 }, (_, at) => `${4 * at + 2} ${y} m ${4 * at + 2} ${y} l`).join(' ');
const UNDER_POINTER = '/V 60 0 R /AP << /N 64 0 R /R 66 0 R >>';
const SHOWN_WORDS = streamText('BT /F1 13 Tf 5 10 Td (25/4/2026) Tj ET', FORM);

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
  [
    'a picture whose mask leaves it nearly full',
    () => overWords(SHOWS_PICTURE, WITH_PICTURE, { 95: picture('/SMask 96 0 R'), 96: mask(254, 254, 254, 254) }),
  ],
  [
    'a picture whose mask is full at its other end',
    () =>
      overWords(SHOWS_PICTURE, WITH_PICTURE, {
        95: picture('/SMask 96 0 R'),
        96: flateText(Buffer.alloc(4), `${PIXELS} /ColorSpace /DeviceGray /Decode [0.99 1]`),
      }),
  ],
  ...([1, 2, 4, 16] as const).map(
    (depth) =>
      [
        `a picture whose mask has ${depth} bits a sample, all set`,
        () =>
          overWords(SHOWS_PICTURE, WITH_PICTURE, {
            95: picture('/SMask 96 0 R'),
            96: flateText(
              Buffer.from(Array.from({ length: 2 * Math.ceil((2 * depth) / 8) }, () => FIRST_BITS[depth])),
              `${PIXELS.replace('Component 8', `Component ${depth}`)} /ColorSpace /DeviceGray`,
            ),
          }),
      ] as const,
  ),
  [
    'a picture that is full where the words are',
    () => overWords(SHOWS_PICTURE, WITH_PICTURE, { 95: picture('/SMask 96 0 R'), 96: mask(0, 255, 128, 255) }),
  ],
  [
    'two pictures, one over the other, each half full',
    () =>
      overWords(`${SHOWS_PICTURE} ${SHOWS_PICTURE}`, WITH_PICTURE, {
        95: picture('/SMask 96 0 R'),
        96: mask(160, 160, 160, 160),
      }),
  ],
  [
    'a stencil that paints all',
    () =>
      overWords(`0.6 g ${SHOWS_PICTURE}`, WITH_PICTURE, {
        95: flateText(Buffer.alloc(2), `${PIXELS.replace('Component 8', 'Component 1')} /ImageMask true`),
      }),
  ],
  ['lines side by side', () => overWords(`0.6 G 4.9 w ${hatch(4.5, (y) => `0 ${y} m 220 ${y} l S`)}`)],
  ['fine lines side by side', () => overWords(`0.6 G 1 w ${hatch(1, (y) => `0 ${y} m 220 ${y} l`)} S`)],
  [
    'small areas side by side',
    () => overWords(`0.6 g ${hatch(10, (y) => `0 ${y} 10 10 re 10 ${y} 10 10 re 20 ${y} 10 10 re f`)}`),
  ],
  ...(
    [
      ['is broader than it seems', '/LW 30', '5 15 m 200 15 l S'],
      ['makes words lighter', '/BM /Screen', '0.6 G 5 15 m 200 15 l S'],
      ['turns colours round', '/TR /Identity', '5 15 m 200 15 l S'],
      ['nobody knows', '', '/Khac gs 5 15 m 200 15 l S'],
    ] as const
  ).map(
    ([what, entries, content]) =>
      [
        `a line in a state that ${what}`,
        () => overWords(`/G gs ${content}`, `${FORM} /Resources << /ExtGState << /G << ${entries} >> >> >>`),
      ] as const,
  ),
  [
    'nothing, and words under the pointer',
    () => overWords('', FORM, { 11: sealedPlace(UNDER_POINTER), 66: SHOWN_WORDS }),
  ],
  ['no look, but a ground', () => overWords('', FORM, { 11: sealedPlace('/V 60 0 R /MK << /BG [1 1 1] >>') })],
  [
    'a path that crosses itself',
    () => overWords('0.6 g 0 0 m 220 30 l 220 0 l 0 30 l f 0 0 m 220 30 l 0 30 l 220 0 l f'),
  ],
  ['dots side by side', () => overWords(`0.6 G 4 w 2 J ${hatch(4, (y) => dotsAt(y))} S`)],
  ['a look that is not there', () => overWords('', FORM, { 11: sealedPlace('/V 60 0 R /AP << /N 99 0 R >>') })],
];

function sealedPlace(more: string): string {
  return sealField(more).replace(/\/Rect \[[^\]]*\]/u, '/Rect [80 590 300 620]');
}

const WORDS = 'BT /F1 13 Tf 85 320 Td (1.000.000) Tj ET';
const IN_LINE = 'q 9 0 0 9 500 700 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x';
const LETTERS = '0 g 90 310 m 110 335 l 112 335 l 92 310 l f';
const drawings: readonly (readonly [string, () => Buffer])[] = [
  ['letters that are drawn as outlines', () => overDrawing(LETTERS)],
  [
    'all the letters of a page in one outline',
    () => overDrawing(`0 g 10 10 m 30 40 l 32 40 l 12 10 l ${LETTERS.slice(4)}`),
  ],
  ['a dark area', () => overDrawing('0.4 g 90 310 60 20 re f')],
  ['a shading', () => overDrawing('q 90 310 60 20 re W n /Sh sh Q')],
  ['letters that are drawn in lines', () => overDrawing('2 w 90 310 m 100 330 l 110 310 l S')],
  [
    'letters that are drawn in short lines along the page',
    () => overDrawing('90 310 m 90 318 l S 90 318 m 96 318 l S'),
  ],
  ['white letters on a dark line', () => overDrawing(`20 w 60 320 m 300 320 l S ${LETTERS.replace('0 g', '1 g')}`)],
  ['letters behind a bound that has no path', () => overDrawing(`q W n ${LETTERS} Q`)],
  [
    'letters behind a picture that ends without a blank',
    () => overDrawing(`${IN_LINE}EI Q ${LETTERS} ${IN_LINE} EI Q`),
  ],
  [
    'words in a pattern that a broad line is drawn with',
    () =>
      overResource('/Pattern CS /P SCN 400 w 0 400 m 595 400 l S', '/Pattern << /P 20 0 R >>', {
        20: streamText(
          WORDS,
          '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 595 842] /XStep 595 /YStep 842',
        ),
      }),
  ],
  ['white letters on a dark page', () => overDrawing(`0 g 0 0 595 842 re f ${LETTERS.replace('0 g', '1 g')}`)],
  [
    'words in a pattern as large as the page',
    () =>
      overResource('/Pattern cs /P scn 0 0 595 842 re f', '/Pattern << /P 20 0 R >>', {
        20: streamText(
          WORDS,
          '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 595 842] /XStep 595 /YStep 842',
        ),
      }),
  ],
  [
    'words in the mask of a ground as large as the page',
    () =>
      overResource('/G gs 0 0 595 842 re f', '/ExtGState << /G << /SMask << /S /Luminosity /G 20 0 R >> >> >>', {
        20: streamText(
          `1 g ${WORDS}`,
          '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency >>',
        ),
      }),
  ],
];

/** A new signature over the middle of a page that is drawn so with these resources. */
function overResource(content: string, resources: string, objects: Objects): Buffer {
  const page = PAGE.replace('>> >>', `>> ${resources} >>`);
  const prepared = preparedLetter({ 3: `${page} ${ANNOTATIONS}] >>`, 5: streamText(content), ...objects });
  return signedAgain(signed(prepared), {
    ...withNewField(VISIBLE, '80 300 200 340'),
    3: `${page} ${ANNOTATIONS} 71 0 R] >>`,
  });
}

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

const ownMeasure: readonly BadRow[] = [
  ['keeps its size', 8],
  ['keeps upright', 16],
].map(([how, flag]): BadRow => [
  `a new signature that ${how}, beside words on a page that is turned`,
  'changedAfterSigning',
  'signature-overlay',
  () => {
    const turned = (page: string): string => page.replace('/Type /Page', '/Type /Page /Rotate 180');
    const added = withNewField(VISIBLE, '305 560 500 596');
    return signedAgain(signed(preparedLetter({ 3: turned(`${PAGE} ${ANNOTATIONS}] >>`) })), {
      ...added,
      3: turned(added[3]!),
      71: added[71]!.replace('/F 132', `/F ${132 + Number(flag)}`),
    });
  },
]);

const uprightSeal: BadRow = [
  'a seal in a prepared field that keeps upright',
  'changedAfterSigning',
  'signature-overlay',
  () => {
    const upright = (more: string): string => sealField(more).replace('/F 4', '/F 20');
    return sealed(signed(preparedLetter({ 11: upright('') })), {
      objects: { 11: upright('/V 60 0 R /AP << /N 64 0 R >>') },
    });
  },
];

/** Signatures whose looks hide what was signed, words or drawings. */
export const COVERING_APPEARANCES = badFiles('ssa', [
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
  ...ownMeasure,
  uprightSeal,
]);

const SEAL_PIXELS = PIXELS.replace('/Width 2 /Height 2', `/Width ${SEAL} /Height ${SEAL}`);
const SHOWS_SEAL = 'q 60 0 0 60 80 -15 cm /Im Do Q';

const seenThrough: readonly GoodRow[] = [
  [
    'a picture of a seal on a transparent ground',
    () =>
      overWords(SHOWS_SEAL, WITH_PICTURE, {
        95: flateText(Buffer.alloc(3 * SEAL * SEAL, 200), `${SEAL_PIXELS} /ColorSpace /DeviceRGB /SMask 96 0 R`),
        96: flateText(sealSamples(), `${SEAL_PIXELS} /ColorSpace /DeviceGray`),
      }),
  ],
  [
    'a stencil of a seal',
    () =>
      overWords(`1 0 0 rg ${SHOWS_SEAL}`, WITH_PICTURE, {
        95: flateText(stencilOf(sealSamples()), `${SEAL_PIXELS.replace('Component 8', 'Component 1')} /ImageMask true`),
      }),
  ],
  [
    'strokes that let through what is under them',
    () =>
      overWords(
        '/G gs 0 0 1 RG 1 w 15 15 m 15 25 25 25 35 15 c S',
        `${FORM} /Resources << /ExtGState << /G << /CA 0.8 /ca 0.8 /BM /Multiply >> >> >>`,
      ),
  ],
  ['strokes', () => overWords('1 0 0 RG 2 w 15 15 m 15 25 25 25 35 15 c S 0 0 1 rg 5 5 3 10 re f')],
  ['nothing', () => overWords('')],
];

const ROUND_FRAME = '70 300 m 70 290 70 290 80 290 c 200 290 l 210 290 210 290 210 300 c 210 360 l 70 360 l s';

/** Signatures in places where they hide nothing. */
export const HARMLESS_APPEARANCES = goodFiles([
  ...seenThrough.map(([what, make]): GoodRow => [`a seal in a field prepared over words shows ${what}`, make]),
  ['a new signature on the white ground of a page', () => overDrawing('', undefined, { 5: whitePage() })],
  ['a new signature on a pale ground', () => overDrawing('0.9 g 70 290 200 80 re f')],
  ['a new signature over lines', () => overDrawing('0 g 70 320 200 0.5 re f 70 310 m 200 310 l S')],
  ['a new signature beside a broad line', () => overDrawing('6 w 60 420 m 500 420 l S')],
  ['a new signature on a page with a picture in its content', () => overDrawing(`${IN_LINE} EI Q`)],
  ['a new signature in a frame with round corners', () => overDrawing(ROUND_FRAME)],
  [
    'a new signature on a page with a transparent ground',
    () => overResource('/G gs 0.9 g 0 0 595 842 re f', '/ExtGState << /G << /ca 0.5 >> >>', {}),
  ],
  ['a new signature on a shading as large as the page', () => overDrawing('/Sh sh')],
  [
    'a new signature that is seen through, over the leader’s',
    () => signedAgain(signed(), { ...withNewField(VISIBLE, '310 190 470 280'), 72: EMPTY_APPEARANCE }),
  ],
]);

function whitePage(): string {
  return streamText(`1 g 0 0 595 842 re f 0 g ${PAGE_CONTENT}`);
}
