import { deadline } from '../../src/calendar/domain/deadline.js';
import { builtInCalendar, intervalsOf } from '../../src/calendar/index.js';
import { civilDateOf, minuteOfDay, type CivilDate } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { ESCALATION_TIERS, LEVELS, limitFor, policyAt, type Duty, type Level } from '../../src/law/index.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketReminderEntity, TicketReminderWatchEntity } from '../../src/tickets/persistence/reminder.entities.js';
import { TicketDeadlineEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { aTicket } from '../support/a-ticket.js';
import { FixedClock } from '../support/fixed-clock.js';
import { ReminderWorker } from '../support/reminder-worker.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { settle } from '../support/test-people.js';

const TICKETS = 110;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const YEAR = new Date('2026-01-05T00:00:00+07:00').getTime();
const END = new Date('2027-01-15T00:00:00+07:00').getTime();
const calendar = builtInCalendar();

/** The same year at each run. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Happening {
  readonly at: number;
  readonly what: () => Promise<unknown>;
}

/** One deadline of the year as the simulation knows it. */
interface Owed {
  readonly id: string;
  readonly level: Level;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly legalEndAt: Date;
  /** From when the row could be found, and from when nobody owes it. */
  readonly from: number;
  to: number;
}

/** An independent count: whether the office is open in a minute, by looking at each. */
const hoursOfDays = new Map<CivilDate, readonly { from: number; to: number }[]>();
function isOpen(time: number): boolean {
  const day = civilDateOf(new Date(time));
  let hours = hoursOfDays.get(day);
  if (hours === undefined) hoursOfDays.set(day, (hours = intervalsOf(day, calendar)));
  const minute = minuteOfDay(new Date(time));
  return hours.some(({ from, to }) => from <= minute && minute < to);
}

/** The planned moments of a deadline by that count, each with its step. */
function plannedMoments({ startedAt, dueAt, legalEndAt, to }: Owed): ReadonlyMap<string, number> {
  const open: number[] = [];
  const begin = startedAt.getTime();
  for (let time = begin; time < dueAt.getTime(); time += MINUTE) if (isOpen(time)) open.push(time);
  const planned = new Map<string, number>();
  const share = (percent: number): number =>
    open[Math.min(open.length - 1, Math.floor((open.length * percent) / 100))] ?? 0;
  if (open.length > 0) for (const percent of [50, 80, 100]) planned.set(`${String(percent)}%`, share(percent));
  const firstDay = new Date(`${civilDateOf(new Date(legalEndAt.getTime() + DAY))}T08:00:00+07:00`).getTime();
  for (let time = firstDay; time < to; time += DAY) {
    if (isOpen(time)) planned.set(`late ${civilDateOf(new Date(time))}`, time);
  }
  return planned;
}

describe('two workers for a simulated year', () => {
  let test: TestDatabase;
  const clock = new FixedClock(new Date(YEAR).toISOString());
  const random = mulberry32(20_260_105);
  const happenings: Happening[] = [];
  const owed: Owed[] = [];
  /** Times in which both workers stood still. */
  const stops: { readonly from: number; readonly to: number }[] = [];
  let restarts = 0;

  const between = (from: number, to: number): number => Math.floor((from + random() * (to - from)) / MINUTE) * MINUTE;
  const oneOf = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

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
    for (let index = 0; index < TICKETS; index += 1) plan(uow, index);
    for (let month = 0; month < 12; month += 1) {
      const from = between(YEAR + month * 30 * DAY, YEAR + (month + 1) * 30 * DAY);
      stops.push({ from, to: from + between(0, 3 * DAY) });
    }
    await live();
  }, 120_000);
  afterAll(() => test.close());

  /** A ticket: it comes, is given to a unit, is given more time now and then, and is answered in time or late. */
  function plan(uow: UnitOfWork, index: number): void {
    const id = `t${String(index)}`;
    const level = oneOf(LEVELS);
    const startedAt = between(YEAR, YEAR + 330 * DAY);
    const assigned = startedAt + between(10 * MINUTE, 2 * DAY);
    const process = count('process', level, startedAt);
    const answered = assigned + between(DAY / 4, (process.dueAt.getTime() - startedAt) * 2.5);
    const first = owe(process, startedAt, answered);
    const acknowledge = owe(count('acknowledge', level, startedAt), startedAt, assigned);
    const insert = (duty: Duty, { id: deadlineId, startedAt: start, dueAt, legalEndAt }: Owed, revision = 1) =>
      uow.run((tx) =>
        tx.insert(TicketDeadlineEntity, {
          ...{ id: deadlineId, ticketId: id, duty, ...limitFor(policyAt(civilDateOf(start)), duty, level) },
          ...{ startedAt: start, dueAt, legalEndAt, policyVersion: 1, calendarVersion: 1, countedForUnitId: null },
          ...{ cycle: 1, revision, reason: 'receipt', extendedBy: null, pauses: [], proof: [] },
          ...{ supersededAt: null, metAt: null },
        }),
      );
    const mark = (which: Owed, field: 'metAt' | 'supersededAt') =>
      uow.run((tx) => tx.update(TicketDeadlineEntity, { id: which.id }, { [field]: clock.now() }));
    const change = (fields: Partial<TicketEntity>) => uow.run((tx) => tx.update(TicketEntity, { id }, fields));

    happen(startedAt, async () => {
      await uow.run((tx) => tx.insert(TicketEntity, aTicket({ id, level })));
      await insert('process', first);
      await insert('acknowledge', acknowledge);
    });
    happen(assigned, async () => {
      await mark(acknowledge, 'metAt');
      await change({ state: 'processing', leadUnitId: 'gdtrh', officerId: 'ngoc' });
    });
    let last = first;
    if (random() < 0.3) {
      const granted = assigned + Math.floor((Math.min(answered, process.dueAt.getTime()) - assigned) * 0.6);
      const extended = { ...count('process', 'complex', startedAt), level };
      if (granted > assigned && granted < answered) {
        first.to = granted;
        const second = (last = owe(extended, granted, answered));
        happen(granted, async () => {
          await mark(first, 'supersededAt');
          await insert('process', second, 2);
        });
      }
    }
    happen(answered, async () => {
      await mark(last, 'metAt');
      await change({ state: 'answered', open: false });
    });
  }

  function count(duty: Duty, level: Level, start: number) {
    const startedAt = new Date(start);
    const { due, legalEnd } = deadline(startedAt, limitFor(policyAt(civilDateOf(startedAt)), duty, level), calendar);
    return { level, startedAt, dueAt: due, legalEndAt: legalEnd };
  }

  function owe(counted: ReturnType<typeof count>, from: number, to: number): Owed {
    const one = { ...counted, id: newId(), from, to };
    owed.push(one);
    return one;
  }

  function happen(at: number, what: () => Promise<unknown>): void {
    happenings.push({ at, what });
  }

  /** The year: from one thing to the next, by full minutes as timers come, with restarts and with both workers away for a while. */
  async function live(): Promise<void> {
    happenings.sort((one, other) => one.at - other.at);
    let workers = await Promise.all([ReminderWorker.start(test, clock), ReminderWorker.start(test, clock)]);
    for (let now = YEAR; now < END; now = await next(now)) {
      clock.advance(now - clock.now().getTime());
      while ((happenings[0]?.at ?? END) <= now) await happenings.shift()?.what();
      if (stops.some(({ from, to }) => from <= now && now < to)) continue;
      if (random() < 0.03) {
        restarts += 1;
        await Promise.all(workers.map((worker) => worker.stop()));
        workers = await Promise.all([ReminderWorker.start(test, clock), ReminderWorker.start(test, clock)]);
      }
      if (random() < 0.2) await Promise.all(workers.map((worker) => worker.turn()));
      else for (const worker of random() < 0.5 ? workers : workers.toReversed()) await worker.turn();
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
    const wanted = Math.min(due, happenings[0]?.at ?? END);
    return Math.max(now + MINUTE, Math.ceil(wanted / MINUTE) * MINUTE);
  }

  const reminders = (): Promise<TicketReminderEntity[]> =>
    test.database.reader.getRepository(TicketReminderEntity).find({ order: { saidAt: 'ASC' } });

  it('rule 14: the year was long and restless enough to show something', async () => {
    expect(restarts).toBeGreaterThan(20);
    expect((await reminders()).length).toBeGreaterThan(1000);
    expect(happenings).toEqual([]);
  });

  it('rule 14: no reminder was said twice, and what was due on a ticket at once was told to its person in one notice', async () => {
    const rows = await reminders();
    const names = rows.map(({ deadlineId, step, staffId }) => `reminder:${deadlineId}:${step}:${staffId}`);
    expect(new Set(names).size).toBe(names.length);
    const told = await test.database.reader.getRepository(NoticeEntity).find();
    expect(names).toEqual(expect.arrayContaining(told.map(({ key }) => key)));
    const turnOf = (ticketId: string | null, staffId: string, at: Date): string =>
      `${String(ticketId)} ${staffId} ${at.toISOString()}`;
    const turns = new Set(rows.map(({ ticketId, staffId, saidAt }) => turnOf(ticketId, staffId, saidAt)));
    expect(told.map(({ ticketId, staffId, at }) => turnOf(ticketId, staffId, at)).sort()).toEqual([...turns].sort());
    expect(turns.size).toBeLessThan(rows.length);
  });

  it('rule 14: every reminder that was due while a worker lived and somebody owed was said within its minute', async () => {
    const rows = await reminders();
    const saidAt = new Map(rows.map(({ deadlineId, step, saidAt: at }) => [`${deadlineId} ${step}`, at.getTime()]));
    const heardByTicket = new Set(rows.map(({ ticketId, duty, step }) => `${ticketId} ${duty} ${step}`));
    let checked = 0;
    for (const one of owed) {
      for (const [step, planned] of plannedMoments(one)) {
        const quiet = stops.some(({ from, to }) => planned >= from - 2 * MINUTE && planned <= to + 2 * MINUTE);
        if (quiet || planned <= one.from + 2 * MINUTE || planned >= one.to - 2 * MINUTE || one.level === 'urgent')
          continue;
        const said = saidAt.get(`${one.id} ${step}`);
        if (said === undefined) {
          const row = await test.database.reader.getRepository(TicketDeadlineEntity).findOneByOrFail({ id: one.id });
          expect(heardByTicket).toContain(`${row.ticketId} ${row.duty} ${step}`);
        } else {
          expect(Math.abs(said - planned)).toBeLessThanOrEqual(2 * MINUTE);
        }
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(500);
  });

  it('rule 14: none was said outside working hours unless the ticket is urgent, and none before its moment or after its end', async () => {
    const byId = new Map(owed.map((one) => [one.id, one]));
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
