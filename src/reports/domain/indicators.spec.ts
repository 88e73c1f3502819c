import { sha256Of } from '../../kernel/sha256.js';
import type { Fact } from './fact.js';
import { balances, figuresOf, numberIn } from './figures.js';
import { CURRENT_INDICATORS, indicatorsOf, marksOf } from './indicators.js';
import { changeWords, numberWords } from './numbers.js';
import { readReportPlan } from './report-plan.js';

const WINDOW = { from: '2026-02-28T17:00:00.000Z', until: '2026-03-31T17:00:00.000Z' };

const matter: Fact = {
  kind: 'matter',
  ticketId: 't',
  code: 'PAKN.20260310.0001',
  cycle: 1,
  unitId: 'gdtrh',
  category: 'fees',
  level: 'normal',
  channel: 'web',
  state: 'answered',
  entry: 'new',
  outcome: 'answered',
  ground: null,
  openedAt: '2026-03-10T01:00:00.000Z',
  sinceAt: '2026-03-10T00:00:00.000Z',
  at: '2026-03-12T12:00:00.000Z',
  legalEndAt: '2026-03-12T12:00:00.000Z',
  answerMode: 'letter',
  stars: null,
  policyVersion: 1,
};

const marks = (change: Partial<Fact>) => marksOf(CURRENT_INDICATORS, { ...matter, ...change }, WINDOW);
const open = { outcome: null, at: null, state: 'received', answerMode: null } as const;

describe('the numbers of a report', () => {
  it.each<[string, Partial<Fact>, readonly string[]]>([
    [
      'an answer in the last instant is in time',
      {},
      ['received', 'closed', 'receivedNew', 'answered', 'answeredByLetter', 'answeredOnTime'],
    ],
    [
      'an instant later is late',
      { at: '2026-03-12T12:00:00.001Z', answerMode: 'direct' },
      ['received', 'closed', 'receivedNew', 'answered', 'answeredLate'],
    ],
    [
      'what was open before is carried',
      { ...open, openedAt: '2026-02-28T16:59:59.999Z', legalEndAt: WINDOW.until },
      ['carried', 'open', 'notAccepted', 'openNotDue'],
    ],
    [
      'what came in the first instant is received',
      { ...open, openedAt: WINDOW.from, state: 'processing' },
      ['received', 'open', 'receivedNew', 'openOverdue'],
    ],
    [
      'a reopening counts once more',
      { entry: 'reopened', outcome: 'returned', answerMode: null },
      ['received', 'returned', 'receivedReopened'],
    ],
    [
      'who withdraws is settled, not answered',
      { outcome: 'withdrawn', answerMode: null },
      ['received', 'closed', 'receivedNew', 'withdrawn'],
    ],
    ['stars', { kind: 'rating', stars: 4 }, ['rated', 'satisfied']],
    ['few stars', { kind: 'rating', stars: 2 }, ['rated', 'dissatisfied']],
    ['a published result', { kind: 'publication' }, ['published']],
    ['an extension', { kind: 'extension' }, ['extended']],
  ])('%s', (_name, change, expected) => {
    expect(marks(change)).toEqual(expected);
  });

  it('are shares and means in whole numbers, and none of nothing', () => {
    const late = { ...matter, at: '2026-03-14T00:00:00.000Z' };
    const figures = figuresOf(
      CURRENT_INDICATORS,
      [matter, matter, late, { ...matter, kind: 'rating', stars: 3 }],
      WINDOW,
    );
    expect(figures.total).toMatchObject({ answered: 3, onTimeRate: 667, meanDays: 30, meanStars: 30 });
    expect(balances(figures.total)).toBe(true);
    expect(numberIn(figures.by.unitCategory['gdtrh|fees'], 'answeredOnTime')).toBe(2);
    expect(numberWords(1, 'onTimeRate', figures.total)).toBe('66,7%');
    expect(numberWords(1, 'onTimeRate', {})).toBeNull();
    expect(numberWords(1, 'received', { received: 1204 })).toBe('1.204');
    expect(changeWords(1, 'onTimeRate', { onTimeRate: 667 }, { onTimeRate: 700 })).toBe('−3,3 điểm %');
    expect(changeWords(1, 'received', { received: 12 }, {})).toBe('+12');
  });

  it('of a set that was in use are never edited', () => {
    const { counts, derived } = indicatorsOf(1);
    const said = [...counts, ...derived].map(({ code, name, definition, source }) => [code, name, definition, source]);
    expect(sha256Of(JSON.stringify(said)).slice(0, 12)).toBe('2fed54fc0f0b');
    expect(() => indicatorsOf(99)).toThrow(RangeError);
  });

  it('are reported by the plan of the agency', () => {
    expect(readReportPlan(' weekly:calendar, yearly:day15 ')).toEqual([
      { kind: 'weekly', cutOff: 'calendar' },
      { kind: 'yearly', cutOff: 'day15' },
    ]);
    expect(readReportPlan('')).toEqual([]);
    expect(readReportPlan('adHoc:calendar')).toBeNull();
    expect(readReportPlan('monthly')).toBeNull();
  });
});
