import { civilDate } from '../kernel/civil-date.js';
import { policyAt } from './default-policy.js';
import { staleSources } from './limit-flaws.js';
import { type Duty, type Level, type OwnReminding, type PolicySet, type SourcedLimit } from './policy.js';
import type { PolicyDraft } from './policy-draft.js';
import { completePolicy, policyFlaws } from './policy-flaws.js';

const shipped = policyAt(civilDate('2026-03-12'));

const fields = (draft: PolicyDraft): readonly string[] => policyFlaws(draft).map(({ field }) => field);

/** The shipped set with one limit changed. */
function withLimit(duty: Duty, level: Level, change: Partial<SourcedLimit>): PolicySet {
  const { limits } = shipped;
  return {
    ...shipped,
    limits: { ...limits, [duty]: { ...limits[duty], [level]: { ...limits[duty][level], ...change } } },
  };
}

const own = (limit: SourcedLimit, duty: Duty): PolicyDraft => ({
  ...shipped,
  categories: {
    ...shipped.categories,
    schoolSafety: { ...shipped.categories.schoolSafety, limits: { [duty]: { normal: limit } } },
  },
});

const ownReminding: OwnReminding = {
  category: 'fees',
  level: 'urgent',
  reminders: { percents: [25], overdueAt: 450 },
  escalation: shipped.escalation,
};
const withOwn = (change: Partial<OwnReminding>): PolicyDraft => ({
  ...shipped,
  ownReminding: [{ ...ownReminding, ...change }],
});

const { process: settle } = shipped.limits;
const { fees } = shipped.categories;

