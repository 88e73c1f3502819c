import { EARLIER, HEAD, HOLDS, LATER, NOW, ready } from '../../../test/support/ready-ticket.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { GUARDS, GUARD_WORDS, type Guard, type TicketInView } from './guards.js';
import { PARTIES, type Party } from './identity/parties.js';
import { partiesOf, requireAct } from './deadlines/policy.js';
import { ACT_NAMES, TICKET_ACTS, type ActName } from './ticket-acts.js';
import { isOpen, NATURES, OPEN_STATES, TICKET_STATES, type TicketState } from './ticket-state.js';

/** The facts under which each condition alone does not hold. */
const BARRED: Readonly<Record<Guard, Partial<TicketInView>>> = {
  isFeedback: { nature: 'complaint' },
  assignedWhereDue: { reopeningsLeft: -1 },
  withinUnitAcknowledge: { acceptBy: EARLIER },
  notAskedBefore: { informationAsked: true },
  informationHasLapsed: { informationLapsed: false },
  beforeDue: { dueAt: EARLIER },
  extensionLeft: { extensionsLeft: 0 },
  noExtensionAsked: { extensionAskedById: 'someone' },
  extensionAsked: { extensionAskedById: null },
  askedByAnother: { extensionAskedById: HEAD.id },
  noAnswerProposed: { answerProposedById: 'someone' },
  ownSenderWaits: { ownEnd: 'withdrawn' },
  evidenced: { evidence: null },
  notEvidenced: { evidence: 'files' },
  answerProposed: { answerProposedById: null },
  proposedByAnother: { answerProposedById: HEAD.id },
  notPublished: { publishedAt: EARLIER },
  noPublicationAsked: { publicationAskedById: 'someone' },
  publicationAsked: { publicationAskedById: null },
  publicationAskedByAnother: { publicationAskedById: HEAD.id },
  ratingOpen: { ratingEndsAt: EARLIER },
  notRated: { rating: 4 },
  reopeningOpen: { reopenEndsAt: EARLIER },
  ratingOver: { ratingEndsAt: LATER },
};

/** What comes of trying: the state it leads to, or the refusal. */
function tried(name: ActName, ticket: TicketInView, parties: readonly Party[]): string {
  try {
    return requireAct(name, { ticket, actor: HEAD, parties, now: NOW });
  } catch (error) {
    const { code, details } = error as DomainError;
    const { guard } = details;
    return typeof guard === 'string' ? `${code} ${guard}` : code;
  }
}

const EVERY_MOVE = ACT_NAMES.flatMap((name) => TICKET_STATES.map((state) => [name, state] as const));

describe('every act in every state', () => {
  it.each(EVERY_MOVE)('%s from %s: leads where the table says, or is refused', (name, state) => {
    const { moves, by } = TICKET_ACTS[name];
    const expected = moves[state] ?? 'ticket-transition-refused';
    expect(tried(name, ready(name, state), by)).toBe(expected);
  });

  it.each(ACT_NAMES)('%s is refused to every party that the table does not name', (name) => {
    const { moves, by } = TICKET_ACTS[name];
    const [state] = Object.keys(moves) as [TicketState];
    const outcomes = PARTIES.map((party) => [party, tried(name, ready(name, state), [party])]);
    // A ticket that came back too often is the supervisor's: the other guards hold for every named party.
    expect(outcomes).toEqual(PARTIES.map((party) => [party, by.includes(party) ? moves[state] : 'forbidden']));
  });

  it.each(ACT_NAMES.flatMap((name) => TICKET_ACTS[name].guards.map((guard) => [name, guard] as const)))(
    '%s is barred when %s does not hold',
    (name, guard) => {
      const { moves, by } = TICKET_ACTS[name];
      const [state] = Object.keys(moves) as [TicketState];
      const named = by.filter((party) => party !== 'supervisor').slice(0, 1);
      const ticket = { ...ready(name, state), ...BARRED[guard] };
      expect(tried(name, ticket, named.length === 0 ? by : named)).toMatch(/^ticket-act-barred /u);
    },
  );

  it('says in words why each condition bars', () => {
    for (const guard of Object.keys(GUARDS) as Guard[]) expect(GUARD_WORDS[guard]).toMatch(/\.$/u);
  });
});

/** All states that can be reached by acts for which a filter lets the ticket through. */
function reachable(from: TicketState, allowed: (name: ActName) => boolean): ReadonlySet<TicketState> {
  const found = new Set<TicketState>([from]);
  for (const state of found) {
    for (const name of ACT_NAMES) {
      const next = TICKET_ACTS[name].moves[state];
      if (next !== undefined && allowed(name)) found.add(next);
    }
  }
  return found;
}

