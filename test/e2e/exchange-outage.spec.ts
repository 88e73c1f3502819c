import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import type { KeepTraces } from '../../src/exchange/application/log/keep-traces.js';
import { CallObserver, type ObservedBytes } from '../../src/exchange/ports/call-observer.port.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { OutboxAttemptEntity } from '../../src/platform/outbox/outbox-attempt.entity.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { inWorkContext } from '../../src/platform/telemetry/work-context.js';
import { AppAtOffice } from '../support/app-at-office.js';
import type { TestBrowser } from '../support/test-browser.js';

describe('an e-office that goes away and comes back', () => {
  let office: AppAtOffice;
  let clerk: TestBrowser;

  beforeAll(async () => {
    office = await AppAtOffice.open();
    clerk = await office.app.browserOf('vanthu');
    await office.received();
    await office.fails();
  }, 120_000);
  afterAll(() => office.close());

  const reader = () => office.app.nest.get(Database).reader;
  const passes = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second += 5) {
      await office.app.work();
      office.app.clock.advance(5_000);
    }
  };
  const tries = (): Promise<number> => reader().getRepository(OutboxAttemptEntity).count();

  it('is called a few times in five minutes; the page says who is away and that nobody need send again', async () => {
    await passes(300);
    expect(await tries()).toBeLessThan(25);
    const { body } = await clerk.get('/trao-doi');
    for (const words of ['Chưa liên lạc được: Hệ thống QLVB: văn thư.', 'Hỏi lại lúc', 'Không cần gửi lại bằng tay']) {
      expect(body).toContain(words);
    }
  });

  it('shows each try of a job, and hands out what went over the wire to those who tend it, with a line in the journal', async () => {
    const [tried] = await reader()
      .getRepository(OutboxAttemptEntity)
      .find({ order: { id: 'ASC' }, take: 1 });
    const seq = tried?.seq ?? 0;
    const kept = (text: string): ObservedBytes => ({ kept: Buffer.from(text), size: 1_204 });
    const observer = office.app.nest.get<KeepTraces>(CallObserver);
    await inWorkContext({ seq }, async () => {
      const call = {
        direction: 'toThem',
        channel: 'exchange',
        operation: 'SendMessage',
        status: '503',
        ms: 400,
      } as const;
      observer.observe({
        ...call,
        at: new Date('2026-03-18T02:00:01Z'),
        question: null,
        request: kept('<gửi/>'),
        response: kept('<bận/>'),
      });
      await observer.flush();
    });
    const path = `/trao-doi/dang-cho/${String(seq)}`;
    const { body } = await clerk.get(path);
    for (const words of [
      'Các lần thử',
      'Hệ thống kết nối chưa trả lời',
      'SendMessage',
      'Hệ thống kết nối báo lỗi (503)',
    ])
      expect(body).toContain(words);
    const [download] = /\/trao-doi\/ban-ghi\/\d+\/tra-loi/u.exec(body) ?? [''];
    const file = await clerk.get(download);
    expect([file.body, file.headers['content-disposition']]).toEqual(['<bận/>', expect.stringMatching(/^attachment/u)]);
    expect(file.headers['x-content-type-options']).toBe('nosniff');
    const lines = reader().getRepository(JournalEntryEntity);
    expect(await lines.findOneBy({ action: 'exchangeTrace.read' })).toMatchObject({
      detail: { side: 'response', seq },
    });
    const watcher = await office.app.browserOf('giamsat');
    expect((await watcher.get(path)).body).not.toContain(download);
    expect((await watcher.get(download)).statusCode).toBe(403);
  });

  it('has all that waited within half a minute, each thing once and in its order, without hands', async () => {
    await office.returns();
    await passes(35);
    const open = await reader().getRepository(OutboxEntity).findBy({ kind: 'exchange.send' });
    expect(open.map(({ outcome }) => outcome)).toEqual(open.map(() => 'done'));
    const sent = await reader()
      .getRepository(DispatchEntity)
      .find({ order: { createdAt: 'ASC', consignmentId: 'ASC' } });
    expect(sent.map(({ status }) => status)).toEqual(['01', '03']);
    expect(new Set(sent.map(({ receiptId }) => receiptId)).size).toBe(2);
    expect((await clerk.get('/trao-doi')).body).toContain('Không có việc nào đang chờ.');
  });
});
