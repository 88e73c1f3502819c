import { civilDate } from '../../kernel/civil-date.js';
import { policyAt, policyFlaws, type PolicySet } from '../../law/index.js';
import { remindingRows } from './policy-reminding-form.js';
import { controlOf, draftOf, fieldsOf, ownRowFlaws, ownRows } from './policy-form.js';

const shipped = policyAt(civilDate('2026-03-18'));
const { normal } = shipped.limits.process;

/** A set that uses every part of the form. */
const whole: PolicySet = {
  ...shipped,
  validTo: civilDate('2026-12-31'),
  ownReminding: [
    {
      category: 'fees',
      level: 'urgent',
      reminders: { percents: [25, 75], overdueAt: 450 },
      escalation: [{ to: 'unitHead', from: { percent: 25 } }],
    },
    { category: null, level: 'complex', reminders: shipped.reminders, escalation: shipped.escalation },
  ],
  categories: {
    ...shipped.categories,
    schoolSafety: {
      ...shipped.categories.schoolSafety,
      limits: { process: { normal: { ...normal, amount: 2 }, complex: normal }, assign: { urgent: normal } },
    },
  },
};

const row = (change: Record<string, string>): Record<string, string> => ({
  ...fieldsOf(whole),
  'own.3': '1',
  'own.3.category': 'fees',
  'own.3.duty': 'process',
  'own.3.level': 'normal',
  ...change,
});

describe('the form of a set', () => {
  it.each([
    ['the shipped set', shipped],
    ['a set with limits of categories', whole],
  ])('says all of %s', (_what, set) => {
    expect({ ...draftOf(fieldsOf(set)), version: 1 }).toEqual(set);
  });

  it.each([
    ['no number', { 'limits.process.normal': '' }, 'limits.process.normal'],
    ['words for a number', { 'limits.process.normal': 'năm' }, 'limits.process.normal'],
    ['a number with a sign', { shortestRefusal: '-3' }, 'shortestRefusal'],
    ['no time of the day', { 'reminders.overdueAt': '8 giờ' }, 'reminders.overdueAt'],
    ['no per cents', { 'reminders.percents': 'một nửa' }, 'reminders.percents'],
    ['a day that does not exist', { validFrom: '31/02/2026' }, 'validFrom'],
  ])('with %s states a flaw of that field', (_what, change, field) => {
    expect(policyFlaws(draftOf({ ...fieldsOf(shipped), ...change })).map((flaw) => flaw.field)).toEqual([field]);
  });

  it('takes days and times as officials write them', () => {
    const draft = draftOf({ ...fieldsOf(shipped), validFrom: '1/4/2026', 'reminders.overdueAt': '7h30' });
    expect([draft.validFrom, draft.reminders.overdueAt]).toEqual(['2026-04-01', 450]);
  });

  it('takes per cents as people write them', () => {
    const fields = { ...fieldsOf(shipped), 'reminders.percents': '50%; 80 100%' };
    expect(draftOf(fields).reminders.percents).toEqual([50, 80, 100]);
  });

  it('leaves out a tier that is not told', () => {
    const fields = { ...fieldsOf(shipped), 'escalation.director.kind': 'none' };
    expect(draftOf(fields).escalation.map(({ to }) => to)).toEqual(['officer', 'unitHead', 'supervisor']);
  });
});

describe('rows for limits of categories', () => {
  it('are there for each such limit, and five more', () => {
    expect([ownRows(fieldsOf(shipped)), ownRows(fieldsOf(whole))]).toEqual([5, 8]);
  });

  it.each([
    ['nothing for a new limit', row({}), []],
    ['an amount without category', row({ 'own.3.category': '' }), ['own.3']],
    ['the same limit twice', row({ 'own.3.category': 'schoolSafety' }), ['own.3']],
  ])('have flaws of their own: %s', (_what, fields, expected) => {
    expect(ownRowFlaws(fields).map(({ field }) => field)).toEqual(expected);
  });

  it('are where a flaw of that limit is repaired', () => {
    expect(controlOf('categories.fees.limits.process.normal', row({}))).toBe('own.3');
    expect(controlOf('categories.fees.limits.process.normal.source', row({}))).toBe('own.3.source');
    expect(controlOf('limits.process.normal', row({}))).toBe('limits.process.normal');
  });
});

describe('rows for reminding of its own', () => {
  const typed = (change: Record<string, string>): Record<string, string> => ({
    ...fieldsOf(shipped),
    'reminding.0.category': '',
    'reminding.0.level': '',
    'reminding.0.reminders.percents': '',
    'reminding.0.reminders.overdueAt': '08:00',
    'reminding.0.escalation.officer': '50',
    'reminding.0.escalation.officer.kind': 'percent',
    ...change,
  });

  it('are there for each, and two more; a free one states nothing', () => {
    expect([remindingRows(fieldsOf(shipped)), remindingRows(fieldsOf(whole))]).toEqual([2, 4]);
    expect(draftOf(typed({})).ownReminding).toBeUndefined();
  });

  it.each([
    ['per cents for nothing in particular', { 'reminding.0.reminders.percents': '25' }, 'reminding.0.category'],
    ['no per cents', { 'reminding.0.level': 'urgent' }, 'reminding.0.reminders.percents'],
    [
      'no hour',
      { 'reminding.0.level': 'urgent', 'reminding.0.reminders.percents': '25', 'reminding.0.reminders.overdueAt': '' },
      'reminding.0.reminders.overdueAt',
    ],
  ])('with %s are repaired where they were typed', (_flaw, change, control) => {
    const fields = typed(change);
    expect(policyFlaws(draftOf(fields)).map(({ field }) => controlOf(field, fields))).toEqual([control]);
  });
});
