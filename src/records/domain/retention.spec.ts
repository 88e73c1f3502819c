import { civilDate } from '../../kernel/civil-date.js';
import { handOverBy, latestKeepBack, RETENTIONS, retainedUntil, type RetentionCode } from './retention.js';

describe('rule 56: the retention clock', () => {
  it.each<[string, string, RetentionCode, string | null]>([
    ['starts with the year after the work ended', '2026-03-18', '10', '2036-12-31'],
    ['does not begin earlier for work that ended on the last day', '2026-12-31', '10', '2036-12-31'],
    ['begins a year later for work that ended a day later', '2027-01-01', '10', '2037-12-31'],
    ['counts the shortest level', '2026-03-18', '02', '2028-12-31'],
    ['never ends for what is kept for good', '2026-03-18', 'VV', null],
  ])('%s', (_rule, ended, code, until) => {
    expect(retainedUntil(civilDate(ended), code)).toBe(until);
  });
});

describe('rule 57: the hand-over', () => {
  it.each<[string, string, RetentionCode, string | null]>([
    ['is due within a year', '2026-03-18', '10', '2027-03-18'],
    ['is due from five years on', '2026-03-18', '05', '2027-03-18'],
    ['is not asked of a file of fewer years', '2026-03-18', '02', null],
    ['is asked of what is kept for good', '2026-03-18', 'VV', '2027-03-18'],
    ['is due on the last day of February where there is no 29th', '2028-02-29', '10', '2029-02-28'],
  ])('%s', (_rule, ended, code, due) => {
    expect(handOverBy(civilDate(ended), code)).toBe(due);
  });

  it('is kept back two years at most', () => {
    expect(latestKeepBack(civilDate('2027-03-18'))).toBe('2029-03-18');
  });
});

it('fits every level into the 30 characters of Annex VI', () => {
  expect(RETENTIONS.filter(({ words }) => words.length > 30)).toEqual([]);
});
