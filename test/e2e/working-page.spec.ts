import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { InboxMessageEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { ExchangeQueries } from '../../src/exchange/index.js';
import { TestApp } from '../support/test-app.js';

describe('the page of administrators', () => {
  let app: TestApp;
  let backups: string;
  beforeAll(async () => {
    backups = await mkdtemp(join(tmpdir(), 'sao-luu-'));
    app = await TestApp.open({ HOI_AM_BACKUPS: backups });
  });
  afterAll(async () => {
    await app.close();
    await rm(backups, { recursive: true });
  });

  it('says in words how queues, machine, backup and certificates stand', async () => {
    const page = (await (await app.browserOf('quantri')).get('/an-toan')).body;
    for (const words of [
      'Hoạt động lúc này',
      'Việc chờ gửi ra ngoài',
      'Tin đến chờ vào sổ',
      'Dựng trang PDF',
      /99% lượt chờ dưới \d+ ms/u,
      /Đang dùng [\d.]+ MB/u,
      /dữ liệu \(HOI_AM_DATA\): còn [\d.]+ MB/u,
      'Chưa có bản nào ở nơi đã đặt.',
      'Chứng thư trong cấu hình',
    ])
      expect(page).toEqual(typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words));
  });

  it('counts the messages that wait to be entered, from the oldest on', async () => {
    const queries = app.nest.get(ExchangeQueries);
    expect(await queries.waitingInbox()).toEqual({ count: 0, oldest: null });
    const oldest = new Date(app.clock.now().getTime() - 3 * 3_600_000);
    await app.nest.get(UnitOfWork).run(async (tx) => {
      for (const [index, receivedAt] of [app.clock.now(), oldest].entries()) {
        const id = `tin-${String(index)}`;
        const sent = { fromAgency: '000.00.22.H24', sha256: 'a'.repeat(64), size: 1, queuedAt: receivedAt, receivedAt };
        await tx.insert(InboxMessageEntity, { id, remoteId: id, ...sent, state: 'stored', warnings: [] });
      }
    });
    expect(await queries.waitingInbox()).toEqual({ count: 2, oldest });
    expect((await (await app.browserOf('quantri')).get('/an-toan')).body).toContain('2 việc đang chờ, lâu nhất 3 giờ.');
  });
});
