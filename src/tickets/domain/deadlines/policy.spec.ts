import type { Actor, Role } from '../../../kernel/actor.js';
import { aTicket } from '../../../../test/support/a-ticket.js';
import { ticketAbilities } from '../decisions/abilities.js';
import { mayMoveListsOf, seesTicket, visibleUnits, type TicketInView } from './policy.js';
import { NO_POWERS } from '../../../delegation/domain/decision-authority.js';
import { TICKET_ACTS } from '../ticket-acts.js';
import { OPEN_STATES, TICKET_STATES, type TicketState } from '../ticket-state.js';

const actor = (unitId: string | null, ...roles: Role[]): Actor => ({ id: 'a', name: 'A', unitId, roles });
const ticket = (leadUnitId: string | null, state: TicketState = 'verifying', officerId: string | null = null) =>
  aTicket({ id: 't', state, leadUnitId, officerId });

const NOW = new Date('2026-03-13T02:00:00Z');

describe('whose tickets one sees', () => {
  it.each<[string, Actor, 'every' | string[]]>([
    ['the registry clerk every unit’s', actor('vp', 'registryClerk'), 'every'],
    ['a leader every unit’s', actor(null, 'leader'), 'every'],
    ['a supervisor every unit’s', actor('ttr', 'supervisor'), 'every'],
    ['a form checker every unit’s', actor('vp', 'formatChecker'), 'every'],
    ['a contact officer the own unit’s', actor('u', 'contactOfficer'), ['u']],
    ['a unit head the own unit’s', actor('u', 'unitHead'), ['u']],
    ['an administrator none', actor('u', 'administrator'), []],
    [
      'an administrator who is also a contact officer the own unit’s',
      actor('u', 'administrator', 'contactOfficer'),
      ['u'],
    ],
    ['nobody without unit and role any', actor(null), []],
    ['no unit head without a unit any', actor(null, 'unitHead'), []],
  ])('%s', (_rule, who, expected) => {
    expect(visibleUnits(who)).toEqual(expected);
    expect(seesTicket(who, ticket('u'))).toBe(expected === 'every' || expected.includes('u'));
    expect(seesTicket(who, ticket(null))).toBe(expected === 'every');
    expect(mayMoveListsOf(who, ['before', 'u'])).toBe(expected === 'every' || expected.includes('u'));
    expect(mayMoveListsOf(who, [])).toBe(expected === 'every');
  });
});

describe('in the place of somebody who is away', () => {
  const inPlace: Actor = { ...actor('u', 'contactOfficer'), onBehalfOf: { id: 'o', name: 'O', by: 'A' } };
  const acts = (who: Actor, change: Partial<TicketInView>) =>
    ticketAbilities(who, { ...ticket('u', 'processing', 'o'), ...change }, { now: NOW, powers: NO_POWERS }).acts;

  it('one is officer of the other’s tickets, and not of the own', () => {
    expect(acts(inPlace, {}).has('note')).toBe(true);
    expect(acts(inPlace, { officerId: 'a' }).has('note')).toBe(false);
  });

  it.each<[string, string, boolean]>([
    ['what oneself asked for', 'a', false],
    ['what the other asked for', 'o', false],
    ['what a third person asked for', 'b', true],
  ])('one decides on %s: %s, %s', (_rule, extensionAskedById, expected) => {
    const leader: Actor = { ...inPlace, roles: ['leader'] };
    expect(acts(leader, { extensionAskedById }).has('grantExtension')).toBe(expected);
  });
});

describe('a reply may be begun', () => {
  it.each(TICKET_STATES)('in %s only while the unit works on the ticket', (state) => {
    const head = actor('u', 'unitHead');
    const expected = ['verifying', 'processing', 'draftingReply'].includes(state);
    expect(ticketAbilities(head, ticket('u', state), { now: NOW, powers: NO_POWERS }).acts.has('beginReply')).toBe(
      expected,
    );
  });
});

describe('a released letter', () => {
  it.each(OPEN_STATES)('answers the ticket from %s', (state) => {
    expect(TICKET_ACTS.letterReleased.moves[state]).toBe('answered');
  });
});
