import { KeepHeardMessages } from '../../src/exchange/application/incoming/keep-heard-messages.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const NOW = new Date('2026-03-18T01:00:00Z');
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

describe('what the callback has heard', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  /** Of one process. */
  const memory = (): KeepHeardMessages => new KeepHeardMessages(new UnitOfWork(test.database));

  it('is known to every process until its time is over', async () => {
    const [one, other] = [memory(), memory()];
    expect(await one.remember('eoffice mã 1', NOW, later(10))).toBe(true);
    expect(await other.remember('eoffice mã 1', later(1), later(11))).toBe(false);
    expect(await other.remember('eoffice mã 2', later(1), later(11))).toBe(true);
    expect(await one.remember('eoffice mã 1', later(10), later(20))).toBe(true);
  });

  it('lets one of many copies in that come at once', async () => {
    const one = memory();
    const copies = Array.from({ length: 10 }, () => one.remember('cùng lúc', NOW, later(10)));
    expect((await Promise.all(copies)).filter((isNew) => isNew)).toHaveLength(1);
  });
});
