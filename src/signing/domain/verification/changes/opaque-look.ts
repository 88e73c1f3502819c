import { decodeContent } from '../../../../files/domain/pdf/content-filters.js';
import { type Outline, within } from '../../../../files/domain/pdf/drawn-path.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { type Ink, lightnessOf } from '../../../../files/domain/pdf/ink.js';
import { LookPlace } from '../../../../files/domain/pdf/look-place.js';
import { areaOf, type Box, boxOf, numbersOf } from '../../../../files/domain/pdf/matrix.js';
import { drawLook } from '../../../../files/domain/pdf/page-drawing.js';
import type { PictureSource, ShownPath } from '../../../../files/domain/pdf/page-listener.js';
import { type PdfDictionary, PdfStream } from '../../../../files/domain/pdf/values.js';
import { looksOf } from './cover-rules.js';

/**
 * Where on the page a look shows what other things could disappear under, or be taken for: words, grounds, full pictures.
 *
 * @throws PdfMalformed when the look cannot be followed
 */
export function hidingPlaces(state: FileState, widget: PdfDictionary): readonly Box[] {
  if (leadsNowhere(state, widget)) return [boxOf(state, widget.raw('Rect'))];
  return looksOf(state, widget).flatMap((look) => {
    const place = new LookPlace(state, look, widget);
    const boxes: Box[] = [];
    drawLook(state, look, {
      text: ({ box, clip, isBlank }) => {
        if (!isBlank) boxes.push(within(box, clip.box));
      },
      path: (box, shown) => {
        boxes.push(...opaqueParts(box, shown, place.scale).map((part) => within(part, shown.clip.box)));
      },
      picture: (box, source, ink) => {
        if (!isSeenThrough(state, source, ink)) boxes.push(box);
      },
    });
    return boxes.map((box) => place.onPage(box));
  });
}

/** Of a look that is promised and not there, nothing is known. */
function leadsNowhere(state: FileState, widget: PdfDictionary): boolean {
  const look = state.dictionary(widget.raw('AP'))?.raw('N') ?? null;
  return look !== null && state.resolve(look) === null;
}

/** From here on ink could paint over what stands under it, of 255. */
const LIGHT = 160;
/** Lines broader than that, in points, and areas larger than that, in square points, are grounds; so large are no letters of a seal. */
const BROAD = 5;
const LARGE = 120;
/** How much of their box such areas fill. */
const SOLID = 0.5;

function opaqueParts(box: Box, { path, matrix, isFilled, isStroked, ink }: ShownPath, scale: number): readonly Box[] {
  const [a, b, c, d] = matrix;
  const breadth = ink.lineWidth * Math.sqrt(Math.abs(a * d - b * c));
  if (isStroked && (!ink.isLinePlain || lightnessOf(ink.lineColour) > LIGHT || breadth * scale > BROAD)) {
    return [wider(box, breadth / 2)];
  }
  if (!isFilled) return [];
  const isLight = !ink.isPlain || lightnessOf(ink.colour) > LIGHT;
  const isSolid = ({ area, box: around }: Outline): boolean =>
    area * scale * scale > LARGE && area > SOLID * areaOf(around);
  return path
    .outlines(matrix)
    .filter((outline) => isLight || isSolid(outline))
    .map((outline) => outline.box);
}

/** A line paints on both sides of where it runs. */
function wider({ left, bottom, right, top }: Box, by: number): Box {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by };
}

/** A picture whose mask leaves less than that of it full is seen through. */
const MOSTLY = 0.9;
const FULL = 0xff;

/** Whether what stands under a picture can still be read: stamps are pictures on a transparent ground. */
function isSeenThrough(state: FileState, source: PictureSource, ink: Ink): boolean {
  if (!(source instanceof PdfStream)) return false;
  if (state.get(source.dictionary, 'ImageMask') === true) return ink.isPlain && lightnessOf(ink.colour) <= LIGHT;
  const mask = state.get(source.dictionary, 'SMask');
  if (!(mask instanceof PdfStream)) return false;
  const [first] = numbersOf(state, mask.dictionary.raw('Decode'));
  const full = first === 1 ? 0 : FULL;
  const samples = decodeContent(state, mask);
  return samples.length > 0 && samples.reduce((sum, one) => sum + (one === full ? 1 : 0), 0) < MOSTLY * samples.length;
}
