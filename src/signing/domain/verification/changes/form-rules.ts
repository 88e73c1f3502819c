import { differingKeys } from '../../../../files/domain/pdf/equality.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { type Form, type FormField, readForm } from '../../../../files/domain/pdf/form-fields.js';
import { integerOf, PdfDictionary, type PdfValue } from '../../../../files/domain/pdf/values.js';
import type { ChangeReview } from './change-review.js';
import { drawnByWords } from './drawn-by-words.js';
import { onlyGrows } from './growing-list.js';
import { isEmpty, reviewFilling } from './fill-rules.js';
import { reviewNewSignatureField, reviewSigning } from './signature-field-rules.js';
import { numberOf } from './ways.js';

/** What the first signature of a file that has no form adds to. */
const NO_FORM: Form = { dictionary: new PdfDictionary(new Map()), fields: [] };

/** Fields are only added, signed, or filled while empty; the form around them stays. */
export function reviewForm(review: ChangeReview): void {
  const before = readForm(review.before) ?? NO_FORM;
  const after = readForm(review.after);
  if (before === NO_FORM && !after) return;
  if (!after) {
    review.refuse('form-changed');
    return;
  }
  reviewFields(review, before, after);
  reviewFormDictionary(review, before, after);
}

function reviewFormDictionary(review: ChangeReview, before: Form, after: Form): void {
  const own = numberOf(review.after.catalog.raw('AcroForm'));
  if (own !== null) review.hold(own, 'form');
  for (const { dictionary } of [before, after]) review.licences.grow(dictionary, 'Fields');
  review.explain(after.dictionary.raw('Fields'));
  const changed = new Set(differingKeys(before.dictionary, after.dictionary));
  for (const key of ['Fields', 'DR']) if (after.dictionary.entries.has(key)) changed.add(key);
  for (const key of changed) {
    if (!isHarmlessFormChange(review, key, { before, after })) review.refuse('form-changed', `(${key})`);
  }
}

type Forms = { readonly before: Form; readonly after: Form };

function isHarmlessFormChange(review: ChangeReview, key: string, { before, after }: Forms): boolean {
  const [old, now] = [before.dictionary.raw(key), after.dictionary.raw(key)];
  if (key === 'Fields') return onlyGrows(review.before.resolve(old), review.after.resolve(now));
  if (key === 'SigFlags') return integerOf(review.after.resolve(now)) !== null;
  if (key === 'DR') return review.isSame(old, now) || isMadeBySigner(review, { before, after });
  if (key === 'DA' || key === 'Q') return old === null && mayBringDefaults(review, before);
  return key === 'NeedAppearances' && !isDrawnByValue(review, before) && isUnasked(now);
}

const isUnasked = (value: PdfValue): boolean => value === null || value === false;

/** Whether readers draw filled fields by their values until now: afterwards they would show what was drawn for them. */
function isDrawnByValue(review: ChangeReview, { dictionary, fields }: Form): boolean {
  const isAsked = review.before.get(dictionary, 'NeedAppearances') === true;
  return isAsked && fields.some(({ type, value }) => type !== 'Sig' && !isEmpty(review.before, value));
}

/** How fields are written that do not say so themselves: what a save that signs says of it must not concern what is written already. */
function mayBringDefaults(review: ChangeReview, before: Form): boolean {
  return review.signatures.length > 0 && !drawnByWords(review.before, before).hasFields;
}

/** Only a save that signs may bring resources along, and none that something already written was waiting for. */
function isMadeBySigner(review: ChangeReview, { before, after }: Forms): boolean {
  if (namesAwaited(review, before, after)) return false;
  if (!resourcesOnlyGrow(review, before.dictionary.raw('DR'), after.dictionary.raw('DR'))) return false;
  for (const { dictionary } of [before, after]) review.licences.grow(dictionary, 'DR', 2);
  return review.signatures.length > 0;
}

/** A font that was named and not there: readers wrote with another one until now. */
function namesAwaited(review: ChangeReview, before: Form, after: Form): boolean {
  const old = resourceNames(review.before, before.dictionary.raw('DR'));
  const now = resourceNames(review.after, after.dictionary.raw('DR'));
  const added = [...now].filter((name) => !old.has(name));
  if (added.length === 0) return false;
  const { names } = drawnByWords(review.before, before);
  return added.some((name) => names === null || names.has(name.slice(name.indexOf('/') + 1)));
}

/** Each with its kind in front. */
function resourceNames(state: FileState, resources: PdfValue): ReadonlySet<string> {
  const kinds = [...(state.dictionary(resources)?.entries ?? [])];
  return new Set(
    kinds.flatMap(([kind, value]) =>
      [...(state.dictionary(value)?.entries.keys() ?? [])].map((name) => `${kind}/${name}`),
    ),
  );
}

/** Kinds of resources that no field is drawn with; signing tools put their pictures there, under one and the same name. */
const IDLE_RESOURCES: ReadonlySet<string> = new Set(['XObject', 'ProcSet']);

/** Fonts for fields may be added; those that were there stay what they were. */
function resourcesOnlyGrow(review: ChangeReview, before: PdfValue, after: PdfValue): boolean {
  review.explain(after);
  const [old, now] = [review.before.dictionary(before), review.after.dictionary(after)];
  if (!old || !now) return !old;
  return [...old.entries].every(([kind, value]) => {
    const kept = now.raw(kind);
    review.explain(kept);
    return IDLE_RESOURCES.has(kind) || namesOnlyGrow(review, value, kept);
  });
}

function namesOnlyGrow(review: ChangeReview, before: PdfValue, after: PdfValue): boolean {
  const [old, now] = [review.before.dictionary(before), review.after.dictionary(after)];
  if (!old || !now) return review.isSame(before, after);
  return differingKeys(old, now).every((name) => !old.entries.has(name));
}

function reviewFields(review: ChangeReview, before: Form, after: Form): void {
  const now = new Map(after.fields.map((field) => [field.name, field] as const));
  for (const old of before.fields) {
    const field = now.get(old.name);
    now.delete(old.name);
    if (field?.reference.number !== old.reference.number || field.type !== old.type || !hasSameWidgets(old, field)) {
      review.refuse('field-removed', `(${old.name})`);
    } else if (old.type === 'Sig') reviewSigning(review, old, field);
    else reviewFilling(review, old, field);
  }
  for (const field of now.values()) {
    if (field.type === 'Sig') reviewNewSignatureField(review, field);
    else review.refuse('field-added', `(${field.name})`);
  }
}

function hasSameWidgets(old: FormField, field: FormField): boolean {
  const numbers = (one: FormField): string => one.widgets.map(({ reference }) => reference.number).join();
  return numbers(old) === numbers(field);
}
