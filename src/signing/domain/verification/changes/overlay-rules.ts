import { contentPlaces } from '../../../../files/domain/pdf/content-places.js';
import { readForm } from '../../../../files/domain/pdf/form-fields.js';
import { PdfMalformed } from '../../../../files/domain/pdf/limits.js';
import { type Box, boxOf, overlaps } from '../../../../files/domain/pdf/matrix.js';
import { nameOf, PdfArray, PdfDictionary, PdfReference, type PdfValue } from '../../../../files/domain/pdf/values.js';
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
    const places = [...contentPlaces(review.before, page), ...annotationPlaces(review, page)];
    return places.some((place) => boxes.some((box) => overlaps(place, box)));
  } catch (error) {
    if (error instanceof PdfMalformed) return true;
    throw error;
  }
}

/** Kinds of annotations that show nothing of their own. */
const SHOWING_NOTHING: ReadonlySet<string> = new Set(['Link', 'Popup']);

/** Where the page's fields and notes stand: number, date and what is noted are content too; signatures may touch each other. */
function annotationPlaces(review: ChangeReview, page: PdfDictionary): Box[] {
  const list = review.before.get(page, 'Annots');
  const signatures = new Set(
    (readForm(review.before)?.fields ?? [])
      .filter(({ type }) => type === 'Sig')
      .flatMap(({ widgets }) => widgets.map(({ reference }) => reference.number)),
  );
  return (list instanceof PdfArray ? list.items : [])
    .filter((item) => !(item instanceof PdfReference && signatures.has(item.number)))
    .map((item) => review.before.dictionary(item))
    .filter((one) => one !== null && !SHOWING_NOTHING.has(nameOf(one.raw('Subtype')) ?? ''))
    .map((one) => boxOf(review.before, one?.raw('Rect') ?? null));
}
