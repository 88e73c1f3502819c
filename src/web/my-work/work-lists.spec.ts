import { builtInCalendar } from '../../calendar/index.js';
import type { Actor, Role } from '../../kernel/actor.js';
import type { TicketFilter } from '../../tickets/index.js';
import { chosenList, ticketListOf, ticketLists, workLists } from './work-lists.js';
import { BRINGS } from './empty-lists.js';
import { NOTHING_AWAITED } from './awaited-work.js';

const today = { now: new Date('2026-03-19T02:00:00Z'), calendar: builtInCalendar() };
const actor = (...roles: Role[]): Actor => ({ id: 'a', name: 'A', unitId: 'u', roles });

describe('the lists that a person looks into', () => {
  it.each<[string, Role[], string[]]>([
    ['a contact officer: his own, and what others ask', ['contactOfficer'], ['Việc của tôi', 'Phối hợp']],
    ['a unit head: his unit’s', ['unitHead'], ['Cả đơn vị', 'Phối hợp']],
    ['the registry: new ones, and everybody’s', ['registryClerk'], ['Văn thư', 'Toàn Sở']],
    ['a leader: what he signs, and everybody’s', ['leader'], ['Chờ tôi', 'Toàn Sở']],
    ['supervision: what it decides, and everybody’s', ['supervisor'], ['Chờ tôi', 'Toàn Sở']],
    ['an administrator: none', ['administrator'], []],
    ['one who heads and handles: both', ['contactOfficer', 'unitHead'], ['Việc của tôi', 'Cả đơn vị', 'Phối hợp']],
  ])('%s', (_rule, roles, headings) => {
    expect(workLists(actor(...roles), NOTHING_AWAITED, today).map(({ heading }) => heading)).toEqual(headings);
  });

  it.each<[string, Role, number | null, readonly number[]]>([
    ['a leader', 'leader', 0, [0]],
    ['a clerk who was authorised by name', 'registryClerk', 3, [3]],
    ['a clerk who was not', 'registryClerk', null, []],
  ])('links what waits for a decision to %s, with how much it is', (_who, role, decisions, counts) => {
    const lists = workLists(actor(role), { ...NOTHING_AWAITED, decisions }, today).flatMap((group) => group.lists);
    const links = lists.filter((list) => list.kind === 'link').filter(({ href }) => href === '/quyet-dinh');
    expect(links.map(({ count }) => count)).toEqual(counts);
  });

  it('gives every list a name of its own', () => {
    const all: Role[] = ['contactOfficer', 'unitHead', 'registryClerk', 'leader', 'supervisor', 'formatChecker'];
    const codes = ticketLists(workLists(actor(...all), NOTHING_AWAITED, today)).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('says of every list what brings a ticket into it', () => {
    const all: Role[] = ['contactOfficer', 'unitHead', 'registryClerk', 'leader', 'supervisor', 'formatChecker'];
    const labels = ticketLists(workLists(actor(...all), NOTHING_AWAITED, today)).map(({ label }) => label);
    expect(Object.keys(BRINGS).toSorted()).toEqual([...new Set(labels)].toSorted());
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

  it.each<[string, readonly [string, number][], string]>([
    [
      'the first in which something waits',
      [
        ['duyet-gia-han', 0],
        ['duyet-cong-khai', 3],
        ['toan-so', 9],
      ],
      'duyet-cong-khai',
    ],
    ['another group’s where the own has nothing', [['toan-so', 9]], 'toan-so'],
    ['the first where nothing waits anywhere', [], 'duyet-gia-han'],
  ])('opens %s', (_rule, counts, code) => {
    const groups = workLists(actor('supervisor'), NOTHING_AWAITED, today);
    expect(chosenList(groups, '', new Map(counts))?.code).toBe(code);
  });

  it('limits a head of a unit to his unit', () => {
    const lists = ticketLists(workLists(actor('unitHead'), NOTHING_AWAITED, today));
    const own = ({ filter }: (typeof lists)[number]): boolean =>
      filter.unitId === 'u' || filter.owesReply === 'u' || filter.ids !== undefined;
    expect(lists.filter((list) => !own(list))).toEqual([]);
  });

  it.each<[string, Role[], string, string]>([
    ['a unit head approves answers', ['unitHead'], 'duyet-tra-loi', 'answerApproval'],
    ['a leader approves answers of any unit', ['leader'], 'so-duyet-tra-loi', 'answerApproval'],
    ['rule 12: a leader decides wishes for more time', ['leader'], 'duyet-gia-han', 'extensionDecision'],
    ['rule 12: supervision decides wishes for more time', ['supervisor'], 'duyet-gia-han', 'extensionDecision'],
    ['rule 20: supervision decides what becomes public', ['supervisor'], 'duyet-cong-khai', 'publicationDecision'],
    ['supervision hands out what came back too often', ['supervisor'], 'mo-lai-qua-lan', 'supervision'],
  ])('gives each his decisions: %s', (_rule, roles, code, waitsFor) => {
    expect(ticketListOf(actor(...roles), code, NOTHING_AWAITED, today)?.filter.waitsFor).toBe(waitsFor);
  });

  it.each<[string, Role, string, Partial<TicketFilter>]>([
    ['the officer', 'contactOfficer', 'thieu-tai-lieu', { officerId: 'a' }],
    ['the unit', 'unitHead', 'don-vi-thieu-tai-lieu', { unitId: 'u' }],
    ['the agency', 'registryClerk', 'toan-so-thieu-tai-lieu', {}],
  ])('rule 11: counts what cannot be closed for want of evidence: of %s', (_whose, role, code, filter) => {
    const list = ticketListOf(actor(role), code, NOTHING_AWAITED, today);
    expect(list).toMatchObject({ label: 'Thiếu tài liệu chứng minh', filter: { ...filter, waitsFor: 'evidence' } });
  });

  it('keeps what is answered or over out of every list but those of answers that still wait for something', () => {
    const all: Role[] = ['contactOfficer', 'unitHead', 'registryClerk', 'leader', 'supervisor', 'formatChecker'];
    const lists = ticketLists(workLists(actor(...all), NOTHING_AWAITED, today));
    const closed = lists.filter(
      ({ filter: { open, ids, owesReply, furtherOwed } }) =>
        open !== true && [ids, owesReply, furtherOwed].every((few) => few === undefined),
    );
    const waited = new Set(closed.map(({ filter }) => filter.waitsFor));
    expect(waited).toEqual(new Set(['rating', 'publicationDecision', 'evidence']));
  });
});
