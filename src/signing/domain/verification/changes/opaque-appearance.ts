import { within } from '../../../../files/domain/pdf/drawn-path.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { type Ink, lightnessOf } from '../../../../files/domain/pdf/ink.js';
import { AppearancePlace } from '../../../../files/domain/pdf/appearance-place.js';
import {
  areaOf,
  type Box,
  boxOf,
  isBox,
  largestScaleOf,
  type Matrix,
  multiply,
  wider,
} from '../../../../files/domain/pdf/matrix.js';
import { boxAround } from '../../../../files/domain/pdf/path-points.js';
import { drawAppearance } from '../../../../files/domain/pdf/page-drawing.js';
import type { PictureSource, ShownPath } from '../../../../files/domain/pdf/page-listener.js';
import { nameOf, type PdfDictionary, PdfStream } from '../../../../files/domain/pdf/values.js';
import { appearancesOf } from './cover-rules.js';
import { filledWithin } from './filled-area.js';
import { HAIR, PaintedGround } from './painted-ground.js';
import { PictureMask } from './picture-mask.js';

/**
 * The parts of the page that an appearance could make unreadable or could replace: where it shows words, a ground or a picture without
 * transparent parts.
 *
 * @throws PdfMalformed when the appearance cannot be followed
 */
export function hidingPlaces(state: FileState, widget: PdfDictionary): readonly Box[] {
  const appearances = appearancesOf(state, widget);
  const isBoxed = appearances.every((appearance) => isBox(state, appearance.dictionary.raw('BBox')));
  if (!isBoxed || isDrawnOtherwise(state, widget)) return [boxOf(state, widget.raw('Rect'))];
  return appearances.flatMap((appearance) => new HidingAppearance(state, appearance, widget).places);
}

/** The parts of a page that the appearances of several widgets make unreadable together. @throws PdfMalformed */
export function groundsTogether(state: FileState, widgets: readonly PdfDictionary[]): readonly Box[] {
  const places = widgets.map((widget) => boxOf(state, widget.raw('Rect')));
  const ground = new PaintedGround(
    boxAround(places.flatMap(({ left, bottom, right, top }) => [[left, bottom] as const, [right, top] as const])),
  );
  for (const widget of widgets) {
    for (const appearance of appearancesOf(state, widget))
      new HidingAppearance(state, appearance, widget, ground).draw();
  }
  return ground.grounds;
}

/** Collects the parts of the page that one appearance hides. */
class HidingAppearance {
  private readonly place: AppearancePlace;
  private readonly boxes: Box[] = [];
  private readonly rect: Box;

  constructor(
    private readonly state: FileState,
    private readonly appearance: PdfStream,
    widget: PdfDictionary,
    private readonly ground = new PaintedGround(boxOf(state, widget.raw('Rect'))),
  ) {
    this.place = new AppearancePlace(state, appearance, widget);
    this.rect = boxOf(state, widget.raw('Rect'));
  }

  get places(): readonly Box[] {
    this.draw();
    return [...this.boxes, ...this.ground.grounds];
  }

  draw(): void {
    drawAppearance(this.state, this.appearance, {
      text: ({ reach, clip, isBlank, font }) => {
        // Where letters stand that run down the page, and those behind them, is not followed.
        if (font.isVertical || font.isMapped) this.boxes.push(this.rect);
        // The program of a font may draw something for a blank, and letters that are drawings may be of any size.
        if (!isBlank || font.hasProgram) this.hide(font.isDrawn ? clip.box : within(reach, clip.box));
      },
      path: (box, shown) => {
        for (const part of opaqueParts(box, shown, this.place)) this.hide(within(part, shown.clip.box));
        this.paint(shown);
      },
      picture: (box, source, ink, matrix) => {
        // Where a picture that is written into the content ends, readers do not agree, nor on what follows.
        if (source === 'inline' || !isKnown(this.state, source)) this.boxes.push(this.rect);
        else if (this.isFull(source, ink, matrix)) this.hide(box);
      },
    });
  }

  private hide(box: Box): void {
    const onPage = this.place.onPage(box);
    this.boxes.push(areFinite(Object.values(onPage)) ? onPage : this.rect);
  }

  /** A single line or small area hides nothing. Many of them together can, so they are added up. */
  private paint({ path, matrix, isFilled, isStroked, isEvenOdd, ink }: ShownPath): void {
    const toPage = multiply(matrix, this.place.toPage);
    const pen = { breadth: ink.lineWidth * largestScaleOf(toPage), miterLimit: ink.isMitered ? ink.miterLimit : 0 };
    const lines = path.lines(toPage);
    if (!lines.every((points) => points.every(areFinite))) this.boxes.push(this.rect);
    if (isStroked) for (const points of lines) this.ground.line(points, pen);
    if (isFilled) this.ground.fill(lines, isEvenOdd);
  }

