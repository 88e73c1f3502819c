import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.js';

/** What contradicts the seals of records; `unguarded`: the database no longer refuses to change or remove seals. */
export type RecordFlaw =
  | { readonly code: 'unguarded' }
  | { readonly code: 'chain-broken'; readonly seq: number }
  | { readonly code: 'end-differs'; readonly seq: number }
  /** The journal vouches for a seal that is not there, or is another. */
  | { readonly code: 'mark-differs'; readonly seq: number }
  | { readonly code: 'record-changed'; readonly kind: string; readonly id: string }
  /** It was changed past the program, and decided by the program since. */
  | { readonly code: 'record-was-changed'; readonly kind: string; readonly id: string }
  | { readonly code: 'record-missing'; readonly kind: string; readonly id: string }
  /** It is there, and nobody has ever sealed it. */
  | { readonly code: 'record-unsealed'; readonly kind: string; readonly id: string };

/** The act by which the journal vouches for all seals up to one, whose number and hash it says. */
export const MARK = 'record.seal';

/** The act by which the journal says that every record of a kind has a seal by now. */
export const ALL_SEALED = 'record.allSealed';

/** Ends the kind of a seal that tells of a row found other than it was last sealed. */
export const CHANGED_BEHIND = '/changed';

/** The hash of what a record says. */
export function factsHash(facts: object): string {
  return createHash('sha256').update(canonicalJson(facts)).digest('hex');
}

/** What the hash of a seal covers. */
export function saidBySeal({
  kind,
  id,
  sha256,
}: {
  readonly kind: string;
  readonly id: string;
  readonly sha256: string;
}): object {
  return { kind, id, sha256 };
}
