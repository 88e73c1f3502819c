import type { Outline } from '../../../../files/domain/pdf/drawn-path.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { lightnessOf } from '../../../../files/domain/pdf/ink.js';
import { AppearancePlace } from '../../../../files/domain/pdf/appearance-place.js';
import { type Box, boxOf } from '../../../../files/domain/pdf/matrix.js';
import { drawAppearance } from '../../../../files/domain/pdf/page-drawing.js';
import type { ShownPath, ShownText } from '../../../../files/domain/pdf/page-listener.js';
import type { PdfDictionary, PdfStream } from '../../../../files/domain/pdf/values.js';

/**
 * What people read in the appearance of a field; null when it holds anything but letters that are seen as what they are, and a
 * ground or a border that was painted before them.
 *
 * @throws PdfMalformed when the appearance cannot be followed
 */
export function writtenIn(state: FileState, appearance: PdfStream, widget: PdfDictionary): string | null {
  const reading = new Reading(
    boxOf(state, appearance.dictionary.raw('BBox')),
    new AppearancePlace(state, appearance, widget).scale,
  );
  drawAppearance(state, appearance, {
    text: (shown) => {
      if (!shown.isBlank) reading.read(shown);
    },
    path: (_box, shown) => {
      reading.paint(shown);
    },
    picture: () => {
      reading.isClear = false;
    },
  });
  return reading.isClear ? reading.text : null;
}

/** Letters smaller than that, in points, cannot be read. */
const MIN_SIZE = 3;
/** From here on letters are light, and from here on a ground differs from them, of 255. */
const LIGHT = 160;
const MIN_CONTRAST = 60;
/** Lines as broad as that, in points, are a ground. */
const BROAD = 3;
/** Parts of the size of letters: how far they may reach beyond what bounds them, how broad each is at least, and how near the next may stand. */
const OVERHANG = 0.3;
const NARROWEST = 0.15;
const NEAREST = 0.3;
/** Where a font does not say how broad its letters are, so much of a guessed breadth may be too much. */
const GUESSED = 0.25;

/** An appearance, read in the order in which it is drawn. */
class Reading {
  isClear = true;
  text = '';
  private readonly grounds: number[] = [];
  private last: ShownText | null = null;

  constructor(
    private readonly box: Box,
    private readonly scale: number,
  ) {}

  read(shown: ShownText): void {
    const letters = shown.font.textOf(shown.bytes);
    if (letters !== '' && letters.trim() === '') return;
    this.isClear &&= isSeen(shown, this.scale) && this.standsOut(shown) && this.follows(shown);
    this.last = shown;
    this.text += letters || UNREAD;
  }

  /** A ground, a border or a division: it comes first, is plain, and goes through the whole field. */
  paint({ path, matrix, isFilled, isStroked, ink }: ShownPath): void {
    const isGround = path.outlines(matrix).every((outline) => this.goesThrough(outline));
    this.isClear &&= isGround && this.last === null && ink.isPlain && ink.isLinePlain && !ink.isFaded;
    if (isFilled) this.grounds.push(lightnessOf(ink.colour));
    if (isStroked && ink.lineWidth * this.scale > BROAD) this.grounds.push(lightnessOf(ink.lineColour));
  }

  private goesThrough({ points, box }: Outline): boolean {
    const across = (box.right - box.left) / (this.box.right - this.box.left);
    const up = (box.top - box.bottom) / (this.box.top - this.box.bottom);
    return points.length <= MAX_CORNERS && Math.max(across, up) > WHOLE;
  }

  private standsOut({ ink }: ShownText): boolean {
    const lightness = lightnessOf(ink.colour);
    return lightness < LIGHT && this.grounds.every((ground) => Math.abs(ground - lightness) > MIN_CONTRAST);
  }

  /** Whether the letters stand behind those before them or in a further line, as people read. */
  private follows({ box, baseline, size }: ShownText): boolean {
    if (this.last === null) return true;
    const down = this.last.baseline - baseline;
    return Math.abs(down) < size / 2 ? box.left > this.last.box.right - NEAREST * size : down > 0;
  }
}

/** Stands for letters whose font does not say which they are. */
const UNREAD = '\u{FFFD}';
/** A bevelled border has six corners. */
const MAX_CORNERS = 8;
const WHOLE = 0.8;

/** Whether letters are there for people to read. */
function isSeen(shown: ShownText, scale: number): boolean {
  const { bytes, font, size, box, ink } = shown;
  const breadth = (box.right - box.left) / (bytes.length / font.bytesEach);
  const isPainted = ink.mode === 0 && ink.isPlain && !ink.isFaded;
  const isTrue = !font.isDrawn && !font.misreads(bytes);
  return isPainted && isTrue && size * scale >= MIN_SIZE && breadth > NARROWEST * size && isWithin(shown);
}

function isWithin({ bytes, font, size, box, clip }: ShownText): boolean {
  const isNumber = /\d/u.test(font.textOf(bytes));
  const aside = isNumber ? OVERHANG * size : Math.max(OVERHANG * size, GUESSED * (box.right - box.left));
  const isBeside = box.left >= clip.box.left - OVERHANG * size && box.right <= clip.box.right + aside;
  const isAbove = box.bottom >= clip.box.bottom - OVERHANG * size && box.top <= clip.box.top + OVERHANG * size;
  return clip.isWhole && isBeside && isAbove;
}
