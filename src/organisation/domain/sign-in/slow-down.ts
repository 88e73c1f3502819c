/**
 * Wrong tries slow down their author and lock nobody out. An attacker slows only the own address and, for the account that is
 * attacked, devices on which nobody has ever signed in to it; a device on which the person signed in before has a counter of its own. A `watch` counts
 * wrong tries at something from anywhere and makes nobody wait.
 *
 * Source: OWASP ASVS 5.0, 6.1.1 and 6.3.1 (guessing is slowed down; nobody is locked out on purpose).
 */
export type CounterKind = 'device' | 'account' | 'address' | 'watch';

/** One counter: how many wrong tries in a row of time, and when the last was. */
export interface Counter {
  readonly failures: number;
  readonly lastAt: Date;
}

/** Tries before the first wait: a person mistypes; behind one address may sit a whole office. */
const FREE: Readonly<Record<CounterKind, number>> = {
  device: 5,
  account: 5,
  address: 20,
  watch: Number.POSITIVE_INFINITY,
};

const FIRST_WAIT_MS = 5_000;
const MAX_WAIT_MS = 15 * 60_000;

/** After so long without a wrong try a counter starts again. */
export const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/** Which counters a try counts in. A device that is known to the account answers for itself alone. */
export function countersOf(isKnownDevice: boolean): readonly Exclude<CounterKind, 'watch'>[] {
  return isKnownDevice ? ['device'] : ['account', 'address'];
}

/** How many wrong tries still count at a moment. */
export function failuresAt(counter: Counter | null, now: Date): number {
  if (counter === null || now.getTime() - counter.lastAt.getTime() > FORGOTTEN_AFTER_MS) return 0;
  return counter.failures;
}

/**
 * Milliseconds until the next try is checked; 0 for at once. After the free tries each wrong one doubles the wait, from five
 * seconds to a quarter of an hour. When the clock was set back the wait starts again, and is no longer than that.
 */
export function waitOf(kind: CounterKind, counter: Counter | null, now: Date): number {
  const beyond = failuresAt(counter, now) - FREE[kind];
  if (counter === null || beyond < 0) return 0;
  const waitMs = Math.min(FIRST_WAIT_MS * 2 ** Math.min(beyond, 20), MAX_WAIT_MS);
  const passedMs = Math.max(0, now.getTime() - counter.lastAt.getTime());
  return Math.max(0, waitMs - passedMs);
}

/** How many wrong tries at one account a directory is to see in a row of time; it locks the account itself after some more. */
export interface DirectoryPatience {
  /** From devices that the account does not know; one that it knows has one more. */
  readonly tries: number;
  /** After so long without a wrong try the directory forgets, and so do we. */
  readonly windowMs: number;
}

/** How many wrong tries the directory still remembers at a moment. */
export function failuresAtDirectory(counter: Counter | null, now: Date, { windowMs }: DirectoryPatience): number {
  return counter === null || now.getTime() - counter.lastAt.getTime() >= windowMs ? 0 : counter.failures;
}

/**
 * How many milliseconds the directory is not asked about an account; 0 when it may be asked at once. One try more is left for devices that the account knows:
 * an attacker elsewhere uses up the others, and the person still gets in at their own desk.
 */
export function directoryRestOf(
  counter: Counter | null,
  now: Date,
  { patience, isKnownDevice }: { readonly patience: DirectoryPatience; readonly isKnownDevice: boolean },
): number {
  const most = isKnownDevice ? patience.tries + 1 : patience.tries;
  if (counter === null || failuresAtDirectory(counter, now, patience) < most) return 0;
  return patience.windowMs - Math.max(0, now.getTime() - counter.lastAt.getTime());
}
