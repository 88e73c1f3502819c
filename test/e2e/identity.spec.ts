import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { jpegOf } from '../support/picture-writer.js';
import { TestApp } from '../support/test-app.js';

const WHOLE = /Bùi Văn Khải|0900 000 142|khai\.bv/u;
const WORDS =
  'Tôi là Bùi Văn Khải, ĐT 0900 000 142, có con học lớp 11A5 Trường THPT Núi Voi. Cô giáo thu 450.000 đồng.';

const PHOTO = { name: 'don-viet-tay.jpg', contentType: 'image/jpeg', content: jpegOf() };

describe('who wrote, over HTTP', () => {
  let app: TestApp;
  let ticket: TicketEntity;

  beforeAll(async () => {
    app = await TestApp.open();
    ticket = await app.receive({ text: WORDS }, [PHOTO]);
  });
  afterAll(() => app.close());

  const change = (to: Partial<TicketEntity>) =>
    app.nest.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: ticket.id }, to));
  const journal = () =>
    app.nest.get(UnitOfWork).run((tx) => tx.findBy(JournalEntryEntity, { action: 'ticket.identityRevealed' }));
  const own = (name: string, html: string) => {
    const [, panel = ''] = html.split(`id="${name}"`);
    return panel;
  };

  it('rule 21: a clerk sees initials until the purpose is named', async () => {
    const clerk = await app.browserOf('vanthu');
    const { body } = await clerk.get(`/phieu/${ticket.id}`);
    expect(body).toContain('B. V. K. (đề nghị giữ bí mật họ tên)');
    expect(body).toContain('Xem danh tính…');
    expect(own('t-loi', body).split('</section>')[0]?.replace(WORDS, '')).not.toMatch(WHOLE);
    expect(await journal()).toEqual([]);
  });

  it('rules 21 and 54: a purpose shows the sender once, and stands in the journal and the course', async () => {
    const clerk = await app.browserOf('vanthu');
    await clerk.get(`/phieu/${ticket.id}`);
    const answer = await clerk.post(`/phieu/${ticket.id}/danh-tinh`, { purpose: 'verify', other: '' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toMatch(/Bùi Văn Khải[\s\S]*0900 000 142[\s\S]*khai\.bv@example\.com/u);
    expect(answer.body).toContain('Người phản ánh đề nghị giữ bí mật họ tên.');

    const [line] = await journal();
    expect(line).toMatchObject({
      actorId: 'vanthu',
      objectId: ticket.id,
      detail: { purpose: 'Gọi xác minh nội dung phản ánh' },
    });
    const { body } = await clerk.get(`/phieu/${ticket.id}`);
    expect(body).toContain('Xem danh tính người phản ánh: Gọi xác minh nội dung phản ánh');
    expect(own('t-loi', body).split('</section>')[0]?.replace(WORDS, '')).not.toMatch(WHOLE);
  });

  it('rule 21: what is typed as a purpose is kept without private details', async () => {
    const clerk = await app.browserOf('vanthu');
    await clerk.get(`/phieu/${ticket.id}`);
    const other = 'Gọi ông Bùi Văn Khải số 0900 000 142';
    expect((await clerk.post(`/phieu/${ticket.id}/danh-tinh`, { purpose: 'other', other })).statusCode).toBe(200);
    const kept = JSON.stringify((await journal()).map(({ detail }) => detail));
    expect(kept).toContain('Gọi ông [tên người] số [số điện thoại]');
    expect(kept).not.toMatch(WHOLE);
  });

  it('rule 21: a press without a choice shows nothing', async () => {
    const before = await journal();
    const clerk = await app.browserOf('vanthu');
    await clerk.get(`/phieu/${ticket.id}`);
    const refused = await clerk.post(`/phieu/${ticket.id}/danh-tinh`, { other: '' });
    expect(refused.body).not.toMatch(WHOLE);
    expect((await clerk.follow(refused)).body).toContain('Chọn mục đích xem danh tính.');
    expect(await journal()).toHaveLength(before.length);
  });

  it('rule 21: without a purpose nothing is shown and nothing recorded', async () => {
    const before = await journal();
    const clerk = await app.browserOf('vanthu');
    await clerk.get(`/phieu/${ticket.id}`);
    const refused = await clerk.post(`/phieu/${ticket.id}/danh-tinh`, { purpose: 'other', other: 'xem' });
    expect(refused.body).not.toMatch(WHOLE);
    const { body } = await clerk.follow(refused);
    expect(body).toContain('Viết thêm: cần từ 10 ký tự, hiện có 3.');
    expect(await journal()).toHaveLength(before.length);
  });

  it.each([['khanh'], ['quantri']])('rule 21: %s learns nothing', async (username) => {
    const before = await journal();
    const browser = await app.browserOf(username);
    await browser.get('/');
    const { statusCode, body } = await browser.post(`/phieu/${ticket.id}/danh-tinh`, { purpose: 'verify', other: '' });
    expect([303, 403, 404]).toContain(statusCode);
    expect(body).not.toMatch(WHOLE);
    expect(await journal()).toHaveLength(before.length);
  });

  describe('rule 21: the unit complained about, though it handles the ticket', () => {
    beforeAll(() =>
      change({
        complainedUnitId: 'nui-voi',
        leadUnitId: 'nui-voi',
        officerId: 'luc',
        state: 'verifying',
        category: 'staffConduct',
      }),
    );

    it.each([
      ['the ticket', () => `/phieu/${ticket.id}`],
      ['the list', () => '/'],
    ])('rule 21: reads nobody’s name, telephone or class on %s', async (_page, path) => {
      const school = await app.browserOf('luc');
      const { body } = await school.get(path());
      expect(body).toContain('Được giữ bí mật với đơn vị bị phản ánh');
      expect(body).toContain('Cô giáo thu 450.000 đồng.');
      expect(body).not.toMatch(/Khải|0900 000 142|khai\.bv|B\. V\. K\.|lớp 11A5|Xem danh tính…/u);
    });

    it('rule 21: opens no file that the sender attached, where others may', async () => {
      const clerk = await app.browserOf('vanthu');
      const school = await app.browserOf('luc');
      const [, href = ''] = /href="(\/tep\/van-ban\/[^"]+)"/u.exec((await clerk.get(`/phieu/${ticket.id}`)).body) ?? [];
      expect((await clerk.get(href)).statusCode).toBe(200);
      expect((await school.get(`/phieu/${ticket.id}`)).body).not.toContain(href);
      expect((await school.get(href)).statusCode).toBe(404);
    });

    it('rule 21: is refused in words', async () => {
      const before = await journal();
      const school = await app.browserOf('luc');
      await school.get(`/phieu/${ticket.id}`);
      const refused = await school.post(`/phieu/${ticket.id}/danh-tinh`, { purpose: 'verify', other: '' });
      expect(refused.body).not.toMatch(WHOLE);
      const { body } = refused.statusCode === 303 ? await school.follow(refused) : refused;
      expect(body).toContain('Đơn vị của bạn là đơn vị bị phản ánh');
      expect(await journal()).toHaveLength(before.length);
    });
  });
});
