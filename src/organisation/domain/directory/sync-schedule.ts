import { civilDateOf, instantOf } from '../../../kernel/civil-date.js';
import type { RunKind } from './directory-run.js';

const MINUTE_MS = 60_000;

/** After a failure the next try waits so long. */
const REST_MS = 30 * MINUTE_MS;

/** When staff is brought up to date without being asked; null: never. */
export interface SyncSchedule {
  /** Minutes of the day, in Vietnam, at which everybody is read. */
  readonly fullAt: number | null;
  /** Minutes between readings of what changed. */
  readonly deltaMinutes: number | null;
}

export interface PastRuns {
  /** When the last run of the kind began that gave a plan, whether or not it was carried out. */
  readonly lastFull: Date | null;
  readonly lastAny: Date | null;
  readonly lastFailed: Date | null;
}

/** Which run its time has come for; null for none. */
export function dueRun({ fullAt, deltaMinutes }: SyncSchedule, past: PastRuns, now: Date): RunKind | null {
  if (past.lastFailed !== null && isWithin(past.lastFailed, now, REST_MS)) return null;
  if (fullAt !== null && isFullDue(fullAt, past.lastFull, now)) return 'full';
  if (deltaMinutes === null || past.lastFull === null) return null;
  return past.lastAny !== null && isWithin(past.lastAny, now, deltaMinutes * MINUTE_MS) ? null : 'delta';
}

function isFullDue(fullAt: number, lastFull: Date | null, now: Date): boolean {
  const today = instantOf(civilDateOf(now), fullAt);
  return now >= today && (lastFull === null || lastFull < today);
}

function isWithin(moment: Date, now: Date, ms: number): boolean {
  return now.getTime() - moment.getTime() < ms;
}
