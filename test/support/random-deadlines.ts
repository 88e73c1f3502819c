/** Calendars, starts, limits and pauses at random, crowded where counting goes wrong. */
import fc from 'fast-check';

import type { Pause } from '../../src/calendar/domain/pauses.js';
import type {
  DayOff,
  Interval,
  MakeUpDay,
  Shift,
  WorkingCalendar,
} from '../../src/calendar/domain/working-calendar.js';
import { type CivilDate, civilDate, type Weekday } from '../../src/kernel/civil-date.js';
import type { LimitUnit } from '../../src/law/limit.js';
import type { SlowQuestion } from './slow-deadline.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 1440 * MINUTE;
const ORIGIN = Date.parse('2025-09-01T00:00:00+07:00');
/** Questions begin within these days, which hold two year ends; a limit may run on for weeks behind them. */
const START_DAYS = 520;
const CALENDAR_DAYS = 640;

const dayAt = (offset: number): CivilDate =>
  civilDate(new Date(ORIGIN + 7 * 60 * MINUTE + offset * DAY).toISOString().slice(0, 10));
const offsetOf = (date: string): number => (Date.parse(`${date}T00:00:00+07:00`) - ORIGIN) / DAY;

const YEAR_ENDS = ['2025-12-29', '2025-12-31', '2026-01-01', '2026-01-02', '2026-12-31', '2027-01-01'].map(offsetOf);
const SEASON_TURNS = ['2025-10-31', '2025-11-01', '2026-03-31', '2026-04-01', '2026-10-31', '2026-11-01'].map(offsetOf);

const anyDay = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: CALENDAR_DAYS }) },
  { weight: 2, arbitrary: fc.constantFrom(...YEAR_ENDS) },
  { weight: 1, arbitrary: fc.constantFrom(...SEASON_TURNS) },
);

const clockMinute = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 26, max: 74 }).map((quarter) => quarter * 15) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 1439 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1440) },
);

/** One to four stretches of a day; two of them may touch. */
const hours: fc.Arbitrary<readonly Interval[]> = fc
  .tuple(fc.uniqueArray(clockMinute, { minLength: 2, maxLength: 8 }), fc.boolean())
  .map(([edges, touching]) => {
    const sorted = [...edges].sort((a, b) => a - b);
    const intervals: Interval[] = [];
    for (let at = 0; at + 1 < sorted.length; at += touching ? 1 : 2) {
      intervals.push({ from: sorted[at] ?? 0, to: sorted[at + 1] ?? 1440 });
    }
    return intervals;
  });

const season = (validFrom: string, validTo: string | null, rest: Pick<Shift, 'weekdays' | 'intervals'>): Shift => ({
  validFrom: civilDate(validFrom),
  validTo: validTo === null ? null : civilDate(validTo),
  ...rest,
});

const shifts: fc.Arbitrary<readonly Shift[]> = fc
  .record({ winter: hours, summer: hours, saturday: fc.option(hours, { freq: 3 }) })
  .map(({ winter, summer, saturday }) => {
    const weekdays: Weekday[] = [1, 2, 3, 4, 5];
    const usual = [
      season('2025-01-01', '2025-10-31', { weekdays, intervals: summer }),
      season('2025-11-01', '2026-03-31', { weekdays, intervals: winter }),
      season('2026-04-01', '2026-10-31', { weekdays, intervals: summer }),
      season('2026-11-01', null, { weekdays, intervals: winter }),
    ];
    if (saturday === null) return usual;
    return [...usual, season('2025-01-01', null, { weekdays: [6], intervals: saturday })];
  });

const declared = { source: 'thử', confidence: 'assumed' } as const;
const KINDS: readonly DayOff['kind'][] = ['holiday', 'compensatory', 'swapped'];
const NAMES: Readonly<Record<DayOff['kind'], string>> = {
  holiday: 'Ngày lễ',
  compensatory: 'Nghỉ bù',
  swapped: 'Nghỉ hoán đổi',
};

const daysOff: fc.Arbitrary<readonly DayOff[]> = fc.uniqueArray(
  fc.tuple(anyDay, fc.constantFrom(...KINDS)).map(([offset, kind]): DayOff => ({
    date: dayAt(offset),
    name: NAMES[kind],
    kind,
    ...declared,
  })),
  { maxLength: 60, selector: ({ date }) => date },
);

