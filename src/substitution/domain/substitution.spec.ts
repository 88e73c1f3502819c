import type { Actor, Role } from '../../kernel/actor.js';
import { mayAgree, mayBeChosen, mayEnd, maySpeakFor } from './policy.js';
import { actorInPlace, chainOf, chainsTo, endOf, type Substitution } from './substitution.js';
import { substitutionFlaws, type SubstitutionDraft } from './substitution-flaws.js';

const at = (text: string): Date => new Date(`2026-03-${text}:00+07:00`);
const NOW = at('18T08:00');
const person = (id: string, unitId: string, ...roles: Role[]): Actor => ({ id, name: id.toUpperCase(), unitId, roles });

const head = person('head', 'gdtrh', 'unitHead', 'contactOfficer');
const deputy = person('deputy', 'gdtrh', 'contactOfficer');
const third = person('third', 'gdtrh');
const leader = person('leader', 'lanh-dao', 'leader', 'administrator');
const otherLeader = person('other-leader', 'lanh-dao-2', 'leader');
const administrator = person('admin', 'van-phong', 'administrator');
const PEOPLE = [head, deputy, third, leader, otherLeader, administrator];

function away(principalId: string, substituteId: string, from: string, to: string): Substitution {
  const roles: Role[] = ['unitHead', 'contactOfficer', 'leader'];
  return {
    id: `${principalId}>${substituteId}`,
    principalId,
    substituteId,
    roles,
    ...span(from, to),
    agreedAt: new Date(0),
    endedAt: null,
  };
}

const span = (from: string, to: string) => ({ validFrom: at(from), validTo: at(to) });
const who = (chain: ReturnType<typeof chainOf>) => chain && [chain.substituteId, ...chain.links.map(({ id }) => id)];

describe('who acts for somebody who is away', () => {
  const first = away('head', 'deputy', '18T08:00', '20T17:00');
  const second = away('deputy', 'third', '19T08:00', '19T17:00');
  const table = [first, second];

  it.each<[string, string, readonly Substitution[], string[] | null]>([
    ['nobody before it begins', '18T07:59', table, null],
    ['the substitute from its moment on', '18T08:00', table, ['deputy', 'head>deputy']],
    ['the substitute of a substitute who is away', '19T08:00', table, ['third', 'head>deputy', 'deputy>third']],
    ['the first one again afterwards', '19T17:00', table, ['deputy', 'head>deputy']],
    ['nobody from its end on', '20T17:00', table, null],
    ['nobody once it was ended', '18T09:00', [{ ...first, endedAt: at('18T09:00') }], null],
    ['nobody while nobody has agreed', '18T09:00', [{ ...first, agreedAt: null }], null],
    ['nobody before somebody agreed', '18T08:59', [{ ...first, agreedAt: at('18T09:00') }], null],
    [
      'the substitute once somebody agreed',
      '18T09:00',
      [{ ...first, agreedAt: at('18T09:00') }],
      ['deputy', 'head>deputy'],
    ],
    ['nobody in a ring', '19T09:00', [first, away('deputy', 'head', '19T08:00', '19T17:00')], null],
    [
      'nobody where others go round',
      '19T09:00',
      [first, second, away('third', 'deputy', '19T08:00', '19T17:00')],
      null,
    ],
  ])('is %s', (_rule, moment, rows, expected) => {
    expect(who(chainOf('head', rows, at(moment)))).toEqual(expected);
  });

  it('says for whom one acts, and until when at the latest', () => {
    const chains = chainsTo('third', table, at('19T09:00'));
    expect(chains.map(who)).toEqual([
      ['third', 'head>deputy', 'deputy>third'],
      ['third', 'deputy>third'],
    ]);
    expect(chains.map(endOf)).toEqual([at('19T17:00'), at('19T17:00')]);
    expect(chainsTo('deputy', table, at('19T09:00'))).toEqual([]);
  });

  it('acts with the roles and the unit of the person who is away, and by both names', () => {
    const chain = chainOf('head', [{ ...first, roles: ['unitHead'] }], NOW);
    expect(chain && actorInPlace(chain, head, { ...deputy, unitId: 'other', address: '10.0.0.1' })).toEqual({
      id: 'deputy',
      name: 'DEPUTY thay HEAD',
      unitId: 'gdtrh',
      roles: ['unitHead'],
      address: '10.0.0.1',
      onBehalfOf: { id: 'head', name: 'HEAD', by: 'DEPUTY', own: { unitId: 'other', roles: ['contactOfficer'] } },
    });
  });

  it.each<[string, Actor, Actor, readonly Role[] | null]>([
    ['has no role that the person has lost', { ...head, roles: ['contactOfficer'] }, deputy, ['contactOfficer']],
    ['is nobody when no role is left', { ...head, roles: [] }, deputy, null],
    ['is a leader in a leader’s place alone', leader, deputy, null],
    ['is never an administrator by it', leader, otherLeader, ['leader']],
  ])('%s', (_rule, principal, substitute, expected) => {
    const chain = chainOf('head', [first], NOW);
    expect(chain && (actorInPlace(chain, principal, substitute)?.roles ?? null)).toEqual(expected);
  });
});

