import type { RefusedFields } from './refused-note.js';

/** A posted form that was refused: to which action, and beside which field the sentence belongs. */
export interface RefusedAct extends RefusedFields {
  readonly action: string;
  readonly field: string | null;
}

/** What a form is drawn with after it was refused; empty for any other form. */
export interface RefusedValues {
  /** Whether this form was refused a moment ago. */
  readonly refused: boolean;
  /** What was typed into a field. */
  readonly value: (name: string) => string | undefined;
  readonly values: (name: string) => readonly string[] | undefined;
  /** The sentence, at the field it is about. */
  readonly error: (name: string) => string | null;
  /** The sentence, when it is about no field of the form. */
  readonly whole: (...names: readonly string[]) => string | null;
}

export function refusedValues(refused: RefusedAct | null, action: string): RefusedValues {
  const mine = refused?.action === action ? refused : null;
  const field = mine?.field ?? null;
  const posted = (name: string): readonly string[] | undefined => {
    const value = mine?.fields[name];
    return value === undefined ? undefined : [value].flat();
  };
  return {
    refused: mine !== null,
    value: (name) => posted(name)?.[0],
    values: posted,
    error: (name) => (mine !== null && field === name ? mine.sentence : null),
    whole: (...names) => (mine !== null && (field === null || !names.includes(field)) ? mine.sentence : null),
  };
}
