import { readSettings } from '../../config/settings.js';
import { civilDate } from '../../kernel/civil-date.js';
import { daysToMorningAfter } from './lived-year.js';

describe('the clock of a demonstration with a lived year', () => {
  it.each([
    ['opened on the day after it: as the machine', '2026-12-01', 0],
    ['opened later: so many days behind', '2027-03-01', -90],
    ['opened by a machine whose clock is behind: before it', '2026-11-30', 1],
  ])('%s', (_when, today, days) => {
    expect(daysToMorningAfter(civilDate('2026-11-30'), civilDate(today))).toBe(days);
  });

  it.each([
    ['of a demonstration goes as many days apart as it says', { HOI_AM_DEMO: '1', HOI_AM_DEMO_CLOCK_DAYS: '-12' }, -12],
    ['of any other goes as the machine', { HOI_AM_DEMO_CLOCK_DAYS: '-12' }, 0],
  ])('%s', (_what, env, days) => {
    expect(readSettings(env).clockDays).toBe(days);
  });
});