describe('what keeps a substitution from being made', () => {
  const DRAFT: SubstitutionDraft = {
    principalId: 'head',
    substituteId: 'deputy',
    roles: ['unitHead'],
    basis: 'Đơn nghỉ phép ngày 17/3.',
    ...span('18T13:00', '20T17:00'),
  };

  it.each<[string, Partial<SubstitutionDraft>, readonly Substitution[], readonly string[]]>([
    ['nothing', {}, [], []],
    ['nobody away', { principalId: 'nobody' }, [], ['principalId']],
    ['oneself', { substituteId: 'head' }, [], ['substituteId']],
    ['somebody who is not to choose from', { substituteId: 'stranger' }, [], ['substituteId']],
    ['no role', { roles: [] }, [], ['roles']],
    ['a role that the person has not', { roles: ['registryClerk'] }, [], ['roles']],
    ['the rights of an administrator', { principalId: 'leader', roles: ['administrator'] }, [], ['roles']],
    ['a leader’s work with somebody else', { principalId: 'leader', roles: ['leader'] }, [], ['roles']],
    ['no basis', { basis: ' nghỉ ' }, [], ['basis']],
    ['moments that are none', { validFrom: null, validTo: null }, [], ['validFrom', 'validTo']],
    ['an end that is over', span('17T08:00', '18T08:00'), [], ['validTo']],
    ['an end before its beginning', span('20T08:00', '20T08:00'), [], ['validTo']],
    ['more than a year', { validTo: new Date('2027-03-20T08:00:00Z') }, [], ['validTo']],
    ['two substitutes at a time', {}, [away('head', 'third', '20T16:59', '21T08:00')], ['validFrom']],
    ['one after the other: nothing', {}, [away('head', 'third', '20T17:00', '21T08:00')], []],
    ['a ring of two', {}, [away('deputy', 'head', '20T08:00', '21T08:00')], ['substituteId']],
    [
      'a ring of three',
      {},
      [away('deputy', 'third', '18T08:00', '21T08:00'), away('third', 'head', '19T08:00', '19T09:00')],
      ['substituteId'],
    ],
    ['a ring that was ended: nothing', {}, [{ ...away('deputy', 'head', '20T08:00', '21T08:00'), endedAt: NOW }], []],
  ])('%s', (_rule, change, table, fields) => {
    const draft = { ...DRAFT, ...change };
    const principal = PEOPLE.find(({ id }) => id === draft.principalId);
    const flaws = substitutionFlaws(draft, { principal, candidates: PEOPLE, table, now: NOW });
    expect(flaws.map(({ field }) => field)).toEqual(fields);
  });
});

describe('who says who acts for whom', () => {
  const inPlace: Actor = { ...deputy, roles: ['unitHead'], onBehalfOf: { id: 'head', name: 'HEAD', by: 'DEPUTY' } };

  it.each<[string, Actor, Actor, boolean]>([
    ['a person for themselves', deputy, deputy, true],
    ['the head of the unit', head, deputy, true],
    ['an administrator', administrator, deputy, true],
    ['nobody else', deputy, head, false],
    ['no head of another unit', { ...head, unitId: 'other' }, deputy, false],
    ['nobody in somebody else’s place', inPlace, third, false],
  ])('%s', (_rule, actor, principal, expected) => {
    expect(maySpeakFor(actor, principal)).toBe(expected);
  });

  it.each<[string, { actor: Actor; principal: Actor; substitute: Actor }, boolean]>([
    ['by the person', { actor: deputy, principal: deputy, substitute: third }, true],
    ['by the head of the unit', { actor: head, principal: deputy, substitute: third }, true],
    ['by a leader, for everybody', { actor: otherLeader, principal: head, substitute: deputy }, true],
    ['by no administrator', { actor: administrator, principal: deputy, substitute: third }, false],
    ['by no colleague', { actor: third, principal: deputy, substitute: head }, false],
    ['by nobody to be the substitute', { actor: head, principal: deputy, substitute: head }, false],
    ['by nobody in somebody else’s place', { actor: inPlace, principal: third, substitute: leader }, false],
  ])('is agreed to %s', (_rule, { actor, principal, substitute }, expected) => {
    expect(mayAgree(actor, { substituteId: substitute.id }, principal)).toBe(expected);
  });

  it('is refused as a ring with what nobody has agreed to yet', () => {
    const waiting = { ...away('deputy', 'head', '20T08:00', '21T08:00'), agreedAt: null };
    const draft = {
      principalId: 'head',
      substituteId: 'deputy',
      roles: ['unitHead'],
      basis: 'Đơn nghỉ phép ngày 17/3.',
    };
    const known = { principal: head, candidates: PEOPLE, table: [waiting], now: NOW };
    const flaws = substitutionFlaws({ ...draft, ...span('18T13:00', '20T17:00') }, known);
    expect(flaws.map(({ field }) => field)).toEqual(['substituteId']);
  });

  it('lets the substitute lay it down, but nobody to whom it is nothing', () => {
    const found = { substituteId: 'deputy' };
    expect([deputy, third, inPlace].map((actor) => mayEnd(actor, found, leader))).toEqual([true, false, false]);
  });

  it.each<[string, { actor: Actor; principal: Actor; chosen: Actor }, boolean]>([
    ['the own unit', { actor: head, principal: head, chosen: third }, true],
    ['no other unit', { actor: head, principal: head, chosen: leader }, false],
    ['leaders among each other', { actor: otherLeader, principal: otherLeader, chosen: leader }, true],
    ['anybody where an administrator chooses', { actor: administrator, principal: head, chosen: leader }, true],
    ['never the one who chooses', { actor: administrator, principal: head, chosen: administrator }, false],
    ['never the head for an officer, by the head', { actor: head, principal: deputy, chosen: head }, false],
    ['nobody who only administers', { actor: otherLeader, principal: otherLeader, chosen: administrator }, false],
    ['never the person', { actor: administrator, principal: head, chosen: head }, false],
  ])('is chosen from %s', (_rule, { actor, principal, chosen }, expected) => {
    expect(mayBeChosen(actor, principal, chosen)).toBe(expected);
  });
});
