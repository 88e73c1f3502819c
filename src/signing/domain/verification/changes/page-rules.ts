import { differingKeys } from '../../pdf/equality.js';
import { PDF_LIMITS, PdfTooLarge } from '../../pdf/limits.js';
import { nameOf, PdfArray, PdfDictionary, PdfReference, type PdfValue } from '../../pdf/values.js';
import type { ChangeReview } from './change-review.js';
import { onlyGrows } from './growing-list.js';

/** Pages stay as they are, but for the widgets of signatures that are added to them. */
export function reviewPages(review: ChangeReview): void {
  for (const [at, reference] of pagesOf(review).entries()) {
    const [before, after] = [review.before.resolve(reference), review.after.resolve(reference)];
    if (!(before instanceof PdfDictionary) || !(after instanceof PdfDictionary)) continue;
    const list = after.raw('Annots');
    const isTouched = review.overwritten.has(reference.number);
    const isListTouched = list instanceof PdfReference && review.overwritten.has(list.number);
    if (!isTouched && !isListTouched) continue;
    const others = differingKeys(before, after).filter((key) => key !== 'Annots');
    if (others.length > 0) review.refuse('page-changed', `(trang ${at + 1})`);
    if (!areOnlyWelcomeAdded(review, before.raw('Annots'), list))
      review.refuse('annotation-added', `(trang ${at + 1})`);
    review.explain(reference.number);
    review.explainInRole(list, 'Annots');
  }
}

function areOnlyWelcomeAdded(review: ChangeReview, before: PdfValue, after: PdfValue): boolean {
  const [old, now] = [review.before.resolve(before), review.after.resolve(after)];
  if (!onlyGrows(old, now)) return false;
  const known = new Set(numbersIn(old));
  const added = (now instanceof PdfArray ? now.items : []).filter(
    (item) => !(item instanceof PdfReference && known.has(item.number)),
  );
  const isSameLength = (now instanceof PdfArray ? now.items.length : 0) - known.size === added.length;
  return isSameLength && added.every((item) => item instanceof PdfReference && review.welcomeWidgets.has(item.number));
}

function numbersIn(list: PdfValue): number[] {
  return (list instanceof PdfArray ? list.items : []).flatMap((item) =>
    item instanceof PdfReference ? [item.number] : [],
  );
}

/** The pages of the signed file, in order. */
function pagesOf(review: ChangeReview): PdfReference[] {
  const pages: PdfReference[] = [];
  const seen = new Set<number>();
  const pending: PdfValue[] = [review.before.catalog.raw('Pages')];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!(next instanceof PdfReference) || seen.has(next.number)) continue;
    if (seen.size >= PDF_LIMITS.pages) throw new PdfTooLarge('too many pages');
    seen.add(next.number);
    const node = review.before.resolve(next);
    if (!(node instanceof PdfDictionary)) continue;
    const kids = review.before.get(node, 'Kids');
    if (kids instanceof PdfArray) pending.push(...[...kids.items].reverse());
    else if (nameOf(node.raw('Type')) === 'Page') pages.push(next);
  }
  return pages;
}
