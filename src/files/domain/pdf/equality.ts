import { PDF_LIMITS, PdfTooLarge } from './limits.js';
import { PdfArray, PdfDictionary, PdfName, PdfReference, PdfStream, PdfString, type PdfValue } from './values.js';

/**
 * Whether two values are written alike, places rounded: references are compared as references, streams byte for byte. A number with a point is none
 * without: readers that want an integer there, as the code of a letter or the flags of an annotation, pass over the one and heed the other.
 */
export function isSameValue(a: PdfValue, b: PdfValue, depth = 0): boolean {
  if (a === b) return true;
  if (depth > PDF_LIMITS.nesting + 2) throw new PdfTooLarge('nested too deeply');
  if (a instanceof PdfArray) return b instanceof PdfArray && isSameList(a, b, depth + 1);
  if (a instanceof PdfDictionary) return b instanceof PdfDictionary && isSameDictionary(a, b, depth + 1);
  if (a instanceof PdfStream) return b instanceof PdfStream && isSameStream(a, b, depth + 1);
  return isSameScalar(a, b);
}

function isSameStream(a: PdfStream, b: PdfStream, depth: number): boolean {
  return a.data.equals(b.data) && isSameDictionary(a.dictionary, b.dictionary, depth);
}

function isSameScalar(a: PdfValue, b: PdfValue): boolean {
  if (a instanceof PdfName) return b instanceof PdfName && a.value === b.value;
  if (a instanceof PdfString) return b instanceof PdfString && a.bytes.equals(b.bytes);
  if (!(a instanceof PdfReference) || !(b instanceof PdfReference)) return false;
  return a.number === b.number && a.generation === b.generation;
}

function isSameList(a: PdfArray, b: PdfArray, depth: number): boolean {
  const isSameItem = (item: PdfValue, i: number): boolean =>
    a.reals.has(i) === b.reals.has(i) && isSameValue(item, b.items[i] ?? null, depth);
  return a.items.length === b.items.length && a.items.every(isSameItem);
}

function isSameDictionary(a: PdfDictionary, b: PdfDictionary, depth: number): boolean {
  return differingKeys(a, b, depth).length === 0;
}

/** Keys whose values differ, absent and null being the same. */
export function differingKeys(a: PdfDictionary, b: PdfDictionary, depth = 0): string[] {
  const keys = new Set([...a.entries.keys(), ...b.entries.keys()]);
  return [...keys].filter((key) => {
    const [old, now] = [a.raw(key), b.raw(key)];
    if (PLACES.has(key) && isSamePlace(old, now)) return false;
    return a.reals.has(key) !== b.reals.has(key) || !isSameValue(old, now, depth);
  });
}

/** Keys of rectangles in points. Any other number may be scaled up by what is drawn around it, however small. */
const PLACES: ReadonlySet<string> = new Set(['Rect', 'MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox']);
/** Writers round places on the page; what is a millionth of a point apart is drawn alike. */
const ROUNDING = 1e-6;

function isSamePlace(a: PdfValue, b: PdfValue): boolean {
  if (!(a instanceof PdfArray && b instanceof PdfArray) || a.items.length !== b.items.length) return false;
  return a.items.every((item, i) => {
    const other = b.items[i];
    return typeof item === 'number' && typeof other === 'number' && Math.abs(item - other) < ROUNDING;
  });
}
