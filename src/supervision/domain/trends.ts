import { addDays, DAY_MS, mondayOf, yearOf, type CivilDate } from '../../kernel/civil-date.js';
import type { DayCount } from '../../tickets/domain/day-count.js';

/** So many weeks stand in the chart of arrivals and answers, the one under way included. Source: ours. */
export const WEEKS_SHOWN = 12;

/** Waiting times by which open tickets are grouped, in days since they were received; the last group has no end. Source: ours. */
const AGES = [0, 6, 11, 21, 31] as const;

export interface WeekCount {
  /** Monday and Sunday. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** As calendars number weeks, from 1. */
  readonly no: number;
  readonly received: number;
  readonly answered: number;
}

export interface AgeCount {
  /** In days since receipt, both counted; no end of the last group. */
  readonly youngest: number;
  readonly oldest: number | null;
  /** The days of receipt behind it; no beginning of the last group. */
  readonly from: CivilDate | null;
  readonly to: CivilDate;
  readonly held: number;
}

/** The Monday of the first week of the chart. */
export function firstDayOfTrends(today: CivilDate): CivilDate {
  return addDays(mondayOf(today), -7 * (WEEKS_SHOWN - 1));
}

/** What came and what was answered in each week, the oldest first; a week of which no day is known counts nought. */
export function weeksOf(days: readonly DayCount[], today: CivilDate): readonly WeekCount[] {
  const first = firstDayOfTrends(today);
  return Array.from({ length: WEEKS_SHOWN }, (_, week) => {
    const from = addDays(first, 7 * week);
    const to = addDays(from, 6);
    const within = days.filter(({ day }) => day >= from && day <= to);
    return {
      from,
      to,
      no: weekOf(from),
      received: within.reduce((sum, { received }) => sum + received, 0),
      answered: within.reduce((sum, { answered }) => sum + answered, 0),
    };
  });
}

/** How long the open tickets have waited; one that is entered with a later day than today has waited no day. */
export function agesOf(days: readonly DayCount[], today: CivilDate): readonly AgeCount[] {
  return AGES.map((youngest, at) => {
    const next = AGES[at + 1];
    const oldest = next === undefined ? null : next - 1;
    const held = days.reduce((sum, { day, stillOpen }) => {
      const age = ageOf(day, today);
      return age >= youngest && (oldest === null || age <= oldest) ? sum + stillOpen : sum;
    }, 0);
    return {
      youngest,
      oldest,
      from: oldest === null ? null : addDays(today, -oldest),
      to: addDays(today, -youngest),
      held,
    };
  });
}

/** The day of receipt of the oldest open ticket, and how many days ago it was; null where none is open. */
export function longestWait(
  days: readonly DayCount[],
  today: CivilDate,
): { readonly since: CivilDate; readonly days: number } | null {
  const waiting = days.filter(({ stillOpen }) => stillOpen > 0).map(({ day }) => day);
  const [since] = waiting.sort();
  return since === undefined ? null : { since, days: ageOf(since, today) };
}

function ageOf(day: CivilDate, today: CivilDate): number {
  return Math.max(0, (Date.parse(today) - Date.parse(day)) / DAY_MS);
}

/** The week of a Monday: the first of a year is the one with its first Thursday (ISO 8601). */
function weekOf(monday: CivilDate): number {
  const thursday = addDays(monday, 3);
  const first = Date.parse(`${String(yearOf(thursday))}-01-01`);
  return Math.floor((Date.parse(thursday) - first) / (7 * DAY_MS)) + 1;
}
