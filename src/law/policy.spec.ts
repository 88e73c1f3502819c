import { civilDate } from '../kernel/civil-date.js';
import { POLICY_SETS, policyAt } from './default-policy.js';
import { limitWords } from './limit.js';
import {
  CATEGORIES,
  type Category,
  DUTIES,
  type Level,
  LEVELS,
  limitFor,
  type OwnReminding,
  policyInForce,
  type PolicySet,
  remindingFor,
} from './policy.js';
import { REFUSAL_GROUNDS, REFUSAL_REASONS } from './refusal-reasons.js';

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

  it('cites a rule only for the limit that it gives, and claims no decision of the department', () => {
    const limits = DUTIES.flatMap((duty) => LEVELS.map((level) => limitFor(policy, duty, level)));
    expect(limits.filter(({ source }) => source.standing === 'choice')).toEqual([]);
    const precedents = limits.filter(({ source }) => source.standing === 'precedent');
    expect(precedents.filter((limit) => !limit.source.text.includes(limitWords(limit)))).toEqual([]);
    const assumed = limits.filter(({ source }) => source.standing === 'assumed');
    expect(assumed.filter(({ source }) => !source.text.startsWith('Sở chưa ban hành'))).toEqual([]);
  });

  it('calls law only what binds', () => {
    expect(limitFor(policy, 'process', 'normal').source.standing).toBe('precedent');
    expect(limitFor(policy, 'releaseReply', 'normal').source.standing).toBe('law');
  });

  it('keeps the sender from the unit complained about where behaviour is the matter, and where the matter is unknown', () => {
    const named = CATEGORIES.filter((category) => !policy.categories[category].aboutConduct);
    expect(named).toEqual(['facilities', 'procedures', 'diplomas', 'policyBenefits']);
  });

  it('accepts anonymous feedback only where a child may be in danger', () => {
    const accepted = CATEGORIES.filter((category) => policy.categories[category].anonymous !== 'reject');
    expect(accepted).toEqual(['schoolSafety', 'boardingMeals']);
  });

  it('reminds at 50, 80 and 100 % and tells the next tier in turn', () => {
    expect(policy.reminders).toEqual({ percents: [50, 80, 100], overdueAt: 480 });
    expect(policy.escalation.map(({ to }) => to)).toEqual(['officer', 'unitHead', 'supervisor', 'director']);
  });

  it('rule 6: every refusal has words and the article that allows it', () => {
    for (const reason of REFUSAL_REASONS) {
      expect(REFUSAL_GROUNDS[reason].words).not.toBe('');
      expect(REFUSAL_GROUNDS[reason].source).toMatch(/^Nghị định .+, Điều \d+/u);
    }
  });
});

describe('a limit of a category', () => {
  const { schoolSafety } = policy.categories;
  const day = { ...policy.limits.process.urgent, amount: 2 };
  const strict: PolicySet = {
    ...policy,
    categories: { ...policy.categories, schoolSafety: { ...schoolSafety, limits: { process: { normal: day } } } },
  };

  it.each([
    { rule: "wins over the set's", duty: 'process', level: 'normal', category: 'schoolSafety', amount: 2 },
    { rule: 'leaves other levels alone', duty: 'process', level: 'complex', category: 'schoolSafety', amount: 10 },
    { rule: 'leaves other duties alone', duty: 'assign', level: 'normal', category: 'schoolSafety', amount: 4 },
    { rule: 'leaves other categories alone', duty: 'process', level: 'normal', category: 'fees', amount: 5 },
    { rule: 'waits until a category is known', duty: 'process', level: 'normal', category: undefined, amount: 5 },
  ] as const)('$rule', ({ duty, level, category, amount }) => {
    expect(limitFor(strict, duty, level, category).amount).toBe(amount);
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

describe('when who hears of a ticket', () => {
  const { reminders, escalation } = policyAt(civilDate('2026-03-12'));
  const own = (category: Category | null, level: Level | null, percent: number): OwnReminding => ({
    category,
    level,
    escalation,
    reminders: { ...reminders, percents: [percent] },
  });
  const set: PolicySet = {
    ...policyAt(civilDate('2026-03-12')),
    ownReminding: [own(null, 'urgent', 10), own('fees', null, 20), own('fees', 'urgent', 30)],
  };

  it.each([
    ['the set says, where nothing else does', 'other', 'normal', reminders.percents],
    ['what is said of a level wins', 'other', 'urgent', [10]],
    ['what is said of a category wins over it', 'fees', 'normal', [20]],
    ['what is said of both wins over all', 'fees', 'urgent', [30]],
  ] as const)('%s', (_rule, category, level, percents) => {
    expect(remindingFor(set, level, category).reminders.percents).toEqual(percents);
  });

  it('a category wins over a level', () => {
    const both = { ...set, ownReminding: [own(null, 'urgent', 10), own('fees', null, 20)] };
    expect(remindingFor(both, 'urgent', 'fees').reminders.percents).toEqual([20]);
  });
});
