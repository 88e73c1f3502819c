import { differingKeys } from '../../../../files/domain/pdf/equality.js';
import type { FormField } from '../../../../files/domain/pdf/form-fields.js';
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

/** The field's objects may be others, wherever they are reached as a field. */
export function holdField(review: ChangeReview, field: FormField): void {
  for (const { number } of [field.reference, ...field.widgets.map(({ reference }) => reference)]) {
    review.hold(number, 'field');
    review.changedWidgets.add(number);
  }
}

/** The same, and what draws the field may be another too, where nothing else shows it. */
export function explainAppearances(review: ChangeReview, old: FormField, field: FormField): void {
  refuseUncovering(review, old);
  holdField(review, field);
  for (const [at, { dictionary }] of field.widgets.entries()) {
    const before = old.widgets[at]?.dictionary;
    review.licences.release(before, 'AP');
    review.licences.release(dictionary, 'AP');
    review.explain(dictionary.raw('AP'));
    // A picture that only this field showed may be drawn afresh in its place.
    for (const [state, widget] of [
      [review.after, dictionary],
      [review.before, before],
    ] as const) {
      review.explain(state.dictionary(widget?.raw('AP') ?? null)?.raw('N') ?? null);
    }
  }
}
