import fc from 'fast-check';
import { checkProperty } from '../../../../test/support/check-property.js';
import { builtInCalendar } from '../../../calendar/domain/shipped/built-in-calendar.js';
import { deadline } from '../../../calendar/domain/deadline.js';
import { workingMinutes } from '../../../calendar/domain/remaining.js';
import { isoInVietnam } from '../../../kernel/civil-date.js';
import { LEVELS, LIMIT_UNITS, type Level, type LimitUnit, policyAt } from '../../../law/index.js';
import { civilDate } from '../../../kernel/civil-date.js';
import {
  mayRemindAt,
  nextOpening,
  type Reminder,
  reminderPlace,
  remindersOf,
  type RemindedDeadline,
} from './reminders.js';

const calendar = builtInCalendar();
const rules = policyAt(civilDate('2026-03-01'));

const at = (local: string): Date => new Date(`${local}:00+07:00`);

function limitOf(start: string, amount: number, unit: LimitUnit): RemindedDeadline {
  const startedAt = at(start);
  const { due, legalEnd } = deadline(startedAt, { amount, unit }, calendar);
  return { startedAt, dueAt: due, legalEndAt: legalEnd, unit };
}

function first(count: number, reminded: RemindedDeadline, level: Level = 'normal'): readonly Reminder[] {
  const found: Reminder[] = [];
  for (const reminder of remindersOf(reminded, rules, calendar, level)) {
    found.push(reminder);
    if (found.length === count) break;
  }
  return found;
}

const said = (reminders: readonly Reminder[]): readonly string[] =>
  reminders.map(({ step, at: moment }) => `${step} ${isoInVietnam(moment).slice(0, 16)}`);