describe('the table as a whole', () => {
  it('reaches every state from receipt', () => {
    expect([...reachable('received', () => true)].sort()).toEqual([...TICKET_STATES].sort());
  });

  it.each(OPEN_STATES)('leads out of %s to an end in which the citizen has an answer', (state) => {
    expect(reachable(state, () => true).has('closed')).toBe(true);
  });

  it.each(['withdrawn', 'returned'] as const)('lets nothing happen to a ticket that is %s', (state) => {
    expect(ACT_NAMES.filter((name) => TICKET_ACTS[name].moves[state] !== undefined)).toEqual([]);
  });

  it('rule 18: lets a merged ticket end for its own sender, or come back; nothing else', () => {
    const possible = ACT_NAMES.filter((name) => TICKET_ACTS[name].moves.merged !== undefined);
    expect(possible).toEqual(['return', 'reject', 'withdraw', 'separate']);
  });

  it.each(NATURES.filter((nature) => nature !== 'feedback'))(
    'rule 7: what is %s never comes to be handled',
    (nature) => {
      const ticket = { ...HOLDS, nature };
      const allowed = (name: ActName): boolean =>
        TICKET_ACTS[name].guards.every(
          (guard) => guard !== 'isFeedback' || GUARDS[guard]({ ticket, actor: HEAD, parties: [], now: NOW }),
        ) && !TICKET_ACTS[name].by.every((by) => by === 'system');
      const states = reachable('received', allowed);
      // Merged, it would be handled with what it was merged into.
      for (const state of [
        'assigned',
        'verifying',
        'processing',
        'draftingReply',
        'waitingApproval',
        'merged',
      ] as const) {
        expect([state, states.has(state)]).toEqual([state, false]);
      }
      expect(states.has('returned') && states.has('rejected')).toBe(true);
    },
  );

  it('rule 5: stops the clock where the ticket is returned', () => {
    expect(TICKET_ACTS.return).toMatchObject({ hotline: '02', clock: 'stops' });
  });

  it('rule 13: pauses the clock only while the citizen is waited for', () => {
    const pausing = ACT_NAMES.filter((name) => TICKET_ACTS[name].clock === 'pauses');
    expect(pausing.flatMap((name) => Object.values(TICKET_ACTS[name].moves))).toEqual(
      expect.arrayContaining(['waitingCitizenInfo']),
    );
    expect(new Set(pausing.flatMap((name) => Object.values(TICKET_ACTS[name].moves)))).toEqual(
      new Set(['waitingCitizenInfo']),
    );
    const leaving = ACT_NAMES.filter((name) => {
      const next = TICKET_ACTS[name].moves.waitingCitizenInfo;
      return next !== undefined && next !== 'waitingCitizenInfo';
    });
    for (const name of leaving) expect(['resumes', 'stops']).toContain(TICKET_ACTS[name].clock);
  });

  it('ends every clock of a ticket for which the citizen no longer waits', () => {
    for (const name of ACT_NAMES) {
      const { moves, clock } = TICKET_ACTS[name];
      const ending = (Object.entries(moves) as [TicketState, TicketState][]).some(
        ([from, to]) => isOpen(from) && !isOpen(to),
      );
      expect([name, clock === 'stops']).toEqual([name, ending]);
    }
  });
});

describe('in what capacity one meets a ticket', () => {
  const ticket = { leadUnitId: 'u', officerId: 'an', coordinators: ['v'] };
  const actor = (id: string, unitId: string | null, ...roles: Actor['roles']): Actor => ({
    id,
    name: id,
    unitId,
    roles,
  });

  it.each<[string, Actor, Party[]]>([
    ['its officer', actor('an', 'u', 'contactOfficer'), ['officer']],
    ['the head of its unit', actor('binh', 'u', 'unitHead'), ['unitHead']],
    ['the head of another unit', actor('chi', 'w', 'unitHead'), []],
    ['a colleague of its officer', actor('dung', 'u', 'contactOfficer'), []],
    ['the officer of a unit that helps', actor('em', 'v', 'contactOfficer'), ['coordinator']],
    ['a clerk who also supervises', actor('ha', 'vp', 'registryClerk', 'supervisor'), ['registry', 'supervisor']],
    ['an administrator', actor('giang', 'u', 'administrator'), []],
    ['the system', SYSTEM, ['system']],
  ])('%s', (_who, who, parties) => {
    expect(partiesOf(who, ticket)).toEqual(parties);
  });
});
