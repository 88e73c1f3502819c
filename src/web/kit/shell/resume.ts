import type { ResumeView } from '../resume-page.js';

/** Shorter values are choices, dates and numbers, which nobody would miss. */
const MIN_TEXT_LENGTH = 12;

interface Waiting {
  readonly action: string;
  readonly page: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly fileLost: boolean;
}

/**
 * A form that is sent once more.
 *
 * @param form null when none waits
 * @param isSamePlace whether the session acts in the same place as the page did
 */
export function resumeView(form: Waiting | null, isSamePlace: boolean): ResumeView {
  if (form === null) return { kind: 'nothing' };
  const texts = form.fields
    .map(({ value }) => value.trim())
    .filter((text) => text.length >= MIN_TEXT_LENGTH && /\s/u.test(text));
  const { action, page, fields, fileLost } = form;
  if (!isSamePlace) return { kind: 'otherPlace', texts };
  return { kind: 'ready', action, page, fields, texts, fileLost };
}
