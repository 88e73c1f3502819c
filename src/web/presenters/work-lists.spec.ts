import { builtInCalendar } from '../../calendar/index.js';
import type { Actor, Role } from '../../kernel/actor.js';
import { chosenList, NOTHING_AWAITED, ticketListOf, ticketLists, workLists } from './work-lists.js';

const today = { now: new Date('2026-03-19T02:00:00Z'), calendar: builtInCalendar() };
const actor = (...roles: Role[]): Actor => ({ id: 'a', name: 'A', unitId: 'u', roles });

describe('the lists that a person looks into', () => {
  it.each<[string, Role[], string[]]>([
    ['a contact officer: his own', ['contactOfficer'], ['Việc của tôi']],
    ['a unit head: his unit’s', ['unitHead'], ['Cả đơn vị']],
    ['the registry: new ones, and everybody’s', ['registryClerk'], ['Văn thư', 'Toàn Sở']],
    ['a leader: what he signs, and everybody’s', ['leader'], ['Chờ tôi', 'Toàn Sở']],
    ['supervision: everybody’s', ['supervisor'], ['Toàn Sở']],
    ['an administrator: none', ['administrator'], []],
    ['one who heads and handles: both', ['contactOfficer', 'unitHead'], ['Việc của tôi', 'Cả đơn vị']],
  ])('%s', (_rule, roles, headings) => {
    expect(workLists(actor(...roles), NOTHING_AWAITED, today).map(({ heading }) => heading)).toEqual(headings);
  });

  it('gives every list a name of its own', () => {
    const all: Role[] = ['contactOfficer', 'unitHead', 'registryClerk', 'leader', 'formatChecker'];
    const codes = ticketLists(workLists(actor(...all), NOTHING_AWAITED, today)).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each([
    ['is over before today began', 'qua-han', undefined, '2026-03-18T17:00:00.000Z'],
    ['is due today until midnight', 'hom-nay', '2026-03-18T17:00:00.000Z', '2026-03-19T17:00:00.000Z'],
    [
      'is near for two working days, a weekend between',
      'con-2-ngay',
      '2026-03-19T17:00:00.000Z',
      '2026-03-23T17:00:00.000Z',
    ],
  ])('%s', (_rule, code, from, before) => {
    const filter = ticketListOf(actor('contactOfficer'), code, NOTHING_AWAITED, today)?.filter;
    expect([filter?.dueFrom?.toISOString(), filter?.dueBefore?.toISOString()]).toEqual([from, before]);
  });

  it('opens the first list for a name that nobody has', () => {
    const groups = workLists(actor('contactOfficer'), NOTHING_AWAITED, today);
    expect(chosenList(groups, 'khong-co')?.code).toBe('cua-toi');
    expect(chosenList([], '')).toBeNull();
  });

  it('limits a head of a unit to his unit', () => {
    const lists = ticketLists(workLists(actor('unitHead'), NOTHING_AWAITED, today));
    expect(lists.every(({ filter }) => filter.unitId === 'u' || filter.ids !== undefined)).toBe(true);
  });
});
