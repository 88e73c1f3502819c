/** Thrown by a check that found the peer to break the contract. The sentence is for the vendor's people. */
export class Failed extends Error {}

/** Thrown by a check that cannot be made here; says what it would need. */
export class Skipped extends Error {}

export interface Check {
  /** Stays the same over versions of the suite: `LOOP-03`. */
  readonly id: string;
  /** The clause of contract/README.md that it holds the peer to. */
  readonly clause: string;
  readonly title: string;
  /** @throws Failed · Skipped */
  readonly run: () => Promise<void>;
}

/** @throws Failed with the sentence unless the condition holds */
export function requireThat(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Failed(sentence);
}

/** What a check needs and an earlier one should have found. @throws Skipped when it did not */
export function needed<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Skipped(`Chưa thử được vì ${what}.`);
  return found;
}
