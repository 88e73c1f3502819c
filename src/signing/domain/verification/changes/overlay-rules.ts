import { contentPlaces } from '../../../../files/domain/pdf/content-places.js';
import { readForm } from '../../../../files/domain/pdf/form-fields.js';
import { PdfMalformed } from '../../../../files/domain/pdf/limits.js';
import { type Box, boxOf, overlaps } from '../../../../files/domain/pdf/matrix.js';
import { PdfArray, PdfDictionary, PdfReference, type PdfValue } from '../../../../files/domain/pdf/values.js';
import type { ChangeReview } from './change-review.js';

/**
 * A signature that is added to a page must not stand over what was signed: its picture could replace a date or a name.
 * A page that cannot be followed gets no visible signature either; nor does a page that is a picture, as a scan.
 */
export function refuseOverlays(review: ChangeReview, page: PdfDictionary, added: readonly PdfValue[]): void {
  const boxes = added
    .map((item) => review.after.dictionary(item))
    .flatMap((widget) => (widget ? [boxOf(review.after, widget.raw('Rect'))] : []))
    .filter(({ left, bottom, right, top }) => right > left && top > bottom);
  if (boxes.length > 0 && coversContent(review, page, boxes)) review.refuse('signature-overlay');
}

function coversContent(review: ChangeReview, page: PdfDictionary, boxes: readonly Box[]): boolean {
  try {
    const places = [...contentPlaces(review.before, page), ...textFieldPlaces(review, page)];
    return places.some((place) => boxes.some((box) => overlaps(place, box)));
  } catch (error) {
    if (error instanceof PdfMalformed) return true;
    throw error;
  }
}

/** Where the page's text fields stand: number and date are content too. */
function textFieldPlaces(review: ChangeReview, page: PdfDictionary): Box[] {
  const list = review.before.get(page, 'Annots');
  const here = new Set(
    (list instanceof PdfArray ? list.items : []).flatMap((item) => (item instanceof PdfReference ? [item.number] : [])),
  );
  const fields = (readForm(review.before)?.fields ?? []).filter(({ type }) => type === 'Tx');
  return fields
    .flatMap(({ widgets }) => widgets)
    .filter(({ reference }) => here.has(reference.number))
    .map(({ dictionary }) => boxOf(review.before, dictionary.raw('Rect')));
}
