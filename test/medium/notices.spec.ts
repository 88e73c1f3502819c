import { MoreThan } from 'typeorm';
import { Notices } from '../../src/notices/index.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { aTicket } from '../support/a-ticket.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

describe('what people are told', () => {
  let app: TestApp;
  let ngoc: TestBrowser;

  beforeAll(async () => {
    app = await TestApp.open();
    ngoc = await app.browserOf('ngoc');
    await app.nest.get(UnitOfWork).run(async (tx) => {
      await tx.insert(
        TicketEntity,
        aTicket({ id: 'a', code: 'PAKN.20260312.0001', leadUnitId: 'gdtrh', officerId: 'ngoc' }),
      );
      await tx.insert(TicketEntity, aTicket({ id: 'b', code: 'PAKN.20260312.0002', leadUnitId: 'nui-voi' }));
    });
  });
  afterAll(() => app.close());
  beforeEach(() => app.nest.get(UnitOfWork).run((tx) => tx.delete(NoticeEntity, { seq: MoreThan(0) })));

  const tell = (key: string, staffId: string, ticket?: { id: string; code: string }): Promise<void> =>
    app.nest.get(UnitOfWork).run((tx) =>
      app.nest.get(Notices).tell(tx, {
        key,
        staffId,
        kind: 'reminder',
        words: `Lời nhắc ${key}.`,
        ...(ticket === undefined ? {} : { ticket }),
      }),
    );
  const page = async (browser: TestBrowser, path = '/thong-bao'): Promise<string> => (await browser.get(path)).body;
  const numberOf = (body: string, words: string): string =>
    /thong-bao\/(?<seq>\d+)\/da-doc/u.exec(body.slice(body.indexOf(words)))?.groups?.['seq'] ?? '';

  it('stands on a page of one’s own, newest first, and the bell counts what is unread', async () => {
    await tell('một', 'ngoc', { id: 'a', code: 'PAKN.20260312.0001' });
    await tell('hai', 'ngoc');
    await tell('khác', 'thang');
    const body = await page(ngoc);
    expect(body.indexOf('Lời nhắc hai.')).toBeLessThan(body.indexOf('Lời nhắc một.'));
    expect(body).toContain('href="/phieu/a"');
    expect(body).not.toContain('Lời nhắc khác.');
    expect(await page(ngoc, '/')).toContain('Thông báo, 2 chưa đọc');
  });

  it('is told once under one name', async () => {
    await tell('một', 'ngoc');
    await tell('một', 'ngoc');
    expect(await page(ngoc)).toContain('1 chưa đọc');
  });

  it('is marked as read, one by one or all that were seen', async () => {
    for (const key of ['một', 'hai', 'ba']) await tell(key, 'ngoc');
    const body = await page(ngoc);
    await ngoc.post(`/thong-bao/${numberOf(body, 'Lời nhắc hai.')}/da-doc`);
    expect(await page(ngoc)).toContain('2 chưa đọc');
    await tell('bốn', 'ngoc');
    await ngoc.post(`/thong-bao/den/${numberOf(body, 'Lời nhắc ba.')}/da-doc`);
    const left = await page(ngoc);
    expect(left).toContain('1 chưa đọc');
    expect(numberOf(left, 'Lời nhắc bốn.')).not.toBe('');
  });

  it('nobody marks the notices of somebody else', async () => {
    await tell('một', 'ngoc');
    const seq = numberOf(await page(ngoc), 'Lời nhắc một.');
    const thang = await app.browserOf('thang');
    await thang.get('/thong-bao');
    await thang.post(`/thong-bao/${seq}/da-doc`);
    await thang.post('/thong-bao/den/2147483647/da-doc');
    expect(await page(ngoc)).toContain('1 chưa đọc');
  });

  it('says nothing of a ticket that the person may no longer see', async () => {
    await tell('một', 'ngoc', { id: 'b', code: 'PAKN.20260312.0002' });
    const body = await page(ngoc);
    expect(body).toContain('Phiếu này nay do người khác phụ trách.');
    expect(body).not.toContain('PAKN.20260312.0002');
    expect(body).not.toContain('Lời nhắc một.');
  });

  it('goes on to older ones, and takes nonsense for the first page', async () => {
    for (let index = 0; index < 60; index += 1) await tell(`số ${String(index)}`, 'ngoc');
    const body = await page(ngoc);
    const older = /\/thong-bao\?truoc=\d+/u.exec(body)?.[0] ?? '';
    expect(await page(ngoc, older)).toContain('Lời nhắc số 0.');
    expect(await page(ngoc, '/thong-bao?truoc=-1')).toContain('Lời nhắc số 59.');
    expect(await page(ngoc, '/thong-bao?truoc=99999999999999')).toContain('Lời nhắc số 59.');
  });

  describe('of which a person keeps some quiet', () => {
    const released = (staffId: string): Promise<void> => news('letter.released:1', staffId);
    const news = (key: string, staffId: string): Promise<void> =>
      app.nest
        .get(UnitOfWork)
        .run((tx) =>
          app.nest.get(Notices).tell(tx, { key: `${key}:${staffId}`, staffId, kind: 'news', words: `Tin ${key}.` }),
        );
    const rings = ['arrivals', 'approvals', 'coordination', 'circulars', 'checks'];
    afterEach(() => ngoc.post('/thong-bao/bao-chuong', { rung: [...rings, 'released'], mail: '1' }));

    it('stands among the notices as read, and rings for others as before', async () => {
      await page(ngoc);
      expect((await ngoc.post('/thong-bao/bao-chuong', { rung: rings, mail: '1' })).statusCode).toBe(303);
      await released('ngoc');
      await released('thang');
      const body = await page(ngoc);
      expect(body).toContain('Đã đọc hết.');
      expect(body).toContain('Tin letter.released:1.');
      expect(await page(await app.browserOf('thang'))).toContain('1 chưa đọc');
    });

    it('shows again what was chosen, and rings again once it is ticked', async () => {
      await page(ngoc);
      await ngoc.post('/thong-bao/bao-chuong', { rung: rings });
      const body = await page(ngoc);
      expect(body).toMatch(/<input(?=[^>]*value="approvals")(?=[^>]*checked)/u);
      expect(body).not.toMatch(/<input(?=[^>]*value="released")(?=[^>]*checked)/u);
      expect(body).not.toMatch(/<input(?=[^>]*name="mail")(?=[^>]*checked)/u);
      await ngoc.post('/thong-bao/bao-chuong', { rung: 'released' });
      await released('ngoc');
      expect(await page(ngoc)).toContain('1 chưa đọc');
    });

    it('work that is given, comes back or fails rings all the same, with nothing ticked', async () => {
      await page(ngoc);
      await ngoc.post('/thong-bao/bao-chuong', {});
      for (const key of ['ticket.assigned:4', 'letter.givenBack:2', 'letter.proofFailed:3']) await news(key, 'ngoc');
      expect(await page(ngoc)).toContain('3 chưa đọc');
    });
  });

  it('tells the administrator, and nobody else, that no mail server is set', async () => {
    expect(await page(await app.browserOf('quantri'))).toContain('Chưa đặt máy chủ thư (SMTP_URL)');
    expect(await page(ngoc)).not.toContain('SMTP_URL');
  });
});
