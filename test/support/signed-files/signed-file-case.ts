import type { ReasonCode, Verdict } from '../../../src/signing/domain/verification/reasons.js';

/** Kinds of files as the literature on attacks names them; `good` and `unsigned` are what nobody attacked. */
export type SignedFileClass =
  | 'good'
  | 'unsigned'
  | 'isa'
  | 'shadow-hide'
  | 'shadow-replace'
  | 'shadow-hide-and-replace'
  | 'shared-container'
  | 'swa'
  | 'byte-range'
  | 'usf'
  | 'signature-value'
  | 'form-fill'
  | 'field-look'
  | 'doc-mdp'
  | 'field-mdp'
  | 'annotation'
  | 'eaa'
  | 'ssa'
  | 'security-store'
  | 'cms'
  | 'trust'
  | 'timestamp'
  | 'malformed';

/** One file of the catalogue with what must be said of it. */
export interface SignedFileCase {
  readonly class: SignedFileClass;
  readonly name: string;
  readonly verdict: Verdict;
  /** Must be among the reasons; null where nothing may be said against or about the file. */
  readonly reason: ReasonCode | null;
  readonly make: () => Buffer;
}

export type BadRow = readonly [name: string, verdict: Verdict, reason: ReasonCode, make: () => Buffer];
export type GoodRow = readonly [name: string, make: () => Buffer];

export function badFiles(kind: SignedFileClass, rows: readonly BadRow[]): SignedFileCase[] {
  return rows.map(([name, verdict, reason, make]) => ({ class: kind, name, verdict, reason, make }));
}

export function goodFiles(rows: readonly GoodRow[]): SignedFileCase[] {
  return rows.map(([name, make]) => ({ class: 'good', name, verdict: 'valid', reason: null, make }));
}
