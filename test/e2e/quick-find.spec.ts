import type { Role } from '../../src/kernel/actor.js';
import { IncomingDocumentEntity, indexIncoming } from '../../src/documents/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { AssignTicket } from '../../src/tickets/index.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { actsFor, pagesFor } from '../../src/web/quick-find/quick-find-places.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

let app: TestApp;
let ticket: TicketEntity;
const people = new Map<string, TestBrowser>();

beforeAll(async () => {
  app = await TestApp.open();
  ticket = await app.receive();
  const given = { ticketId: ticket.id, unitId: 'gdtrh', officerId: 'ngoc' };
  await app.nest.get(AssignTicket, { strict: false }).assign(PARTIES.clerk, given);
});
afterAll(() => app.close());

async function as(username: string): Promise<TestBrowser> {
  const known = people.get(username) ?? (await app.browserOf(username));
  people.set(username, known);
  return known;
}
const found = async (username: string, typed: string): Promise<string> =>
  (await (await as(username)).get(`/tim-nhanh?tim=${encodeURIComponent(typed)}`)).body;

describe('Ctrl+K', () => {
  it('finds a ticket by its code and its words, for those alone who see it', async () => {
    const typed = ['hoc them', ticket.code, 'HỌC THÊM'];
    for (const words of typed) {
      expect(await found('ngoc', words)).toContain(`href="/phieu/${ticket.id}"`);
      expect(await found('luc', words)).not.toContain(ticket.code);
    }
  });

  it('finds people, units, pages and acts by the beginnings of words, marks left aside', async () => {
    const text = textOf(await found('vanthu', 'trung hoc'));
    expect(text).toContain('Phòng Giáo dục Trung học');
    expect(textOf(await found('vanthu', 'ngoc'))).toMatch(/Người .*Ngọc/su);
    expect(textOf(await found('vanthu', 'so van ban'))).toMatch(/Trang .*Sổ văn bản đến/su);
    expect(textOf(await found('vanthu', 'nhap phan anh'))).toMatch(/Việc làm được ngay Ghi phiếu mới/su);
    expect(textOf(await found('ngoc', 'nhap phan anh'))).not.toContain('Ghi phiếu mới');
  });

  it('finds a line of the registers for those who work on letters, and nothing for an administrator', async () => {
    await app.nest.get(UnitOfWork).run(async (tx) => {
      for (const line of await tx.find(IncomingDocumentEntity)) await indexIncoming(tx, line);
    });
    expect(textOf(await found('luc', 'hoc them'))).toMatch(/^Văn bản .*Văn bản đến số 1,/su);
    expect(textOf(await found('quantri', 'hoc them'))).toBe('');
  });

  it('shows where one may go while nothing was typed, and nothing at all for strangers', async () => {
    expect(textOf(await found('quantri', ''))).toMatch(/Đổi mật khẩu.*Việc của tôi/su);
    expect(textOf(await found('quantri', 'an toan'))).toBe('Trang An toàn hệ thống');
    expect(await found('quantri', '%_')).toContain('data-found');
    expect((await app.browser().get('/tim-nhanh')).statusCode).toBe(303);
  });

  it('has the searches that one kept at hand, and nobody else', async () => {
    const kept = { ten: 'Dạy thêm, khối 12', cau: '/tim-kiem?tim=day+them' };
    await (await as('thang')).get('/tim-kiem?tim=day+them');
    await (await as('thang')).post('/tim-kiem/da-luu', kept);
    expect(await found('thang', '')).toMatch(/Tìm kiếm đã lưu.*href="\/tim-kiem\?tim=day\+them"/su);
    expect(await found('ngoc', '')).not.toContain('Tìm kiếm đã lưu');
  });

  it.each<[string, readonly Role[]]>([
    ['vanthu', ['registryClerk', 'formatChecker']],
    ['ngoc', ['contactOfficer']],
    ['thang', ['unitHead']],
    ['khanh', ['leader']],
    ['giamsat', ['supervisor']],
    ['quantri', ['administrator']],
  ])('leads %s to no page that is closed to them', async (username, roles) => {
    const browser = await as(username);
    const places = [...pagesFor(roles), ...actsFor(roles)].map(({ href }) => href.replace(/#.*$/u, ''));
    const answers: string[] = [];
    for (const href of new Set(places)) {
      const { statusCode } = await browser.get(href);
      if (statusCode !== 200) answers.push(`${href}: ${String(statusCode)}`);
    }
    expect(answers).toEqual([]);
  });
});
