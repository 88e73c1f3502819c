import { type CivilDate, weekdayOf } from '../../../kernel/civil-date.js';
import { weekdayWords } from './moment-words.js';
import { dayOffOn, type WorkingCalendar } from '../working-calendar.js';

/**
 * One line by which a person re-counts a deadline. In a day limit `from` and `to` are civil dates, both included, and
 * `counted` is in days; in an hour limit they are instants in ISO 8601 with +07:00, the end exclusive, and `counted`
 * is in minutes. The lines leave no gap, and their `counted` add up to the limit.
 */
export interface ProofLine {
  readonly from: string;
  readonly to: string;
  readonly counted: number;
  readonly reason: string;
}

/** A deadline and why it is that one. */
export interface Deadline {
  /** What people work towards: the close of the office on the last day, or the moment itself of an hour limit. */
  readonly due: Date;
  /** After this it is late: 23:59:59 of the last day, or the moment itself of an hour limit. */
  readonly legalEnd: Date;
  readonly proof: readonly ProofLine[];
}

/** One day weighed. Neighbours with the same `run` become one line; without one, a day keeps its own line and number. */
export interface WeighedDay {
  readonly day: CivilDate;
  readonly counted: 0 | 1;
  readonly reason: string;
  readonly run?: string;
}

/** Runs of equal days folded: Saturday and Sunday become one line `Thứ Bảy, Chủ Nhật`. */
export function foldDays(days: readonly WeighedDay[]): readonly ProofLine[] {
  const runs: [WeighedDay, ...WeighedDay[]][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && day.run !== undefined && run[0].run === day.run) run.push(day);
    else runs.push([day]);
  }
  return runs.map((run) => ({
    from: run[0].day,
    to: run.at(-1)?.day ?? run[0].day,
    counted: run.reduce((sum, { counted }) => sum + counted, 0),
    reason: distinct(run.map(({ reason }) => reason)),
  }));
}

/** Each reason once, in order. */
export function distinct(reasons: readonly string[]): string {
  return reasons.length === 1 ? (reasons[0] ?? '') : [...new Set(reasons)].join(', ');
}

/** Why the office is closed on a day: the holiday's name, the day of rest, or that no shift is set. */
export function closedReason(day: CivilDate, calendar: WorkingCalendar): Pick<WeighedDay, 'reason' | 'run'> {
  const dayOff = dayOffOn(day, calendar);
  if (dayOff !== undefined) return { reason: dayOff.name, run: dayOff.name };
  if (weekdayOf(day) >= 6) return { reason: weekdayWords(day), run: 'weeklyRest' };
  return { reason: 'Không có ca làm việc', run: 'noShift' };
}
