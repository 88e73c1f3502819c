import type { Actor } from '../../kernel/actor.js';
import { civilDate } from '../../kernel/civil-date.js';
import { holdersOf, powersOf, type DecidedMatter, type DecisionAuthority } from './decision-authority.js';

const DAY = civilDate('2026-03-18');
const CLERK: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'vp', roles: ['registryClerk'] };

const line = (id: string, change: Partial<DecisionAuthority>): DecisionAuthority => ({
  id,
  personId: null,
  office: null,
  matters: ['return'],
  basis: '15/QĐ-SGDĐT',
  validFrom: DAY,
  validTo: null,
  endedFrom: null,
  ...change,
});
const OFFICE = line('office', { office: 'registryClerk', matters: ['return', 'reject'] });
const BY_NAME = line('by-name', { personId: 'vanthu' });

const idsOf = (table: readonly DecisionAuthority[], matter: DecidedMatter, actor = CLERK): readonly string[] =>
  (powersOf(table, actor, DAY).get(matter) ?? []).map(({ id }) => id);

describe('powersOf', () => {
  it.each([
    ['the line of the person comes before that of the office', [OFFICE, BY_NAME], ['by-name', 'office']],
    ['whichever was written first', [BY_NAME, OFFICE], ['by-name', 'office']],
    ['an office is held by its role', [line('other', { office: 'supervisor' })], []],
    ['a line of somebody else counts for nobody', [line('other', { personId: 'ngoc' })], []],
    ['a line that has ended counts no more', [line('ended', { personId: 'vanthu', endedFrom: DAY })], []],
  ])('%s', (_rule, table, ids) => {
    expect(idsOf(table, 'return')).toEqual(ids);
  });

  it('holds each matter by the lines that name it', () => {
    expect(idsOf([OFFICE, BY_NAME], 'reject')).toEqual(['office']);
    expect([...powersOf([OFFICE, BY_NAME], CLERK, DAY).keys()]).toEqual(['reject', 'return']);
  });

  it('leaves out the own line of somebody who stands in for another', () => {
    const inPlace: Actor = { ...CLERK, onBehalfOf: { id: 'tam', name: 'Nguyễn Minh Tâm', by: CLERK.name } };
    expect(idsOf([OFFICE, BY_NAME], 'return', inPlace)).toEqual(['office']);
  });
});

describe('holdersOf', () => {
  it('names people and offices once, of one matter, while their lines hold', () => {
    const table = [OFFICE, BY_NAME, { ...BY_NAME, id: 'again' }, line('ended', { personId: 'ngoc', endedFrom: DAY })];
    expect(holdersOf(table, 'return', DAY)).toEqual({ people: ['vanthu'], offices: ['registryClerk'] });
    expect(holdersOf(table, 'reject', DAY)).toEqual({ people: [], offices: ['registryClerk'] });
    expect(holdersOf(table, 'publish', DAY)).toEqual({ people: [], offices: [] });
  });
});
