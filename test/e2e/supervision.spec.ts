import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { CircuitEntity } from '../../src/platform/outbox/circuit.entity.js';
import { DirectiveEntity, InspectionSampleEntity } from '../../src/supervision/persistence/supervision.entities.js';
import { OutageEntity } from '../../src/outages/persistence/outage.entity.js';
import { AssignTicket } from '../../src/tickets/index.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const HOUR = 3_600_000;

let app: TestApp;
let ticket: TicketEntity;
let supervisor: TestBrowser;
let head: TestBrowser;

beforeAll(async () => {
  app = await TestApp.open();
  ticket = await app.receive();
  const given = { ticketId: ticket.id, unitId: 'gdtrh', officerId: 'ngoc' };
  await app.nest.get(AssignTicket, { strict: false }).assign(PARTIES.clerk, given);
  [supervisor, head] = [await app.browserOf('giamsat'), await app.browserOf('thang')];
});
afterAll(() => app.close());

const rows = () => app.nest.get(Database).reader.manager;
const act = async (who: TestBrowser, path: string, fields: Record<string, string>): Promise<string> =>
  (await who.follow(await who.post(path, fields))).body;

describe('supervision, in the browser', () => {
  it('shows numbers, opens the list of each, draws from it, and keeps what was found', async () => {
    const board = (await supervisor.get('/giam-sat')).body;
    const href = /href="(\/giam-sat\/danh-sach\?[^"]*so=trong-han)"/u.exec(board)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const list = (await supervisor.get(href)).body;
    expect(list).toContain('1 phiếu');
    expect(list).toContain(`/giam-sat/phieu/${ticket.id}`);
    const asked = Object.fromEntries(new URLSearchParams(href.split('?')[1]));
    await supervisor.get(href);
    const refused = await act(supervisor, '/giam-sat/mau', { ...asked, size: '0', purpose: 'Kiểm tra tháng 3' });
    expect(refused).toContain('Ghi số phiếu từ 1 đến 500.');
    expect(refused).toContain('Kiểm tra tháng 3');
    const drawn = await act(supervisor, '/giam-sat/mau', { ...asked, size: '5', purpose: 'Kiểm tra tháng 3' });
    expect(drawn).toContain('ra đúng các phiếu này');
    expect(drawn).toContain('Đã kiểm tra 0 trên 1 phiếu.');
    const { id } = await rows().findOneByOrFail(InspectionSampleEntity, { purpose: 'Kiểm tra tháng 3' });
    const note = { sampleId: id, kind: 'inspection', finding: 'partly', place: '', happenedOn: '' };
    const found = await act(supervisor, `/giam-sat/phieu/${ticket.id}/ghi-nhan`, {
      ...note,
      text: 'Chưa ghi biện pháp xử lý.',
    });
    expect(found).toContain('Kiểm tra việc xử lý ngày 18/03/2026: Còn thiếu sót');
    expect((await supervisor.get('/giam-sat/mau')).body).toContain('Kiểm tra tháng 3');
    expect((await supervisor.get(`/giam-sat/mau/${id}`)).body).toContain('Đã kiểm tra 1 trên 1 phiếu.');
    expect((await supervisor.get('/giam-sat/danh-sach?so=khong-co')).statusCode).toBe(404);
  });

  it('draws what its numbers say, each with its list, and leads from a unit to what reminds it', async () => {
    const board = (await supervisor.get('/giam-sat')).body;
    const chart = (id: string): string =>
      new RegExp(`<section class="ha-panel ha-chart[^"]*" aria-labelledby="${id}">.*?</section>`, 'su').exec(
        board,
      )?.[0] ?? '';
    const states = chart('t-trang-thai');
    expect(states).toContain('<title>Đã phân công, 1</title>');
    const [, href = ''] = /<th scope="row">Đã phân công<\/th><td><a href="([^"]*)">1<\/a>/u.exec(states) ?? [];
    expect((await supervisor.get(href.replaceAll('&amp;', '&'))).body).toContain(ticket.code);
    const weeks = chart('t-moi-tuan');
    const [, week = ''] = /<td><a href="([^"]*)">1<\/a><\/td><td><span class="ha-mute">0<\/span>/u.exec(weeks) ?? [];
    expect((await supervisor.get(week.replaceAll('&amp;', '&'))).body).toContain(ticket.code);
    expect(textOf(board)).toContain('Phiếu chờ lâu nhất nhận ngày');
    expect(board).not.toContain(' style=');
    const [, direct = ''] = /href="(\/giam-sat\/chi-dao\?don-vi=gdtrh)"/u.exec(board) ?? [];
    expect((await supervisor.get(direct)).body).toMatch(/<details[^>]* open[^>]*>.*<option value="gdtrh" selected/su);
  });

  it('tells a unit what to do until it is done', async () => {
    const given = { unitId: 'gdtrh', ticketId: ticket.id, text: 'Ghi đủ biện pháp và kết quả.', dueOn: '2026-03-17' };
    await supervisor.get('/giam-sat/chi-dao');
    expect(await act(supervisor, '/giam-sat/chi-dao', given)).toContain('Ngày phải trả lời không thể trước hôm nay.');
    await act(supervisor, '/giam-sat/chi-dao', { ...given, dueOn: '2026-03-20' });
    const { id } = await rows().findOneByOrFail(DirectiveEntity, { ticketId: ticket.id });
    expect((await head.get('/')).body).toContain('Chỉ đạo chờ trả lời');
    expect((await head.get('/giam-sat/chi-dao')).body).toContain(`/giam-sat/chi-dao/${id}`);
    const stranger = await app.browserOf('luc');
    expect((await stranger.get(`/giam-sat/chi-dao/${id}`)).statusCode).toBe(404);
    const answered = await act(head, `/giam-sat/chi-dao/${id}/tra-loi`, { text: 'Đã ghi đủ hai biện pháp.' });
    expect(answered).toContain('Đã trả lời, chờ đánh giá');
    expect(await act(supervisor, `/giam-sat/chi-dao/${id}/ket-thuc`, { text: 'Đạt.' })).toContain('Đã kết thúc');
  });

  it('has a letter made that reminds the unit, and hands it out', async () => {
    await supervisor.get(`/giam-sat/phieu/${ticket.id}`);
    await act(supervisor, `/giam-sat/phieu/${ticket.id}/don-doc`, {});
    await app.work();
    const letters = (await supervisor.get('/giam-sat/don-doc')).body;
    const href = /href="(\/giam-sat\/don-doc\/[0-9a-f-]+\.docx)"/u.exec(letters)?.[1] ?? '';
    expect(letters).toContain('1 phiếu, đã trả lời 0 trên 1');
    const { statusCode, headers } = await supervisor.get(href);
    expect([statusCode, headers['content-type']]).toEqual([200, expect.stringContaining('wordprocessingml')]);
    const draft = textOf(await act(supervisor, href.replace('.docx', '/van-ban'), {}));
    expect(draft).toMatch(/Công văn đôn đốc, bản thảo 1 .*Trình duyệt nội dung .*Phòng Giáo dục Trung học/su);
    expect(textOf((await supervisor.get('/giam-sat/don-doc')).body)).toContain('Dự thảo văn bản, bản 1');
  });
});

