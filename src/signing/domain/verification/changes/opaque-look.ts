import { type Outline, within } from '../../../../files/domain/pdf/drawn-path.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { type Ink, lightnessOf } from '../../../../files/domain/pdf/ink.js';
import { LookPlace } from '../../../../files/domain/pdf/look-place.js';
import { areaOf, type Box, boxOf, type Matrix } from '../../../../files/domain/pdf/matrix.js';
import { drawLook } from '../../../../files/domain/pdf/page-drawing.js';
import type { PictureSource, ShownPath } from '../../../../files/domain/pdf/page-listener.js';
import { type PdfDictionary, PdfStream } from '../../../../files/domain/pdf/values.js';
import { looksOf } from './cover-rules.js';
import { PaintedGround } from './painted-ground.js';
import { PictureMask } from './picture-mask.js';

/**
 * Where on the page a look shows what other things could disappear under, or be taken for: words, grounds, full pictures.
 *
 * @throws PdfMalformed when the look cannot be followed
 */
export function hidingPlaces(state: FileState, widget: PdfDictionary): readonly Box[] {
  if (isDrawnOtherwise(state, widget)) return [boxOf(state, widget.raw('Rect'))];
  return looksOf(state, widget).flatMap((look) => new HidingLook(state, look, widget).places);
}

/** What one look hides, on the page. */
class HidingLook {
  private readonly place: LookPlace;
  private readonly ground: PaintedGround;
  private readonly boxes: Box[] = [];

  constructor(
    private readonly state: FileState,
    private readonly look: PdfStream,
    widget: PdfDictionary,
  ) {
    this.place = new LookPlace(state, look, widget);
    this.ground = new PaintedGround(boxOf(state, widget.raw('Rect')));
  }

  get places(): readonly Box[] {
    drawLook(this.state, this.look, {
      text: ({ box, clip, isBlank }) => {
        if (!isBlank) this.hide(within(box, clip.box));
      },
      path: (box, shown) => {
        for (const part of opaqueParts(box, shown, this.place.scale)) this.hide(within(part, shown.clip.box));
        this.paint(shown);
      },
      picture: (box, source, ink) => {
        if (this.isFull(box, source, ink)) this.hide(box);
      },
    });
    return [...this.boxes, ...this.ground.grounds];
  }

  private hide(box: Box): void {
    this.boxes.push(this.place.onPage(box));
  }

  /** Lines and small areas hide nothing by themselves; many together may. */
  private paint({ path, matrix, isFilled, isStroked, isEvenOdd, ink }: ShownPath): void {
    const breadth = ink.lineWidth * scaleOf(matrix) * this.place.scale;
    const lines = path.outlines(matrix).map(({ points }) => points.map((point) => this.place.pointOnPage(point)));
    if (isStroked) for (const points of lines) this.ground.line(points, breadth);
    if (isFilled) this.ground.fill(lines, isEvenOdd);
  }

  /** Whether what stands under a picture can no longer be read: stamps are pictures on a transparent ground. */
  private isFull(box: Box, source: PictureSource, ink: Ink): boolean {
    if (!(source instanceof PdfStream) || ink.isAltered) return true;
    const mask = this.maskOf(source, ink);
    if (mask === null) return true;
    const shown = this.place.onPage(box);
    this.ground.area(shown, mask.share * areaOf(shown));
    const [across, up] = [shown.right - shown.left, shown.top - shown.bottom].map((extent) => WINDOW_POINTS / extent);
    return mask.densest(across ?? 1, up ?? 1) >= DENSE;
  }

  private maskOf(picture: PdfStream, ink: Ink): PictureMask | null {
    if (this.state.get(picture.dictionary, 'ImageMask') === true) {
      return ink.isPlain && lightnessOf(ink.colour) <= LIGHT ? PictureMask.read(this.state, picture, true) : null;
    }
    const mask = this.state.get(picture.dictionary, 'SMask');
    return mask instanceof PdfStream ? PictureMask.read(this.state, mask, false) : null;
  }
}

/** A part of a picture of that size, in points, hides what stands under it when so much of it is painted. */
const WINDOW_POINTS = 12;
const DENSE = 0.85;

function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** The look that is drawn on the page; the others (`/R`, `/D`) appear under the pointer. */
const SHOWN = 'N';

/** Without a look some readers paint ground and border themselves (`/MK`); of one that is promised and not there, or comes later, nothing is known. */
function isDrawnOtherwise(state: FileState, widget: PdfDictionary): boolean {
  const looks = state.dictionary(widget.raw('AP'));
  const kinds = [...(looks?.entries.keys() ?? [])];
  if (kinds.some((kind) => kind !== SHOWN || state.resolve(looks?.raw(kind) ?? null) === null)) return true;
  const ground = state.dictionary(widget.raw('MK'));
  return kinds.length === 0 && ['BG', 'BC', 'CA'].some((key) => ground?.entries.has(key));
}

/** From here on ink could paint over what stands under it, of 255. */
const LIGHT = 160;
/** Lines broader than that, in points, and areas larger than that, in square points, are grounds; so large are no letters of a seal. */
const BROAD = 5;
const LARGE = 120;
/** How much of their box such areas fill. */
const SOLID = 0.5;

function opaqueParts(box: Box, { path, matrix, isFilled, isStroked, ink }: ShownPath, scale: number): readonly Box[] {
  const breadth = ink.lineWidth * scaleOf(matrix);
  if (ink.isAltered) return [wider(box, Math.max(breadth, BROAD))];
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
