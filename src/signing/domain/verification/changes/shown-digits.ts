import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import type { FormField } from '../../../../files/domain/pdf/form-fields.js';
import { drawLook } from '../../../../files/domain/pdf/page-drawing.js';
import { type PdfStream, textOf } from '../../../../files/domain/pdf/values.js';
import { looksOf } from './cover-rules.js';

/**
 * Whether a field shows a number other than its value: people read the one, programs the other. Letters are not compared,
 * for fonts need not say which they are.
 *
 * @throws PdfMalformed when what draws the field cannot be followed
 */
export function showsOtherDigits(state: FileState, field: FormField): boolean {
  const value = digitsHeld(state, field);
  return digitsShown(state, field).some((digits) => digits !== '' && digits !== value);
}

/** The digits of a field's value. */
export function digitsHeld(state: FileState, field: FormField): string {
  return digitsIn(textOf(state.resolve(field.value)) ?? '');
}

/** The digits that each look of a field draws; empty where a font does not say which they are. @throws PdfMalformed */
export function digitsShown(state: FileState, field: FormField): readonly string[] {
  return field.widgets
    .flatMap(({ dictionary }) => looksOf(state, dictionary))
    .map((look) => digitsIn(textShown(state, look)));
}

function textShown(state: FileState, look: PdfStream): string {
  let text = '';
  drawLook(state, look, {
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
