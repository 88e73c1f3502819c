import { UnitEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { AskCoordination, AssignTicket, WorkOnTicket } from '../../src/tickets/index.js';
import { TicketCoordinationEntity } from '../../src/tickets/persistence/life.entities.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { TestApp } from '../support/test-app.js';
import { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const { officer, clerk } = PARTIES;
const DAY = 86_400_000;
const REPLY = 'Nhà trường đã trả lại toàn bộ số tiền thu ngoài quy định.';
const FIELDS = { reply: REPLY, name: 'Trần Thị Mơ', position: 'Hiệu trưởng' };
const FILE = { field: 'files', name: 'danh-sach.pdf', content: '%PDF-1.7\n%%EOF\n' };
const NO_FILE = { field: 'files', name: '', content: '' };

let app: TestApp;
let ticket: TicketEntity;
let desk: TestBrowser;

beforeEach(async () => {
  app = await TestApp.open({ HOI_AM_PUBLIC_URL: 'https://hoi-am.example' });
  ticket = await app.receive();
  await app.nest.get(UnitOfWork).run(async (tx) => {
    const school = { id: 'sao-mai', code: 'SaoMai', name: 'Trường Tiểu học Sao Mai', symbol: 'SM', parentId: null };
    await tx.insert(UnitEntity, { ...school, kind: 'school' });
  });
  await app.nest.get(AssignTicket).assign(clerk, { ticketId: ticket.id, unitId: 'gdtrh', officerId: 'ngoc' });
  await app.nest.get(WorkOnTicket).accept(officer, ticket.id);
  const asks = [{ unitId: 'sao-mai', question: 'Đề nghị nhà trường báo cáo các khoản đã thu.' }];
  await app.nest.get(AskCoordination).ask(officer, { ticketId: ticket.id, asks });
  desk = await app.browserOf('ngoc');
  await desk.get(`/phieu/${ticket.id}`);
});

afterEach(() => app.close());

/** Gives a page out by the form of the ticket; its path is what the officer would copy. */
async function issued(): Promise<string> {
  await desk.get(`/phieu/${ticket.id}`);
  const { id } = await app.nest.get(Database).reader.manager.findOneByOrFail(TicketCoordinationEntity, {});
  const answer = await desk.post(`/phieu/${ticket.id}/trang-tra-loi`, { coordinationId: id });
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
  const [path = ''] = /\/tra-loi\/[\w-]{32}/u.exec(answer.body) ?? [];
  return path;
}

const school = () => new TestBrowser(app);

describe('a school without an account', () => {
  it('is told who asks, what and by when, answers with a file, and sees what it answered; the officer reads it', async () => {
    expect(textOf((await desk.get(`/phieu/${ticket.id}`)).body)).toContain('chưa có tài khoản, cần cấp trang trả lời');
    const path = await issued();
    const visitor = school();
    const asked = await visitor.get(path);
    expect([asked.statusCode, asked.headers['set-cookie']]).toEqual([200, undefined]);
    const text = textOf(asked.body);
    for (const words of ['Trường Tiểu học Sao Mai', ticket.code, 'báo cáo các khoản đã thu'])
      expect(text).toContain(words);
    for (const told of ['Bùi Văn Khải', '0900 000 142']) expect(text).not.toContain(told);
    const done = await visitor.postFile(path, FIELDS, FILE);
    expect([done.statusCode, done.headers.location]).toEqual([303, path]);
    const seen = textOf((await visitor.get(path)).body);
    for (const words of ['Đơn vị đã trả lời', REPLY, 'danh-sach.pdf']) expect(seen).toContain(words);
    const page = textOf((await desk.get(`/phieu/${ticket.id}`)).body);
    for (const words of ['Trường Tiểu học Sao Mai trả lời', REPLY, 'danh-sach.pdf']) expect(page).toContain(words);
  });

  it('is written to by a letter of its own, begun from the ticket', async () => {
    const { body } = await desk.get(`/phieu/${ticket.id}`);
    const [, template = ''] = /<option value="([^"]+)">[^<]*, gửi Trường Tiểu học Sao Mai</u.exec(body) ?? [];
    const begun = await desk.post(`/phieu/${ticket.id}/soan-van-ban`, { template });
    const draft = (await desk.get(begun.headers.location ?? '')).body;
    for (const words of ['Trường Tiểu học Sao Mai', 'báo cáo các khoản đã thu']) expect(draft).toContain(words);
  });

  it('that sends twice is told that the first counts, and gets the second words back', async () => {
    const path = await issued();
    await school().postFile(path, FIELDS, NO_FILE);
    const again = await school().postFile(path, { ...FIELDS, reply: 'Một câu trả lời khác hẳn.' }, NO_FILE);
    expect(again.statusCode).toBe(422);
    const text = textOf(again.body);
    for (const words of [REPLY, 'chưa được ghi', 'Một câu trả lời khác hẳn.']) expect(text).toContain(words);
  });

  it('that sends the same again, as a reload does, sees that it was answered', async () => {
    const path = await issued();
    await school().postFile(path, FIELDS, FILE);
    const again = await school().postFile(path, FIELDS, FILE);
    expect([again.statusCode, again.headers.location]).toEqual([303, path]);
    const other = await school().postFile(path, FIELDS, { ...FILE, content: '%PDF-1.7\nbản khác\n%%EOF\n' });
    expect(other.statusCode).toBe(422);
  });

  it('that comes late is told so, and loses no word of what it typed', async () => {
    const path = await issued();
    app.clock.advance(30 * DAY);
    const page = await school().get(path);
    expect([page.statusCode, textOf(page.body).includes('Đã hết hạn trả lời')]).toEqual([410, true]);
    const sent = textOf((await school().postFile(path, FIELDS, NO_FILE)).body);
    for (const words of ['Đã hết hạn trả lời', REPLY]) expect(sent).toContain(words);
  });

  it('keeps what it typed when something is missing or a file is not taken', async () => {
    const path = await issued();
    const bad = await school().postFile(path, { ...FIELDS, position: '' }, { ...FILE, content: 'không phải tệp' });
    expect([bad.statusCode, bad.body.includes(REPLY), bad.body.includes('value="Trần Thị Mơ"')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(textOf((await school().get(path)).body)).toContain('Gửi trả lời cho Sở');
  });

  it('is told when its page was taken back; an address that was never given out tells nothing at all', async () => {
    const path = await issued();
    const { id } = await app.nest.get(Database).reader.manager.findOneByOrFail(TicketCoordinationEntity, {});
    await desk.get(`/phieu/${ticket.id}`);
    await desk.post(`/phieu/${ticket.id}/thu-hoi-trang-tra-loi`, { coordinationId: id });
    const revoked = await school().get(path);
    expect([revoked.statusCode, textOf(revoked.body).includes('đã được thu hồi')]).toEqual([410, true]);
    const unknown = await Promise.all([`/tra-loi/${'a'.repeat(32)}`, '/tra-loi/x'].map((one) => school().get(one)));
    expect(unknown.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
    expect(unknown[0]?.body).toBe(unknown[1]?.body);
    expect(unknown[0]?.body).not.toContain(ticket.code);
  });
});
