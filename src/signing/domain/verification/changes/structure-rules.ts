import { differingKeys, isSameValue } from '../../../../files/domain/pdf/equality.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { integerOf, nameOf, PdfArray, PdfDictionary, type PdfValue } from '../../../../files/domain/pdf/values.js';
import type { ChangeReview } from './change-review.js';
import { itemsAdded } from './growing-list.js';
import { type ParentTree, readParentTree } from './parent-tree.js';
import { leadsOn, numberOf } from './ways.js';

/** Keys of the root of the structure that a new signature's widget changes. */
const OF_THE_ROOT: ReadonlySet<string> = new Set(['K', 'ParentTree', 'ParentTreeNextKey']);
/** What an element for a new signature says; no words that are read in place of others (`/ActualText`). */
const OF_AN_ELEMENT: ReadonlySet<string> = new Set(['Type', 'S', 'P', 'Pg', 'K', 'T', 'Alt', 'Lang', 'NS']);
const OF_A_REFERENCE: ReadonlySet<string> = new Set(['Type', 'Pg', 'Obj']);
/** Writers put a section or two around the element of a widget. */
const MAX_NEW_DEPTH = 4;

/**
 * Tagged documents are read aloud by their structure: a writer that adds a signature's widget adds an element that stands
 * for it, under the elements that were there and beside the tables that find it. Everything else of the structure stays.
 *
 * Source: ISO 32000-1, 14.7.2 to 14.7.4.
 */
export function reviewStructure(review: ChangeReview): void {
  const raw = review.after.catalog.raw('StructTreeRoot');
  const number = numberOf(raw);
  const [old, now] = [review.before.dictionary(raw), review.after.dictionary(raw)];
  if (!old || !now || review.welcomeWidgets.size === 0 || review.overwritten.size === 0) return;
  if (number !== null && review.overwritten.has(number) && isRootKept(review, old, now)) review.hold(number, 'element');
  if (hasOnlyNewKids(review, old, now)) letKidsGrow(review, old, now);
  reviewElements(review);
}

function isRootKept(review: ChangeReview, old: PdfDictionary, now: PdfDictionary): boolean {
  const nextKey = [integerOf(old.raw('ParentTreeNextKey')) ?? 0, integerOf(now.raw('ParentTreeNextKey'))] as const;
  return (
    differingKeys(old, now).every((key) => OF_THE_ROOT.has(key)) &&
    (nextKey[1] === null ? !old.entries.has('ParentTreeNextKey') : nextKey[1] >= nextKey[0]) &&
    hasOnlyNewKids(review, old, now)
  );
}

/** Elements that were there may get new ones below them, and the tables new lines. */
function reviewElements(review: ChangeReview): void {
  reviewTables(review);
  for (const number of review.overwritten) {
    const [old, now] = [review.before.contentOf(number), review.after.contentOf(number)];
    if (!isElement(old) || !(now instanceof PdfDictionary)) continue;
    if (differingKeys(old, now).some((key) => key !== 'K') || !hasOnlyNewKids(review, old, now)) continue;
    review.hold(number, 'element');
    letKidsGrow(review, old, now);
  }
  if ([...review.overwritten].some((number) => review.before.contentOf(number) instanceof PdfArray))
    reviewLists(review);
}

/** Lists that are objects, under elements that were not written again. */
function reviewLists(review: ChangeReview): void {
  for (const element of elementsOf(review.before)) {
    const list = numberOf(element.raw('K'));
    const isTouched = list !== null && review.overwritten.has(list);
    if (isTouched && hasOnlyNewKids(review, element, element)) letKidsGrow(review, element, element);
  }
}

/** The root of the structure and every element below it, each once. */
function* elementsOf(state: FileState): Iterable<PdfDictionary> {
  const seen = new Set<PdfDictionary>();
  const pending: PdfValue[] = [state.catalog.raw('StructTreeRoot')];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    state.file.budget.walk(1);
    const element = state.resolve(next);
    if (!(element instanceof PdfDictionary) || seen.has(element)) continue;
    seen.add(element);
    yield element;
    for (const kid of kidsOf(state, element.raw('K'))) if (leadsOn(kid)) pending.push(kid);
  }
}

