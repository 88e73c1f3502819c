import type { ReasonCode, Verdict } from '../../../src/signing/domain/verification/reasons.js';

/** A file as a sound tool writes it: accepted, or passed to a clerk with the true reason, and never sent back by itself. */
export interface SoundFile {
  readonly name: string;
  readonly verdict: Verdict;
  /** Told about it; null where there is nothing to tell. */
  readonly reason: ReasonCode | null;
  readonly make: () => Buffer;
}

export const accepted = (name: string, make: () => Buffer): SoundFile => ({
  name,
  verdict: 'valid',
  reason: null,
  make,
});

export const told = (
  name: string,
  [verdict, reason]: readonly [Verdict, ReasonCode],
  make: () => Buffer,
): SoundFile => ({
  name,
  verdict,
  reason,
  make,
});
