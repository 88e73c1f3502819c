import { type CivilDate, yearOf } from '../../../kernel/civil-date.js';
import type { AgencyCalendar } from '../agency-calendar.js';
import { withShipped } from '../shipped/shipped-days.js';
import type { DayOff, MakeUpDay, Shift } from '../working-calendar.js';

/** What somebody wants to be different. Kept as the wish itself, so that it can be compared with whatever is in force by then. */
export type CalendarChange =
  | {
      /** Days read from a file. */
      readonly kind: 'days';
      /** `replaceYears` clears the years of the file first; `add` leaves other days of those years as they are. */
      readonly mode: 'replaceYears' | 'add';
      readonly years: readonly number[];
      readonly daysOff: readonly DayOff[];
      readonly makeUpDays: readonly MakeUpDay[];
      /** The agency's hours, when the file holds some. */
      readonly shifts: readonly Shift[] | null;
    }
  | {
      /** One day; neither off nor made up = a day like any other. */
      readonly kind: 'day';
      readonly date: CivilDate;
      readonly dayOff: DayOff | null;
      readonly makeUp: MakeUpDay | null;
    }
  | {
      /** Hours of a unit, or of the agency (null). A unit without shifts of its own takes those of the agency. */
      readonly kind: 'shifts';
      readonly unitId: string | null;
      readonly shifts: readonly Shift[];
    }
  | {
      /** 24/11, while it was a switch; no form asks for it any more. */
      readonly kind: 'cultureDay';
      readonly counted: boolean;
    }
  | {
      /** The calendar that ships now, where the agency still counts by what shipped before. */
      readonly kind: 'shipped';
    };

/** The calendar as it would be; its version and name stay those of the calendar it is compared with. */
export function withChange(calendar: AgencyCalendar, change: CalendarChange): AgencyCalendar {
  switch (change.kind) {
    case 'days':
      return withDays(calendar, change);
    case 'day':
      return {
        ...calendar,
        daysOff: inOrder([...without(calendar.daysOff, [change.date]), ...(change.dayOff ? [change.dayOff] : [])]),
        makeUpDays: inOrder([
          ...without(calendar.makeUpDays, [change.date]),
          ...(change.makeUp ? [change.makeUp] : []),
        ]),
      };
    case 'shifts':
      return withShifts(calendar, change);
    case 'cultureDay':
      return { ...calendar, cultureDay: change.counted };
    case 'shipped':
      return withShipped(calendar);
  }
}

function withDays(calendar: AgencyCalendar, change: CalendarChange & { kind: 'days' }): AgencyCalendar {
  const given = [...change.daysOff, ...change.makeUpDays].map(({ date }) => date);
  const kept = <T extends { readonly date: CivilDate }>(days: readonly T[]): readonly T[] =>
    change.mode === 'add' ? without(days, given) : days.filter(({ date }) => !change.years.includes(yearOf(date)));
  return {
    ...calendar,
    years: [...new Set([...calendar.years, ...change.years])].sort((a, b) => a - b),
    shifts: shiftsOf(calendar, change),
    daysOff: inOrder([...kept(calendar.daysOff), ...change.daysOff]),
    makeUpDays: inOrder([...kept(calendar.makeUpDays), ...change.makeUpDays]),
  };
}

/** Hours that a file with days only repeats keep what they rest on: a decision on holidays decides no hours. */
function shiftsOf({ shifts }: AgencyCalendar, change: CalendarChange & { kind: 'days' }): readonly Shift[] {
  if (change.shifts === null) return shifts;
  return change.years.length === 0 ? change.shifts : change.shifts.map((shift) => inForceAs(shift, shifts));
}

function inForceAs(given: Shift, inForce: readonly Shift[]): Shift {
  const hours = ({ validFrom, validTo, weekdays, intervals }: Shift): string =>
    JSON.stringify([validFrom, validTo, weekdays, intervals.map(({ from, to }) => [from, to])]);
  return inForce.find((shift) => hours(shift) === hours(given)) ?? given;
}

function withShifts(calendar: AgencyCalendar, change: CalendarChange & { kind: 'shifts' }): AgencyCalendar {
  const { unitId, shifts } = change;
  if (unitId === null) return { ...calendar, shifts };
  const others = Object.entries(calendar.unitShifts).filter(([id]) => id !== unitId);
  return { ...calendar, unitShifts: Object.fromEntries(shifts.length === 0 ? others : [...others, [unitId, shifts]]) };
}

function without<T extends { readonly date: CivilDate }>(
  days: readonly T[],
  dates: readonly CivilDate[],
): readonly T[] {
  return days.filter(({ date }) => !dates.includes(date));
}

function inOrder<T extends { readonly date: CivilDate }>(days: readonly T[]): readonly T[] {
  return days.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
}
