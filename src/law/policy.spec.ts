import { civilDate } from '../kernel/civil-date.js';
import { POLICY_SETS, policyAt } from './default-policy.js';
import { limitWords } from './limit.js';
import { DUTIES, LEVELS, limitFor, policyInForce, type PolicySet } from './policy.js';

const policy = policyAt(civilDate('2026-03-12'));

describe('the default policy', () => {
  it.each([
    ['acknowledge', 'normal', '4 giờ làm việc'],
    ['acknowledge', 'urgent', '1 giờ làm việc'],
    ['returnNotCompetent', 'normal', '1 ngày làm việc'],
    ['assign', 'urgent', '1 giờ làm việc'],
    ['unitAcknowledge', 'urgent', '4 giờ làm việc'],
    ['process', 'urgent', '1 ngày làm việc'],
    ['process', 'simple', '3 ngày làm việc'],
    ['process', 'normal', '5 ngày làm việc'],
    ['process', 'complex', '10 ngày làm việc'],
    ['process', 'multiAgency', '15 ngày làm việc'],
    ['writtenStatus', 'complex', '10 ngày làm việc'],
    ['extension', 'normal', '5 ngày làm việc'],
    ['informationPause', 'normal', '5 ngày làm việc'],
    ['releaseReply', 'normal', '1 ngày làm việc'],
    ['ratingWindow', 'normal', '7 ngày'],
    ['reopenWindow', 'normal', '15 ngày'],
  ] as const)('%s, %s: %s', (duty, level, words) => {
    expect(limitWords(limitFor(policy, duty, level))).toBe(words);
  });

  it('has a limit and its source for every duty at every level', () => {
    for (const duty of DUTIES) {
      for (const level of LEVELS) {
        const { amount, source } = limitFor(policy, duty, level);
        expect(amount).toBeGreaterThan(0);
        expect(source.text).not.toBe('');
      }
    }
  });

  it('calls law only what binds', () => {
    expect(limitFor(policy, 'process', 'normal').source.standing).toBe('precedent');
    expect(limitFor(policy, 'releaseReply', 'normal').source.standing).toBe('law');
  });
});

describe('the policy in force on a day', () => {
  const [first] = POLICY_SETS as [PolicySet];
  const second: PolicySet = { ...first, version: 2, validFrom: civilDate('2026-07-01') };
  const ended: PolicySet = {
    ...first,
    version: 3,
    validFrom: civilDate('2026-08-01'),
    validTo: civilDate('2026-08-31'),
  };
  const sets = [second, ended, first];

  it.each([
    ['the first until its successor begins', '2026-06-30', 1],
    ['the successor from its first day', '2026-07-01', 2],
    ['the one that began last, on its last day', '2026-08-31', 3],
    ['the one before it again when it has ended', '2026-09-01', 2],
  ])('is %s', (_rule, day, version) => {
    expect(policyInForce(sets, civilDate(day)).version).toBe(version);
  });

  it('is refused where none was in force', () => {
    expect(() => policyAt(civilDate('2023-12-31'))).toThrow('policy-missing');
  });
});