/** Kids may be an indirect array; an object that is itself a kid is not one. */
function letKidsGrow(review: ChangeReview, old: PdfDictionary, now: PdfDictionary): void {
  for (const [state, element] of [
    [review.before, old],
    [review.after, now],
  ] as const) {
    if (state.get(element, 'K') instanceof PdfArray) review.licences.grow(element, 'K');
  }
}

function isElement(value: PdfValue): value is PdfDictionary {
  if (!(value instanceof PdfDictionary)) return false;
  const type = value.raw('Type');
  return (type === null || nameOf(type) === 'StructElem') && value.entries.has('S') && value.entries.has('P');
}

function hasOnlyNewKids(review: ChangeReview, old: PdfDictionary, now: PdfDictionary): boolean {
  const [before, after] = [old.raw('K'), now.raw('K')];
  if (isSameValue(before, after) && isSameValue(review.before.resolve(before), review.after.resolve(after)))
    return true;
  const added = itemsAdded(new PdfArray(kidsOf(review.before, before)), new PdfArray(kidsOf(review.after, after)));
  if (added === null || !added.every((kid) => isForNewWidget(review, kid, 0))) return false;
  if (review.after.resolve(after) instanceof PdfArray) review.explain(after);
  return true;
}

/** A list, or the one kid that stands in its place. */
function kidsOf(state: FileState, raw: PdfValue): readonly PdfValue[] {
  const kids = state.resolve(raw);
  if (kids instanceof PdfArray) return kids.items;
  return kids === null ? [] : [raw];
}

/** An element that came with this save and leads to nothing but widgets that did, or a reference to such a widget. */
function isForNewWidget(review: ChangeReview, kid: PdfValue, depth: number): boolean {
  const number = numberOf(kid);
  const element = review.after.resolve(kid);
  if (depth > MAX_NEW_DEPTH || (number !== null && !review.added.has(number))) return false;
  if (!(element instanceof PdfDictionary)) return false;
  const keys = [...element.entries.keys()];
  if (nameOf(element.raw('Type')) === 'OBJR') {
    return keys.every((key) => OF_A_REFERENCE.has(key)) && isWelcome(review, element.raw('Obj'));
  }
  const kids = kidsOf(review.after, element.raw('K'));
  const isPlain = isElement(element) && keys.every((key) => OF_AN_ELEMENT.has(key)) && kids.length > 0;
  return isPlain && kids.every((one) => isForNewWidget(review, one, depth + 1));
}

function isWelcome(review: ChangeReview, widget: PdfValue): boolean {
  const number = numberOf(widget);
  return number !== null && review.welcomeWidgets.has(number);
}

/** The table that leads from content to its elements: old lines stay, new ones lead to new elements. */
function reviewTables(review: ChangeReview): void {
  const raw = review.after.catalog.raw('StructTreeRoot');
  const roots = [review.before.dictionary(raw), review.after.dictionary(raw)] as const;
  const before = readParentTree(review.before, roots[0]?.raw('ParentTree') ?? null);
  const after = readParentTree(review.after, roots[1]?.raw('ParentTree') ?? null);
  if (!before || !after || !onlyLinesAdded(review, before, after)) return;
  for (const root of roots) review.licences.release(root, 'ParentTree');
  for (const part of [...before.parts, ...after.parts]) review.explain(part);
}

function onlyLinesAdded(review: ChangeReview, before: ParentTree, after: ParentTree): boolean {
  const areKept = [...before.lines].every(([key, value]) => isSameLine(review, value, after.lines.get(key) ?? null));
  const added = [...after.lines].filter(([key]) => !before.lines.has(key));
  return areKept && added.every(([, value]) => isForNewWidget(review, value, 0));
}

/** A line leads to one element, or to those of a page's pieces, in a list that may be rewritten. */
function isSameLine(review: ChangeReview, old: PdfValue, now: PdfValue): boolean {
  const [before, after] = [review.before.resolve(old), review.after.resolve(now)];
  if (before instanceof PdfArray) return isSameValue(before, after);
  return isSameValue(old, now);
}
