/** A posted form that was refused. */
export interface RefusedFields {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly sentence: string;
}

/** A note that was refused: what was typed, and why. */
export interface RefusedNote {
  readonly text: string;
  readonly audience: string;
  readonly field: string;
  readonly sentence: string;
  /** Whether the sentence is about the files that came with it. */
  readonly ofFiles: boolean;
}

export function refusedNote(form: (RefusedFields & { readonly field: string | null }) | null): RefusedNote | null {
  if (!form) return null;
  const { text, audience, field } = form.fields;
  return {
    text: textOf(text),
    audience: textOf(audience),
    field: textOf(field),
    sentence: form.sentence,
    ofFiles: form.field === 'files',
  };
}

function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}
