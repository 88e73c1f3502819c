import { DaysOfTickets1765000000025 } from '../../src/platform/database/migrations/0025-days-of-tickets.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketDayCounts } from '../../src/tickets/persistence/days/ticket-day-counts.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { aTicket, type TicketFields } from '../support/a-ticket.js';
import { Dice } from '../support/dice.js';
import { keptDays, recountedDays } from '../support/recounted-days.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

/** One of them is the next day in Việt Nam already. */
const MOMENTS = ['2026-03-02T03:00:00Z', '2026-03-02T17:30:00Z', '2026-03-09T10:00:00Z', '2025-11-30T16:59:59Z'];

let test: TestDatabase;
let uow: UnitOfWork;
let counts: TicketDayCounts;

beforeEach(async () => {
  test = await openTestDatabase();
  uow = new UnitOfWork(test.database);
  counts = new TicketDayCounts(test.database);
});
afterEach(() => test.close());

type Standing = Pick<TicketFields, 'startedAt' | 'answeredAt' | 'open' | 'leadUnitId' | 'category'>;

async function arrive(id: string, standing: Partial<Standing>): Promise<void> {
  const ticket = aTicket({ id, ...standing });
  await uow.run(async (tx) => {
    await tx.insert(TicketEntity, ticket);
    await counts.shift(tx, null, ticket);
  });
}

async function move(id: string, to: Partial<Standing>, thenFail = false): Promise<void> {
  await uow.run(async (tx) => {
    const ticket = await tx.findOneByOrFail(TicketEntity, { id });
    await tx.update(TicketEntity, { id }, to);
    await counts.shift(tx, ticket, Object.assign(new TicketEntity(), ticket, to));
    if (thenFail) throw new Error('refused');
  });
}

async function someTickets(moves: number): Promise<void> {
  const dice = new Dice(20261130);
  const anyhow = (): Standing => ({
    startedAt: new Date(dice.oneOf(MOMENTS)),
    answeredAt: dice.chance(1 / 2) ? null : new Date(dice.oneOf(MOMENTS)),
    open: dice.chance(1 / 2),
    leadUnitId: dice.oneOf<string | null>(['unit-1', 'unit-2', null]),
    category: dice.oneOf(['fees', 'other']),
  });
  for (let at = 0; at < 30; at += 1) await arrive(`id-${String(at)}`, anyhow());
  for (let step = 0; step < moves; step += 1) {
    const refused = dice.chance(1 / 5);
    await move(`id-${String(dice.below(30))}`, anyhow(), refused).catch((error: unknown) => {
      expect((error as Error).message).toBe('refused');
    });
  }
}

describe('the numbers of days', () => {
  it('are what the tickets say after random moves, those that were refused included', async () => {
    await someTickets(200);
    expect(await keptDays(test.database)).toEqual(await recountedDays(test.database));
  });

  it('are counted once from the tickets that are there when the table comes', async () => {
    await someTickets(0);
    const runner = test.database.writer.createQueryRunner();
    const kept = await keptDays(test.database);
    const migration = new DaysOfTickets1765000000025();
    await migration.down(runner);
    await migration.up(runner);
    expect(await keptDays(test.database)).toEqual(kept);
    await runner.release();
  });

  it('are right when many move at once in opposite directions', async () => {
    const [here, there] = [{ leadUnitId: 'unit-1' }, { leadUnitId: 'unit-2' }];
    for (let at = 0; at < 12; at += 1) await arrive(`id-${String(at)}`, at % 2 === 0 ? here : there);
    await Promise.all(Array.from({ length: 12 }, (_, at) => move(`id-${String(at)}`, at % 2 === 0 ? there : here)));
    expect(await keptDays(test.database)).toEqual(await recountedDays(test.database));
  });

  it('are asked for by unit and category, earlier days only while somebody waits', async () => {
    const at = (day: string): Date => new Date(`${day}T03:00:00Z`);
    await arrive('new', { startedAt: at('2026-03-10'), leadUnitId: 'unit-1', category: 'fees' });
    await arrive('old', { startedAt: at('2025-12-01'), leadUnitId: 'unit-1', category: 'fees' });
    const over = { open: false, answeredAt: at('2026-03-11') };
    await arrive('over', { startedAt: at('2025-12-02'), leadUnitId: null, category: 'other', ...over });
    const since = (asked: Parameters<TicketDayCounts['since']>[1]) => counts.since(civilDate('2026-01-01'), asked);
    const [old, fresh, answered] = [
      { day: '2025-12-01', received: 1, stillOpen: 1, answered: 0 },
      { day: '2026-03-10', received: 1, stillOpen: 1, answered: 0 },
      { day: '2026-03-11', received: 0, stillOpen: 0, answered: 1 },
    ];
    expect(await since({})).toEqual([old, fresh, answered]);
    expect(await since({ unitIds: ['unit-1'], category: 'fees' })).toEqual([old, fresh]);
    expect(await since({ unitIds: [''] })).toEqual([answered]);
    expect(await since({ unitIds: [] })).toEqual([]);
    expect(await since({ category: 'other' })).toEqual([answered]);
  });
});
