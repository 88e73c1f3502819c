import { readForm, type FormField } from '../../../files/domain/pdf/form-fields.js';
import { PdfFile, type FileState } from '../../../files/domain/pdf/file-state.js';
import { PdfMalformed } from '../../../files/domain/pdf/limits.js';
import { AppearancePlace } from '../../../files/domain/pdf/appearance-place.js';
import { type Box, boxOf, transformed } from '../../../files/domain/pdf/matrix.js';
import { drawAppearance } from '../../../files/domain/pdf/page-drawing.js';
import { pagesOf, partsOf } from '../../../files/domain/pdf/pages.js';
import { PdfArray, PdfReference, PdfStream } from '../../../files/domain/pdf/values.js';
import { isHiddenPlace, isUnseen } from './hidden-appearance.js';

/** What the place of a signature shows on the page. */
export interface ShownBySignature {
  /** Pieces in the order of drawing, a line for each height. */
  readonly text: string;
  /** Smallest and largest size in points, as the page shows them; 0 without text. */
  readonly sizes: readonly [number, number];
  /** Whether it draws a picture or another form. */
  readonly hasImage: boolean;
  /** Whether people who open the file do not see it. */
  readonly isHidden: boolean;
  /** Where its letters stand on the first page as people see it, in parts of the page from its left edge and its foot; null on another page. */
  readonly middle: { readonly across: number; readonly up: number } | null;
  /** Names of fonts, empty where one is not said. */
  readonly fonts: readonly string[];
  /** Six hex digits each. */
  readonly colours: readonly string[];
}

type Widget = FormField['widgets'][number];

/** @returns null when the field is not there, shows nothing that can be followed, or the file cannot be read */
export function shownBySignature(pdf: Buffer, fieldName: string): ShownBySignature | null {
  try {
    const file = new PdfFile(pdf);
    const state = file.stateAfter(file.revisions.length - 1);
    const widget = readForm(state)?.fields.find(({ name }) => name === fieldName)?.widgets[0];
    return widget ? shownAt(state, widget) : null;
  } catch (error) {
    if (error instanceof PdfMalformed) return null;
    throw error;
  }
}

function shownAt(state: FileState, widget: Widget): ShownBySignature | null {
  const appearance = state.resolve(state.dictionary(widget.dictionary.raw('AP'))?.raw('N') ?? null);
  return appearance instanceof PdfStream ? shownIn(state, widget, appearance) : null;
}

function shownIn(state: FileState, widget: Widget, appearance: PdfStream): ShownBySignature {
  const { text, pieces } = drawn(state, appearance);
  const place = new AppearancePlace(state, appearance, widget.dictionary);
  const sizes = pieces.flatMap(({ size }) => place.scales.map((scale) => size * scale)).toSorted((a, b) => a - b);
  const resources = state.dictionary(appearance.dictionary.raw('Resources'));
  const box = boxOf(state, appearance.dictionary.raw('BBox'));
  return {
    text,
    sizes: [sizes[0] ?? 0, sizes.at(-1) ?? 0],
    hasImage: (state.dictionary(resources?.raw('XObject') ?? null)?.entries.size ?? 0) > 0,
    isHidden:
      isHiddenPlace(state, widget.dictionary, appearance) ||
      pieces.some((piece) => piece.isUnseen || isCutOff(piece.box, box)),
    middle: middleOnFirstPage(
      state,
      widget.reference,
      pieces.map((piece) => place.onPage(piece.box)),
    ),
    fonts: [...new Set(pieces.map(({ font }) => font))],
    colours: [...new Set(pieces.map(({ colour }) => colour))],
  };
}

/** Letters that are no blanks, in the measures of what draws them. */
interface Piece {
  readonly size: number;
  readonly box: Box;
  readonly font: string;
  readonly colour: string;
  /** Without ink, or under what is painted after it. */
  isUnseen: boolean;
}

function drawn(state: FileState, appearance: PdfStream): { readonly text: string; readonly pieces: readonly Piece[] } {
  const lines: { readonly baseline: number; text: string }[] = [];
  const pieces: Piece[] = [];
  const paintOver = (): void => {
    for (const piece of pieces) piece.isUnseen = true;
  };
  drawAppearance(state, appearance, {
    text: ({ bytes, font, size, colour, box, baseline, isBlank, ink }) => {
      const last = lines.at(-1);
      if (last && Math.abs(last.baseline - baseline) < 1) last.text += font.textOf(bytes);
      else lines.push({ baseline, text: font.textOf(bytes) });
      if (!isBlank) pieces.push({ size, box, font: font.name, colour, isUnseen: isUnseen(ink) });
    },
    path: (_box, { isFilled }) => {
      if (isFilled) paintOver();
    },
    picture: paintOver,
  });
  return { text: lines.map(({ text }) => text.trim()).join(' '), pieces };
}

/** Widths are guesses where a font does not say them: what has its middle inside is taken as shown. */
function isCutOff(piece: Box, box: Box): boolean {
  const [x, y] = middleOf(piece);
  return x < box.left || x > box.right || y < box.bottom || y > box.top;
}

function middleOf({ left, bottom, right, top }: Box): readonly [x: number, y: number] {
  return [(left + right) / 2, (bottom + top) / 2];
}

function middleOnFirstPage(
  state: FileState,
  { number }: PdfReference,
  places: readonly Box[],
): ShownBySignature['middle'] {
  const [page] = pagesOf(state);
  const annotations = page ? state.get(page.dictionary, 'Annots') : null;
  const items = annotations instanceof PdfArray ? annotations.items : [];
  if (!page || !items.some((item) => item instanceof PdfReference && item.number === number)) return null;
  const [across, up] = middleOf(transformed(around(places), partsOf(page)));
  return { across, up };
}

function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    bottom: Math.min(...boxes.map(({ bottom }) => bottom)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.max(...boxes.map(({ top }) => top)),
  };
}
