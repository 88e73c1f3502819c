import { contentPlaces } from '../../../../files/domain/pdf/content-places.js';
import { within } from '../../../../files/domain/pdf/drawn-path.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { type FormField, readForm } from '../../../../files/domain/pdf/form-fields.js';
import { PdfMalformed } from '../../../../files/domain/pdf/limits.js';
import { areaOf, type Box, boxOf, overlaps } from '../../../../files/domain/pdf/matrix.js';
import { nameOf, PdfArray, PdfDictionary, PdfReference, type PdfValue } from '../../../../files/domain/pdf/values.js';
import type { ChangeReview } from './change-review.js';
import { isTrueOrUnreadable, pagesShowing } from './cover-rules.js';
import { groundsTogether, hidingPlaces } from './opaque-appearance.js';

/**
 * A signature that is added to a page must not stand over what was signed: its picture could replace a date or a name.
 * A page that cannot be followed gets no visible signature either; nor does a page that is a picture, as a scan.
 */
export function refuseOverlays(review: ChangeReview, page: PdfDictionary, added: readonly PdfValue[]): void {
  const widgets = added
    .map((item) => review.after.dictionary(item))
    .flatMap((widget) => (widget ? [{ widget, box: boxOf(review.after, widget.raw('Rect')) }] : []))
    .filter(({ box }) => areaOf(box) > 0);
  if (widgets.length === 0) return;
  const boxes = widgets.map(({ box }) => box);
  const covers = isTrueOrUnreadable(() => areCovered(signedPlaces(review, page), boxes));
  if (covers || hidesSignature(review, page, widgets)) review.refuse('signature-overlay');
}

/**
 * A seal stands over the signature and may stand over a name: as a picture that is seen through, or in dark strokes. In a
 * field that was prepared over the text a signature shows nothing else: no words, no ground, no full picture.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 điểm d và khoản 8.
 */
export function refuseHiding(review: ChangeReview, field: FormField): void {
  const hides = field.widgets.some(({ reference, dictionary }) =>
    isTrueOrUnreadable(() => {
      const boxes = hidingOrWhole(review.after, dictionary);
      const pages = boxes.length > 0 ? pagesShowing(review.before, reference) : [];
      return pages.some((page) => areCovered(signedPlaces(review, page.dictionary), boxes));
    }),
  );
  review.signedWidgets.push(...field.widgets);
  if (hides || isTrueOrUnreadable(() => hideTogether(review))) review.refuse('signature-overlay', `(${field.name})`);
}

/** What cannot be followed may paint all of its place, and nothing beside it. */
function hidingOrWhole(state: FileState, widget: PdfDictionary): readonly Box[] {
  try {
    return hidingPlaces(state, widget);
  } catch (error) {
    if (error instanceof PdfMalformed) return [boxOf(state, widget.raw('Rect'))];
    throw error;
  }
}

/** No tool signs in more places at once. */
const MAX_AT_ONCE = 8;

/** Whether what one save signed hides something on a page together, though no single signature does. */
function hideTogether(review: ChangeReview): boolean {
  const { signedWidgets: widgets, before, after } = review;
  if (widgets.length < 2) return false;
  if (widgets.length > MAX_AT_ONCE) return true;
  const shown = widgets.map(({ reference, dictionary }) => ({ dictionary, pages: pagesShowing(before, reference) }));
  const pages = new Map(shown.flatMap((one) => one.pages).map((page) => [page.dictionary, page] as const));
  return [...pages.keys()].some((page) => {
    const onIt = shown.filter((one) => one.pages.some(({ dictionary }) => dictionary === page));
    const boxes = groundsTogether(
      after,
      onIt.map(({ dictionary }) => dictionary),
    );
    return boxes.length > 0 && areCovered(signedPlaces(review, page), boxes);
  });
}

function areCovered(places: readonly Box[], boxes: readonly Box[]): boolean {
  return places.some((place) => boxes.some((box) => overlaps(place, box)));
}

/** Where something stands on a page that was signed: what it draws, and its fields and notes. @throws PdfMalformed */
export function signedPlaces(review: ChangeReview, page: PdfDictionary): readonly Box[] {
  return [...contentPlaces(review.before, page), ...annotationPlaces(review, page)];
}

/** So much of a signature's place is all of it. */
const ALL = 0.95;

/** Signatures may touch each other, as the seal does the leader's; none may hide another that stands wholly under it. */
function hidesSignature(
  review: ChangeReview,
  page: PdfDictionary,
  widgets: readonly { readonly widget: PdfDictionary; readonly box: Box }[],
): boolean {
  const signed = signatureWidgets(review, ({ value }) => review.before.resolve(value) !== null);
  const places = annotationsOf(review, page)
    .filter((item) => item instanceof PdfReference && signed.has(item.number))
    .map((item) => boxOf(review.before, review.before.dictionary(item)?.raw('Rect') ?? null))
    .filter((place) => areaOf(place) > 0);
  const isUnder = (place: Box): boolean => {
    const above = widgets.filter(({ box }) => areaOf(within(place, box)) > 0);
    const covered = above.reduce((sum, { box }) => sum + areaOf(within(place, box)), 0);
    return covered >= ALL * areaOf(place) && above.some(({ widget }) => hidesAnything(review, widget));
  };
  return places.some(isUnder);
}

function hidesAnything(review: ChangeReview, widget: PdfDictionary): boolean {
  return isTrueOrUnreadable(() => hidingPlaces(review.after, widget).length > 0);
}

/** Kinds of annotations that show nothing of their own. */
const SHOWING_NOTHING: ReadonlySet<string> = new Set(['Link', 'Popup']);

/** Where the page's fields and notes stand: number, date and what is noted are content too. */
function annotationPlaces(review: ChangeReview, page: PdfDictionary): Box[] {
  const signatures = signatureWidgets(review, () => true);
  return annotationsOf(review, page)
    .filter((item) => !(item instanceof PdfReference && signatures.has(item.number)))
    .map((item) => review.before.dictionary(item))
    .filter((one) => one !== null && !SHOWING_NOTHING.has(nameOf(one.raw('Subtype')) ?? ''))
    .map((one) => boxOf(review.before, one?.raw('Rect') ?? null));
}

function annotationsOf(review: ChangeReview, page: PdfDictionary): readonly PdfValue[] {
  const list = review.before.get(page, 'Annots');
  return list instanceof PdfArray ? list.items : [];
}

function signatureWidgets(review: ChangeReview, isMeant: (field: FormField) => boolean): ReadonlySet<number> {
  return new Set(
    (readForm(review.before)?.fields ?? [])
      .filter((field) => field.type === 'Sig' && isMeant(field))
      .flatMap(({ widgets }) => widgets.map(({ reference }) => reference.number)),
  );
}
