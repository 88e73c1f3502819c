import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import type { FormField } from '../../../../files/domain/pdf/form-fields.js';
import {
  integerOf,
  nameOf,
  PdfArray,
  PdfDictionary,
  type PdfValue,
  textOf,
} from '../../../../files/domain/pdf/values.js';
import type { ChangeReview } from './change-review.js';
import { choiceOffers } from './choice-offers.js';
import { refuseCovering, refuseUncovering } from './cover-rules.js';
import { changedKeys, explainAppearances, holdField, isTouched } from './field-objects.js';
import { showsOther } from './shown-value.js';

/** What a field may change when it is filled: its value, its appearance, and that it can be written in no more. */
const WRITING: ReadonlySet<string> = new Set(['V', 'AP', 'Ff']);
/** A choice may also say the place of what was chosen (`/I`). */
const CHOOSING: ReadonlySet<string> = new Set([...WRITING, 'I']);
/** A box only goes over to another of the appearances that it had when it was signed. */
const TICKING: ReadonlySet<string> = new Set(['V', 'AS']);

const READ_ONLY = 1;
const PUSH_BUTTON = 0x1_0000;

/** Fields are filled once, while they are empty, and show what they were filled with. */
export function reviewFilling(review: ChangeReview, old: FormField, field: FormField): void {
  if (!isTouched(review, field)) return;
  if (field.type === 'Btn') reviewTicking(review, old, field);
  else reviewWriting(review, old, field);
}

function reviewWriting(review: ChangeReview, old: FormField, field: FormField): void {
  const mayChange = { Tx: WRITING, Ch: CHOOSING }[field.type ?? ''];
  const value = textOf(review.after.resolve(field.value));
  const isFirstValue = isEmpty(review.before, old.value) && value !== null && value !== '';
  const isKept = changedKeys(old, field).every((key) => mayChange?.has(key)) && keepsFlags(review, old, field);
  if (!isFirstValue || !isKept || !isPlaceOfValue(review.after, field)) {
    review.refuse('field-changed', `(${field.name})`);
    return;
  }
  refuseCovering(review, field);
  if (showsOther(review.after, field)) review.refuse('field-shows-other', `(${field.name})`);
  explainAppearances(review, old, field);
  review.filled.push(field.name);
}

function reviewTicking(review: ChangeReview, old: FormField, field: FormField): void {
  const isKept = changedKeys(old, field).every((key) => TICKING.has(key));
  if (!isKept || !isUnticked(review.before, old) || !isTicked(review.after, field)) {
    review.refuse('field-changed', `(${field.name})`);
    return;
  }
  refuseCovering(review, field);
  refuseUncovering(review, old);
  holdField(review, field);
  review.filled.push(field.name);
}

const stateOf = (state: FileState, widget: PdfDictionary): string => nameOf(state.get(widget, 'AS')) ?? 'Off';

function isUnticked(state: FileState, field: FormField): boolean {
  const value = state.resolve(field.value);
  const isOff = value === null || nameOf(value) === 'Off';
  const isPushed = (flagsOf(state, field) & PUSH_BUTTON) !== 0;
  return isOff && !isPushed && field.widgets.every(({ dictionary }) => stateOf(state, dictionary) === 'Off');
}

/** Every place that offers what was chosen shows it, at least one does, and the others show nothing. */
function isTicked(state: FileState, field: FormField): boolean {
  const chosen = nameOf(state.resolve(field.value)) ?? 'Off';
  const offers = ({ dictionary }: FormField['widgets'][number]): boolean => {
    const appearances = state.resolve(state.dictionary(dictionary.raw('AP'))?.raw('N') ?? null);
    return appearances instanceof PdfDictionary && appearances.entries.has(chosen);
  };
  const isTold = field.widgets.every(
    (widget) => stateOf(state, widget.dictionary) === (offers(widget) ? chosen : 'Off'),
  );
  return chosen !== 'Off' && isTold && field.widgets.some(offers);
}

/** Whether the place that a choice says, if any, is that of its value among what is offered. */
function isPlaceOfValue(state: FileState, field: FormField): boolean {
  const places = state.get(field.dictionary, 'I');
  if (places === null) return true;
  const [place = null, more] = places instanceof PdfArray ? places.items : [];
  const offer = choiceOffers(state, field)[integerOf(place) ?? -1];
  return more === undefined && offer !== undefined && offer.value === textOf(state.resolve(field.value));
}

function keepsFlags(review: ChangeReview, old: FormField, field: FormField): boolean {
  const changed = flagsOf(review.before, old) ^ flagsOf(review.after, field);
  return changed === 0 || (changed === READ_ONLY && (flagsOf(review.after, field) & READ_ONLY) !== 0);
}

export function isEmpty(state: FileState, value: PdfValue): boolean {
  const resolved = state.resolve(value);
  return resolved === null || textOf(resolved) === '';
}

function flagsOf(state: FileState, field: FormField): number {
  return integerOf(state.get(field.dictionary, 'Ff')) ?? 0;
}
