import { readFileSync } from 'node:fs';
import type { Actor, Role } from '../../kernel/actor.js';
import { civilDate } from '../../kernel/civil-date.js';
import { petitionNotice, type NoticeFacts } from './notice.js';
import { PETITION_ACT_NAMES, PETITION_ACTS, mayAct } from './petition-acts.js';
import { partiesOf, readsPetition } from './petition-access.js';
import { waysFor } from './ways.js';

const person = (id: string, ...roles: Role[]): Actor => ({ id, name: id, unitId: null, roles });
const clerk = person('tue', 'registryClerk');
const otherClerk = person('mai', 'registryClerk');
const leader = person('khanh', 'leader');
const otherLeader = person('phuc', 'leader');
const officer = person('ngoc', 'contactOfficer');
const head = person('thang', 'unitHead');
const supervisor = person('nguyet', 'supervisor');
const EVERYBODY = [clerk, otherClerk, leader, otherLeader, officer, head, supervisor];

const readersOf = (kind: 'complaint' | 'denunciation' | 'protection', leaderId: string | null) =>
  EVERYBODY.filter((one) =>
    readsPetition(one, { kind, takenById: 'tue', leaderId, chargedId: leaderId === null ? null : 'ngoc' }),
  ).map(({ id }) => id);

describe('who reads a petition', () => {
  it.each([
    [
      'a complaint: the registry, leaders, and who is charged',
      'complaint',
      'khanh',
      ['tue', 'mai', 'khanh', 'phuc', 'ngoc'],
    ],
    [
      'a denunciation: the clerk who took it, its leader, who is charged',
      'denunciation',
      'khanh',
      ['tue', 'khanh', 'ngoc'],
    ],
    ['a denunciation before no leader yet: any leader', 'denunciation', null, ['tue', 'khanh', 'phuc']],
    ['a request for protection likewise', 'protection', 'khanh', ['tue', 'khanh', 'ngoc']],
  ] as const)('rule 68: %s', (_rule, kind, leaderId, expected) => {
    expect(readersOf(kind, leaderId)).toEqual(expected);
  });

  it('rule 68: a leader decides, a clerk does not', () => {
    const petition = { kind: 'complaint', takenById: 'tue', leaderId: null, chargedId: null } as const;
    const screened = { state: 'screened', way: 'accept' } as const;
    expect(mayAct('decide', screened, partiesOf(leader, petition))).toBe(true);
    expect(mayAct('decide', screened, partiesOf(clerk, petition))).toBe(false);
  });

  it('what was decided otherwise is not accepted, and what was accepted is not put away', () => {
    expect(mayAct('accept', { state: 'decided', way: 'forward' }, ['clerk'])).toBe(false);
    expect(mayAct('carryOut', { state: 'decided', way: 'accept' }, ['clerk'])).toBe(false);
    expect(PETITION_ACT_NAMES.every((act) => PETITION_ACTS[act].by.length > 0)).toBe(true);
  });
});

describe('docs/STATES.md', () => {
  it('shows the acts of a petition as they are', () => {
    const moves = PETITION_ACT_NAMES.flatMap((act) =>
      Object.entries(PETITION_ACTS[act].moves)
        .filter(([from, to]) => from !== to)
        .map(([from, to]) => `  ${from} --> ${to}: ${act}`),
    );
    const page = readFileSync(new URL('../../../docs/STATES.md', import.meta.url), 'utf8');
    const drawn = page.slice(page.indexOf('## A petition')).match(/^ {2}\w+ --> \w+: \w+$/gmu);
    expect(drawn?.toSorted()).toEqual(moves.toSorted());
  });
});

describe('the ways that are open to a petition', () => {
  it.each([
    ['a complaint of our own', 'complaint', false, 'own', ['accept', 'file']],
    ['a complaint of others', 'complaint', false, 'commune', ['guide', 'forward', 'file']],
    ['a complaint without a name', 'complaint', true, 'own', ['file']],
    ['a denunciation of our own', 'denunciation', false, 'own', ['accept', 'file']],
    ['a denunciation of others', 'denunciation', false, 'police', ['forward', 'file']],
    ['a denunciation without a name', 'denunciation', true, 'own', ['inform', 'file']],
    ['one whose competence is unclear', 'denunciation', false, 'unclear', ['file']],
  ] as const)('rule 69: %s', (...[, kind, anonymous, competence, expected]) => {
    expect(waysFor({ kind, anonymous, competence })).toEqual(expected);
  });
});

describe('the notice to the sender', () => {
  const facts: NoticeFacts = {
    kind: 'complaint',
    anonymous: false,
    state: 'decided',
    competence: 'commune',
    way: 'guide',
    receivedOn: civilDate('2026-03-05'),
    petitionerName: 'Bùi Văn Khải',
    competentAgency: 'Ủy ban nhân dân phường Lê Chân',
    wayReason: 'Đã có quyết định giải quyết lần hai.',
    acceptedOn: null,
    result: null,
    resultText: '',
    settleBy: null,
  };
  const said = (change: Partial<NoticeFacts>): string =>
    petitionNotice({ ...facts, ...change }, 'Sở Giáo dục và Đào tạo')?.paragraphs.join(' ') ?? '';

  it.each([
    ['guided', {}, /gửi đơn đến Ủy ban nhân dân phường Lê Chân/u],
    ['handed on', { way: 'forward' }, /chuyển đơn đến Ủy ban nhân dân phường Lê Chân/u],
    ['not accepted', { way: 'file', competence: 'own' }, /không thụ lý đơn\. Lý do: Đã có/u],
    [
      'accepted',
      {
        state: 'accepted',
        way: 'accept',
        competence: 'own',
        acceptedOn: civilDate('2026-03-09'),
        settleBy: civilDate('2026-04-08'),
      },
      /thụ lý đơn từ ngày 09\/3\/2026\. Thời hạn giải quyết đến hết ngày 08\/4\/2026/u,
    ],
    [
      'settled',
      { state: 'settled', way: 'accept', result: 'partlyRight', resultText: 'Quyết định số 12.' },
      /đúng một phần\. Quyết định số 12/u,
    ],
    ['withdrawn', { state: 'settled', way: 'accept', result: 'withdrawn', resultText: 'Đơn xin rút.' }, /đã rút đơn/u],
  ] as const)('rule 69: says what is true of what is %s', (_what, change, expected) => {
    expect(said(change)).toMatch(expected);
    expect(said(change).includes('không thuộc thẩm quyền')).toBe(
      (change as Partial<NoticeFacts>).competence === undefined && !('state' in change),
    );
  });

  it('rule 69: is not sent where the petition is anonymous, and not before anything is decided', () => {
    expect(said({ anonymous: true })).toBe('');
    expect(said({ state: 'screened' })).toBe('');
  });
});