const makeUpDays: fc.Arbitrary<readonly MakeUpDay[]> = fc.uniqueArray(
  fc.tuple(anyDay, fc.constantFrom<Weekday>(1, 2, 3, 4, 5)).map(([offset, shiftOfWeekday]): MakeUpDay => ({
    date: dayAt(offset),
    shiftOfWeekday,
    ...declared,
  })),
  { maxLength: 30, selector: ({ date }) => date },
);

export const calendars: fc.Arbitrary<WorkingCalendar> = fc.record({
  name: fc.constant('Lịch thử'),
  version: fc.constant(1),
  years: fc.oneof(
    { weight: 9, arbitrary: fc.constant('complete' as const) },
    { weight: 1, arbitrary: fc.constant([2025, 2026]) },
  ),
  shifts,
  daysOff,
  makeUpDays,
});

/** A moment of a day: near midnight, near an edge of the hours (lunch is between two), or anywhere, to the second. */
function momentsOf(calendar: WorkingCalendar): fc.Arbitrary<number> {
  const edges = calendar.shifts.flatMap(({ intervals }) => intervals.flatMap(({ from, to }) => [from, to]));
  const near = (minute: number): fc.Arbitrary<number> =>
    fc.oneof(
      fc.constant(minute * MINUTE),
      fc.integer({ min: -90, max: 90 }).map((seconds) => minute * MINUTE + seconds * SECOND),
    );
  return fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(0, 1440).chain(near) },
    { weight: 4, arbitrary: fc.constantFrom(...edges).chain(near) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 1439 }).map((minute) => minute * MINUTE) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: DAY - 1 }).map((ms) => ms - (ms % SECOND)) },
  );
}

function instants(calendar: WorkingCalendar): fc.Arbitrary<number> {
  const days = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: START_DAYS }) },
    { weight: 2, arbitrary: fc.constantFrom(...YEAR_ENDS) },
    { weight: 1, arbitrary: fc.constantFrom(...SEASON_TURNS) },
  );
  return fc.tuple(days, momentsOf(calendar)).map(([day, moment]) => ORIGIN + day * DAY + moment);
}

/** None to four: anywhere around the limit, one beginning where another ends, one of no length. */
function pausesFor(start: number, calendar: WorkingCalendar): fc.Arbitrary<readonly Pause[]> {
  const edge = fc.oneof(
    fc.integer({ min: -3 * 86_400, max: 20 * 86_400 }).map((seconds) => start + seconds * SECOND),
    fc
      .tuple(fc.integer({ min: -3, max: 20 }), momentsOf(calendar))
      .map(([days, moment]) => start - ((start - ORIGIN) % DAY) + days * DAY + moment),
  );
  const length = fc.oneof(
    fc.integer({ min: 0, max: 3 * 86_400 }).map((seconds) => seconds * SECOND),
    fc.integer({ min: 0, max: 4 }).map((days) => days * DAY),
    fc.integer({ min: 0, max: 240 }).map((minutes) => minutes * MINUTE),
  );
  return fc.array(fc.record({ from: edge, length, touching: fc.boolean() }), { maxLength: 4 }).map((drafts) => {
    const pauses: { from: number; to: number }[] = [];
    for (const { from, length, touching } of drafts) {
      const before = touching ? pauses.at(-1) : undefined;
      const begins = before?.to ?? from;
      pauses.push({ from: begins, to: begins + length });
    }
    return pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
  });
}

const amounts: Readonly<Record<LimitUnit, fc.Arbitrary<number>>> = {
  workingDays: fc.integer({ min: 1, max: 15 }),
  workingHours: fc.integer({ min: 1, max: 40 }),
  days: fc.integer({ min: 1, max: 20 }),
  hours: fc.integer({ min: 1, max: 120 }),
};

/** Questions in the given units. */
export function questions(units: readonly LimitUnit[]): fc.Arbitrary<SlowQuestion> {
  return fc.tuple(calendars, fc.constantFrom(...units)).chain(([calendar, unit]) =>
    fc.tuple(instants(calendar), amounts[unit]).chain(([start, amount]) =>
      pausesFor(start, calendar).map((pauses) => ({
        start: new Date(start),
        limit: { amount, unit },
        calendar,
        pauses,
      })),
    ),
  );
}
