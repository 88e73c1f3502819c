import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import type { FormField } from '../../../../files/domain/pdf/form-fields.js';
import { PdfArray, textOf } from '../../../../files/domain/pdf/values.js';

/** One of the things that a field lets people choose from. */
export interface ChoiceOffer {
  /** What becomes the value. */
  readonly value: string | null;
  /** What people see. */
  readonly label: string | null;
}

/** What a field offers (`/Opt`), in its order. */
export function choiceOffers(state: FileState, field: FormField): readonly ChoiceOffer[] {
  const offers = state.get(field.dictionary, 'Opt');
  return (offers instanceof PdfArray ? offers.items : []).map((item) => {
    const offer = state.resolve(item);
    const [value = null, label = value] = offer instanceof PdfArray ? offer.items : [offer];
    return { value: textOf(state.resolve(value)), label: textOf(state.resolve(label)) };
  });
}
