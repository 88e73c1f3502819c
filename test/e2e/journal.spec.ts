import { firstBrokenLine, type ChainedLine } from '../../src/journal/domain/chain.js';
import { Journal } from '../../src/journal/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { onSqlite } from '../support/on-sqlite.js';
import { TestApp } from '../support/test-app.js';

const OFFICER: Actor = {
  ...{ id: 'ngoc', name: 'Nguyễn Thị Hồng Ngọc', unitId: 'gdtrh', roles: ['contactOfficer'], address: '10.1.2.3' },
  onBehalfOf: { id: 'thang', name: 'Vũ Đức Thắng', by: 'Lê Văn An' },
};

describe('the journal, over HTTP', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
    const journal = app.nest.get(Journal);
    await app.nest.get(UnitOfWork).run(async (tx) => {
      await journal.record(tx, OFFICER, {
        ...{ action: 'authority.add', objectKind: 'authority', objectId: 'tq-1' },
        detail: { before: { roles: 'contactOfficer', phone: '0900 000 142' }, after: { roles: 'leader', phone: '' } },
      });
      for (let at = 1; at <= 60; at += 1)
        await journal.record(tx, OFFICER, {
          action: 'ticket.assign',
          objectKind: 'ticket',
          objectId: `p-${String(at)}`,
        });
    });
  });
  afterAll(() => app.close());

  it('is read by who looks after the software and who watches, page by page, and says that it was', async () => {
    const administrator = await app.browserOf('quantri');
    const { body } = await administrator.get('/nhat-ky?nguoi=hong+ngoc&tu=2026-03-18&den=2026-03-18');
    expect(body).toContain('Giao đơn vị chủ trì');
    expect(body).toContain('thay Vũ Đức Thắng');
    expect(body).toContain('10.1.2.3');
    expect([body.includes('p-60'), body.includes('p-5<')]).toEqual([true, false]);
    const [, more = ''] = /href="(\/nhat-ky\?[^"]*trang=[^"]*)"/u.exec(body) ?? [];
    const next = await administrator.get(more.replaceAll('&amp;', '&'));
    expect([next.body.includes('p-60'), next.body.includes('p-5<')]).toEqual([false, true]);
    const own = await administrator.get('/nhat-ky?viec=journal.read');
    expect(own.body).toContain('Lê Văn An');
    const reads = await app.nest.get(Database).reader.manager.findBy(JournalEntryEntity, { action: 'journal.read' });
    expect(reads.map(({ detail }) => 'beforeLine' in detail)).toEqual([false, true, false]);
    const nobody = await administrator.get('/nhat-ky?nguoi=khong+ai&loai=ticket');
    expect(nobody.body).toContain('Không có dòng nào như vậy');
    for (const username of ['vanthu', 'ngoc', 'thang', 'khanh'])
      expect((await (await app.browserOf(username)).get('/nhat-ky')).statusCode).toBe(403);
  });

  it('shows what an act changed, and to supervision without what leads to people', async () => {
    const read = async (username: string): Promise<string> =>
      (await (await app.browserOf(username)).get('/nhat-ky/1')).body;
    const [administrator, supervisor] = [await read('quantri'), await read('giamsat')];
    expect(administrator).toMatch(/contactOfficer[\s\S]*leader/u);
    expect(administrator).toMatch(/0900 000 142[\s\S]*không có/u);
    expect(supervisor).toMatch(/contactOfficer[\s\S]*leader/u);
    expect(supervisor).not.toMatch(/0900 000 142|10\.1\.2\.3/u);
    expect(supervisor).toContain('•••');
    const watching = await app.browserOf('giamsat');
    expect((await watching.get('/nhat-ky/999999')).statusCode).toBe(404);
    expect((await watching.get('/nhat-ky?viec=ticket.assign')).body).toContain('p-60');
    const guessed = (await watching.get('/nhat-ky?viec=ticket.assign&dia-chi=10.1.2.3')).body;
    expect([guessed.includes('p-60'), guessed.includes('Địa chỉ mạng')]).toEqual([false, false]);
  });

  it('goes out as a file that proves itself, and its going out is the last line of it', async () => {
    const administrator = await app.browserOf('quantri');
    const answer = await administrator.get('/nhat-ky/xuat.jsonl');
    expect(answer.headers).toMatchObject({
      'content-disposition': expect.stringContaining('attachment; filename="nhat-ky.jsonl"') as string,
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const lines = answer.body
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as ChainedLine & { at: string });
    const chained = lines.map((line) => ({ ...line, at: new Date(line.at) }));
    expect(firstBrokenLine(chained)).toBeNull();
    expect(chained.at(-1)).toMatchObject({ action: 'journal.export', actorId: 'quantri', address: '127.0.0.1' });
    expect(firstBrokenLine(chained.map((line) => (line.seq === 2 ? { ...line, address: 'cli' } : line)))).toBe(2);
    expect((await (await app.browserOf('giamsat')).get('/nhat-ky/xuat.jsonl')).statusCode).toBe(403);
  });

  it('goes out as a table that no spreadsheet runs', async () => {
    const act = { action: 'ticket.assign', objectKind: 'ticket', objectId: '=1+1' } as const;
    await app.nest.get(UnitOfWork).run((tx) => app.nest.get(Journal).record(tx, OFFICER, act));
    const { body } = await (await app.browserOf('quantri')).get('/nhat-ky/xuat.csv?viec=ticket.assign&ma=%3D1%2B1');
    const [head, line] = body.split('\r\n');
    expect(head).toMatch(/^\uFEFF"Số dòng","Thời điểm \(UTC\)"/u);
    expect(line).toContain(`"'=1+1"`);
  });

  onSqlite('reads query plans').describe('the pages of its search', () => {
    it.each([
      ['a person', `"actorId" IN ('ngoc', 'thang')`, 'actor'],
      ['an act', `"action" = 'ticket.assign'`, 'action'],
      ['an address', `"address" = '10.1.2.3'`, 'address'],
      ['a time', `"at" >= '2026-03-18'`, 'at'],
      ['an object', `"objectKind" = 'ticket' AND "objectId" = 'p-1'`, 'object'],
    ])('find the lines of %s by an index', async (_what, condition, index) => {
      const plan = await app.nest
        .get(Database)
        .reader.query<{ detail: string }[]>(
          `EXPLAIN QUERY PLAN SELECT * FROM "journal_entry" WHERE ${condition} ORDER BY "at" DESC, "seq" DESC LIMIT 51`,
        );
      expect(plan.map(({ detail }) => detail).join('; ')).toContain(`ix_journal_entry_${index}`);
    });
  });
});
