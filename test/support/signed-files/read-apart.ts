import { flateText, type Objects, streamText } from '../test-authority/pdf-writer.js';
import { overWords } from './covered-by-parts.js';
import { SEAL, sealSamples, stencilOf } from './seal-pictures.js';
import { type BadRow, badFiles, type GoodRow, goodFiles } from './signed-file-case.js';

const FORM = '/Subtype /Form /BBox [0 0 220 30]';
const WITH_PICTURE = `${FORM} /Resources << /XObject << /Im 95 0 R >> >>`;
const SHOWS = 'q 220 0 0 30 0 0 cm /Im Do Q';
const SIZE = '/Type /XObject /Subtype /Image /Width 220 /Height 30';
const SAMPLES = 220 * 30;
const GREY = `${SIZE} /BitsPerComponent 8 /ColorSpace /DeviceGray`;
const STENCIL = `${SIZE} /BitsPerComponent 1 /ImageMask true`;

const seen = (more: string): string => flateText(Buffer.alloc(SAMPLES, 200), `${GREY} ${more}`);
const mask = (fill: number, more = ''): string => flateText(Buffer.alloc(SAMPLES, fill), `${GREY} ${more}`);
const masked = (objects: Objects, more = ''): Buffer =>
  overWords(SHOWS, WITH_PICTURE, { 95: seen(`/SMask 96 0 R ${more}`), ...objects });
const stencil = (fill: number, more: string): Buffer =>
  overWords(`0 g ${SHOWS}`, WITH_PICTURE, { 95: flateText(Buffer.alloc(28 * 30, fill), `${STENCIL} ${more}`) });
const form = (more: string): Buffer =>
  overWords('/Im Do', WITH_PICTURE, { 95: streamText('', `/Type /XObject ${FORM} ${more}`) });

/** All but one sample in twenty let nothing through. */
const sprinkled = Buffer.from(Array.from({ length: SAMPLES }, (_, at) => (at % 19 === 0 ? 0 : 255)));

const shown: readonly (readonly [what: string, make: () => Buffer])[] = [
  ['a stencil whose limits are neither nothing nor all', () => stencil(0, '/Decode [0.4 0.6]')],
  ['a stencil whose limits are more than all', () => stencil(0, '/Decode [9 10]')],
  ['a stencil whose limits are equal', () => stencil(0, '/Decode [1 1]')],
  [
    'a picture whose mask weighs a few samples below nothing',
    () => masked({ 96: flateText(sprinkled, `${GREY} /Decode [-100 1]`) }),
  ],
  ['a picture whose mask has limits that are no numbers', () => masked({ 96: mask(255, '/Decode [/D /D]') })],
  ['a picture whose mask has a limit too many', () => masked({ 96: mask(255, '/Decode [0 0 1]') })],
  ['a picture whose mask is a stencil too', () => masked({ 96: mask(0, '/ImageMask true') })],
  ['a picture whose mask has a mask', () => masked({ 96: mask(0, '/SMask 97 0 R'), 97: mask(255) })],
  ['a picture whose mask is no picture', () => masked({ 96: mask(0).replace('/Image', '/Form') })],
  ['a picture whose mask is kept outside of the file', () => masked({ 96: mask(0, '/F (mat-na.bin)') })],
  ['a picture that brings a mask in its data', () => masked({ 96: mask(0) }, '/SMaskInData 1')],
  [
    'a picture that is printed as another',
    () => masked({ 96: mask(0), 97: seen('') }, '/Alternates [<< /Image 97 0 R /DefaultForPrinting true >>]'),
  ],
  ['a picture that a print shop exchanges', () => masked({ 96: mask(0) }, '/OPI << /1.3 << /F (dau.tif) >> >>')],
  ['a look that is kept outside of the file', () => overWords('', `${FORM} /F (dau.bin)`)],
  ['a look that stands for a page of another file', () => overWords('', `${FORM} /Ref << /F (dau.pdf) /Page 0 >>`)],
  ['a form that stands for a page of another file', () => form('/Ref << /F (dau.pdf) /Page 0 >>')],
  ['a form that a printer draws otherwise', () => form('/Subtype2 /PS /PS 96 0 R')],
  [
    'a program for printers',
    () => overWords('/Im Do', WITH_PICTURE, { 95: streamText('0 setgray', '/Type /XObject /Subtype /PS') }),
  ],
];

/** Seals over words that readers, or printers, show in different ways. */
export const READ_APART = badFiles(
  'ssa',
  shown.map(([what, make]): BadRow => [
    `a seal in a field prepared over words shows ${what}`,
    'changedAfterSigning',
    'signature-overlay',
    make,
  ]),
);

const SEAL_PIXELS = `/Type /XObject /Subtype /Image /Width ${SEAL} /Height ${SEAL}`;
const SHOWS_SEAL = 'q 60 0 0 60 80 -15 cm /Im Do Q';
const inverted = (samples: Buffer): Buffer => Buffer.from(samples.map((sample) => 255 - sample));
const sealSeenThrough = (more: string, maskSamples: Buffer, maskMore: string): Buffer =>
  overWords(SHOWS_SEAL, WITH_PICTURE, {
    95: flateText(Buffer.alloc(SEAL * SEAL, 200), `${SEAL_PIXELS} /BitsPerComponent 8 /ColorSpace /DeviceGray ${more}`),
    96: flateText(maskSamples, `${SEAL_PIXELS} /BitsPerComponent 8 /ColorSpace /DeviceGray ${maskMore}`),
  });
const sealStencil = (bits: Buffer, more: string): Buffer =>
  overWords(`1 0 0 rg ${SHOWS_SEAL}`, WITH_PICTURE, {
    95: flateText(bits, `${SEAL_PIXELS} /BitsPerComponent 1 /ImageMask true ${more}`),
  });

const alike: readonly (readonly [what: string, make: () => Buffer])[] = [
  [
    'a mask that counts the other way',
    () => sealSeenThrough('/SMask 96 0 R', inverted(sealSamples()), '/Decode [1 0]'),
  ],
  ['a mask that says its usual limits', () => sealSeenThrough('/SMask 96 0 R', sealSamples(), '/Decode [0.0 1.0]')],
  ['a mask that is half as strong', () => sealSeenThrough('/SMask 96 0 R', sealSamples(), '/Decode [0 0.5]')],
  ['a mask with the colour of its ground', () => sealSeenThrough('/SMask 96 0 R', sealSamples(), '/Matte [1]')],
  ['no mask in its data', () => sealSeenThrough('/SMask 96 0 R /SMaskInData 0', sealSamples(), '')],
  [
    'a wish to be smoothed',
    () => sealSeenThrough('/SMask 96 0 R /Interpolate true', sealSamples(), '/Interpolate true'),
  ],
  ['a stencil that says its usual limits', () => sealStencil(stencilOf(sealSamples()), '/Decode [0 1]')],
  [
    'a stencil that counts the other way',
    () => sealStencil(Buffer.from(stencilOf(sealSamples()).map((byte) => byte ^ 0xff)), '/Decode [1 0]'),
  ],
];

/** Pictures of seals as tools write them, which all readers show alike. */
export const READ_ALIKE = goodFiles(
  alike.map(([what, make]): GoodRow => [`a picture of a seal over words has ${what}`, make]),
);