describe('the reminders of a deadline', () => {
  type Case = readonly [start: string, amount: number, unit: LimitUnit, level: Level];
  it.each<[rule: string, limit: Case, expected: readonly string[]]>([
    [
      'percentages count working time, not the nights and the weekend between',
      ['2026-03-12T17:30', 5, 'workingDays', 'normal'],
      ['50% 2026-03-17T13:30', '80% 2026-03-19T07:30', '100% 2026-03-19T17:29', 'late 2026-03-20 2026-03-20T08:00'],
    ],
    [
      'nobody is reminded at lunch: half of what spans it is half of the work',
      ['2026-03-18T10:30', 2, 'workingHours', 'normal'],
      ['50% 2026-03-18T13:30', '80% 2026-03-18T14:06', '100% 2026-03-18T14:29', 'late 2026-03-19 2026-03-19T08:00'],
    ],
    [
      'a limit that begins at night is counted from the opening',
      ['2026-03-18T20:00', 4, 'workingHours', 'normal'],
      ['50% 2026-03-19T09:30', '80% 2026-03-19T10:42', '100% 2026-03-19T11:29', 'late 2026-03-20 2026-03-20T08:00'],
    ],
    [
      'overdue work is named every working day, not on holidays and the days off for them',
      ['2026-04-23T09:00', 1, 'workingDays', 'normal'],
      [
        '50% 2026-04-24T08:15',
        '80% 2026-04-24T14:36',
        '100% 2026-04-24T17:29',
        'late 2026-04-28 2026-04-28T08:00',
        'late 2026-04-29 2026-04-29T08:00',
        'late 2026-05-04 2026-05-04T08:00',
      ],
    ],
    [
      'an urgent ticket is due at the moment itself, day or night',
      ['2026-03-18T20:00', 2, 'hours', 'urgent'],
      ['50% 2026-03-18T21:00', '80% 2026-03-18T21:36', '100% 2026-03-18T22:00', 'late 2026-03-19 2026-03-19T08:00'],
    ],
    [
      'a limit that ended at 24:00 is overdue on the working day that begins there',
      ['2026-03-18T20:00', 4, 'hours', 'normal'],
      ['late 2026-03-19 2026-03-19T08:00'],
    ],
    [
      'a minute of work holds its reminders in order',
      ['2026-06-17T17:29', 1, 'hours', 'normal'],
      ['50% 2026-06-17T17:29', '80% 2026-06-17T17:29', '100% 2026-06-17T17:29', 'late 2026-06-18 2026-06-18T08:00'],
    ],
    [
      'the same limit of a ticket that is not urgent has no working time: it is named when it is over',
      ['2026-03-18T20:00', 2, 'hours', 'normal'],
      ['late 2026-03-19 2026-03-19T08:00', 'late 2026-03-20 2026-03-20T08:00'],
    ],
  ])('rule 14: %s', (_rule, [start, amount, unit, level], expected) => {
    expect(said(first(expected.length, limitOf(start, amount, unit), level))).toEqual(expected);
  });

  it('rule 13: paused time belongs to nobody', () => {
    const startedAt = at('2026-03-16T07:30');
    const pause = { from: at('2026-03-16T09:30'), to: at('2026-03-17T09:30') };
    const { due, legalEnd } = deadline(startedAt, { amount: 4, unit: 'workingHours' }, calendar, [pause]);
    const reminded = { startedAt, dueAt: due, legalEndAt: legalEnd, unit: 'workingHours' as const, pauses: [pause] };
    expect(said(first(3, reminded))).toEqual(['50% 2026-03-17T09:30', '80% 2026-03-17T10:42', '100% 2026-03-17T11:29']);
  });

  it('rule 15: officer → unit head → supervisor → director, and who has begun to hear goes on', () => {
    const heard = first(7, limitOf('2026-03-12T09:00', 3, 'workingDays')).map(({ daysLate, tiers }) => [
      daysLate,
      tiers,
    ]);
    expect(heard).toEqual([
      [0, ['officer']],
      [0, ['officer']],
      [0, ['officer', 'unitHead']],
      [1, ['officer', 'unitHead', 'supervisor']],
      [2, ['officer', 'unitHead', 'supervisor']],
      [3, ['officer', 'unitHead', 'supervisor', 'director']],
      [4, ['officer', 'unitHead', 'supervisor', 'director']],
    ]);
  });

  it('rule 14: whatever the limit, reminders come in order, in working hours unless urgent, and each share is that share', () => {
    const anyStart = fc.integer({ min: at('2024-01-02T00:00').getTime(), max: at('2027-10-01T00:00').getTime() });
    checkProperty(
      fc.property(
        anyStart,
        fc.integer({ min: 1, max: 15 }),
        fc.constantFrom(...LIMIT_UNITS),
        fc.constantFrom(...LEVELS),
        (start, amount, unit, level) => {
          const startedAt = new Date(Math.floor(start / 1000) * 1000);
          const { due, legalEnd } = deadline(startedAt, { amount, unit }, calendar);
          const reminded = { startedAt, dueAt: due, legalEndAt: legalEnd, unit };
          const reminders = first(6, reminded, level);
          for (const [index, reminder] of reminders.entries()) {
            const before = reminders[index - 1];
            if (before) expect(reminder.at.getTime()).toBeGreaterThanOrEqual(before.at.getTime());
            expect(mayRemindAt(reminder.at, calendar, level)).toBe(true);
            if (level !== 'urgent') expect(mayRemindAt(reminder.at, calendar, 'normal')).toBe(true);
            expect(reminder.at > legalEnd).toBe(reminder.daysLate > 0);
          }
          const half = reminders.find(({ step }) => step === '50%');
          if (half && (level !== 'urgent' || unit.startsWith('working'))) {
            const whole = workingMinutes(startedAt, due, calendar);
            expect(workingMinutes(startedAt, half.at, calendar)).toBeCloseTo(whole / 2, 2);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('where a deadline stands among its reminders', () => {
  const reminded = limitOf('2026-03-12T17:30', 5, 'workingDays');
  const place = (now: string): ReturnType<typeof reminderPlace> =>
    reminderPlace(remindersOf(reminded, rules, calendar, 'normal'), at(now));

  it.each<[rule: string, now: string, latest: string | null, nextAt: string]>([
    ['nothing has come before half of the time', '2026-03-17T13:29', null, '2026-03-17T13:30'],
    ['a reminder has come at its moment', '2026-03-17T13:30', '50%', '2026-03-19T07:30'],
    ['after days of downtime only the latest counts', '2026-03-24T10:00', 'late 2026-03-24', '2026-03-25T08:00'],
  ])('%s', (_rule, now, latest, nextAt) => {
    const found = place(now);
    expect(found.latest?.step ?? null).toBe(latest);
    expect(found.nextAt).toEqual(at(nextAt));
  });

  it('a calendar that ends gives no next one, and no guess', () => {
    const late = limitOf('2027-12-20T09:00', 5, 'workingDays');
    const { latest, nextAt } = reminderPlace(remindersOf(late, rules, calendar, 'normal'), at('2027-12-31T09:00'));
    expect(latest?.step).toBe('late 2027-12-31');
    expect(nextAt).toBeNull();
  });
});

describe('when the office opens', () => {
  it.each<[rule: string, now: string, open: boolean, opens: string]>([
    ['in working hours it is open', '2026-03-18T09:00', true, '2026-03-18T09:00'],
    ['the minute of closing is no longer work', '2026-03-18T11:30', false, '2026-03-18T13:30'],
    ['after Friday comes Monday', '2026-03-20T17:30', false, '2026-03-23T07:30'],
    ['a make-up Saturday is worked', '2026-08-22T06:00', false, '2026-08-22T07:30'],
    ['Tết is passed over', '2026-02-13T18:00', false, '2026-02-23T07:30'],
  ])('rule 14: %s', (_rule, now, open, opens) => {
    expect(mayRemindAt(at(now), calendar, 'normal')).toBe(open);
    expect(mayRemindAt(at(now), calendar, 'urgent')).toBe(true);
    expect(nextOpening(at(now), calendar)).toEqual(at(opens));
  });
});
