import { isSameValue } from '../../../../files/domain/pdf/equality.js';
import { PdfArray, type PdfValue } from '../../../../files/domain/pdf/values.js';

/** Whether every item of the old list is still there, in its order; new ones may stand between and after. */
export function onlyGrows(before: PdfValue, after: PdfValue): boolean {
  return itemsAdded(before, after) !== null;
}

/** What stands in the new list besides the items of the old one; null unless the list only grows. */
export function itemsAdded(before: PdfValue, after: PdfValue): readonly PdfValue[] | null {
  const old = before instanceof PdfArray ? before.items : [];
  if (!(after instanceof PdfArray)) return after === null && old.length === 0 ? [] : null;
  const added: PdfValue[] = [];
  let kept = 0;
  for (const item of after.items) {
    const expected = old[kept];
    if (expected !== undefined && isSameValue(item, expected)) kept += 1;
    else added.push(item);
  }
  return kept === old.length ? added : null;
}
