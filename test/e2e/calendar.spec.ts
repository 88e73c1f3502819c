import { CalendarVersionEntity, ProposeFromFeed } from '../../src/calendar/index.js';
import { CalendarFeed } from '../../src/calendar/ports/calendar-feed.port.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { isoInVietnam } from '../../src/kernel/civil-date.js';
import { Database } from '../../src/platform/database/database.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { FixedClock } from '../support/fixed-clock.js';
import { HOLIDAYS_2028 } from '../support/holidays-2028.js';
import type { TestCalendarFeed } from '../support/test-outside.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';
import { TestApp } from '../support/test-app.js';

const WORDS = { source: 'Thông báo số 99/TB-BNV', reason: 'Nghỉ lễ năm 2028' };

describe('the working calendar in the browser', () => {
  let app: TestApp;
  let administrator: TestBrowser;
  let clerk: TestBrowser;

  beforeAll(async () => {
    app = await TestApp.open({ CALENDAR_FEED_HOSTS: 'lich.example' });
    [administrator, clerk] = [await app.browserOf('quantri'), await app.browserOf('vanthu')];
  });
  afterAll(() => app.close());

  const upload = async (name: string, content: string, fields: Record<string, string> = {}) => {
    await administrator.get('/lich-lam-viec');
    const form = { mode: 'replaceYears', confidence: 'confirmed', ...WORDS, ...fields };
    return administrator.postFile('/lich-lam-viec/tep', form, { field: 'file', name, content });
  };

  it('shows everybody a year, each day off with its source and how sure it is', async () => {
    const { body } = await clerk.get('/lich-lam-viec');
    expect(body).toContain('Lịch làm việc năm 2026');
    expect(body).toMatch(/<time datetime="2026-02-17">17<\/time><span aria-hidden="true">nghỉ<\/span>/u);
    expect(body).toMatch(/<time datetime="2026-08-22">22<\/time><span aria-hidden="true">làm<\/span>/u);
    expect(body).toContain('Theo báo chí');
    expect(body).toContain('Thông báo 9441/TB-BNV; theo nhiều nguồn tin, chưa đọc bản gốc');
    expect(body).not.toContain('Đề nghị thay đổi');
  });

  it('opens the year asked for, and the present one for a year that has none', async () => {
    expect((await clerk.get('/lich-lam-viec?nam=2027')).body).toContain('Lịch làm việc năm 2027');
    expect((await clerk.get('/lich-lam-viec?nam=2050')).body).toContain('Lịch làm việc năm 2026');
    expect((await clerk.get('/lich-lam-viec?ban=7')).statusCode).toBe(404);
  });

  it('takes a file as a proposal, shows what is different, and counts by it once it is confirmed', async () => {
    const proposed = await upload('nghi-le-2028.csv', HOLIDAYS_2028);
    const page = String(proposed.headers.location);
    expect(page).toMatch(/^\/lich-lam-viec\/de-nghi\//u);
    const { body } = await administrator.get(page);
    expect(body).toContain('Thêm năm 2028; thay đổi 16 ngày.');
    expect(body).toContain('Nghỉ lễ: Ngày Văn hóa Việt Nam');
    expect(body).toContain('Thứ Tư, 26/01/2028');
    expect(body).toContain('Nghỉ lễ: Tết Nguyên đán');
    expect(body).toContain('nghi-le-2028.csv');
    expect(body).toContain('Không phiếu nào đổi hạn.');
    expect((await clerk.get('/lich-lam-viec?nam=2028')).body).toContain('Lịch làm việc năm 2026');

    await administrator.get(page);
    const confirmed = await administrator.post(`${page}/xac-nhan`, { against: '2' });
    expect((await administrator.follow(confirmed)).body).toContain('Bản lịch 3 đang dùng.');
    expect((await clerk.get('/lich-lam-viec?nam=2028')).body).toContain('Lịch làm việc năm 2028');
    expect((await clerk.get('/lich-lam-viec?ban=2&nam=2028')).body).toContain('Lịch làm việc năm 2026');
    expect((await clerk.get(page)).body).toContain('Đề nghị đã được xác nhận');
  });

  it('warns of a year that lacks days of the law by count, and lets a person confirm it all the same', async () => {
    const proposed = await upload(
      'it-ngay-2028.csv',
      HOLIDAYS_2028.replace('31/01/2028;Nghỉ bù;Nghỉ bù Tết Nguyên đán\n', ''),
    );
    const page = String(proposed.headers.location);
    const { body } = await administrator.get(page);
    expect(body).toContain(
      'Năm 2028, Tết Nguyên đán: từ 21/01/2028 đến 04/02/2028 có 4 ngày nghỉ vào ngày làm việc, luật cho 5',
    );
    expect(body).toContain('Xác nhận lịch mới');
    await administrator.post(`${page}/bo`);
  });

  it('keeps a proposal whose comparison has grown old, and compares it anew', async () => {
    await administrator.get('/lich-lam-viec');
    const day = { date: '31/12/2026', kind: 'holiday', name: 'Nghỉ thêm', weekday: '1', confidence: 'confirmed' };
    const proposed = await administrator.post('/lich-lam-viec/ngay', { ...day, ...WORDS });
    const page = String(proposed.headers.location);
    await administrator.get(page);
    const refused = await administrator.post(`${page}/xac-nhan`, { against: '2' });
    const { body } = await administrator.follow(refused);
    expect(body).toContain('Người khác vừa cập nhật trước');
    expect(body).toContain('name="against" value="3"');
    const dropped = await administrator.post(`${page}/bo`);
    expect((await administrator.follow(dropped)).body).toContain('Đã bỏ đề nghị.');
  });

  it('gives a unit hours of its own', async () => {
    await administrator.get('/lich-lam-viec');
    const shifts = 'từ 01/01/2024; thứ Hai đến thứ Bảy; 07:00–11:00';
    const proposed = await administrator.post('/lich-lam-viec/gio', { unitId: 'nui-voi', shifts, ...WORDS });
    const { body } = await administrator.follow(proposed);
    expect(body).toContain('Trường THPT Núi Voi');
    expect(body).toContain('Theo giờ của Sở');
    expect(body).toContain(shifts);
  });

  it('says of all hours what they rest on: of those that shipped, that nobody has decided them', async () => {
    const { body } = await clerk.get('/lich-lam-viec');
    expect(textOf(body)).toContain('Phần mềm tạm đặt, chưa có văn bản quy định; ghi căn cứ khi sửa giờ.');
  });

  it.each([
    ['a file of another kind', 'lich.txt', 'abc', 'Chỉ nhận tệp lịch JSON'],
    [
      'a day that does not exist',
      'a.csv',
      'Ngày;Loại;Tên\n30/02/2028;Nghỉ lễ;Tết',
      'Dòng 2: “30/02/2028” không phải ngày có thật',
    ],
    ['a year without Tết', 'a.csv', 'Ngày;Loại;Tên\n04/04/2029;Nghỉ lễ;Giỗ Tổ', 'Năm 2029 chưa có Tết Nguyên đán'],
    ['a file that is not there', '', '', 'Chọn tệp lịch rồi gửi lại.'],
  ])('refuses %s with a sentence and changes nothing', async (_why, name, content, sentence) => {
    const refused = await upload(name, content);
    expect([refused.statusCode, refused.headers.location]).toEqual([303, '/lich-lam-viec']);
    expect((await administrator.follow(refused)).body).toContain(sentence);
  });

  it('takes a published calendar from an address as a proposal, and says what is wrong with an address', async () => {
    const closed = await TestApp.open();
    expect((await (await closed.browserOf('quantri')).get('/lich-lam-viec')).body).not.toContain('Tải lịch từ địa chỉ');
    await closed.close();
    expect((await administrator.get('/lich-lam-viec')).body).toContain('được tải từ lich.example');
    const form = { mode: 'add', confidence: 'confirmed', ...WORDS };
    const address = 'https://lich.example/nghi-le.ics';
    const refused = await administrator.post('/lich-lam-viec/dia-chi', { ...form, address });
    const { body } = await administrator.follow(refused);
    expect(body).toMatch(/<details class="ha-act" id="dia-chi" open>/u);
    expect(body).toContain('Máy giữ lịch trả lời 404; xem lại địa chỉ.');
    expect(body).toContain(`value="${address}"`);
    const feed = app.nest.get<CalendarFeed, TestCalendarFeed>(CalendarFeed);
    const event = 'BEGIN:VEVENT\r\nSUMMARY:Nghỉ thêm\r\nDTSTART;VALUE=DATE:20261230\r\nEND:VEVENT';
    feed.published.set(address, `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event}\r\nEND:VCALENDAR\r\n`);
    const proposed = await administrator.post('/lich-lam-viec/dia-chi', { ...form, address });
    const page = (await administrator.follow(proposed)).body;
    expect(page).toContain('Nghỉ lễ: Nghỉ thêm');
    expect(page).toContain(`(tải từ ${address})`);
  });

  it('shows the administrator what the system proposes by itself', async () => {
    const feed = app.nest.get<CalendarFeed, TestCalendarFeed>(CalendarFeed);
    const [address = ''] = feed.published.keys();
    expect((await administrator.get('/')).body).not.toContain('Lịch tải về có ngày khác');
    await app.nest.get(ProposeFromFeed, { strict: false }).look(address);
    expect((await administrator.get('/')).body).toContain('Lịch tải về có ngày khác lịch đang dùng');
    expect((await clerk.get('/')).body).not.toContain('Lịch tải về có ngày khác');
  });

  it('names the line of a shift that cannot be read', async () => {
    await administrator.get('/lich-lam-viec');
    const refused = await administrator.post('/lich-lam-viec/gio', {
      unitId: '',
      shifts: 'từ 01/04/2026; thứ Tám; 7h',
      ...WORDS,
    });
    const { body } = await administrator.follow(refused);
    expect(body).toContain('Dòng 1: “thứ Tám” không phải các thứ trong tuần');
    expect(body).toContain('>từ 01/04/2026; thứ Tám; 7h</textarea>');
    expect(body).toContain(`value="${WORDS.reason}"`);
  });

  it('keeps what was typed for a unit in the form of that unit, and says what is wrong in words', async () => {
    await administrator.get('/lich-lam-viec');
    const shifts = 'từ 01/07/2026; thứ Hai; 07:00–11:00';
    const refused = await administrator.post('/lich-lam-viec/gio', { unitId: 'gdtrh', shifts, ...WORDS });
    const { body } = await administrator.follow(refused);
    expect(body).toContain(
      'Phòng Giáo dục Trung học: Từ 01/01/2024 đến 30/06/2026 không có ca làm việc nào, mọi hạn sẽ nhảy qua khoảng này',
    );
    expect(body.split(`>${shifts}</textarea>`)).toHaveLength(2);
    expect(body).toMatch(/<details class="ha-act" id="gio-don-vi-khac" open>/u);
    expect(body).toContain('<option value="gdtrh" selected>');
  });

  it('lets nobody else propose or confirm', async () => {
    await clerk.get('/lich-lam-viec');
    const refused = await clerk.post('/lich-lam-viec/di-kem');
    expect((await clerk.follow(refused)).body).toContain('Việc này thuộc người hoặc đơn vị khác.');
  });

  it('warns those who look after it, three months before a year that has no calendar', async () => {
    const supervisor = await app.browserOf('giamsat');
    expect((await supervisor.get('/')).body).not.toContain('Chưa có lịch làm việc');
    app.clock.advance(Date.parse('2028-10-02T02:00:00Z') - app.clock.now().getTime());
    const [watching, working] = [await app.browserOf('giamsat'), await app.browserOf('ngoc')];
    expect((await watching.get('/')).body).toContain('Chưa có lịch làm việc của năm 2029, bắt đầu từ 01/01/2029.');
    expect((await watching.get('/lich-lam-viec')).body).toContain('Chưa có lịch làm việc của năm 2029');
    expect((await working.get('/')).body).not.toContain('Chưa có lịch làm việc');
  });
});

describe('an installation of older software, whose calendar works on 24/11/2026', () => {
  let app: TestApp;
  let administrator: TestBrowser;
  let clerk: TestBrowser;
  let ticket: TicketEntity;

  beforeAll(async () => {
    app = await TestApp.open({}, { clock: new FixedClock('2026-11-20T02:00:00Z') });
    await app.nest.get(Database).writer.getRepository(CalendarVersionEntity).deleteAll();
    [administrator, clerk] = [await app.browserOf('quantri'), await app.browserOf('vanthu')];
    ticket = await app.receive();
  });
  afterAll(() => app.close());

  const rows = () => app.nest.get(Database).reader.manager;
  const dueDay = async (): Promise<string> =>
    isoInVietnam((await rows().findOneByOrFail(TicketEntity, { id: ticket.id })).dueAt).slice(0, 10);

  it('keeps the date of an open ticket, says what is new and for how many, and moves it once that is confirmed', async () => {
    const words = 'Lịch đi kèm phần mềm khác lịch đang dùng: nghỉ 24/11/2026 (Ngày Văn hóa Việt Nam), nghỉ 04/02/2027';
    expect(await dueDay()).toBe('2026-11-27');
    expect((await administrator.get('/')).body).toContain(words);
    expect((await clerk.get('/')).body).toContain(words);
    expect((await clerk.get('/lich-lam-viec')).body).not.toContain('Xem phiếu đổi hạn và áp dụng');
    const { body } = await administrator.get('/lich-lam-viec');
    expect(body).toContain(words);
    expect(body).toContain('Áp dụng thì 1 phiếu đang mở đổi hạn.');

    const page = String((await administrator.post('/lich-lam-viec/di-kem')).headers.location);
    const shown = (await administrator.get(page)).body;
    expect(shown).toContain('1 phiếu đổi hạn.');
    expect(shown).toContain(ticket.code);
    expect(shown).toContain('Nghỉ lễ: Ngày Văn hóa Việt Nam');
    expect((await administrator.get('/lich-lam-viec')).body).toContain(
      `<a href="${page}">Xem phiếu đổi hạn và áp dụng`,
    );
    await app.work();
    expect(await dueDay()).toBe('2026-11-27');

    await administrator.get(page);
    const confirmed = await administrator.post(`${page}/xac-nhan`, { against: '1' });
    expect((await administrator.follow(confirmed)).body).not.toContain(words);
    await app.work();
    expect(await dueDay()).toBe('2026-11-30');
    const acts = await rows().find(JournalEntryEntity, { order: { seq: 'ASC' } });
    const told = acts.filter(({ action }) => action === 'calendar.confirm' || action === 'ticket.recount');
    expect(told).toMatchObject([
      { action: 'calendar.confirm', actorId: 'quantri' },
      { action: 'ticket.recount', objectId: ticket.id, detail: { moved: [{ to: '2026-11-30T10:30:00.000Z' }] } },
    ]);
    expect((await clerk.get(`/phieu/${ticket.id}`)).body).toContain(
      'Hạn đổi từ 17:30 ngày 27/11/2026 sang 17:30 ngày 30/11/2026 vì lịch làm việc bản 2',
    );
    expect((await clerk.get('/')).body).not.toContain('Lịch đi kèm phần mềm');
  });
});
