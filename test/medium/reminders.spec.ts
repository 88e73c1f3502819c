import { Journal } from '../../src/journal/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { civilDateOf, isoInVietnam } from '../../src/kernel/civil-date.js';
import { policyAt, type Duty, type Level, type OwnReminding } from '../../src/law/index.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Policies, PublishPolicy } from '../../src/policies/index.js';
import { TicketReminderEntity, TicketReminderWatchEntity } from '../../src/tickets/persistence/reminder.entities.js';
import { TicketDeadlineEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { aTicket } from '../support/a-ticket.js';
import { FixedClock } from '../support/fixed-clock.js';
import { onSqlite } from '../support/on-sqlite.js';
import { owe } from '../support/owed-deadline.js';
import { ReminderWorker } from '../support/reminder-worker.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { settle } from '../support/test-people.js';

const at = (local: string): Date => new Date(`${local}:00+07:00`);

describe('reminding people of tickets', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  let clock: FixedClock;
  let worker: ReminderWorker;

  beforeEach(async () => {
    test = await openTestDatabase();
    await settle(test.database);
    uow = new UnitOfWork(test.database);
    clock = new FixedClock('2026-03-12T02:00:00Z');
    worker = await ReminderWorker.start(test, clock);
  });
  afterEach(async () => {
    await worker.stop();
    await test.close();
  });

  async function ticket(id: string, change: Partial<TicketEntity> = {}): Promise<void> {
    const held = { leadUnitId: 'gdtrh', officerId: 'ngoc', state: 'processing' as const };
    await uow.run((tx) => tx.insert(TicketEntity, aTicket({ id, ...held, ...change })));
  }

  const owes = (ticketId: string, duty: Duty, start: string, level: Level = 'normal'): Promise<string> =>
    owe(uow, { ticketId, duty, startedAt: at(start), level });

  async function turnAt(...moments: readonly string[]): Promise<void> {
    for (const moment of moments) {
      clock.advance(at(moment).getTime() - clock.now().getTime());
      await worker.turn();
    }
  }

  /** `ngoc 50% 2026-03-17T13:30`, in order of saying. */
  async function said(): Promise<readonly string[]> {
    const rows = await test.database.reader.getRepository(TicketReminderEntity).find();
    return rows
      .map(({ saidAt, step, staffId }) => `${isoInVietnam(saidAt).slice(0, 16)} ${step}: ${staffId}`)
      .sort((one, other) => one.localeCompare(other));
  }
  const notices = (): Promise<NoticeEntity[]> =>
    test.database.reader.getRepository(NoticeEntity).find({ order: { seq: 'ASC' } });

  it('rule 14: each reminder is stored, told once and journalled, with words that name no citizen', async () => {
    await ticket('a');
    await owes('a', 'process', '2026-03-12T17:30');
    await turnAt('2026-03-17T13:29', '2026-03-17T13:30', '2026-03-17T13:31', '2026-03-17T14:00');
    expect(await said()).toEqual(['2026-03-17T13:30 50%: ngoc']);
    expect(await notices()).toMatchObject([
      {
        staffId: 'ngoc',
        kind: 'reminder',
        ticketId: 'a',
        code: 'PA-a',
        words: 'Giải quyết và trả lời: còn 2 ngày làm việc, hạn 17:30 ngày 19/03/2026.',
        readAt: null,
      },
    ]);
    const lines = await test.database.reader.getRepository(JournalEntryEntity).findBy({ action: 'ticket.remind' });
    expect(lines.map(({ detail }) => detail)).toEqual([
      { duty: 'process', cycle: 1, step: '50%', heard: { ngoc: 'officer' } },
    ]);
  });

  it('rules 14 and 15: a category is reminded at its own moments, and its own people hear', async () => {
    const shipped = policyAt(civilDateOf(clock.now()));
    const own: OwnReminding = {
      ...{ category: 'fees', level: null, reminders: { percents: [25], overdueAt: 480 } },
      escalation: [{ to: 'unitHead', from: { percent: 25 } }],
    };
    const publishPolicy = new PublishPolicy(clock, uow, new Policies(test.database), new Journal(clock));
    const draft = { ...shipped, validFrom: civilDateOf(clock.now()), ownReminding: [own] };
    const actor = { id: 'quantri', name: 'Lê Văn An', unitId: null, roles: ['administrator' as const] };
    await publishPolicy.publish(actor, { draft, reason: 'Theo kết luận họp giao ban.', basedOn: 1, latest: 1 });
    for (const [id, category] of [
      ['a', 'fees'],
      ['b', 'other'],
    ] as const) {
      await ticket(id, { category });
      const deadlineId = await owes(id, 'process', '2026-03-12T17:30');
      await uow.run((tx) => tx.update(TicketDeadlineEntity, { id: deadlineId }, { policyVersion: 2 }));
    }
    await turnAt('2026-03-16T09:30', '2026-03-17T13:30');
    expect(await said()).toEqual(['2026-03-16T09:30 25%: thang', '2026-03-17T13:30 50%: ngoc']);
  });

  it('rule 14: a restart says nothing again, and a deadline of before the start is found', async () => {
    await ticket('a');
    await owes('a', 'process', '2026-03-12T17:30');
    await turnAt('2026-03-17T13:30');
    await worker.stop();
    worker = await ReminderWorker.start(test, clock);
    await turnAt('2026-03-17T13:31', '2026-03-19T07:30');
    expect(await said()).toEqual(['2026-03-17T13:30 50%: ngoc', '2026-03-19T07:30 80%: ngoc']);
  });

  it('rule 14: deadlines that something wrote unwatched are found in a few turns, however many there are', async () => {
    const ids = Array.from({ length: 450 }, (_, index) => `t${String(index).padStart(3, '0')}`);
    const dueAt = (index: number): Date => new Date(at('2026-03-19T17:30').getTime() + (index % 7) * 60_000);
    for (const [index, id] of ids.entries()) await ticket(id, { dueAt: dueAt(index) });
    for (const id of ids) await owes(id, 'process', '2026-03-12T17:30');
    const watched = (): Promise<number> => test.database.reader.getRepository(TicketReminderWatchEntity).count();
    const found: number[] = [];
    for (const moment of ['2026-03-13T09:00', '2026-03-13T09:01', '2026-03-13T09:02']) {
      await turnAt(moment);
      found.push(await watched());
    }
    expect(found).toEqual([200, 400, 450]);
    await ticket('early', { dueAt: at('2026-03-13T10:00') });
    await owes('early', 'process', '2026-03-12T17:30');
    await turnAt('2026-03-13T09:03');
    expect(await watched()).toBe(451);
  });

  // Two workers can meet between reading and writing on a server alone; here the database lets the second one's claim fall flat.
  onSqlite('makes a claim fall flat by a trigger of SQLite').it(
    'rule 14: who was overtaken by another worker between reading and writing says nothing, and looks again',
    async () => {
      await ticket('a');
      await owes('a', 'process', '2026-03-12T17:30');
      await turnAt('2026-03-13T09:00');
      await test.database.writer.query(
        `CREATE TRIGGER overtaken BEFORE UPDATE ON ticket_reminder_watch WHEN NEW.looks <> OLD.looks BEGIN SELECT RAISE(IGNORE); END`,
      );
      await turnAt('2026-03-17T13:30');
      expect([await said(), await notices()]).toEqual([[], []]);
      expect(await test.database.reader.getRepository(JournalEntryEntity).countBy({ action: 'ticket.remind' })).toBe(0);
      await test.database.writer.query('DROP TRIGGER overtaken');
      await turnAt('2026-03-17T13:31');
      expect(await said()).toEqual(['2026-03-17T13:31 50%: ngoc']);
    },
  );

  it('rule 14: what a stopped worker missed comes as one message, in working hours', async () => {
    await ticket('a');
    await owes('a', 'process', '2026-03-12T17:30');
    await turnAt('2026-03-13T09:00', '2026-03-24T21:00');
    expect(await said()).toEqual([]);
    await turnAt('2026-03-25T07:29', '2026-03-25T07:30', '2026-03-25T07:59');
    expect(await said()).toEqual([
      '2026-03-25T07:30 late 2026-03-24: giamsat',
      '2026-03-25T07:30 late 2026-03-24: khanh',
      '2026-03-25T07:30 late 2026-03-24: ngoc',
      '2026-03-25T07:30 late 2026-03-24: thang',
    ]);
    expect((await notices()).find(({ staffId }) => staffId === 'khanh')?.words).toBe(
      'Giải quyết và trả lời: quá hạn 4 ngày, hạn 17:30 ngày 19/03/2026, Phòng Giáo dục Trung học.',
    );
  });

  it('rule 14: two duties of one ticket that are due together are one message to a person', async () => {
    await ticket('a', { leadUnitId: null, officerId: null, state: 'received' });
    await owes('a', 'acknowledge', '2026-03-12T07:30');
    await owes('a', 'process', '2026-03-12T07:30');
    await turnAt('2026-03-19T09:00');
    const told = (await notices()).filter(({ staffId }) => staffId === 'vanthu');
    expect(told.map(({ words }) => words)).toEqual([
      'Sở tiếp nhận hoặc chuyển trả: quá hạn 5 ngày, hạn 11:30 ngày 12/03/2026. Giải quyết và trả lời: đến hạn hôm nay, hạn 17:30 ngày 19/03/2026.',
    ]);
  });

  it('rules 14, 15: a duty of the agency hides no late answer to the citizen from anybody, and each is stored', async () => {
    await ticket('a', { state: 'assigned' });
    await owes('a', 'unitAcknowledge', '2026-03-12T07:30');
    await owes('a', 'process', '2026-03-12T07:30');
    await turnAt('2026-03-26T09:00', '2026-03-26T09:01');
    const everybody = ['giamsat', 'khanh', 'ngoc', 'thang'];
    expect((await notices()).map(({ staffId }) => staffId).sort()).toEqual(everybody);
    for (const { words, kind } of await notices()) {
      expect(kind).toBe('overdue');
      expect(words).toMatch(
        /^Đơn vị nhận hoặc từ chối việc được giao: quá hạn 10 ngày, .+\. Giải quyết và trả lời: quá hạn 5 ngày, .+\.$/u,
      );
    }
    const stored = await test.database.reader.getRepository(TicketReminderEntity).find();
    expect(stored.map(({ staffId, duty }) => `${staffId} ${duty}`).sort()).toEqual(
      everybody.flatMap((person) => [`${person} process`, `${person} unitAcknowledge`]),
    );
  });

  it('rule 14: an urgent ticket is told of at night', async () => {
    await ticket('a', { level: 'urgent' });
    const id = await owes('a', 'process', '2026-03-12T17:30', 'urgent');
    await uow.run((tx) =>
      tx.update(
        TicketDeadlineEntity,
        { id },
        { unit: 'hours', startedAt: at('2026-03-12T18:00'), dueAt: at('2026-03-12T22:00') },
      ),
    );
    await turnAt('2026-03-12T20:00');
    expect(await said()).toEqual(['2026-03-12T20:00 50%: ngoc']);
  });

  it('rule 15: officer → unit head → supervisor → director, each from its own step on', async () => {
    await ticket('a');
    await owes('a', 'process', '2026-03-12T17:30');
    await turnAt('2026-03-19T17:29', '2026-03-20T08:00', '2026-03-23T08:00', '2026-03-24T08:00');
    const everybody = ['giamsat', 'khanh', 'ngoc', 'thang'];
    const expected: readonly [string, readonly string[]][] = [
      ['2026-03-19T17:29 100%', ['ngoc', 'thang']],
      ['2026-03-20T08:00 late 2026-03-20', ['giamsat', 'ngoc', 'thang']],
      ['2026-03-23T08:00 late 2026-03-23', ['giamsat', 'ngoc', 'thang']],
      ['2026-03-24T08:00 late 2026-03-24', everybody],
    ];
    expect(await said()).toEqual(expected.flatMap(([step, people]) => people.map((person) => `${step}: ${person}`)));
  });

  it('rules 9 and 15: a unit that keeps silent alarms its officer, its head, then supervision', async () => {
    await ticket('a', { state: 'assigned' });
    await owes('a', 'unitAcknowledge', '2026-03-12T07:30');
    await turnAt('2026-03-12T09:30', '2026-03-12T11:29', '2026-03-13T08:00');
    expect(await said()).toEqual([
      '2026-03-12T09:30 50%: ngoc',
      '2026-03-12T11:29 100%: ngoc',
      '2026-03-12T11:29 100%: thang',
      '2026-03-13T08:00 late 2026-03-13: giamsat',
      '2026-03-13T08:00 late 2026-03-13: ngoc',
      '2026-03-13T08:00 late 2026-03-13: thang',
    ]);
  });

  it('rule 15: where nobody is left at a tier, the next one up hears instead, and is told once', async () => {
    await ticket('a');
    await owes('a', 'process', '2026-03-12T17:30');
    const leaves = (id: string) => uow.run((tx) => tx.update(StaffEntity, { id }, { active: false }));
    await leaves('ngoc');
    await turnAt('2026-03-17T13:30');
    await leaves('thang');
    await turnAt('2026-03-19T07:30', '2026-03-19T17:29');
    await leaves('giamsat');
    await turnAt('2026-03-20T08:00');
    expect(await said()).toEqual([
      '2026-03-17T13:30 50%: thang',
      '2026-03-19T07:30 80%: giamsat',
      '2026-03-19T17:29 100%: giamsat',
      '2026-03-20T08:00 late 2026-03-20: khanh',
    ]);
    const rows = await test.database.reader.getRepository(TicketReminderEntity).find({ order: { saidAt: 'ASC' } });
    expect(rows.map(({ tier }) => tier)).toEqual(['unitHead', 'supervisor', 'supervisor', 'director']);
    expect((await notices())[0]?.words).toContain('Phòng Giáo dục Trung học');
  });

  it('rule 13: nobody is reminded while the citizen is waited for', async () => {
    await ticket('a', { state: 'waitingCitizenInfo', pausedAt: at('2026-03-13T08:00') });
    await owes('a', 'process', '2026-03-12T17:30');
    await turnAt('2026-03-17T13:30', '2026-03-20T08:00');
    expect(await said()).toEqual([]);
  });

  it.each<[string, Partial<TicketEntity>, Partial<TicketDeadlineEntity>]>([
    ['a duty that is done', {}, { metAt: at('2026-03-13T08:00') }],
    ['a count that was replaced', {}, { supersededAt: at('2026-03-13T08:00') }],
    ['an answered ticket', { state: 'answered', open: false }, {}],
  ])('nobody is reminded of %s, and it is not looked at any more', async (_rule, change, ending) => {
    await ticket('a');
    const id = await owes('a', 'process', '2026-03-12T17:30');
    await turnAt('2026-03-13T07:45');
    await uow.run(async (tx) => {
      if (Object.keys(change).length > 0) await tx.update(TicketEntity, { id: 'a' }, change);
      if (Object.keys(ending).length > 0) await tx.update(TicketDeadlineEntity, { id }, ending);
    });
    await turnAt('2026-03-17T13:30', '2026-03-20T08:00');
    expect(await said()).toEqual([]);
    const watch = await test.database.reader
      .getRepository(TicketReminderWatchEntity)
      .findOneByOrFail({ deadlineId: id });
    expect(watch.nextAt).toBeNull();
  });

  it('a year without a calendar stops nobody else, and its tickets wait for the calendar', async () => {
    await ticket('a');
    const id = await owes('a', 'process', '2026-03-12T17:30');
    await turnAt('2028-01-03T09:00');
    expect(await said()).toEqual([]);
    const watch = await test.database.reader
      .getRepository(TicketReminderWatchEntity)
      .findOneByOrFail({ deadlineId: id });
    expect(watch.nextAt).toEqual(at('2028-01-03T10:00'));
  });

  it('rule 14: a recounted deadline says what still lies ahead anew, and nothing that was said already', async () => {
    await ticket('a');
    const first = await owes('a', 'process', '2026-03-12T17:30');
    await turnAt('2026-03-17T13:30', '2026-03-19T07:30');
    await uow.run((tx) => tx.update(TicketDeadlineEntity, { id: first }, { supersededAt: clock.now() }));
    await owes('a', 'process', '2026-03-13T17:30');
    await turnAt('2026-03-19T08:00', '2026-03-20T07:30', '2026-03-20T17:29');
    expect(await said()).toEqual([
      '2026-03-17T13:30 50%: ngoc',
      '2026-03-19T07:30 80%: ngoc',
      '2026-03-20T07:30 80%: ngoc',
      '2026-03-20T17:29 100%: ngoc',
      '2026-03-20T17:29 100%: thang',
    ]);
  });
});
