import { WarnOfTrouble } from '../../src/exchange/jobs/warn-of-trouble.js';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { NoticeQueries, Notices, NotifyRegistry, type NoticeEntity } from '../../src/notices/index.js';
import { NoticeEntity as Told } from '../../src/notices/persistence/notices.entities.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { StaffEntity } from '../../src/organisation/persistence/organisation.entities.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { JobHandlers } from '../../src/platform/outbox/job-handlers.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { QueueReport } from '../../src/platform/outbox/queue-report.js';
import { FixedClock } from '../support/fixed-clock.js';
import { outboxOf, type OutboxParts } from '../support/outbox-of.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { testJob } from '../support/test-job.js';
import { settle } from '../support/test-people.js';

const MINUTE = 60_000;
const SEND = testJob('test.send', 'exchange');

describe('warnings of trouble in the exchange', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  let clock: FixedClock;
  let parts: OutboxParts;
  let warn: WarnOfTrouble;
  let failure: Error | null;
  let made = 0;

  beforeEach(async () => {
    test = await openTestDatabase();
    await settle(test.database);
    uow = new UnitOfWork(test.database);
    clock = new FixedClock('2026-03-18T02:00:00Z');
    const handlers = new JobHandlers();
    handlers.add({ job: SEND, handle: () => (failure ? Promise.reject(failure) : Promise.resolve()) });
    parts = outboxOf({ database: test.database, uow, clock }, handlers);
    const queries = new NoticeQueries(test.database);
    const report = new QueueReport(test.database, handlers, clock);
    const registry = new NotifyRegistry(new StaffDirectory(test.database, clock), new Notices(clock));
    warn = new WarnOfTrouble(uow, clock, parts.circuits, report, registry, queries);
  });
  afterEach(() => test.close());

  const send = async (met: Error | null, times = 1): Promise<void> => {
    failure = met;
    for (let time = 0; time < times; time += 1) {
      made += 1;
      const job = SEND.of({ name: `p${made}` });
      await uow.run((tx) => new Outbox(clock).enqueue(tx, job));
    }
    await parts.worker.drain('exchange');
  };
  /** What one clerk has been told, in its order. */
  const told = async (): Promise<readonly string[]> => {
    const { id } = await test.database.reader.getRepository(StaffEntity).findOneByOrFail({ username: 'vanthu' });
    const rows: NoticeEntity[] = await test.database.reader
      .getRepository(Told)
      .find({ where: { staffId: id }, order: { seq: 'ASC' } });
    return rows.map(({ words }) => words.split(/[:;]/u)[0] ?? '');
  };
  const warnFor = async (minutes: number): Promise<void> => {
    for (let minute = 0; minute < minutes; minute += 1) {
      await warn.run();
      clock.advance(MINUTE);
    }
  };

  it('a peer that is away is named once after ten minutes, and once when it is back, each time anew', async () => {
    await send(new OutsideUnavailable('down'), 5);
    await warnFor(10);
    expect(await told()).toEqual([]);
    await warnFor(30);
    expect(await told()).toEqual(['Hơn 10 phút chưa liên lạc được']);
    await send(null);
    await warnFor(3);
    expect(await told()).toEqual(['Hơn 10 phút chưa liên lạc được', 'Đã liên lạc lại được']);
    await send(new OutsideUnavailable('down'), 5);
    await warnFor(15);
    expect(await told()).toHaveLength(3);
  });

  it('what was given up is told once for all of a minute, again when more is, and once when nothing is left', async () => {
    const refused = new OutsideRefused('EO-VALIDATION', 'Thiếu nơi nhận.');
    await send(refused, 2);
    await warnFor(3);
    expect(await told()).toEqual(['Có 2 giao dịch đã dừng, chờ xử lý']);
    await send(refused);
    await warnFor(3);
    expect(await told()).toHaveLength(2);
    const settled = { outcome: 'setAside' as const };
    await uow.run((tx) => tx.update(OutboxEntity, { seq: 3 }, settled));
    await warnFor(3);
    expect(await told()).toHaveLength(2);
    await uow.run((tx) => tx.update(OutboxEntity, { outcome: 'givenUp' }, settled));
    await warnFor(3);
    expect((await told()).slice(2)).toEqual(['Không còn việc nào đã dừng.']);
  });
});
