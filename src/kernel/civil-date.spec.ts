import fc from 'fast-check';
import { checkProperty } from '../../test/support/check-property.js';
import {
  addDays,
  civilDate,
  civilDateOf,
  instantOf,
  isCivilDate,
  isoInVietnam,
  minuteOfDay,
  nextDay,
  weekdayOf,
} from './civil-date.js';

describe('a civil date', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-04-31', '26-01-01', '2026-1-1', ''])('%s is none', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  it('counts up day by day through leap days, month ends and year ends as the calendar does', () => {
    let day = civilDate('2023-12-25');
    for (let passed = 1; passed <= 1600; passed += 1) {
      const next = nextDay(day);
      expect([next, isCivilDate(next)]).toEqual([addDays(civilDate('2023-12-25'), passed), true]);
      expect(weekdayOf(next)).toBe((weekdayOf(day) % 7) + 1);
      day = next;
    }
  });

  it.each([
    ['just before midnight in Việt Nam', '2026-03-12T16:59:59.999Z', '2026-03-12'],
    ['at midnight in Việt Nam', '2026-03-12T17:00:00.000Z', '2026-03-13'],
  ])('rule 28: of an instant is that of Việt Nam: %s', (_when, instant, day) => {
    expect(civilDateOf(new Date(instant))).toBe(day);
  });

  it('rule 28: is shown with +07:00', () => {
    expect(isoInVietnam(instantOf(civilDate('2026-03-20'), 17.5 * 60))).toBe('2026-03-20T17:30:00+07:00');
  });
});

describe('the moment in Việt Nam', () => {
  it('is written as the calendar of the machine has it, to the second, whatever was asked before', () => {
    const ofMachine = (instant: Date): string =>
      `${new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
    checkProperty(
      fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (instant) => {
        const iso = isoInVietnam(instant);
        expect(iso).toBe(ofMachine(instant));
        expect(civilDateOf(instant)).toBe(iso.slice(0, 10));
        expect(instantOf(civilDateOf(instant), minuteOfDay(instant)).getTime()).toBe(instant.getTime());
        expect(weekdayOf(civilDateOf(instant)) % 7).toBe(new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay());
      }),
      { numRuns: 2000 },
    );
  });
});
