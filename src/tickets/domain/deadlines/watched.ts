/** What is watched of the tickets that the citizen still waits for, as they stand now. */
export const WATCHED_NOW = [
  'inTime',
  'overdue',
  'notAccepted',
  'silent',
  'stuckInExchange',
  'signatureFailed',
  'reopened',
] as const;

/** What is watched of the answers that were given in a period. */
export const WATCHED_ANSWERS = ['answeredInTime', 'answeredLate', 'rated', 'dissatisfied'] as const;

export const WATCHED = [...WATCHED_NOW, ...WATCHED_ANSWERS] as const;

/** A sort of tickets that supervision counts, and lists by the same condition. */
export type Watched = (typeof WATCHED)[number];

/** The moments against which tickets are held. */
export interface WatchMoments {
  readonly now: Date;
  /** A lead unit that has written nothing since then is silent. */
  readonly silentSince: Date;
  /** What was to leave by a job enqueued before then and has not left is stuck. */
  readonly stuckSince: Date;
  /** Answers from then on, and before `answeredBefore`. */
  readonly answeredFrom: Date;
  readonly answeredBefore: Date;
}

/** A rating of this many stars or fewer is dissatisfied. */
export const DISSATISFIED_STARS = 2;

export function isWatchedNow(what: Watched): boolean {
  return WATCHED_NOW.some((one) => one === what);
}
