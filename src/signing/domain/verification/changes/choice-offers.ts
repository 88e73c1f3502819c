import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import type { FormField } from '../../../../files/domain/pdf/form-fields.js';
import { PdfArray, textOf } from '../../../../files/domain/pdf/values.js';

/** One of the things that a field lets people choose from. */
export interface ChoiceOffer {
  /** What becomes the value. */
  readonly meant: string | null;
  /** What people see. */
  readonly said: string | null;
}

/** What a field offers (`/Opt`), in its order. */
export function choiceOffers(state: FileState, field: FormField): readonly ChoiceOffer[] {
  const offers = state.get(field.dictionary, 'Opt');
  return (offers instanceof PdfArray ? offers.items : []).map((item) => {
    const offer = state.resolve(item);
    const [meant = null, said = meant] = offer instanceof PdfArray ? offer.items : [offer];
    return { meant: textOf(state.resolve(meant)), said: textOf(state.resolve(said)) };
  });
}
