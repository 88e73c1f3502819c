import { differingKeys } from '../../pdf/equality.js';
import type { FormField } from '../../pdf/form-fields.js';
import type { ChangeReview } from './change-review.js';

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

/** Explains the field's objects and what draws it, unless something else in the file uses the same drawing. */
export function explainLooks(review: ChangeReview, old: FormField, field: FormField): void {
  review.explain(field.reference.number);
  for (const [at, { reference, dictionary }] of field.widgets.entries()) {
    review.explain(reference.number);
    const looks = dictionary.raw('AP');
    review.explainInRole(looks, 'AP');
    const normal = review.after.dictionary(looks)?.raw('N') ?? null;
    const oldLooks = review.before.dictionary(old.widgets[at]?.dictionary.raw('AP') ?? null);
    if (oldLooks) review.explainInRole(normal, 'N');
  }
}
