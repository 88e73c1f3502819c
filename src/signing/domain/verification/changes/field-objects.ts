import { differingKeys } from '../../../../files/domain/pdf/equality.js';
import type { FormField } from '../../../../files/domain/pdf/form-fields.js';
import type { PdfDictionary } from '../../../../files/domain/pdf/values.js';
import type { ChangeReview } from './change-review.js';
import { refuseUncovering } from './cover-rules.js';

/** Whether one of the field's own objects was overwritten with something else. */
export function isTouched(review: ChangeReview, field: FormField): boolean {
  return [field.reference, ...field.widgets.map(({ reference }) => reference)].some(({ number }) =>
    review.overwritten.has(number),
  );
}

/** Keys that differ in the field or in its widgets, which must be the same ones. */
export function changedKeys(old: FormField, field: FormField): string[] {
  const pairs = field.widgets.map(({ dictionary }, at) => [old.widgets[at]?.dictionary, dictionary] as const);
  return [[old.dictionary, field.dictionary] as const, ...pairs].flatMap(([a, b]) =>
    a ? differingKeys(a, b) : ['Kids'],
  );
}

/** Explains the field's objects and what draws it, unless something else in the file uses the same objects. */
export function explainLooks(review: ChangeReview, old: FormField, field: FormField): void {
  refuseUncovering(review, old);
  review.explainAsField(field.reference.number);
  for (const [at, { reference, dictionary }] of field.widgets.entries()) {
    review.explainAsField(reference.number);
    const looks = dictionary.raw('AP');
    review.explainInRole(looks, 'AP');
    // A picture that only this field showed may be drawn anew in its place.
    for (const shown of [review.after.dictionary(looks), oldLooksOf(review, old, at)]) {
      review.explainInRole(shown?.raw('N') ?? null, 'N');
    }
  }
}

function oldLooksOf(review: ChangeReview, old: FormField, at: number): PdfDictionary | null {
  return review.before.dictionary(old.widgets[at]?.dictionary.raw('AP') ?? null);
}
