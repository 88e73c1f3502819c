import { DAY_MS } from '../../kernel/civil-date.js';

/**
 * What is compared: nothing from before `from`. From `settled` on, what may still be on its way is left out: our acknowledgement, a receipt, what the
 * e-office has not listed yet. What it has of us and we do not is no such thing, however new: we write down first, and then acknowledge, send and mirror.
 */
export interface Window {
  readonly from: Date;
  readonly settled: Date;
}

export function isWithin(at: Date, { from, settled }: Window): boolean {
  return at >= from && at < settled;
}

/** What is compared by itself reaches back a week: longer than any weekend with a holiday before it, and short enough to be asked each day. */
const REACH_MS = 7 * DAY_MS;
/** Overlap with the last comparison, for messages that were on their way then. */
const OVERLAP_MS = DAY_MS;
/** What is younger may be on its way: a poll, a retry, an acknowledgement. */
const ON_ITS_WAY_MS = 10 * 60_000;
/** A comparison that did not end in that time belonged to a process that was killed. */
const MAX_RUN_MS = 30 * 60_000;

/** @param asked where a person wants it to begin; left out: a week ago, or a day before the last comparison that ended, whichever is earlier */
export function windowOf(now: Date, lastDone: Date | null, asked?: Date): Window {
  const week = now.getTime() - REACH_MS;
  const since = lastDone === null ? week : Math.min(week, lastDone.getTime() - OVERLAP_MS);
  return { from: asked ?? new Date(since), settled: new Date(now.getTime() - ON_ITS_WAY_MS) };
}

/** The window compared when a process starts: the last comparison that ended, and what was on its way then. @returns null where nothing was ever exchanged */
export function tailOf(now: Date, lastDone: Date | null, first: Date | null): Window | null {
  if (first === null) return null;
  const since = lastDone === null ? first : new Date(lastDone.getTime() - OVERLAP_MS);
  return { from: since, settled: new Date(now.getTime() - ON_ITS_WAY_MS) };
}

/** Once a day. */
export function isComparisonDue(now: Date, lastDone: Date | null): boolean {
  return lastDone === null || now.getTime() - lastDone.getTime() >= DAY_MS;
}

export function isAbandoned(now: Date, startedAt: Date): boolean {
  return now.getTime() - startedAt.getTime() > MAX_RUN_MS;
}

/** How far the e-office's clock is from ours, so that the way of question and answer counts half; milliseconds, positive where theirs is ahead. */
export function skewOf(asked: Date, answered: Date, serverTime: Date): number {
  return serverTime.getTime() - (asked.getTime() + answered.getTime()) / 2;
}

/** Above this the clerk is told: minutes decide whether a letter was in time. */
export const SKEW_TOLD_MS = 60_000;
