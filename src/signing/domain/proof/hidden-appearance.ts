import type { FileState } from '../../../files/domain/pdf/file-state.js';
import type { Ink } from '../../../files/domain/pdf/ink.js';
import { boxOf } from '../../../files/domain/pdf/matrix.js';
import { integerOf, type PdfDictionary, type PdfStream } from '../../../files/domain/pdf/values.js';

/** Flags of a place on a page that keep it off the screen: Hidden and NoView (ISO 32000-1, table 165). */
const OFF_SCREEN = 2 + 32;

/** Letters without ink, alone or as the edge of a clip (ISO 32000-1, table 106). */
const INKLESS: ReadonlySet<number> = new Set([3, 7]);

/** A place smaller than this, in points, shows nothing. */
const MIN_SIZE = 1;

/** Whether a place on a page shows nothing to a reader of the file: by its flags, by a layer that can be switched off, or by its extent. */
export function isHiddenPlace(state: FileState, widget: PdfDictionary, appearance: PdfStream): boolean {
  const flags = integerOf(state.get(widget, 'F')) ?? 0;
  const isLayered = state.get(widget, 'OC') !== null || state.get(appearance.dictionary, 'OC') !== null;
  const extents = [boxOf(state, widget.raw('Rect')), boxOf(state, appearance.dictionary.raw('BBox'))].flatMap(
    ({ left, bottom, right, top }) => [right - left, top - bottom],
  );
  return (flags & OFF_SCREEN) !== 0 || isLayered || extents.some((extent) => extent < MIN_SIZE);
}

/** Whether people do not see what is written with this ink: it leaves none, is see-through, or stands in a layer. */
export function isUnseen({ mode, isFaded }: Ink): boolean {
  return INKLESS.has(mode) || isFaded;
}