describe('an interruption of the service', () => {
  const outage = {
    ...{ summary: 'Nâng cấp máy chủ', affected: 'Phần mềm tiếp nhận và trang tra cứu.', reason: 'Thay ổ đĩa.' },
    ...{ startsAt: '2026-03-26T08:00', endsAt: '2026-03-26T12:00', urgentReason: '' },
  };
  const status = async () => (await app.browser().get('/tinh-trang')).body;

  it('is announced seven working days ahead, or says why not, and is told on every page and outside', async () => {
    const office = await app.browserOf('vanthu');
    expect(await status()).toContain('Mọi dịch vụ hoạt động bình thường');
    await office.get('/thong-bao-gian-doan');
    expect(await act(office, '/thong-bao-gian-doan', outage)).toContain('sớm nhất là ngày 28/03/2026');
    await act(office, '/thong-bao-gian-doan', { ...outage, urgentReason: 'Ổ đĩa sắp hỏng, không chờ được.' });
    await app.work();
    const list = (await office.get('/thong-bao-gian-doan')).body;
    expect(list).toContain('Ổ đĩa sắp hỏng, không chờ được.');
    const { id } = await rows().findOneByOrFail(OutageEntity, { summary: 'Nâng cấp máy chủ' });
    expect((await office.get(`/thong-bao-gian-doan/${id}.docx`)).statusCode).toBe(200);
    expect((await head.get('/')).body).not.toContain('Nâng cấp máy chủ');
    expect(await status()).toContain('sắp tạm ngừng theo kế hoạch');

    app.clock.advance(3 * 24 * HOUR);
    expect((await (await app.browserOf('thang')).get('/')).body).toContain(
      'Tạm ngừng từ 08:00, thứ Năm 26/03/2026 đến 12:00, thứ Năm 26/03/2026: Nâng cấp máy chủ.',
    );
    app.clock.advance(5 * 24 * HOUR);
    expect(await status()).toContain('Dịch vụ đang gián đoạn');
    const again = await app.browserOf('vanthu');
    await again.get('/thong-bao-gian-doan');
    await act(again, `/thong-bao-gian-doan/${id}/huy`, {});
    expect(await status()).toContain('Mọi dịch vụ hoạt động bình thường');
  });

  it('that nobody announced shows by itself, without why', async () => {
    const failing = { state: 'open' as const, failingSince: app.clock.now(), reason: 'ECONNREFUSED 10.1.2.3:443' };
    await app.nest.get(UnitOfWork).run((tx) => tx.update(CircuitEntity, { channel: 'exchange' }, failing));
    expect(await status()).toContain('Mọi dịch vụ hoạt động bình thường');
    app.clock.advance(11 * 60_000);
    const page = await status();
    expect(page).toContain('Một phần dịch vụ đang gián đoạn');
    expect(page).not.toMatch(
      /ECONNREFUSED|10\.1\.2\.3|hệ thống quản lý văn bản|hệ thống quản lý văn bản|SQLite|SQL Server|lỗi/iu,
    );
  });
});
