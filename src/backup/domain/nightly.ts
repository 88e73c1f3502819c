import { addDays, civilDateOf, instantOf, minuteOfDay } from '../../kernel/civil-date.js';

/** `2026-03-18T02-00-00-000Z`: sorted by time, and a name on every disk. */
export function backupName(moment: Date): string {
  return moment.toISOString().replaceAll(/[:.]/gu, '-');
}

/** When a backup was taken, by its name; null for a folder that is not one. */
export function takenAtOf(name: string): Date | null {
  const parts = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3}Z)$/u.exec(name);
  return parts ? new Date(`${parts[1] ?? ''}:${parts[2] ?? ''}:${parts[3] ?? ''}.${parts[4] ?? ''}`) : null;
}

/**
 * Whether the backup of the last night is still to be made.
 *
 * @param newest when the newest whole backup was taken; null before the first
 * @param atMinute of the day in Việt Nam, from which it is due
 */
export function isBackupDue(now: Date, newest: Date | null, atMinute: number): boolean {
  const today = civilDateOf(now);
  const day = minuteOfDay(now) >= atMinute ? today : addDays(today, -1);
  return newest === null || newest < instantOf(day, atMinute);
}

/** A day, and the hours within which a run that failed is made good. */
const OLD_MS = 36 * 60 * 60_000;

/** Whether so long ago that an administrator must look. */
export function isBackupOld(now: Date, newest: Date | null): boolean {
  return newest === null || now.getTime() - newest.getTime() > OLD_MS;
}

/** A backup put back for trial, and whether it proved itself. */
export interface Rehearsal {
  readonly at: Date;
  readonly passed: boolean;
  /** When one was last opened and proved itself: an encrypted one can only be read without an identity. Null: never, or not with the recipients of today. */
  readonly openedAt: Date | null;
}

/** Six and a half days, so that a weekly one keeps to its night; what failed is tried the next night. */
const REHEARSED_AGAIN_MS = { passed: 156 * 60 * 60_000, failed: 20 * 60 * 60_000 };
/** Three weeks of nights that passed without one. */
const UNREHEARSED_MS = 21 * 24 * 60 * 60_000;

/** Whether the newest backup is to be put back for trial. */
export function isRehearsalDue(now: Date, newest: Date | null, last: Rehearsal | null): boolean {
  if (newest === null || last === null) return newest !== null;
  const pause = last.passed ? REHEARSED_AGAIN_MS.passed : REHEARSED_AGAIN_MS.failed;
  return now.getTime() - last.at.getTime() >= pause;
}

/** Whether no recent rehearsal shows that the backups can be restored. */
export function isUnrehearsed(now: Date, last: Rehearsal | null): boolean {
  return last === null || !last.passed || now.getTime() - last.at.getTime() > UNREHEARSED_MS;
}

/** Half a year: so often the holder of a secret key opens an encrypted backup. */
const UNOPENED_MS = 183 * 24 * 60 * 60_000;

/** Whether no encrypted backup was opened lately, so that its secret key may be lost. */
export function isUnopened(now: Date, last: Rehearsal | null): boolean {
  const opened = last?.openedAt ?? null;
  return opened === null || now.getTime() - opened.getTime() > UNOPENED_MS;
}
