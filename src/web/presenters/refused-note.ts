import type { RefusedNote } from './ticket.js';

/** A posted form that was refused. */
export interface RefusedFields {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly sentence: string;
}

export function refusedNote(form: RefusedFields | null): RefusedNote | null {
  if (!form) return null;
  const { text, audience } = form.fields;
  return { text: textOf(text), audience: textOf(audience), sentence: form.sentence };
}

function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}