  /** Whether a picture makes what is under it unreadable. Pictures of stamps do not: their ground is transparent. */
  private isFull(source: PictureSource, ink: Ink, matrix: Matrix): boolean {
    if (!(source instanceof PdfStream) || ink.isAltered) return true;
    const mask = this.maskOf(source, ink);
    if (mask === null) return true;
    const toPage = multiply(matrix, this.place.toPage);
    if (!areFinite(toPage)) return true;
    this.ground.picture(mask, toPage);
    const [a, b, c, d] = toPage;
    return mask.densest(WINDOW_POINTS / Math.hypot(a, b), WINDOW_POINTS / Math.hypot(c, d)) >= DENSE;
  }

  private maskOf(picture: PdfStream, ink: Ink): PictureMask | null {
    const isSaid = (key: string): boolean => (this.state.get(picture.dictionary, key) ?? 0) !== 0;
    if (INSTEAD.some(isSaid)) return null;
    if (this.state.get(picture.dictionary, 'ImageMask') === true) {
      return ink.isPlain && lightnessOf(ink.colour) <= LIGHT ? PictureMask.read(this.state, picture, true) : null;
    }
    const mask = this.state.get(picture.dictionary, 'SMask');
    // Other colours may stand for any opacity.
    const isGrey = mask instanceof PdfStream && nameOf(this.state.get(mask.dictionary, 'ColorSpace')) === 'DeviceGray';
    return isGrey ? PictureMask.read(this.state, mask, false) : null;
  }
}

/** What printers, or readers of some kinds, draw in place of a picture or of its mask. */
const INSTEAD = ['Alternates', 'OPI', 'SMaskInData'] as const;

/** Of an object that is no picture nobody knows how much of the page it takes. */
function isKnown(state: FileState, source: PictureSource): boolean {
  return source instanceof PdfStream
    ? nameOf(state.get(source.dictionary, 'Subtype')) === 'Image'
    : source !== 'unknown';
}

/** Steps may be so large that nothing can be reckoned any more; readers pass them over, and draw what follows. */
function areFinite(numbers: readonly number[]): boolean {
  return numbers.every((one) => Number.isFinite(one));
}

/** A part of a picture of this size, in points, hides what is under it when at least this share of it is painted. */
const WINDOW_POINTS = 12;
const DENSE = 0.85;

/** The appearance that is drawn on the page. The others (`/R`, `/D`) are drawn only while the pointer is over the field. */
const SHOWN = 'N';

/**
 * Whether readers may draw something else than the normal appearance: without one, some paint the ground and the border from `/MK`. An
 * appearance for the pointer, or a reference to an object that does not exist, cannot be checked.
 */
function isDrawnOtherwise(state: FileState, widget: PdfDictionary): boolean {
  const appearances = state.dictionary(widget.raw('AP'));
  const kinds = [...(appearances?.entries.keys() ?? [])];
  if (kinds.some((kind) => kind !== SHOWN || state.resolve(appearances?.raw(kind) ?? null) === null)) return true;
  const ground = state.dictionary(widget.raw('MK'));
  return kinds.length === 0 && ['BG', 'BC', 'CA'].some((key) => ground?.entries.has(key));
}

/** Ink lighter than this, of 255, can paint over dark text. */
const LIGHT = 160;
/** A line broader than this, in points, or an area larger than this, in square points, counts as a ground. The letters of a seal are smaller. */
const BROAD = 5;
const LARGE = 120;
/** The share of its box that an area fills to count as one. */
const SOLID = 0.5;

function opaqueParts(box: Box, shown: ShownPath, place: AppearancePlace): readonly Box[] {
  const { matrix, isFilled, isStroked, ink } = shown;
  const breadth = Math.max(ink.lineWidth * largestScaleOf(matrix), HAIR / place.scale);
  const isBroad = ink.lineWidth * largestScaleOf(multiply(matrix, place.toPage)) > BROAD;
  if (ink.isAltered) return [wider(box, Math.max(breadth, BROAD))];
  const isLightLine = !ink.isLinePlain || lightnessOf(ink.lineColour) > LIGHT;
  const lines = isStroked && (isLightLine || isBroad) ? [wider(box, breadth / 2)] : [];
  return isFilled ? [...lines, ...opaqueAreas(shown, place)] : lines;
}

function opaqueAreas({ path, matrix, isEvenOdd, ink }: ShownPath, { scale }: AppearancePlace): readonly Box[] {
  const outlines = path.outlines(matrix);
  if (!ink.isPlain || lightnessOf(ink.colour) > LIGHT) return outlines.map(({ box }) => box);
  const solid = outlines.filter(({ area, box }) => area * scale * scale > LARGE && area > SOLID * areaOf(box));
  if (outlines.length === 1 || solid.length > MAX_SOLID) return solid.map(({ box }) => box);
  // Others may leave a part of it open, as the inner edge of a ring does.
  const lines = path.lines(matrix);
  return solid.map(({ box }) => box).filter((box) => filledWithin(lines, isEvenOdd, box) > SOLID * areaOf(box));
}

/** More large areas than this in one path are not measured one by one. */
const MAX_SOLID = 16;
