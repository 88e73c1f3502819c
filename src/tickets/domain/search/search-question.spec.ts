import type { Actor, Role } from '../../../kernel/actor.js';
import { civilDate } from '../../../kernel/civil-date.js';
import {
  asksSomething,
  MAX_ASKED,
  NO_QUESTION,
  questionFlaws,
  searchPlan,
  type SearchPlan,
  type TermGroup,
  type TicketQuestion,
} from './search-question.js';

const actor = (unitId: string | null, ...roles: Role[]): Actor => ({ id: 'actor', name: 'Người xem', unitId, roles });
const CLERK = actor('office', 'registryClerk');
const OFFICER = actor('unit-1', 'contactOfficer');
const LEADER = actor(null, 'leader');

const ask = (change: Partial<TicketQuestion>): TicketQuestion => ({ ...NO_QUESTION, ...change });
const groupsOf = ({ wording, narrowing }: SearchPlan): readonly TermGroup[] => [...wording, ...narrowing];
const groups = (who: Actor, change: Partial<TicketQuestion>): string[] =>
  groupsOf(searchPlan(who, ask(change))).map((group) => group.map(({ kind, word }) => `${kind} ${word}`).join(' | '));

describe('the plan of a search', () => {
  it('takes the last word as a beginning until a blank follows it', () => {
    expect(searchPlan(LEADER, ask({ words: 'trần đức ho' }))).toMatchObject({ beginning: 'ho' });
    expect(searchPlan(LEADER, ask({ words: 'trần đức ho ' }))).toMatchObject({ beginning: null });
    expect(searchPlan(LEADER, ask({ words: 'trần đ' }))).toMatchObject({ beginning: 'd' });
    expect(groups(LEADER, { words: 'trần đức ho' })).toEqual(['t tran | p tran', 't duc | p duc']);
  });

  it('rule 21: asks for senders only where the person may know them', () => {
    expect(groups(CLERK, { words: 'hạnh ' })).toEqual(['t hanh | p hanh | s hanh']);
    expect(groups(actor('i', 'supervisor'), { person: 'Hạnh' })).toEqual(['n hanh | s hanh']);
    expect(groups(OFFICER, { words: 'hạnh ' })).toEqual(['t hanh | p hanh', 'f unit:unit-1']);
    expect(groups(LEADER, { person: '0912 345 678' })).toEqual(['n 0912', 'n 345', 'n 678']);
    expect(groups(CLERK, { person: '0912 345 678' })).toEqual(['s 0912345678']);
    expect(searchPlan(LEADER, ask({ words: '0912 345 678' })).exact).toEqual([{ kind: 'c', word: '0912345678' }]);
    expect(searchPlan(CLERK, ask({ words: '0912 345 678' })).exact).toContainEqual({ kind: 's', word: '0912345678' });
    expect(searchPlan(CLERK, NO_QUESTION).leading).toEqual(['p', 's']);
    expect(searchPlan(OFFICER, NO_QUESTION).leading).toEqual(['p']);
  });

  it('stays within what a person sees', () => {
    expect(groups(OFFICER, { unitId: 'unit-2' })).toEqual(['f unit:unit-2', 'f unit:unit-1']);
    expect(searchPlan(actor('unit-1', 'administrator'), ask({ words: 'x' })).narrowing).toContainEqual([]);
  });

  it('counts days of receipt as they are in Việt Nam, both inclusive', () => {
    const { from, before } = searchPlan(LEADER, ask({ from: civilDate('2026-03-12'), to: civilDate('2026-03-12') }));
    expect([from, before].map((minute) => new Date((minute ?? 0) * 60_000).toISOString())).toEqual([
      '2026-03-11T17:00:00.000Z',
      '2026-03-12T17:00:00.000Z',
    ]);
  });

  it('takes states as one group, and level, category and code each as one', () => {
    const asked = { states: ['closed', 'answered'], level: 'urgent', category: 'fees', code: ' 513/SGDĐT ' };
    expect(groups(LEADER, asked)).toEqual([
      'c 513/sgddt',
      'f state:closed | f state:answered',
      'f level:urgent',
      'f category:fees',
    ]);
  });

  it('asks for the number of a document without what people write before it', () => {
    const plan = searchPlan(LEADER, ask({ words: 'số 05/SGDĐT-VP ' }));
    expect(plan.exact.map(({ word }) => word)).toEqual(['05/sgddt-vp', '5/sgddt-vp']);
    expect(groups(LEADER, { words: 'số 05/SGDĐT-VP ' })).toEqual(['t 05 | p 05', 't sgddt | p sgddt', 't vp | p vp']);
    expect(groups(LEADER, { words: 'số nhà 5 ' })).toEqual(['t so | p so', 't nha | p nha', 't 5 | p 5']);
  });

  it('knows the words as they were typed where any has a mark', () => {
    expect(searchPlan(LEADER, ask({ words: 'lop Hoà' })).typed?.words).toEqual(['lop', 'hoa\u0300']);
    expect(searchPlan(LEADER, ask({ words: 'lop Hoà' })).typed?.wording).toHaveLength(2);
    expect(searchPlan(LEADER, ask({ words: 'lop hoa' })).typed).toBeNull();
  });

  it('asks for so many words at most', () => {
    const words = Array.from({ length: 40 }, (_, at) => `tu${String(at)}`).join(' ');
    expect(searchPlan(LEADER, ask({ words: `${words} ` })).wording).toHaveLength(MAX_ASKED);
  });
});

describe('the flaws of a question', () => {
  it.each([
    ['marks alone', ask({ words: '%_[' }), [{ field: 'words', flaw: 'noLetters' }]],
    ['a person of marks alone', ask({ person: '--' }), [{ field: 'person', flaw: 'noLetters' }]],
    [
      'an end before the beginning',
      ask({ from: civilDate('2026-03-12'), to: civilDate('2026-03-11') }),
      [{ field: 'to', flaw: 'endsBeforeItBegins' }],
    ],
    ['nothing wrong', ask({ words: 'học phí', from: civilDate('2026-03-12'), to: civilDate('2026-03-12') }), []],
  ])('%s', (_rule, question, flaws) => {
    expect(questionFlaws(question)).toEqual(flaws);
  });

  it('tells an empty question from one that asks', () => {
    expect(asksSomething(ask({ words: ' ', states: [] }))).toBe(false);
    expect(asksSomething(ask({ states: ['closed'] }))).toBe(true);
    expect(asksSomething(ask({ from: civilDate('2026-03-12') }))).toBe(true);
  });
});
