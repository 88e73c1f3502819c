import { differingKeys } from '../../../../files/domain/pdf/equality.js';
import { PDF_LIMITS, PdfTooLarge } from '../../../../files/domain/pdf/limits.js';
import { nameOf, PdfArray, PdfDictionary, PdfReference, type PdfValue } from '../../../../files/domain/pdf/values.js';
import type { ChangeReview } from './change-review.js';
import { itemsAdded } from './growing-list.js';
import { refuseOverlays } from './overlay-rules.js';

/** Pages stay as they are, but for the widgets of signatures that are added to them. */
export function reviewPages(review: ChangeReview): void {
  for (const [at, reference] of pagesOf(review).entries()) {
    const [before, after] = [review.before.resolve(reference), review.after.resolve(reference)];
    if (!(before instanceof PdfDictionary) || !(after instanceof PdfDictionary)) continue;
    const list = after.raw('Annots');
    const isTouched = review.overwritten.has(reference.number);
    const isListTouched = list instanceof PdfReference && review.overwritten.has(list.number);
    if (!isTouched && !isListTouched) continue;
    const others = differingKeys(before, after).filter((key) => !mayDiffer(key, before, after));
    if (others.length > 0) review.refuse('page-changed', `(trang ${at + 1})`);
    reviewAnnotations(review, [before, after], `(trang ${at + 1})`);
    review.hold(reference.number, 'page');
    for (const page of [before, after]) review.licences.grow(page, 'Annots');
    review.explain(list);
  }
}

/** Writers of tagged documents also say that people go through a page's widgets in the order of the structure. */
function mayDiffer(key: string, before: PdfDictionary, after: PdfDictionary): boolean {
  return key === 'Annots' || (key === 'Tabs' && before.raw(key) === null && nameOf(after.raw(key)) !== null);
}

type Pages = readonly [before: PdfDictionary, after: PdfDictionary];

/** Nothing but the widgets of signatures may be put on the page, and nothing may be taken off. */
function reviewAnnotations(review: ChangeReview, [before, after]: Pages, where: string): void {
  const [old, now] = [review.before.get(before, 'Annots'), review.after.get(after, 'Annots')];
  const known = new Set(numbersIn(old));
  const isWelcome = (item: PdfValue): boolean =>
    item instanceof PdfReference && review.welcomeWidgets.has(item.number) && !known.has(item.number);
  const added = itemsAdded(old, now);
  if (added === null) {
    review.refuse('annotation-removed', where);
    const others = numbersIn(now).filter((number) => !known.has(number) && !review.welcomeWidgets.has(number));
    if (others.length > 0) review.refuse('annotation-added', where);
  } else if (added.every((item) => isWelcome(item))) refuseOverlays(review, before, added);
  else review.refuse('annotation-added', where);
}

function numbersIn(list: PdfValue): number[] {
  return (list instanceof PdfArray ? list.items : []).flatMap((item) =>
    item instanceof PdfReference ? [item.number] : [],
  );
}

/** Readers take a leaf of the tree that does not say what it is for a page. */
function isPage(leaf: PdfDictionary): boolean {
  const type = leaf.raw('Type');
  return type === null || nameOf(type) === 'Page';
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
    if (kids instanceof PdfArray) for (const kid of [...kids.items].reverse()) pending.push(kid);
    else if (isPage(node)) pages.push(next);
  }
  return pages;
}
