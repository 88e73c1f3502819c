import { heldFor } from '../../src/tickets/domain/undo.js';
import { AssignTicket, ClassifyTicket } from '../../src/tickets/index.js';
import { SubstitutionEntity } from '../../src/substitution/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { IsNull } from 'typeorm';
import { Database } from '../../src/platform/database/database.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { KeepTokens, MakeToken } from '../../src/tokens/index.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

const PLACE = '/lam-thay';
const MINUTE = 60_000;
const BASIS = 'Đơn nghỉ phép ngày 17/3, Trưởng phòng đã đồng ý.';
/** The app opens at nine in the morning. */
const span = (from: string, to: string) => ({ validFrom: `2026-03-18T${from}`, validTo: `2026-03-18T${to}` });

describe('somebody acts for somebody who is away', () => {
  let app: TestApp;
  let administrator: TestBrowser;
  let leader: TestBrowser;
  let luc: TestBrowser;
  let thang: TestBrowser;
  let ticket: TicketEntity;
  beforeAll(async () => {
    app = await TestApp.open();
    ticket = await app.receive();
    [administrator, leader, luc, thang] = await Promise.all([
      app.browserOf('quantri'),
      app.browserOf('khanh'),
      app.browserOf('luc'),
      app.browserOf('thang'),
    ]);
  });
  afterAll(() => app.close());

  const rows = () => app.nest.get(Database).reader.manager;
  const give = async (given: Record<string, string>): Promise<string> => {
    await administrator.get(PLACE);
    const answer = await administrator.post(PLACE, { inRoles: 'contactOfficer', basis: BASIS, ...given });
    return (await administrator.follow(answer)).body;
  };
  const waiting = () => rows().findBy(SubstitutionEntity, { agreedAt: IsNull(), endedAt: IsNull() });
  const agree = async (browser: TestBrowser) => {
    await browser.get(PLACE);
    for (const { id } of await waiting()) await browser.follow(await browser.post(`${PLACE}/${id}/dong-y`));
    return (await waiting()).length;
  };
  const enter = async (browser: TestBrowser, principalId = 'ngoc') => {
    await browser.get(PLACE);
    return browser.post(`${PLACE}/vao`, { principalId });
  };

  it('is given by a person who may speak for the absent one, and told to both', async () => {
    await luc.get(PLACE);
    const own = { substituteId: 'ngoc', inRoles: 'contactOfficer', basis: BASIS, ...span('09:00', '09:50') };
    const refused = await luc.follow(await luc.post(PLACE, { ...own, principalId: 'thang' }));
    expect(refused.body).toContain('Chọn người vắng mặt trong danh sách.');
    expect((await luc.follow(await luc.post(PLACE, { ...own, principalId: 'luc' }))).body).toContain(
      'Chọn người xử lý thay trong danh sách.',
    );

    const done = await give({ principalId: 'ngoc', substituteId: 'luc', ...span('09:00', '09:50') });
    expect(done).toContain('Đã ghi, chưa có hiệu lực');
    expect(done).toContain('09:00 đến 18/03/2026, 09:50');
    await app.work();
    const told = await rows().findBy(NoticeEntity, { kind: 'news' });
    expect(told.filter(({ words }) => words.includes('xử lý thay')).map(({ staffId }) => staffId)).toEqual(
      expect.arrayContaining(['ngoc', 'luc', 'thang']),
    );
    expect(told.map(({ words }) => words)).toContainEqual(expect.stringContaining('Chờ đồng ý'));
  });

  it('begins only when the person or a superior has agreed, never by who appointed or is appointed', async () => {
    expect([await agree(administrator), await agree(luc)]).toEqual([1, 1]);
    expect((await luc.get(PLACE)).body).not.toContain('Bắt đầu xử lý thay');
    expect((await enter(luc)).statusCode).toBe(303);
    expect((await luc.get(PLACE)).body).not.toContain('Kết thúc xử lý thay');
    expect(await agree(thang)).toBe(0);
    expect((await luc.get(PLACE)).body).toContain('Bắt đầu xử lý thay');
  });

  it('is never given to who gives it', async () => {
    const own = { principalId: 'vanthu', substituteId: 'quantri', inRoles: 'registryClerk' };
    expect(await give({ ...own, ...span('09:00', '09:50') })).toContain('Chọn người xử lý thay trong danh sách.');
  });

  it('sees what waits there, hears what the other hears, and is nobody there before beginning', async () => {
    const given = { ticketId: ticket.id, unitId: 'gdtrh', officerId: 'ngoc' };
    await app.nest.get(AssignTicket, { strict: false }).assign(PARTIES.clerk, given);
    app.clock.advance(heldFor());
    await app.work();
    const heard = await rows().findBy(NoticeEntity, { ticketId: ticket.id, staffId: 'luc' });
    expect(heard.map(({ words }) => words)).toEqual([expect.stringMatching(/^Thay Nguyễn Thị Hồng Ngọc: /u)]);
    expect((await luc.get('/thong-bao')).body).toContain('Thay Nguyễn Thị Hồng Ngọc');
    const work = (await luc.get('/')).body;
    expect(work).toContain('Xử lý thay Nguyễn Thị Hồng Ngọc');
    expect(work).toContain('Cần nhận');
    expect((await luc.get(`/phieu/${ticket.id}`)).statusCode).toBe(404);
    expect((await enter(thang)).statusCode).toBe(303);
    expect((await thang.get(PLACE)).body).not.toContain('Kết thúc xử lý thay');
  });

  it('does there what the other may, under both names, and by forms drawn there alone', async () => {
    await enter(luc);
    expect((await luc.post(`/phieu/${ticket.id}/nhan`)).statusCode).not.toBe(200);
    expect((await rows().findBy(JournalEntryEntity, { action: 'ticket.unitAccept' })).length).toBe(0);
    expect((await luc.get('/')).body).toContain('Việc của Nguyễn Thị Hồng Ngọc');
    const page = (await luc.get(`/phieu/${ticket.id}`)).body;
    expect(page).toContain('Đang xử lý thay <b>Nguyễn Thị Hồng Ngọc</b>');
    await luc.post(`/phieu/${ticket.id}/nhan`);
    expect((await luc.get(`/phieu/${ticket.id}`)).body).toContain('Đoàn Văn Lực thay Nguyễn Thị Hồng Ngọc');
    const [line] = await rows().findBy(JournalEntryEntity, { action: 'ticket.unitAccept' });
    expect(line).toMatchObject({
      ...{ actorId: 'luc', actorName: 'Đoàn Văn Lực', actorRoles: 'contactOfficer' },
      ...{ principalId: 'ngoc', principalName: 'Nguyễn Thị Hồng Ngọc' },
    });
  });

  it('lends nothing to the programs of the substitute', async () => {
    const wish = { name: 'Đồng bộ', ownerId: 'luc', scopes: ['tickets.read'], days: 9 };
    const administratorActor = {
      id: 'quantri',
      name: 'Lê Văn An',
      unitId: 'van-phong',
      roles: ['administrator' as const],
    };
    const { id, secret } = await app.nest.get(MakeToken, { strict: false }).make(administratorActor, wish);
    await app.nest.get(KeepTokens, { strict: false }).confirm(PARTIES.stranger, id);
    const headers = { authorization: `Bearer ${secret}` };
    const url = `/api/v1/tickets/${ticket.id}`;
    expect((await app.inject({ method: 'GET', url, headers })).statusCode).toBe(404);
  });

  it('goes on to the substitute of the substitute, and never round', async () => {
    expect(await give({ principalId: 'luc', substituteId: 'thang', ...span('09:20', '09:40') })).toContain('Đã ghi');
    expect(await agree(leader)).toBe(0);
    const round = await give({
      ...{ principalId: 'thang', substituteId: 'ngoc', inRoles: 'unitHead', ...span('09:30', '10:00') },
    });
    expect(round).toContain('do chính người vắng xử lý thay. Chọn người khác.');

    app.clock.advance(20 * MINUTE);
    const ended = await luc.get(`/phieu/${ticket.id}`);
    expect([ended.statusCode, ended.body]).toEqual([409, expect.stringContaining('Việc xử lý thay đã kết thúc')]);
    expect((await luc.get(`/phieu/${ticket.id}`)).statusCode).toBe(404);
    expect((await thang.get(PLACE)).body).toContain('qua Đoàn Văn Lực cũng vắng');
    await enter(thang);
    expect((await thang.get('/')).body).toContain('Việc của Nguyễn Thị Hồng Ngọc');
  });

  it('ends everywhere at its moment, and the person who was away reads what was done', async () => {
    app.clock.advance(30 * MINUTE);
    await thang.get('/thong-bao');
    expect((await thang.get('/')).statusCode).toBe(200);
    expect((await thang.get(PLACE)).body).not.toContain('Bắt đầu xử lý thay');

    const ngoc = await app.browserOf('ngoc');
    const { body } = await ngoc.get(PLACE);
    expect(body).toContain('Đã xử lý thay khi bạn vắng');
    expect(body).toContain(`href="/phieu/${ticket.id}"`);
    expect(body).toContain(ticket.code);
    expect(body).toContain('Đã hết thời gian');
  });

  it('is ended before its time by the person, and by nobody to whom it is nothing', async () => {
    const ngoc = await app.browserOf('ngoc');
    await ngoc.get(PLACE);
    const given = { principalId: 'ngoc', substituteId: 'thang', inRoles: 'contactOfficer', basis: BASIS };
    await ngoc.post(PLACE, { ...given, ...span('09:50', '11:00') });
    await enter(thang);
    const { body } = await ngoc.get(PLACE);
    const [, action = ''] = /action="(\/lam-thay\/[0-9a-f-]{36}\/cham-dut)"/u.exec(body) ?? [];
    await luc.get(PLACE);
    await luc.post(action);
    expect((await thang.get('/')).body).toContain('Việc của Nguyễn Thị Hồng Ngọc');
    await ngoc.post(action);
    expect((await thang.get('/')).statusCode).toBe(409);
    expect((await thang.get('/')).body).not.toContain('Việc của Nguyễn Thị Hồng Ngọc');
  });

  it('rule 21: learns in no place who complained of the own unit', async () => {
    const about = { nature: 'feedback', kind: 'feedback', level: 'normal', category: 'staffConduct' } as const;
    const complaint = await app.receive({ text: 'Tôi là Bùi Văn Khải. Thầy giáo mắng học sinh trong giờ.' });
    const said = { ...about, complainedUnitId: 'nui-voi' };
    await app.nest.get(ClassifyTicket, { strict: false }).classify(PARTIES.clerk, complaint.id, said);
    await give({ principalId: 'giamsat', substituteId: 'luc', inRoles: 'supervisor', ...span('09:50', '11:30') });
    expect(await agree(leader)).toBe(0);
    await enter(luc, 'giamsat');
    const { statusCode, body } = await luc.get(`/phieu/${complaint.id}`);
    expect([statusCode, body.includes('Thầy giáo mắng học sinh'), body.includes('Khải')]).toEqual([200, true, false]);
    expect(body).toContain('Được giữ bí mật với đơn vị bị phản ánh');
    const asked = await luc.follow(
      await luc.post(`/phieu/${complaint.id}/danh-tinh`, { purpose: 'Gọi xác minh nội dung.' }),
    );
    expect(asked.body).not.toContain('Khải');
  });
});
