import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TICKET_STATES } from '../../src/tickets/domain/ticket-state.js';
import { TicketCounterEntity } from '../../src/tickets/persistence/search.entities.js';
import { TicketCounters, type Counted, type CountedIn } from '../../src/tickets/persistence/ticket-counters.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { aTicket } from '../support/a-ticket.js';
import { enterTickets } from '../support/enter-tickets.js';
import { Dice } from '../support/dice.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const OFFICERS = ['officer-1', 'officer-2', null];
const UNITS = ['unit-1', 'unit-2', 'unit-3', null];

describe('counters of tickets', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  let counters: TicketCounters;

  beforeEach(async () => {
    test = await openTestDatabase();
    uow = new UnitOfWork(test.database);
    counters = new TicketCounters(test.database);
  });
  afterEach(() => test.close());

  const anywhere = (dice: Dice): Counted => ({
    leadUnitId: dice.oneOf(UNITS),
    officerId: dice.oneOf(OFFICERS),
    state: dice.oneOf(TICKET_STATES),
  });

  async function open(id: string, place: Counted): Promise<void> {
    await uow.run(async (tx) => {
      await enterTickets(tx, counters, [aTicket({ id, ...(place as Pick<TicketEntity, keyof Counted>) })]);
    });
  }

  async function move(id: string, to: Counted, thenFail = false): Promise<void> {
    await uow.run(async (tx) => {
      const ticket = await tx.findOneByOrFail(TicketEntity, { id });
      await tx.update(TicketEntity, { id }, to as Pick<TicketEntity, keyof Counted>);
      await counters.shift(tx, ticket, to);
      if (thenFail) throw new Error('refused');
    });
  }

  const heldIn = async (asked: CountedIn): Promise<number> =>
    [...(await counters.heldByState(asked)).values()].reduce((sum, held) => sum + held, 0);

  it('say what a recount says after random moves, those that were refused included', async () => {
    const dice = new Dice(20261125);
    for (let at = 0; at < 60; at += 1) await open(`id-${String(at)}`, anywhere(dice));
    for (let step = 0; step < 400; step += 1) {
      const refused = dice.chance(1 / 5);
      await move(`id-${String(dice.below(60))}`, anywhere(dice), refused).catch((error: unknown) => {
        expect((error as Error).message).toBe('refused');
      });
    }
    expect(await counters.differences()).toEqual([]);
    expect(await heldIn({})).toBe(60);
    const tickets = await test.database.reader.getRepository(TicketEntity).find();
    for (const unit of UNITS) {
      const states = TICKET_STATES.slice(0, 4);
      expect(await heldIn({ unitIds: [unit ?? ''], states })).toBe(
        tickets.filter((ticket) => ticket.leadUnitId === unit && states.includes(ticket.state)).length,
      );
    }
    const processing = tickets.filter(({ state }) => state === 'processing');
    expect(await counters.heldByState({ states: ['processing'] })).toEqual(
      new Map([['processing', processing.length]]),
    );
    const byOfficer = await counters.heldByOfficer({ states: ['processing'] });
    for (const officer of ['officer-1', 'officer-2']) {
      expect(byOfficer.get(officer) ?? 0).toBe(processing.filter(({ officerId }) => officerId === officer).length);
    }
  });

  it('hold nothing where nothing is asked for', async () => {
    await open('id-1', { leadUnitId: 'unit-1', officerId: null, state: 'received' });
    expect(await heldIn({ unitIds: [] })).toBe(0);
    expect(await heldIn({ states: [] })).toBe(0);
    expect(await heldIn({ unitIds: ['unit-2'] })).toBe(0);
    expect(await counters.heldByState({ unitIds: ['unit-2'] })).toEqual(new Map());
    expect(await counters.heldByOfficer({})).toEqual(new Map());
  });

  it('are right when many move at once in opposite directions', async () => {
    const [here, there] = [
      { leadUnitId: 'unit-1', officerId: null, state: 'received' },
      { leadUnitId: 'unit-2', officerId: null, state: 'assigned' },
    ];
    for (let at = 0; at < 20; at += 1) await open(`id-${String(at)}`, at % 2 === 0 ? here : there);
    await Promise.all(Array.from({ length: 20 }, (_, at) => move(`id-${String(at)}`, at % 2 === 0 ? there : here)));
    expect(await counters.differences()).toEqual([]);
    expect(await heldIn({ unitIds: ['unit-1'], states: ['received'] })).toBe(10);
  });

  it('name what was written past them', async () => {
    await open('id-1', { leadUnitId: 'unit-1', officerId: null, state: 'received' });
    await test.database.writer.getRepository(TicketCounterEntity).increment({ unitId: 'unit-1' }, 'held', 2);
    await test.database.writer.getRepository(TicketEntity).update({ id: 'id-1' }, { state: 'accepted' });
    expect(await counters.differences()).toEqual([
      { unitId: 'unit-1', officerId: '', state: 'received', held: 3, recounted: 0 },
      { unitId: 'unit-1', officerId: '', state: 'accepted', held: 0, recounted: 1 },
    ]);
  });
});
