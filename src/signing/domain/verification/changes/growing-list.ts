import { isSameValue } from '../../../../files/domain/pdf/equality.js';
import { PdfArray, type PdfValue } from '../../../../files/domain/pdf/values.js';

/** Whether every item of the old list is still there, in its order; new ones may stand between and after. */
export function onlyGrows(before: PdfValue, after: PdfValue): boolean {
  const old = before instanceof PdfArray ? before.items : [];
  if (!(after instanceof PdfArray)) return after === null && old.length === 0;
  let kept = 0;
  for (const item of after.items) {
    const expected = old[kept];
    if (expected !== undefined && isSameValue(item, expected)) kept += 1;
  }
  return kept === old.length;
}
