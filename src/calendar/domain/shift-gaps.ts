import { addDays, type CivilDate, civilDate, nextDay } from '../../kernel/civil-date.js';
import type { Shift } from './working-calendar.js';

/** A run of days, both included. */
export interface DayRun {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * The runs of declared days on which no shift is in force. The office never opens there, so every limit would jump over
 * them without a word.
 *
 * @param years declared ones, ascending
 */
export function shiftGaps(years: readonly number[], shifts: readonly Shift[]): readonly DayRun[] {
  const opening = shifts
    .filter(({ weekdays, intervals }) => weekdays.length > 0 && intervals.length > 0)
    .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  return runsOf(years).flatMap((run) => without(run, opening));
}

/** Years that follow one another are one run: a gap over New Year is one gap. */
function runsOf(years: readonly number[]): readonly DayRun[] {
  const firsts = years.filter((year) => !years.includes(year - 1));
  return firsts.map((first) => {
    let last = first;
    while (years.includes(last + 1)) last += 1;
    return { from: civilDate(`${first}-01-01`), to: civilDate(`${last}-12-31`) };
  });
}

function without(run: DayRun, shifts: readonly Shift[]): readonly DayRun[] {
  const gaps: DayRun[] = [];
  let day = run.from;
  for (const { validFrom, validTo } of shifts) {
    if (validFrom > run.to) break;
    if (day < validFrom) gaps.push({ from: day, to: addDays(validFrom, -1) });
    if (validTo === null) return gaps;
    if (day <= validTo) day = nextDay(validTo);
  }
  return day <= run.to ? [...gaps, { from: day, to: run.to }] : gaps;
}
