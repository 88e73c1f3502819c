import { decodeContent } from '../../../files/domain/pdf/content-filters.js';
import { type Operation, operationsIn } from '../../../files/domain/pdf/content-operations.js';
import type { FileState } from '../../../files/domain/pdf/file-state.js';
import { boxOf } from '../../../files/domain/pdf/matrix.js';
import { integerOf, nameOf, type PdfDictionary, PdfName, type PdfStream } from '../../../files/domain/pdf/values.js';

/** Flags of a place on a page that keep it off the screen: Hidden and NoView (ISO 32000-1, table 165). */
const OFF_SCREEN = 2 + 32;

/** Letters without ink, alone or as the edge of a clip (ISO 32000-1, table 106). */
const INKLESS: ReadonlySet<unknown> = new Set([3, 7]);

const SHOWING: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"']);
const PAINTING: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh']);

/** A place smaller than this, in points, shows nothing. */
const SMALLEST = 1;

/** Whether a place on a page shows nothing to whoever opens the file: by its flags, by a layer that can be switched off, or by its extent. */
export function isHiddenPlace(state: FileState, widget: PdfDictionary, look: PdfStream): boolean {
  const flags = integerOf(state.get(widget, 'F')) ?? 0;
  const isLayered = state.get(widget, 'OC') !== null || state.get(look.dictionary, 'OC') !== null;
  const extents = [boxOf(state, widget.raw('Rect')), boxOf(state, look.dictionary.raw('BBox'))].flatMap(
    ({ left, bottom, right, top }) => [right - left, top - bottom],
  );
  return (flags & OFF_SCREEN) !== 0 || isLayered || extents.some((extent) => extent < SMALLEST);
}

/** Whether letters are drawn so that people do not see them: without ink, see-through, in a layer, or under what is painted after them. @throws PdfMalformed */
export function hasUnseenLetters(state: FileState, look: PdfStream): boolean {
  const states = state.dictionary(state.dictionary(look.dictionary.raw('Resources'))?.raw('ExtGState') ?? null);
  let hasLetters = false;
  for (const operation of operationsIn(decodeContent(state, look))) {
    if (hidesLetters(operation) || isSeeThrough(state, states, operation)) return true;
    if (hasLetters && PAINTING.has(operation.operator)) return true;
    hasLetters ||= SHOWING.has(operation.operator);
  }
  return false;
}

function hidesLetters({ operator, operands: [first = null] }: Operation): boolean {
  return (operator === 'Tr' && INKLESS.has(first)) || (operator === 'BDC' && nameOf(first) === 'OC');
}

function isSeeThrough(
  state: FileState,
  states: PdfDictionary | null,
  { operator, operands: [name] }: Operation,
): boolean {
  if (operator !== 'gs' || !(name instanceof PdfName)) return false;
  const set = state.dictionary(states?.raw(name.value) ?? null);
  const alpha = set && state.get(set, 'ca');
  return typeof alpha === 'number' && alpha < 1;
}
