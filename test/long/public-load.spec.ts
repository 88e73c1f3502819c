import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { PublicResultEntity } from '../../src/publication/persistence/publication.entities.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';

const TICKETS = 5_000;
const AT_ONCE = 200;
const RESULTS = 200;
const PER_MINUTE = 10_000;
const SECONDS = 6;
const ROUNDS = 5;
const MAX_RATIO = 1.5;
const PATHS = ['/cong-khai/ket-qua', '/cong-khai/ket-qua?truoc=101', '/cong-khai/ket-qua/7', '/cong-khai/rss.xml'];
const run = promisify(execFile);

interface Asked {
  readonly asked: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly millis: readonly number[];
}

async function ask(order: object): Promise<Asked> {
  const { stdout } = await run(process.execPath, ['test/support/public-crowd.mjs', JSON.stringify(order)], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Asked;
}

function at(share: number, millis: readonly number[]): number {
  const sorted = millis.toSorted((one, other) => one - other);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

/** The clerk's list with and without a crowd, in turns, for the speed of a shared machine changes from minute to minute. */
describe('a crowd at the public site', () => {
  let app: TestApp;
  let origin: string;
  beforeAll(async () => {
    app = await TestApp.open();
    await multiply(app, await app.receive());
    await app.nest.get(UnitOfWork).run(async (tx) => {
      for (let number = 1; number <= RESULTS; number += 1) await tx.insert(PublicResultEntity, resultOf(number));
    });
    origin = await app.listen();
  });
  afterAll(() => app.close());

  it('of 10,000 a minute leaves a clerk’s list nearly as quick as without it', async () => {
    const clerk = await app.browserOf('vanthu');
    const cookie = [...clerk.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reading = { origin, paths: ['/'], perMinute: 0, seconds: SECONDS, cookie };
    const crowd = { origin, paths: PATHS, perMinute: PER_MINUTE, seconds: SECONDS, addresses: 8 };
    await ask({ ...reading, seconds: 2 });
    const [alone, among, crowds]: [number[], number[], Asked[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      alone.push(...(await ask(reading)).millis);
      const [read, passed] = await Promise.all([ask(reading), ask(crowd)]);
      expect(Object.keys(read.statuses)).toEqual(['200']);
      among.push(...read.millis);
      crowds.push(passed);
    }
    const ratios = [0.5, 0.95].map((share) => at(share, among) / at(share, alone));
    const said = [0.5, 0.95].map((share, which) => {
      const [without, within] = [at(share, alone), at(share, among)].map((ms) => ms.toFixed(1));
      return `p${String(share * 100)} ${without ?? ''} → ${within ?? ''} ms (${ratios[which]?.toFixed(2) ?? ''})`;
    });
    const asked = crowds.reduce((sum, one) => sum + one.asked, 0);
    const rate = Math.round((asked * 60) / (ROUNDS * SECONDS));
    process.stdout.write(`public load: ${String(rate)} requests a minute; clerk's list ${said.join(', ')}\n`);
    expect(crowds.flatMap(({ statuses }) => Object.keys(statuses)).every((status) => status === '200')).toBe(true);
    expect(rate).toBeGreaterThan(0.95 * PER_MINUTE);
    expect(Math.max(...ratios)).toBeLessThanOrEqual(MAX_RATIO);
  }, 300_000);
});

/** The same ticket so many times, each due a minute after the one before. */
async function multiply(app: TestApp, ticket: TicketEntity): Promise<void> {
  await app.nest.get(UnitOfWork).run(async (tx) => {
    for (let from = 0; from < TICKETS; from += AT_ONCE) {
      const copies = Array.from({ length: AT_ONCE }, (_, step) => {
        const at = from + step;
        const dueAt = new Date(ticket.dueAt.getTime() + at * 60_000);
        return Object.assign(new TicketEntity(), ticket, {
          id: `copy-${String(at)}`,
          code: `PAKN.20260301.${String(at)}`,
          hotlineCode: null,
          dueAt,
        });
      });
      await tx.insert(TicketEntity, copies);
    }
  });
}

function resultOf(number: number): Omit<PublicResultEntity, 'number'> {
  return {
    publicationId: `publication-${String(number)}`,
    ticketId: `ticket-${String(number)}`,
    category: 'fees',
    categoryName: 'Thu chi, dạy thêm',
    unitName: 'Phòng Giáo dục Trung học',
    title: `Kết quả số ${String(number)}: dừng khoản thu ngoài quy định`,
    text: 'Nhà trường đã dừng khoản thu ngoài quy định và trả lại toàn bộ tiền đã thu. '.repeat(12),
    publishedAt: new Date(Date.UTC(2026, 2, 1, 2, number)),
    withdrawnAt: null,
    withdrawnById: null,
    withdrawnByName: null,
    withdrawReason: null,
  };
}