describe('the flaws of a set', () => {
  it('are none in the shipped one', () => {
    expect(policyFlaws(shipped)).toEqual([]);
  });

  it.each<[string, PolicyDraft, string]>([
    ['no name', { ...shipped, name: '  ' }, 'name'],
    ['a name too long', { ...shipped, name: 'a'.repeat(201) }, 'name'],
    ['no citation', { ...shipped, citation: '' }, 'citation'],
    ['a first day that does not exist', { ...shipped, validFrom: '2026-02-30' }, 'validFrom'],
    ['a last day that does not exist', { ...shipped, validTo: '31/12/2026' }, 'validTo'],
    ['a last day before the first', { ...shipped, validTo: '2023-12-31' }, 'validTo'],
    ['a limit of zero', withLimit('process', 'normal', { amount: 0 }), 'limits.process.normal'],
    ['half a day', withLimit('process', 'normal', { amount: 0.5 }), 'limits.process.normal'],
    ['a limit that is no number', withLimit('process', 'normal', { amount: Number.NaN }), 'limits.process.normal'],
    ['more than ten years', withLimit('process', 'normal', { amount: 3651 }), 'limits.process.normal'],
    [
      'a limit without source',
      withLimit('publish', 'urgent', { source: { standing: 'choice', text: ' ' } }),
      'limits.publish.urgent.source',
    ],
    [
      'acknowledging longer than processing',
      withLimit('acknowledge', 'urgent', { amount: 9 }),
      'limits.acknowledge.urgent',
    ],
    [
      'a return later than the decree allows',
      withLimit('returnNotCompetent', 'normal', { amount: 6 }),
      'limits.returnNotCompetent.normal',
    ],
    [
      'a return in calendar days',
      withLimit('returnNotCompetent', 'normal', { unit: 'days' }),
      'limits.returnNotCompetent.normal',
    ],
    [
      'no word for longer than the law allows',
      withLimit('writtenStatus', 'complex', { amount: 11 }),
      'limits.writtenStatus.complex',
    ],
    [
      'a letter that lies after signing',
      withLimit('releaseReply', 'simple', { amount: 2 }),
      'limits.releaseReply.simple',
    ],
    [
      'a duty that is missing',
      { ...shipped, limits: { ...shipped.limits, publish: undefined } },
      'limits.publish.urgent',
    ],
    [
      "a category's limit of zero",
      own({ ...settle.normal, amount: 0 }, 'process'),
      'categories.schoolSafety.limits.process.normal',
    ],
    [
      "a category's acknowledging longer than processing",
      own({ ...settle.normal, amount: 6 }, 'acknowledge'),
      'categories.schoolSafety.limits.acknowledge.normal',
    ],
    ['negative extensions', { ...shipped, extensionsAllowed: -1 }, 'extensionsAllowed'],
    ['reopenings without end', { ...shipped, reopeningsAllowed: 11 }, 'reopeningsAllowed'],
    ['rule 6: a refusal that says nothing', { ...shipped, shortestRefusal: 0 }, 'shortestRefusal'],
    ['rule 18: no days to look for duplicates in', { ...shipped, duplicateWindowDays: 0 }, 'duplicateWindowDays'],
    [
      'a category without name',
      { ...shipped, categories: { ...shipped.categories, fees: { ...fees, name: '' } } },
      'categories.fees.name',
    ],
    [
      'two categories of one name',
      { ...shipped, categories: { ...shipped.categories, fees: { ...fees, name: 'Khác' } } },
      'categories.other.name',
    ],
    ['no reminder', { ...shipped, reminders: { percents: [], overdueAt: 480 } }, 'reminders.percents'],
    [
      'rule 14: per cents that fall',
      { ...shipped, reminders: { percents: [80, 50], overdueAt: 480 } },
      'reminders.percents',
    ],
    [
      'rule 14: the same per cent twice',
      { ...shipped, reminders: { percents: [50, 50], overdueAt: 480 } },
      'reminders.percents',
    ],
    [
      'a reminder after the end',
      { ...shipped, reminders: { percents: [50, 120], overdueAt: 480 } },
      'reminders.percents',
    ],
    ['an hour that no day has', { ...shipped, reminders: { percents: [50], overdueAt: 1440 } }, 'reminders.overdueAt'],
    ['nobody who hears', { ...shipped, escalation: [] }, 'escalation.officer'],
    [
      'rule 15: the head before the officer',
      {
        ...shipped,
        escalation: [
          { to: 'officer', from: { percent: 80 } },
          { to: 'unitHead', from: { percent: 50 } },
        ],
      },
      'escalation.unitHead',
    ],
    [
      'rule 15: the chain upside down',
      {
        ...shipped,
        escalation: [
          { to: 'director', from: { percent: 50 } },
          { to: 'officer', from: { percent: 80 } },
        ],
      },
      'escalation.officer',
    ],
    ['own reminding of nothing in particular', withOwn({ category: null, level: null }), 'ownReminding.any.any'],
    [
      'own reminding said twice',
      { ...shipped, ownReminding: [ownReminding, { ...ownReminding, reminders: { percents: [90], overdueAt: 480 } }] },
      'ownReminding.fees.urgent',
    ],
    [
      'rule 14: own per cents that fall',
      withOwn({ reminders: { percents: [80, 50], overdueAt: 480 } }),
      'ownReminding.fees.urgent.reminders.percents',
    ],
    [
      'rule 15: an own chain that nobody hears',
      withOwn({ level: null, escalation: [] }),
      'ownReminding.fees.any.escalation.officer',
    ],
    [
      'an escalation after zero days',
      { ...shipped, escalation: [{ to: 'director', from: { overdueWorkingDays: 0 } }] },
      'escalation.director',
    ],
  ])('name %s', (_rule, draft, field) => {
    expect(fields(draft)).toContain(field);
  });

  it('say in words what is wrong and how to repair it', () => {
    expect(policyFlaws(withLimit('writtenStatus', 'complex', { amount: 11 }))).toEqual([
      {
        field: 'limits.writtenStatus.complex',
        sentence:
          'Thông báo bằng văn bản về tình hình giải quyết, chậm nhất, mức phức tạp: không quá 10 ngày làm việc (Luật Tiếp công dân 2013, Điều 28 khoản 1).',
      },
    ]);
  });

  it('keep a draft from becoming a version', () => {
    expect(completePolicy(shipped, 2)).toEqual({ ...shipped, version: 2 });
    expect(() => completePolicy({ ...shipped, citation: '' }, 2)).toThrow('policy-flawed');
  });
});

describe('a source that was left standing', () => {
  it.each([
    [
      'is named when the limit has changed',
      withLimit('process', 'complex', { amount: 12 }),
      ['limits.process.complex.source'],
    ],
    ['is right when the limit has not', shipped, []],
    [
      'is named at a category that took another length with the source of the set',
      own({ ...settle.normal, amount: 2 }, 'process'),
      ['categories.schoolSafety.limits.process.normal.source'],
    ],
    ['is right at a category that says the same', own(settle.normal, 'process'), []],
    [
      'is named when the software had assumed the limit, and the department decides another',
      withLimit('coordinationReply', 'normal', { amount: 4 }),
      ['limits.coordinationReply.normal.source'],
    ],
    [
      'is repaired by another one',
      withLimit('process', 'complex', { amount: 12, source: { standing: 'choice', text: 'Sở quyết định' } }),
      [],
    ],
  ] as const)('%s', (_rule, draft, expected) => {
    expect(staleSources(draft, shipped).map(({ field }) => field)).toEqual(expected);
  });

  it('says nothing of a choice of the department', () => {
    const source = { standing: 'choice', text: 'Thông báo 12/TB-SGDĐT' } as const;
    const before = completePolicy(withLimit('coordinationReply', 'normal', { source }), 2);
    expect(staleSources(withLimit('coordinationReply', 'normal', { source, amount: 4 }), before)).toEqual([]);
  });
});
