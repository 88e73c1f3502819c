import type { Flaw } from './policy-draft.js';

/** The flaw of a field, where it has one. */
export function flaw(field: string, isFlawed: boolean, sentence: string): readonly Flaw[] {
  return isFlawed ? [{ field, sentence }] : [];
}

export function isWholeBetween(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most;
}
