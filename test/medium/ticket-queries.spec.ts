import type { Actor, Role } from '../../src/kernel/actor.js';
import { fold } from '../../src/kernel/vietnamese.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { isOpen, TICKET_STATES, type TicketState } from '../../src/tickets/domain/ticket-state.js';
import {
  mayBeByReceipt,
  placeOf,
  type TicketCursor,
  type TicketFilter,
  type TicketOrder,
  type TicketRow,
} from '../../src/tickets/index.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import { TicketCounters } from '../../src/tickets/persistence/ticket-counters.js';
import { TicketCoordinationEntity } from '../../src/tickets/persistence/life.entities.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { aTicket as receivedTicket } from '../support/a-ticket.js';
import { enterTickets } from '../support/enter-tickets.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const DAY = 86_400_000;
const FIRST_DUE = Date.UTC(2026, 2, 2, 10);
const UNITS = ['unit-1', 'unit-2', null];
const ALL = 120;

const actor = (unitId: string | null, ...roles: Role[]): Actor => ({ id: 'actor', name: 'Người xem', unitId, roles });
const LEADER = actor(null, 'leader');
const HEAD = actor('unit-1', 'unitHead');
const HELPER = actor('unit-3', 'contactOfficer');

/** Every seventh ticket waits for something else than its handling. */
function waiting(at: number): Partial<Ticket> {
  switch (at % 7) {
    case 0:
      return { answerProposedById: at % 2 === 0 ? 'officer-1' : 'actor' };
    case 1:
      return { extensionAskedById: 'officer-1' };
    case 2:
      return { publicationAskedById: 'officer-1' };
    case 3:
      return { reopeningsLeft: -1 };
    case 4:
      return { answeredAt: new Date(FIRST_DUE), closedAt: null };
    case 5:
      return { informationLapsed: true, pausedAt: new Date(FIRST_DUE) };
    default:
      return {};
  }
}

const owes = (id: string): boolean => id.endsWith('5');

type Ticket = Pick<TicketEntity, keyof TicketEntity>;

/** Ticket of that number: five share a deadline, two of three are open, units and officers take turns. */
function aTicket(at: number, change: Partial<Ticket> = {}): Ticket {
  const state = TICKET_STATES[at % TICKET_STATES.length] ?? 'received';
  const ticket: Ticket = receivedTicket({
    id: `id-${String((at * 37) % ALL).padStart(4, '0')}`,
    code: `PA-${String(at).padStart(4, '0')}`,
    hotlineCode: `PAKN.${String(at)}`,
    state,
    open: isOpen(state),
    hotlineCategory: 'Dạy thêm',
    place: 'Quận Lê Chân',
    startedAt: new Date(FIRST_DUE - 10 * DAY + (at % 9) * DAY),
    dueAt: new Date(FIRST_DUE + (Math.floor(at / 5) % 20) * DAY + 7),
    legalEndAt: new Date(FIRST_DUE + 21 * DAY + at),
    leadUnitId: UNITS[at % UNITS.length] ?? null,
    officerId: at % 4 === 0 ? null : `officer-${String(at % 4)}`,
    latest: 'Đã tiếp nhận',
    closedAt: isOpen(state) ? null : new Date(FIRST_DUE + at),
    createdAt: new Date(FIRST_DUE - 10 * DAY),
    ...waiting(at),
    ...change,
  });
  return { ...ticket, folded: fold(`${ticket.code} ${ticket.subject} ${ticket.place} ${ticket.hotlineCategory}`) };
}

/** Unit 3 owes its reply where `owes` says so, and has given it elsewhere. */
function aCoordination({ id }: Ticket): Omit<TicketCoordinationEntity, 'reply' | 'repliedById'> {
  const [askedAt, dueAt] = [new Date(FIRST_DUE - 5 * DAY), new Date(FIRST_DUE)];
  const about = {
    id: `c-${id}`,
    ticketId: id,
    cycle: 1,
    unitId: 'unit-3',
    question: 'Ý kiến?',
    askedById: 'officer-1',
  };
  return { ...about, askedAt, dueAt, legalEndAt: dueAt, endedAt: owes(id) ? null : dueAt };
}

const bySoonest = (one: Ticket, other: Ticket): number =>
  one.dueAt.getTime() - other.dueAt.getTime() || (one.id < other.id ? -1 : 1);
const inOrderOf =
  ({ by, lastFirst }: TicketOrder) =>
  (one: Ticket, other: Ticket): number => {
    const [earlier, later] = lastFirst ? [other, one] : [one, other];
    const column = by === 'due' ? 'dueAt' : 'startedAt';
    return earlier[column].getTime() - later[column].getTime() || (earlier.id < later.id ? -1 : 1);
  };

