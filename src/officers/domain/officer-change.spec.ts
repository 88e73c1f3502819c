import { civilDate } from '../../kernel/civil-date.js';
import {
  changeFlaws,
  isReversible,
  planHash,
  takerOf,
  whatGoesBack,
  type ChangeCase,
  type ChangeDraft,
  type ChangePlan,
} from './officer-change.js';

const DRAFT: ChangeDraft = {
  leavingId: 'ngoc',
  takingId: 'dung',
  validFrom: '2026-03-18',
  reason: 'Điều động theo Quyết định số 8.',
  phone: '0225 3000 121',
  email: 'daumoi.trunghoc@haiphong.edu.vn',
};
const KNOWN: ChangeCase = {
  officerIds: ['ngoc'],
  peopleIds: ['ngoc', 'dung', 'thang'],
  today: civilDate('2026-03-18'),
  isOneWaiting: false,
};

describe('what keeps a change of officer from being planned', () => {
  it.each<[string, Partial<ChangeDraft>, Partial<ChangeCase>, readonly string[]]>([
    ['nothing', {}, {}, []],
    ['nothing, where a unit gets its first officer', { leavingId: '' }, { officerIds: [] }, []],
    ['nothing, where a second officer takes over from the first', {}, { officerIds: ['ngoc', 'dung'] }, []],
    ['who leaves is no officer', { leavingId: 'thang' }, {}, ['leavingId']],
    ['who takes over works elsewhere', { takingId: 'luc' }, {}, ['takingId']],
    ['nobody takes over', { takingId: '' }, {}, ['takingId']],
    ['one takes over from oneself', { takingId: 'ngoc' }, {}, ['takingId']],
    ['an officer is named once more', { leavingId: '' }, { officerIds: ['dung'] }, ['takingId']],
    ['a day that is over', { validFrom: '2026-03-17' }, {}, ['validFrom']],
    ['a day more than a year ahead', { validFrom: '2027-03-19' }, {}, ['validFrom']],
    ['no day', { validFrom: '31/3/2026' }, {}, ['validFrom']],
    ['one that waits already', {}, { isOneWaiting: true }, ['validFrom']],
    ['no reason', { reason: '  nghỉ  ' }, {}, ['reason']],
    ['no telephone', { phone: 'gọi sau' }, {}, ['phone']],
    ['signs in place of a telephone', { phone: '------' }, {}, ['phone']],
    ['no mailbox', { email: 'daumoi' }, {}, ['email']],
  ])('%s', (_rule, draft, known, fields) => {
    expect(changeFlaws({ ...DRAFT, ...draft }, { ...KNOWN, ...known }).map(({ field }) => field)).toEqual(fields);
  });
});

describe('a plan is confirmed as it was seen', () => {
  const plan: ChangePlan = {
    unitId: 'gdtrh',
    leavingId: 'ngoc',
    takingId: 'dung',
    validFrom: civilDate('2026-03-18'),
    tickets: [
      { id: 'a', version: 3, toOfficerId: 'dung' },
      { id: 'b', version: 1, toOfficerId: 'dung' },
    ],
    letters: [{ id: 'l', version: 2 }],
  };

  it('in whatever order it was read', () => {
    expect(planHash({ ...plan, tickets: plan.tickets.toReversed() })).toBe(planHash(plan));
  });

  it.each<[string, Partial<ChangePlan>]>([
    ['a ticket has moved', { tickets: [{ id: 'a', version: 4, toOfficerId: 'dung' }, ...plan.tickets.slice(1)] }],
    ['a ticket has come', { tickets: [...plan.tickets, { id: 'c', version: 1, toOfficerId: 'dung' }] }],
    ['a ticket goes to another', { tickets: plan.tickets.map((ticket) => ({ ...ticket, toOfficerId: 'lan' })) }],
    ['a letter has moved', { letters: [{ id: 'l', version: 3 }] }],
    ['it begins on another day', { validFrom: civilDate('2026-03-19') }],
  ])('and is another once %s', (_what, change) => {
    expect(planHash({ ...plan, ...change })).not.toBe(planHash(plan));
  });

  it.each([
    ['the new officer, where nobody else was named', {}, 'dung'],
    ['whom it was given to', { a: 'lan' }, 'lan'],
    ['the new officer, where who was named is officer no more', { a: 'mai' }, 'dung'],
  ])('a ticket goes to %s', (_who, choices: Readonly<Record<string, string>>, expected) => {
    expect(takerOf('a', choices, { takingId: 'dung', takers: ['dung', 'lan'] })).toBe(expected);
  });
});

describe('a change is taken back', () => {
  const doneAt = new Date('2026-03-18T02:00:00Z');

  it.each([
    ['at once', 'done', '2026-03-18T02:00:00Z', true],
    ['until a day is over', 'done', '2026-03-19T01:59:59Z', true],
    ['not after a day', 'done', '2026-03-19T02:00:00Z', false],
    ['not a second time', 'reversed', '2026-03-18T03:00:00Z', false],
  ] as const)('%s', (_when, state, now, expected) => {
    expect(isReversible({ state, doneAt }, new Date(now))).toBe(expected);
  });

  it('with what nobody has touched', () => {
    const handed = ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      code: id,
      version: 5,
      fromOfficerId: 'ngoc',
      toOfficerId: 'dung',
    }));
    const { back, left } = whatGoesBack(handed, [
      { id: 'a', version: 5, officerId: 'dung' },
      { id: 'b', version: 6, officerId: 'dung' },
      { id: 'c', version: 5, officerId: 'lan' },
    ]);
    expect(back.map(({ id }) => id)).toEqual(['a']);
    expect(left.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  });
});
