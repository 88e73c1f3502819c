import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { RESTORED_FILE } from '../../src/documents/index.js';
import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { JobHandlers } from '../../src/platform/outbox/job-handlers.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { FixedClock } from '../support/fixed-clock.js';
import { outboxOf } from '../support/outbox-of.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { SEND_DISPATCH } from '../../src/exchange/jobs/jobs.js';
import type { NewJob } from '../../src/platform/outbox/job.js';
import { SUBMIT_LETTER } from '../../src/signing/jobs/jobs.js';

const run = promisify(execFile);
/** Nothing but the one line that names the database. */
const NAMED = /^Cơ sở dữ liệu: (SQLite|SQL Server) .+\n$/u;

/** Nothing answers there: these commands read what lies here. */
const E_OFFICE = {
  E_OFFICE_URL: 'http://127.0.0.1:1/soap',
  E_OFFICE_USERNAME: 'sgddt',
  E_OFFICE_PASSWORD: 'không gọi tới',
};

describe('hoi-am exchange queue, retry and numbers', () => {
  let test: TestDatabase;

  /** The built program, on the app's data. */
  const hoiAm = async (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> => {
    const command = ['--disable-warning=ExperimentalWarning', 'dist/src/cli.js', 'exchange', ...args];
    const env = { ...process.env, ...E_OFFICE, HOI_AM_DATA: test.directory, DATABASE_URL: test.url };
    return run(process.execPath, command, { env }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: unknown) => error as { code: number; stdout: string; stderr: string },
    );
  };
  const linesOf = (stdout: string): unknown[] =>
    stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));

  beforeAll(async () => {
    test = await openTestDatabase();
    const uow = new UnitOfWork(test.database);
    const clock = new FixedClock('2026-03-18T02:00:00Z');
    const handlers = new JobHandlers();
    handlers.add({
      job: SEND_DISPATCH,
      handle: () => Promise.reject(new OutsideRefused('EO-VALIDATION', 'Thiếu nơi nhận.')),
    });
    const enqueue = (job: NewJob): Promise<void> => uow.run((tx) => new Outbox(clock).enqueue(tx, job));
    await enqueue(SEND_DISPATCH.of({ dispatchId: 'a' }));
    await outboxOf({ database: test.database, uow, clock }, handlers).worker.runOnce();
    await enqueue(SUBMIT_LETTER.of({ requestId: 'b' }));
  });
  afterAll(() => test.close());

  it('say of each job what scripts read, and sum up at the end', async () => {
    const { code, stdout, stderr } = await hoiAm('queue', '--json');
    const made = { createdAt: '2026-03-18T02:00:00.000Z' };
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(NAMED) as string });
    expect(linesOf(stdout)).toEqual([
      {
        ...{ id: 1, kind: 'exchange.send', channel: 'exchange', state: 'givenUp', ...made, dueAt: null },
        ...{ attempts: 1, reason: 'Thiếu nơi nhận.' },
      },
      {
        ...{ id: 2, kind: 'signing.submit', channel: 'signing', state: 'waiting', ...made, dueAt: made.createdAt },
        ...{ attempts: 0, reason: null },
      },
      {
        ...{ waiting: 1, held: 0, givenUp: 1, oldest: made.createdAt },
        circuits: { exchange: 'closed', mail: 'closed', signing: 'closed' },
      },
    ]);
  });

  it('has what was given up tried again, once, with a line in the journal', async () => {
    expect(await hoiAm('retry', '1', '--json')).toMatchObject({ code: 0, stdout: '{"id":1,"state":"waiting"}\n' });
    const rows = test.database.reader.getRepository(OutboxEntity);
    expect(await rows.findOneByOrFail({ seq: 1 })).toMatchObject({ outcome: null, attempts: 0 });
    const line = await test.database.reader.getRepository(JournalEntryEntity).findOneByOrFail({ objectId: '1' });
    expect(line).toMatchObject({ action: 'promise.reopen', actorId: 'console' });
    expect(line.actorName).toMatch(/^Dòng lệnh \(.+\)$/u);
    expect(await hoiAm('retry', '1')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/\nKhông có việc 1 nào đã dừng\.\n$/u) as string,
    });
    expect((await hoiAm('queue')).stdout.trim().split('\n')).toEqual([
      '1  Gửi văn bản hoặc trạng thái cho cơ quan khác: đang chờ. Thiếu nơi nhận.',
      '2  Trình ký qua hệ thống quản lý văn bản: đang chờ',
      'Đang chờ 2, tạm giữ 0, đã dừng 0.',
    ]);
  });

  it('say between a restore and the first start that no number is given', async () => {
    expect(await hoiAm('numbers')).toMatchObject({ code: 0, stderr: expect.stringContaining('Đang cấp số') as string });
    await writeFile(join(test.directory, RESTORED_FILE), '');
    const { code, stderr } = await hoiAm('numbers');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/Chưa cấp số: Người quản trị báo vừa phục hồi dữ liệu\.\nKhởi động/u) as string,
    });
  });
});