describe('lists of tickets', () => {
  let test: TestDatabase;
  let queries: TicketQueries;
  const tickets = Array.from({ length: ALL }, (_, at) => aTicket(at));

  beforeAll(async () => {
    test = await openTestDatabase();
    const counters = new TicketCounters(test.database);
    queries = new TicketQueries(test.database, counters);
    await new UnitOfWork(test.database).run(async (tx) => {
      await enterTickets(tx, counters, tickets);
      await tx.insert(
        TicketCoordinationEntity,
        tickets.filter(({ id }) => owes(id) || id.endsWith('6')).map(aCoordination),
      );
    });
  });
  afterAll(() => test.close());

  const expected = (holds: (ticket: Ticket) => boolean): string[] =>
    tickets
      .filter(holds)
      .sort(bySoonest)
      .map(({ code }) => code);
  const codes = (rows: readonly TicketRow[]): string[] => rows.map(({ code }) => code);

  async function inPages(who: Actor, filter: TicketFilter, size: number): Promise<string[]> {
    const read: TicketRow[] = [];
    for (let after: TicketCursor | null = null; ;) {
      const page: TicketRow[] = await queries.page(who, filter, after, size);
      read.push(...page);
      if (page.length < size) return codes(read);
      const last: TicketRow | undefined = page.at(-1);
      after = last === undefined ? null : placeOf(filter, last);
    }
  }

  const state = (...wanted: TicketState[]): readonly TicketState[] => wanted;
  const lists: [string, Actor, TicketFilter, (ticket: Ticket) => boolean][] = [
    ['every open ticket', LEADER, { open: true }, ({ open }) => open],
    ['every closed ticket', LEADER, { open: false }, ({ open }) => !open],
    ['open and closed ones together', LEADER, {}, () => true],
    ['one unit', LEADER, { open: true, unitId: 'unit-2' }, ({ open, leadUnitId }) => open && leadUnitId === 'unit-2'],
    ['one officer', LEADER, { open: true, officerId: 'officer-3' }, (t) => t.open && t.officerId === 'officer-3'],
    [
      'some states',
      LEADER,
      { open: true, states: state('assigned', 'processing') },
      (t) => ['assigned', 'processing'].includes(t.state),
    ],
    ['no state', LEADER, { states: [] }, () => false],
    ['named tickets', LEADER, { ids: ['id-0003', 'id-0100', 'id-9999'] }, (t) => /^id-0(003|100)$/u.test(t.id)],
    ['no named ticket', LEADER, { ids: [] }, () => false],
    [
      'deadlines from a moment until before another',
      LEADER,
      { dueFrom: new Date(FIRST_DUE + 2 * DAY + 7), dueBefore: new Date(FIRST_DUE + 5 * DAY + 7) },
      ({ dueAt }) => dueAt.getTime() >= FIRST_DUE + 2 * DAY + 7 && dueAt.getTime() < FIRST_DUE + 5 * DAY + 7,
    ],
    ['to a unit only its own', HEAD, {}, ({ leadUnitId }) => leadUnitId === 'unit-1'],
    ['to a unit nothing of another', HEAD, { unitId: 'unit-2' }, () => false],
    ['to nobody without unit and role', actor(null), {}, () => false],
    [
      'answers that another put up for approval',
      LEADER,
      { open: true, waitsFor: 'answerApproval' },
      (t) => t.open && t.answerProposedById === 'officer-1',
    ],
    [
      'wishes for more time that another has',
      LEADER,
      { open: true, waitsFor: 'extensionDecision' },
      (t) => t.open && t.extensionAskedById !== null,
    ],
    [
      'results that another wants to be public',
      LEADER,
      { open: false, waitsFor: 'publicationDecision' },
      (t) => !t.open && t.publicationAskedById !== null,
    ],
    [
      'what came back more often than the rules allow',
      LEADER,
      { open: true, waitsFor: 'supervision' },
      (t) => t.open && t.reopeningsLeft < 0,
    ],
    [
      'to a unit its answers that wait for the citizen’s judgement',
      HEAD,
      { unitId: 'unit-1', waitsFor: 'rating' },
      (t) => t.leadUnitId === 'unit-1' && t.answeredAt !== null && t.closedAt === null,
    ],
    [
      'what the citizen did not complete in time',
      LEADER,
      { open: true, states: state('processing'), waitsFor: 'lapsedInformation' },
      (t) => t.state === 'processing' && t.informationLapsed,
    ],
    ['to a unit what others ask of it', HELPER, { owesReply: 'unit-3' }, ({ id, open }) => open && owes(id)],
    [
      'to a unit nothing that is asked of another, but what it leads itself',
      HEAD,
      { owesReply: 'unit-3' },
      ({ id, open, leadUnitId }) => open && owes(id) && leadUnitId === 'unit-1',
    ],
    ['everything to the registry clerk', actor('unit-2', 'registryClerk'), {}, () => true],
  ];

  it.each(lists)(
    'shows %s, soonest deadline first, in pages that hold each once',
    async (_list, who, filter, holds) => {
      const wanted = expected(holds);
      expect(codes(await queries.page(who, filter, null, ALL))).toEqual(wanted);
      expect(await inPages(who, filter, 1)).toEqual(wanted);
      expect(await inPages(who, filter, 7)).toEqual(wanted);
      expect(await queries.count(who, filter)).toBe(wanted.length);
    },
  );

  const orders: readonly TicketOrder[] = [
    { by: 'due', lastFirst: true },
    { by: 'received', lastFirst: true },
    { by: 'received', lastFirst: false },
  ];
  const inOrders = orders.flatMap((order) =>
    lists
      .filter(([, , filter]) => order.by === 'due' || mayBeByReceipt(filter))
      .map((list): [string, TicketOrder, (typeof lists)[number]] => [
        `${list[0]} by ${JSON.stringify(order)}`,
        order,
        list,
      ]),
  );

  it.each(inOrders)('shows %s in pages that hold each once, and knows places in it', async (_list, order, list) => {
    const [, who, filter, holds] = list;
    const ordered = { ...filter, order };
    const rows = tickets.filter(holds).sort(inOrderOf(order));
    expect(await inPages(who, ordered, 7)).toEqual(rows.map(({ code }) => code));
    expect(await queries.count(who, ordered)).toBe(rows.length);
    const [at, ticket] = [Math.floor(rows.length / 2), rows[Math.floor(rows.length / 2)]];
    if (!ticket) return;
    expect(await queries.placeIn(who, ordered, ticket)).toEqual({
      position: at + 1,
      total: rows.length,
      previousId: rows[at - 1]?.id ?? null,
      nextId: rows[at + 1]?.id ?? null,
    });
  });

  it('refuses the order of receipt where no index holds what the list asks', () => {
    expect(mayBeByReceipt({ open: true, unitId: 'unit-1', states: ['received'] })).toBe(true);
    for (const more of [{ dueBefore: new Date() }, { waitsFor: 'rating' }, { ids: ['a'] }, { owesReply: 'a' }] as const)
      expect(mayBeByReceipt({ open: true, ...more })).toBe(false);
    expect(mayBeByReceipt({ open: false })).toBe(false);
    expect(mayBeByReceipt({ open: true, unitId: null })).toBe(false);
  });

  it('shows each ticket as it was kept, to the millisecond', async () => {
    const rows = await queries.page(LEADER, {}, null, ALL);
    const kept = tickets.toSorted(bySoonest).map((t) => ({
      id: t.id,
      code: t.code,
      subject: t.subject,
      channel: t.channel,
      place: t.place,
      state: t.state,
      startedAt: t.startedAt,
      dueAt: t.dueAt,
      legalEndAt: t.legalEndAt,
      closedAt: t.closedAt,
      answeredAt: t.answeredAt,
      pausedAt: t.pausedAt,
      latest: t.latest,
      leadUnitId: t.leadUnitId,
      officerId: t.officerId,
    }));
    expect(rows).toEqual(kept);
  });

  it.each(lists)('knows the place of a ticket in %s', async (_list, who, filter, holds) => {
    const rows = tickets.filter(holds).sort(bySoonest);
    for (const at of [0, Math.floor(rows.length / 2), rows.length - 1]) {
      const ticket = rows[at];
      if (!ticket) continue;
      expect(await queries.placeIn(who, filter, ticket)).toEqual({
        position: at + 1,
        total: rows.length,
        previousId: rows[at - 1]?.id ?? null,
        nextId: rows[at + 1]?.id ?? null,
      });
    }
    const outside = tickets.find((ticket) => !holds(ticket));
    if (outside) expect(await queries.placeIn(who, filter, outside)).toBeNull();
  });

  it('counts what each officer holds', async () => {
    const held = await queries.openByOfficer();
    expect(held.get('officer-1')).toBe(tickets.filter((t) => t.open && t.officerId === 'officer-1').length);
  });
});
