import { contentPlaces } from '../../../../files/domain/pdf/content-places.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import type { FormField } from '../../../../files/domain/pdf/form-fields.js';
import { PdfMalformed } from '../../../../files/domain/pdf/limits.js';
import { boxOf, overlaps } from '../../../../files/domain/pdf/matrix.js';
import { drawLook } from '../../../../files/domain/pdf/page-drawing.js';
import { pagesOf } from '../../../../files/domain/pdf/pages.js';
import {
  PdfArray,
  PdfDictionary,
  PdfReference,
  PdfStream,
  type PdfValue,
} from '../../../../files/domain/pdf/values.js';
import type { ChangeReview } from './change-review.js';

/**
 * An empty field that was drawn over content when the document was signed hid it from the signer: filling or signing
 * the field would uncover it.
 */
export function refuseUncovering(review: ChangeReview, field: FormField): void {
  const covers = field.widgets.some(({ reference, dictionary }) => {
    const looks = looksOf(review.before, dictionary);
    return looks.some((look) => paints(review.before, look)) && isOverContent(review.before, reference, dictionary);
  });
  if (covers) review.refuse('content-uncovered', `(${field.name})`);
}

/** A field that is filled over content may show words there, and nothing that content could disappear under. */
export function refuseCovering(review: ChangeReview, field: FormField): void {
  const covers = field.widgets.some(({ reference, dictionary }) => {
    const looks = looksOf(review.after, dictionary);
    return (
      looks.some((look) => paints(review.after, look, 'grounds')) && isOverContent(review.before, reference, dictionary)
    );
  });
  if (covers) review.refuse('content-covered', `(${field.name})`);
}

/** What draws the field: one stream, or one for each of its states. */
export function looksOf(state: FileState, widget: PdfDictionary): PdfStream[] {
  const look = state.resolve(state.dictionary(widget.raw('AP'))?.raw('N') ?? null);
  if (look instanceof PdfStream) return [look];
  const states = look instanceof PdfDictionary ? [...look.entries.values()] : [];
  return states.map((one) => state.resolve(one)).filter((one) => one instanceof PdfStream);
}

/** A look that cannot be followed may paint anything. */
function paints(state: FileState, look: PdfStream, what: 'anything' | 'grounds' = 'anything'): boolean {
  let isPainted = false;
  const paint = (): void => {
    isPainted = true;
  };
  return isTrueOrUnreadable(() => {
    drawLook(state, look, {
      text: ({ isBlank }) => (isBlank || what === 'grounds' ? undefined : paint()),
      path: paint,
      picture: paint,
    });
    return isPainted;
  });
}

function isOverContent(state: FileState, widget: PdfReference, dictionary: PdfDictionary): boolean {
  const place = boxOf(state, dictionary.raw('Rect'));
  return isTrueOrUnreadable(() =>
    pagesOf(state)
      .filter((page) => isAmong(state.get(page.dictionary, 'Annots'), widget))
      .some((page) => contentPlaces(state, page.dictionary).some((box) => overlaps(box, place))),
  );
}

function isAmong(list: PdfValue, widget: PdfReference): boolean {
  const items = list instanceof PdfArray ? list.items : [];
  return items.some((item) => item instanceof PdfReference && item.number === widget.number);
}

function isTrueOrUnreadable(question: () => boolean): boolean {
  try {
    return question();
  } catch (error) {
    if (error instanceof PdfMalformed) return true;
    throw error;
  }
}
