import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import type { FormField } from '../../../../files/domain/pdf/form-fields.js';
import { drawAppearance } from '../../../../files/domain/pdf/page-drawing.js';
import { type PdfDictionary, type PdfStream, textOf } from '../../../../files/domain/pdf/values.js';
import { choiceOffers } from './choice-offers.js';
import { appearancesOf } from './cover-rules.js';
import { writtenIn } from './written-appearance.js';

/**
 * Whether a field that was filled shows something other than its value: people read the one, programs the other. Its digits
 * must be shown, and no others; letters are not compared, for fonts need not say which they are, but some must be seen.
 *
 * @throws PdfMalformed when what draws the field cannot be followed
 */
export function showsOther(state: FileState, field: FormField): boolean {
  const wanted = wordsWanted(state, field);
  return field.widgets.some(({ dictionary }) => !isShown(state, dictionary, wanted));
}

function isShown(state: FileState, widget: PdfDictionary, wanted: string): boolean {
  const faces = state.dictionary(widget.raw('AP'));
  const kinds = [...(faces?.entries.keys() ?? [])];
  if (kinds.some((kind) => kind !== 'N')) return false;
  const appearanceTexts = appearancesOf(state, widget).map((appearance) => writtenIn(state, appearance, widget));
  const isBlank = appearanceTexts.every((written) => written === '');
  if (isBlank && (wanted.trim() === '' || isDrawnByReaders(state))) return true;
  return (
    appearanceTexts.length > 0 &&
    appearanceTexts.every((written) => Boolean(written) && digitsIn(written ?? '') === digitsIn(wanted))
  );
}

/** Readers draw fields by their values where the form asks them to. */
function isDrawnByReaders(state: FileState): boolean {
  const form = state.dictionary(state.catalog.raw('AcroForm'));
  return form !== null && state.get(form, 'NeedAppearances') === true;
}

/** What people should see: the value, or the words that a choice offers for it. */
function wordsWanted(state: FileState, field: FormField): string {
  const value = textOf(state.resolve(field.value)) ?? '';
  return choiceOffers(state, field).find((offer) => offer.value === value)?.label ?? value;
}

/** The digits of a field's value. */
export function digitsOfValue(state: FileState, field: FormField): string {
  return digitsIn(textOf(state.resolve(field.value)) ?? '');
}

/** The digits that each appearance of a field draws; empty where a font does not say which they are. @throws PdfMalformed */
export function digitsShown(state: FileState, field: FormField): readonly string[] {
  return field.widgets
    .flatMap(({ dictionary }) => appearancesOf(state, dictionary))
    .map((appearance) => digitsIn(textShown(state, appearance)));
}

function textShown(state: FileState, appearance: PdfStream): string {
  let text = '';
  drawAppearance(state, appearance, {
    text: ({ bytes, font }) => {
      text += font.textOf(bytes);
    },
    path: () => undefined,
  });
  return text;
}

function digitsIn(text: string): string {
  return text.replace(/\D/gu, '');
}
