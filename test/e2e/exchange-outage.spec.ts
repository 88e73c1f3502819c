import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { OutboxAttemptEntity } from '../../src/platform/outbox/outbox-attempt.entity.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { HouseAtOffice } from '../support/house-at-office.js';
import type { TestBrowser } from '../support/test-browser.js';

describe('an e-office that goes away and comes back', () => {
  let office: HouseAtOffice;
  let clerk: TestBrowser;

  beforeAll(async () => {
    office = await HouseAtOffice.open();
    clerk = await office.house.browserOf('vanthu');
    await office.received();
    await office.fails();
  }, 120_000);
  afterAll(() => office.close());

  const reader = () => office.house.app.get(Database).reader;
  const passes = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second += 5) {
      await office.house.work();
      office.house.clock.advance(5_000);
    }
  };
  const tries = (): Promise<number> => reader().getRepository(OutboxAttemptEntity).count();

  it('is called a few times in five minutes; the page says who is away and that nobody need send again', async () => {
    await passes(300);
    expect(await tries()).toBeLessThan(25);
    const { body } = await clerk.get('/trao-doi');
    for (const words of ['Chưa liên lạc được: E-office: văn thư.', 'Hỏi lại lúc', 'Không cần gửi lại bằng tay']) {
      expect(body).toContain(words);
    }
  });

  it('has all that waited within half a minute, each thing once and in its order, without hands', async () => {
    await office.returns();
    await passes(35);
    const open = await reader().getRepository(OutboxEntity).findBy({ kind: 'exchange.send' });
    expect(open.map(({ outcome }) => outcome)).toEqual(open.map(() => 'kept'));
    const sent = await reader()
      .getRepository(DispatchEntity)
      .find({ order: { createdAt: 'ASC', consignmentId: 'ASC' } });
    expect(sent.map(({ status }) => status)).toEqual(['01', '03']);
    expect(new Set(sent.map(({ receiptId }) => receiptId)).size).toBe(2);
    expect((await clerk.get('/trao-doi')).body).toContain('Không có việc nào đang chờ.');
  });
});
