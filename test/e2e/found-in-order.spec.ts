import { randomUUID } from 'node:crypto';
import { readXlsxTable } from '../../src/files/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketWords } from '../../src/tickets/persistence/search/ticket-words.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

const HOUR = 3_600_000;
const ALL = 130;
const FORMULA = '=HYPERLINK("http://la.vn";"x") học thêm';

describe('what a search found, in order and as a workbook', () => {
  let app: TestApp;
  let clerk: TestBrowser;
  let tickets: readonly TicketEntity[];

  beforeAll(async () => {
    app = await TestApp.open();
    clerk = await app.browserOf('vanthu');
    const first = await app.receive({ subject: 'Thu tiền học thêm' });
    const others = Array.from({ length: ALL - 1 }, (_one, at) =>
      Object.assign(new TicketEntity(), first, {
        ...{ id: randomUUID(), code: `PAKN.20260101.${String(5000 + at)}`, incomingDocumentId: randomUUID() },
        ...{ hotlineCode: null, leadUnitId: at % 2 === 0 ? null : 'nui-voi' },
        ...(at === 0 ? { subject: FORMULA } : {}),
        startedAt: new Date(first.startedAt.getTime() + ((at * 37) % 30) * HOUR),
        dueAt: new Date(first.dueAt.getTime() + ((at * 11) % 40) * HOUR),
      }),
    );
    await app.nest.get(UnitOfWork).run(async (tx) => {
      for (const ticket of others) {
        await tx.insert(TicketEntity, ticket);
        await app.nest.get(TicketWords).renew(tx, ticket.id);
      }
    });
    tickets = [first, ...others];
  });
  afterAll(() => app.close());

  const codesIn = (body: string): string[] =>
    [...body.matchAll(/class="ha-sub"><span class="ha-code">([^<]+)</gu)].map(([, code = '']) => code);

  async function throughPages(first: string): Promise<string[]> {
    const codes: string[] = [];
    for (let path: string | undefined = first; path !== undefined;) {
      const { body } = await clerk.get(path);
      codes.push(...codesIn(body));
      path = /rel="next" href="([^"]+)"/u.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    return codes;
  }

  const byDeadline = (lastFirst: boolean): string[] => {
    const rows = tickets.toSorted(
      (one, other) => one.dueAt.getTime() - other.dueAt.getTime() || (one.id < other.id ? -1 : 1),
    );
    return (lastFirst ? rows.toReversed() : rows).map(({ code }) => code);
  };
  const isSorted = (moments: readonly number[]): boolean => moments.every((one, at) => one >= (moments[at - 1] ?? one));
  const receivedOf = (codes: readonly string[]): number[] =>
    codes.map((code) => tickets.find((ticket) => ticket.code === code)?.startedAt.getTime() ?? 0);

  async function sheetOf(browser: TestBrowser, path: string) {
    const { rawPayload, statusCode, headers } = await browser.get(path);
    expect(statusCode).toBe(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[a-z0-9-]+\.xlsx"/u);
    const reading = await readXlsxTable(rawPayload, 10_000);
    if (!reading.ok) throw new Error(reading.flaw);
    return reading.table.slice(1).map((row) => row.map(String));
  }

  it.each([
    ['han-gan', false],
    ['han-xa', true],
  ])('is shown by deadline, each ticket once, with how many there are: %s', async (order, lastFirst) => {
    const path = `/tim-kiem?tim=hoc+them+&xep=${order}`;
    expect(await throughPages(path)).toEqual(byDeadline(lastFirst));
    expect((await clerk.get(path)).body).toContain(`1–50 trên ${String(ALL)}`);
  });

  it.each([
    ['', true],
    ['cu-nhat', false],
  ])('is shown by receipt, each ticket once: %p', async (order, newestFirst) => {
    const codes = await throughPages(`/tim-kiem?tim=hoc+them+&xep=${order}`);
    expect(codes.toSorted()).toEqual(tickets.map(({ code }) => code).toSorted());
    const received = receivedOf(codes);
    expect(isSorted(newestFirst ? received.toReversed() : received)).toBe(true);
  });

  it('keeps its order while a condition is taken away, and says it in its heads', async () => {
    const { body } = await clerk.get('/tim-kiem?tim=hoc+them+&trang-thai=received&xep=han-xa');
    expect(body).toContain('href="/tim-kiem?trang-thai=received&amp;xep=han-xa"');
    expect(body).toMatch(/aria-sort="descending"><a class="ha-sort" href="[^"]*xep=han-gan"/u);
    expect(body).toMatch(
      /aria-sort="none"><a class="ha-sort" href="\/tim-kiem\?tim=hoc\+them\+&amp;trang-thai=received"/u,
    );
  });

  it('goes into a workbook in the same order, text as text', async () => {
    const rows = await sheetOf(clerk, '/tim-kiem.xlsx?tim=hoc+them+&xep=han-xa');
    expect(rows.map(([code]) => code)).toEqual(byDeadline(true));
    expect(rows.map((row) => row[2])).toContain(FORMULA);
    const { rawPayload } = await clerk.get('/viec-cua-toi.xlsx?danh-sach=toan-so');
    // A cell that computes would be refused by the reader.
    expect(await readXlsxTable(rawPayload, 10_000)).toMatchObject({ ok: true });
  });

  it('is a work list as well, whole and in its order', async () => {
    const rows = await sheetOf(clerk, '/viec-cua-toi.xlsx?danh-sach=toan-so.han-xa');
    expect(rows.map(([code]) => code)).toEqual(byDeadline(true));
  });

  it('rule 21: holds only what its reader sees, and no sender', async () => {
    const school = await app.browserOf('luc');
    const theirs = tickets.filter(({ leadUnitId }) => leadUnitId === 'nui-voi').map(({ code }) => code);
    const found = await sheetOf(school, '/tim-kiem.xlsx?tim=hoc+them+');
    expect(found.map(([code]) => code).toSorted()).toEqual(theirs.toSorted());
    expect(await sheetOf(school, '/viec-cua-toi.xlsx?danh-sach=toan-so')).not.toHaveLength(ALL);
    expect(JSON.stringify(await sheetOf(clerk, '/tim-kiem.xlsx?nguoi=bui+van+khai'))).not.toMatch(/Khải|09\d{8}/u);
    expect(await sheetOf(school, '/tim-kiem.xlsx?nguoi=bui+van+khai')).toEqual([]);
  });

  it('is written into the journal, without what was asked', async () => {
    await clerk.get('/tim-kiem.xlsx?tim=hoc+them+');
    const { reader } = app.nest.get(Database);
    const lines = await reader.getRepository(JournalEntryEntity).findBy({ action: 'ticket.exportList' });
    expect(lines.at(-1)).toMatchObject({ objectId: 'tim-kiem', detail: { rows: ALL } });
    expect(JSON.stringify(lines)).not.toContain('hoc them');
  });

  it('rule 21: is counted for a saved search as its owner sees it, up to a bound', async () => {
    const keep = async (browser: TestBrowser, ten: string, cau: string): Promise<void> => {
      await browser.get('/tim-kiem?tim=hoc');
      expect((await browser.post('/tim-kiem/da-luu', { ten, cau })).statusCode).toBe(303);
    };
    const counts = async (browser: TestBrowser): Promise<string[]> =>
      [
        ...(await browser.get('/tim-kiem/da-luu')).body.matchAll(/<span>([^<]+)<\/span><span class="ha-num">([^<]+)/gu),
      ].map(([, name = '', count = '']) => `${name}: ${count}`);
    const school = await app.browserOf('luc');
    await keep(clerk, 'Học thêm', '/tim-kiem?tim=hoc+them+');
    await keep(clerk, 'Không có', '/tim-kiem?tim=khong+co+tu+nay+');
    await keep(school, 'Của trường', '/tim-kiem?tim=hoc+them+');
    expect(await counts(clerk)).toEqual(['Học thêm: 99+', 'Không có: 0']);
    expect(await counts(school)).toEqual([
      `Của trường: ${String(tickets.filter((t) => t.leadUnitId !== null).length)}`,
    ]);
    expect((await clerk.get('/')).body).toContain('data-saved-searches="/tim-kiem/da-luu"');
  });

  it('refuses to put everything there is into a sheet', async () => {
    expect((await clerk.get('/tim-kiem.xlsx')).statusCode).toBe(422);
    expect((await clerk.get('/tim-kiem.xlsx?tu=31/02/2026')).statusCode).toBe(422);
  });
});
