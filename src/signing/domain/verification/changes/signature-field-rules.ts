import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import type { FormField } from '../../../../files/domain/pdf/form-fields.js';
import { areaOf, boxOf } from '../../../../files/domain/pdf/matrix.js';
import { nameOf, PdfDictionary } from '../../../../files/domain/pdf/values.js';
import type { ChangeReview } from './change-review.js';
import { changedKeys, explainAppearances, isTouched } from './field-objects.js';
import { leavesItsPlace } from './cover-rules.js';
import { refuseHiding } from './overlay-rules.js';

/** What a prepared signature field may change when it is signed. Its place on the page is not among it, unless it gives it up. */
const SIGNING: ReadonlySet<string> = new Set([
  'V',
  'AP',
  'AS',
  'F',
  'Ff',
  'Type',
  'Subtype',
  'P',
  'M',
  'MK',
  'DA',
  'DR',
  'Q',
  'NM',
  'Border',
  'BS',
]);
/** A signature that is added later takes no more of the page than this. */
const MAX_SHARE = 0.3;
const A4_POINTS = 595 * 842;

function roomOf(state: FileState, widget: PdfDictionary): number {
  return areaOf(boxOf(state, widget.raw('Rect')));
}

/** Whether the field takes room on a page. */
export function isVisible(state: FileState, field: FormField): boolean {
  return field.widgets.some(({ dictionary }) => {
    return roomOf(state, dictionary) > 0;
  });
}

/** A field that was there: it may be signed once, and what is signed stays. */
export function reviewSigning(review: ChangeReview, old: FormField, field: FormField): void {
  if (!isTouched(review, field)) return;
  const wasEmpty = review.before.resolve(old.value) === null;
  const isSigned = review.after.resolve(field.value) instanceof PdfDictionary;
  const mayChange = (key: string): boolean => SIGNING.has(key) || (key === 'Rect' && !isVisible(review.after, field));
  const keepsItsKind = changedKeys(old, field).every(mayChange) && areWidgets(field);
  if (!wasEmpty || !isSigned || !keepsItsKind) {
    review.refuse('field-changed', `(${field.name})`);
    return;
  }
  if (
    field.widgets.some(
      ({ dictionary }) => isLarge(review.after, dictionary) || leavesItsPlace(review.after, dictionary),
    )
  ) {
    review.refuse('signature-overlay', `(${field.name})`);
  }
  refuseHiding(review, field);
  explainAppearances(review, old, field);
  welcome(review, field);
  review.signatures.push({ ...describe(review.after, field), isNewField: false });
}

/** A field that is added: signed in the same save, or empty and without an appearance of its own. */
export function reviewNewSignatureField(review: ChangeReview, field: FormField): void {
  const isPlain = areWidgets(field) && field.widgets.every(({ dictionary }) => isPlainWidget(review.after, dictionary));
  if (!isPlain) {
    review.refuse('signature-overlay', `(${field.name})`);
    return;
  }
  welcome(review, field);
  if (review.after.resolve(field.value) instanceof PdfDictionary) {
    review.signatures.push({ ...describe(review.after, field), isNewField: true });
  } else if (field.widgets.some(({ dictionary }) => dictionary.entries.has('AP')) && isVisible(review.after, field)) {
    review.refuse('signature-overlay', `(${field.name})`);
  } else review.emptyFields.push(field.name);
}

function areWidgets(field: FormField): boolean {
  return field.widgets.every(({ dictionary }) => nameOf(dictionary.raw('Subtype')) === 'Widget');
}

function welcome(review: ChangeReview, field: FormField): void {
  for (const { reference } of field.widgets) review.welcomeWidgets.add(reference.number);
}

function describe(state: FileState, field: FormField): { field: string; isVisible: boolean; isTimestamp: boolean } {
  const signature = state.dictionary(field.value);
  return {
    field: field.name,
    isVisible: isVisible(state, field),
    isTimestamp: nameOf(signature?.raw('Type') ?? null) === 'DocTimeStamp',
  };
}

/** A widget without actions, in its place, and not large enough to hide a page. */
function isPlainWidget(state: FileState, widget: PdfDictionary): boolean {
  const hasActions = widget.entries.has('A') || widget.entries.has('AA');
  return !hasActions && !isLarge(state, widget) && !leavesItsPlace(state, widget);
}

function isLarge(state: FileState, widget: PdfDictionary): boolean {
  return roomOf(state, widget) > MAX_SHARE * A4_POINTS;
}
