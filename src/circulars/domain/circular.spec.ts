import type { Actor } from '../../kernel/actor.js';
import { civilDate } from '../../kernel/civil-date.js';
import { isAddressed, isUnitAddressed, requireAudience, type Audience } from './audience.js';
import { reminderStep, requireDays, standingOf, type CircularTerms } from './circular.js';
import { mayBrief, requireInPerson } from './policy.js';

const NOBODY: Audience = { everybody: false, unitKinds: [], unitIds: [], roles: [], staffIds: [] };
const NGOC = { id: 'ngoc', unitId: 'gdtrh', unitKind: 'division', roles: ['contactOfficer'] } as const;
const SENT: CircularTerms = { state: 'sent', validTo: null, replacedById: null };
const day = civilDate;

describe('to whom a circular goes', () => {
  it.each<[string, Partial<Audience>, boolean]>([
    ['everybody', { everybody: true }, true],
    ['everybody of a role that one has not', { everybody: true, roles: ['unitHead'] }, false],
    ['a kind of unit', { unitKinds: ['school', 'division'] }, true],
    ['another kind of unit', { unitKinds: ['school'] }, false],
    ['a unit', { unitIds: ['gdtrh'] }, true],
    ['a unit, of a role', { unitIds: ['gdtrh'], roles: ['contactOfficer', 'leader'] }, true],
    ['a role of no unit that is named', { roles: ['contactOfficer'] }, false],
    ['a person, whatever the role', { staffIds: ['ngoc'], roles: ['leader'] }, true],
  ])('%s', (_words, audience, expected) => {
    expect(isAddressed({ ...NOBODY, ...audience }, NGOC)).toBe(expected);
  });

  it('a person named alone does not make the unit answer for the others', () => {
    expect(isUnitAddressed({ ...NOBODY, staffIds: ['ngoc'] }, { id: 'gdtrh', kind: 'division' })).toBe(false);
  });

  it('is refused where nobody is addressed', () => {
    expect(() => requireAudience({ ...NOBODY, roles: ['leader'] })).toThrow('input-invalid');
  });
});

describe('a circular holds', () => {
  it.each<[string, Partial<CircularTerms>, string]>([
    ['not before it is sent', { state: 'draft' }, 'draft'],
    ['until something takes its place', {}, 'inForce'],
    ['on its last day', { validTo: day('2026-03-18') }, 'inForce'],
    ['not after it', { validTo: day('2026-03-17') }, 'expired'],
    ['not once replaced', { replacedById: 'q2', validTo: day('2026-03-17') }, 'replaced'],
    ['not once withdrawn', { state: 'withdrawn', replacedById: 'q2' }, 'withdrawn'],
  ])('%s', (_words, terms, expected) => {
    expect(standingOf({ ...SENT, ...terms }, day('2026-03-18'))).toBe(expected);
  });

  it.each([
    ['2026-03-17', null],
    ['2026-03-18', '2026-03-24'],
  ])('is refused with a last day of %s and an end of %s', (dueOn, validTo) => {
    const days = { dueOn: day(dueOn), validTo: validTo === null ? null : day(validTo) };
    if (validTo === null) expect(() => requireDays(days, day('2026-03-18'))).toThrow('dueOn');
    else expect(() => requireDays({ ...days, dueOn: day('2026-03-25') }, day('2026-03-18'))).toThrow('validTo');
  });
});

describe('people are reminded', () => {
  it.each([
    ['2026-03-17', null],
    ['2026-03-18', 'before'],
    ['2026-03-19', 'before'],
    ['2026-03-20', 'due'],
    ['2026-03-21', 'late-1'],
    ['2026-03-27', 'late-1'],
    ['2026-03-28', 'late-2'],
  ])('on %s: %s', (today, step) => {
    expect(reminderStep(day('2026-03-20'), day(today))).toBe(step);
  });
});

describe('who answers', () => {
  const head: Actor = { id: 'thang', name: 'Thắng', unitId: 'gdtrh', roles: ['unitHead'] };
  const officer: Actor = { ...head, id: 'ngoc', roles: ['contactOfficer'] };

  it('for the whole unit: its head, or the contact officer of a unit without one', () => {
    expect([mayBrief(head, 'gdtrh', true), mayBrief(head, 'nui-voi', true)]).toEqual([true, false]);
    expect([mayBrief(officer, 'gdtrh', true), mayBrief(officer, 'gdtrh', false)]).toEqual([false, true]);
  });

  it('for having read: nobody but the reader', () => {
    requireInPerson(officer);
    expect(() => requireInPerson({ ...officer, onBehalfOf: { id: 'thang', name: 'Thắng', by: 'Ngọc' } })).toThrow(
      'forbidden',
    );
  });
});
