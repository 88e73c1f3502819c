import {
  addDays,
  civilDate,
  civilDateOf,
  instantOf,
  isCivilDate,
  isoInVietnam,
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
