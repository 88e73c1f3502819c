import { z } from 'zod';
import { heldBackSentence } from '../presenters/redaction.js';

/** Ticked by who has looked at what may be private in a text and sends it as it is. */
export function verbatim(): z.ZodType<boolean> {
  return z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined);
}

/**
 * Holds a form back once when the words the citizen will read seem to name something private; to be given to `superRefine`.
 *
 * @param field the field with the words
 * @param goesOut whether this form sends them; always, where left out
 */
export function lookedAt<
  Field extends string,
  Form extends Readonly<Record<Field, string>> & { readonly verbatim: boolean },
>(field: Field, goesOut: (form: Form) => boolean = () => true): (form: Form, context: z.RefinementCtx) => void {
  return (form, context) => {
    const message = form.verbatim || !goesOut(form) ? null : heldBackSentence(form[field]);
    if (message !== null) context.addIssue({ code: 'custom', path: [field], message });
  };
}
