import { ESCALATION_TIERS } from '../../src/law/index.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { REMINDED_DUTIES, type RemindedDuty } from '../../src/tickets/domain/deadlines/reminded-duties.js';
import { TicketReminderEntity, TicketReminderWatchEntity } from '../../src/tickets/persistence/reminder.entities.js';
import { Dice } from '../support/dice.js';
import { FixedClock } from '../support/fixed-clock.js';
import { groupedBy } from '../support/grouped.js';
import { isOpen, plannedReminders, type PlannedReminder } from '../support/planned-reminders.js';
import { ReminderWorker } from '../support/reminder-worker.js';
import { DAY, END, MINUTE, ReminderYear, YEAR, type Owed } from '../support/reminder-year.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { settle } from '../support/test-people.js';

const TICKETS = 70;

const REGISTRY = ['vanthu', 'chanhvp', 'giamsat', 'giamdoc'];
const LEAD_UNIT = ['ngoc', 'thang', 'giamsat', 'giamdoc'];
/** The school that is asked to help has no head, so that supervision hears instead. */
const HELPING_UNIT = ['luc', 'giamsat', 'giamsat', 'giamdoc'];

/** Who hears, from the officer up. */
const CHAINS: Readonly<Record<RemindedDuty, readonly string[]>> = {
  acknowledge: REGISTRY,
  assign: REGISTRY,
  unitAcknowledge: LEAD_UNIT,
  coordinationReply: HELPING_UNIT,
  process: LEAD_UNIT,
  releaseReply: REGISTRY,
  returnNotCompetent: REGISTRY,
};

describe('two workers for a simulated year', () => {
  let test: TestDatabase;
  const clock = new FixedClock(new Date(YEAR).toISOString());
  /** The same year at each run. */
  const dice = new Dice(20_260_105);
  let year: ReminderYear;
  /** Times in which both workers stood still. */
  const stops: { readonly from: number; readonly to: number }[] = [];
  let restarts = 0;

  beforeAll(async () => {
    test = await openTestDatabase();
    await settle(test.database);
    const uow = new UnitOfWork(test.database);
    for (const [id, position, unitId, role] of [
      ['giamdoc', 'Giám đốc', 'lanh-dao', 'leader'],
      ['chanhvp', 'Chánh Văn phòng', 'van-phong', 'unitHead'],
    ] as const) {
      await uow.run((tx) =>
        tx.insert(StaffEntity, {
          ...{ id, username: id, fullName: `Người ${id}`, position, unitId, roles: [role], honorific: 'Ông' },
          ...{ active: true, passwordHash: null, eOfficeCode: null, email: null, phone: null },
        }),
      );
    }
    year = new ReminderYear(uow, clock, dice);
    for (let index = 0; index < TICKETS; index += 1) year.plan(`t${String(index)}`);
    for (let month = 0; month < 12; month += 1) {
      const from = year.between(YEAR + month * 30 * DAY, YEAR + (month + 1) * 30 * DAY);
      stops.push({ from, to: from + year.between(0, 3 * DAY) });
    }
    await live();
  }, 240_000);
  afterAll(() => test.close());

  /** The year: from one thing to the next, by full minutes as timers come, with restarts and with both workers away for a while. */
  async function live(): Promise<void> {
    const { happenings } = year;
    happenings.sort((one, other) => one.at - other.at);
    let workers = await Promise.all([ReminderWorker.start(test, clock), ReminderWorker.start(test, clock)]);
    for (let now = YEAR; now < END; now = await next(now)) {
      clock.advance(now - clock.now().getTime());
      while ((happenings[0]?.at ?? END) <= now) await happenings.shift()?.what();
      if (stops.some(({ from, to }) => from <= now && now < to)) continue;
      if (dice.chance(0.03)) {
        restarts += 1;
        await Promise.all(workers.map((worker) => worker.stop()));
        workers = await Promise.all([ReminderWorker.start(test, clock), ReminderWorker.start(test, clock)]);
      }
      if (dice.chance(0.2)) await Promise.all(workers.map((worker) => worker.turn()));
      else for (const worker of dice.chance(0.5) ? workers : workers.toReversed()) await worker.turn();
    }
    await Promise.all(workers.map((worker) => worker.stop()));
  }

  /** The next full minute at which anything happens, or a watch or the end of a stop is due. */
  async function next(now: number): Promise<number> {
    const [soonest] = await test.database.reader
      .getRepository(TicketReminderWatchEntity)
      .createQueryBuilder('watch')
      .where('watch.nextAt IS NOT NULL')
      .orderBy('watch.nextAt')
      .limit(1)
      .getMany();
    const stop = stops.find(({ from, to }) => from <= now && now < to);
    const due = stop === undefined ? (soonest?.nextAt?.getTime() ?? END) : stop.to;
    const wanted = Math.min(due, year.happenings[0]?.at ?? END);
    return Math.max(now + MINUTE, Math.ceil(wanted / MINUTE) * MINUTE);
  }

  const reminders = (): Promise<TicketReminderEntity[]> =>
    test.database.reader.getRepository(TicketReminderEntity).find({ order: { saidAt: 'ASC' } });

  it('rule 14: the year was long and restless enough to show something', async () => {
    expect(restarts).toBeGreaterThan(20);
    expect((await reminders()).length).toBeGreaterThan(1000);
    expect(year.happenings).toEqual([]);
  });

  it('rule 14: no reminder was said twice, and what was due on a ticket at once was told to its person in one notice', async () => {
    const rows = await reminders();
    const names = rows.map(({ deadlineId, step, staffId }) => `reminder:${deadlineId}:${step}:${staffId}`);
    expect(new Set(names).size).toBe(names.length);
    const told = await test.database.reader.getRepository(NoticeEntity).find();
    const named = new Set(names);
    expect(told.filter(({ key }) => !named.has(key))).toEqual([]);
    const turnOf = (ticketId: string | null, staffId: string, at: Date): string =>
      `${String(ticketId)} ${staffId} ${at.toISOString()}`;
    const turns = new Set(rows.map(({ ticketId, staffId, saidAt }) => turnOf(ticketId, staffId, saidAt)));
    expect(told.map(({ ticketId, staffId, at }) => turnOf(ticketId, staffId, at)).sort()).toEqual([...turns].sort());
    expect(turns.size).toBeLessThan(rows.length);
  });

  it('rules 14, 15: whatever the duty, what was due while a worker lived was said within its minute to everybody in the chain', async () => {
    const saidOf = groupedBy(await reminders(), ({ deadlineId, step }) => `${deadlineId} ${step}`);
    const saidOfDuty = groupedBy(await reminders(), ({ ticketId, duty, step }) => `${ticketId} ${duty} ${step}`);
    const checked = new Map<string, number>();
    for (const one of year.owed) {
      for (const planned of plannedReminders(one).filter((reminder) => isSure(one, reminder))) {
        const said = saidOf.get(`${one.id} ${planned.step}`) ?? [];
        for (const { saidAt } of said) expect(Math.abs(saidAt.getTime() - planned.at)).toBeLessThanOrEqual(2 * MINUTE);
        const wanted = listeners(one, planned);
        // What an earlier count has said to somebody is not said again.
        const before = one.revision === 1 ? [] : (saidOfDuty.get(`${one.ticketId} ${one.duty} ${planned.step}`) ?? []);
        const heard = [...said, ...before.filter(({ staffId }) => wanted.includes(staffId))];
        const people = [...new Set(heard.map(({ staffId }) => staffId))].sort();
        expect([one.duty, planned.step, people]).toEqual([one.duty, planned.step, wanted]);
        const kind = `${one.duty}${one.level === 'urgent' ? ', urgent' : ''}`;
        checked.set(kind, (checked.get(kind) ?? 0) + 1);
      }
    }
    expect([...checked.keys()].sort()).toEqual(REMINDED_DUTIES.flatMap((duty) => [duty, `${duty}, urgent`]).sort());
    expect(Math.min(...checked.values())).toBeGreaterThan(5);
    expect([...checked.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(1000);
  });

  /** Whether a worker was there at the moment, the row too, and nothing else happened to it then. */
  function isSure(one: Owed, { at }: PlannedReminder): boolean {
    const given = year.givenAt.get(one.ticketId) ?? 0;
    return (
      !stops.some(({ from, to }) => at >= from - 2 * MINUTE && at <= to + 2 * MINUTE) &&
      at > one.from + 2 * MINUTE &&
      at < one.to - 2 * MINUTE &&
      Math.abs(at - given) > 2 * MINUTE
    );
  }

  function listeners({ ticketId, duty }: Owed, { at, tiers }: PlannedReminder): readonly string[] {
    const given = at > (year.givenAt.get(ticketId) ?? 0);
    const chain = duty === 'process' && !given ? REGISTRY : CHAINS[duty];
    return [...new Set(chain.slice(0, tiers))].sort();
  }

  it('rule 14: none was said outside working hours unless the ticket is urgent, and none before its moment or after its end', async () => {
    const byId = new Map(year.owed.map((one) => [one.id, one]));
    for (const { deadlineId, plannedAt, saidAt } of await reminders()) {
      const one = byId.get(deadlineId);
      if (one === undefined) throw new Error('A reminder of nothing');
      if (one.level !== 'urgent') expect(isOpen(saidAt.getTime())).toBe(true);
      expect(saidAt.getTime()).toBeGreaterThanOrEqual(plannedAt.getTime());
      expect(saidAt.getTime()).toBeLessThan(one.to);
    }
  });

  it('rule 15: nobody higher in the chain heard of a ticket before those below', async () => {
    const first = new Map<string, Map<string, number>>();
    for (const { deadlineId, tier, saidAt } of await reminders()) {
      const tiers = first.get(deadlineId) ?? new Map<string, number>();
      first.set(deadlineId, tiers.set(tier, Math.min(tiers.get(tier) ?? Infinity, saidAt.getTime())));
    }
    let whole = 0;
    for (const tiers of first.values()) {
      const times = ESCALATION_TIERS.flatMap((tier) => tiers.get(tier) ?? []);
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      if (tiers.size === ESCALATION_TIERS.length) whole += 1;
    }
    expect(whole).toBeGreaterThan(10);
  });
});
