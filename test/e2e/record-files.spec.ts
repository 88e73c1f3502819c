import PizZip from 'pizzip';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { FollowTickets } from '../../src/records/index.js';
import { RecordExportEntity, RecordFileEntity } from '../../src/records/persistence/records.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { onSqlite } from '../support/on-sqlite.js';
import { pngOf } from '../support/picture-writer.js';
import { releasedLetter } from '../support/released-letter.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const PICTURE = { name: 'ảnh chụp.png', contentType: 'image/png', content: pngOf() };
const CONDUCT = { category: 'Thái độ, tác phong của giáo viên', subject: 'Cô giáo mắng học sinh' };

describe('the file of a ticket, in the browser', () => {
  let app: TestApp;
  let ticket: TicketEntity;
  let clerk: TestBrowser;
  beforeEach(async () => {
    app = await TestApp.open();
    ticket = await app.receive({}, [PICTURE]);
    clerk = await app.browserOf('vanthu');
    await clerk.get(`/phieu/${ticket.id}`);
    await clerk.post(`/phieu/${ticket.id}/giao`, { unitId: 'gdtrh', officerId: 'ngoc' });
    await app.nest.get(FollowTickets, { strict: false }).run();
  });
  afterEach(() => app.close());

  const file = (): Promise<RecordFileEntity> =>
    app.nest.get(Database).reader.manager.findOneByOrFail(RecordFileEntity, { ticketId: ticket.id });
  const set = (change: Partial<TicketEntity>): Promise<unknown> =>
    app.nest.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: ticket.id }, change));

  it('is reached from its ticket and from the list, and shows its papers with their pages', async () => {
    const { id, notation } = await file();
    expect((await clerk.get(`/phieu/${ticket.id}`)).body).toContain(`href="/ho-so/${id}"`);
    expect((await clerk.get('/ho-so?nam=2026')).body).toContain(`href="/ho-so/${id}"`);
    const page = (await clerk.get(`/ho-so/${id}`)).body;
    for (const words of [notation, 'Văn bản đến', 'ảnh chụp.png', '10 năm', 'Mục lục văn bản']) {
      expect(page).toContain(words);
    }
    expect(page).not.toContain('phan-anh.json');
    expect(page).toContain('thu 450.000 đồng mỗi tháng');
    expect(page).toContain('Hồ sơ kết thúc được khi phiếu đã kết thúc.');
    expect(page).not.toContain('/ket-thuc"');
  });

  onSqlite('a trigger refuses a file').it('is made later where it could not be made in its turn', async () => {
    const { id } = await app.receive(CONDUCT);
    const run = (sql: string) => app.nest.get(UnitOfWork).run((tx) => tx.query(sql));
    await run(
      `CREATE TRIGGER no_room BEFORE INSERT ON "record_file" BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
    );
    await app.nest.get(FollowTickets, { strict: false }).run();
    app.clock.advance(120_000);
    await app.nest.get(FollowTickets, { strict: false }).run();
    await run('DROP TRIGGER no_room');
    const { manager } = app.nest.get(Database).reader;
    expect(await manager.countBy(RecordFileEntity, { ticketId: id })).toBe(0);
    await app.nest.get(FollowTickets, { strict: false }).run();
    expect(await manager.countBy(RecordFileEntity, { ticketId: id })).toBe(0);
    await app.work();
    expect(await manager.countBy(RecordFileEntity, { ticketId: id })).toBe(1);
  });

  it('is closed to other units, in the list as on its page', async () => {
    const { id } = await file();
    const stranger = await app.browserOf('luc');
    expect((await stranger.get(`/ho-so/${id}`)).statusCode).toBe(404);
    expect((await stranger.get('/ho-so')).body).not.toContain(`/ho-so/${id}`);
  });

  it('gives no paper of the sender to a unit that may be complained about', async () => {
    const conduct = await app.receive(CONDUCT, [PICTURE]);
    await clerk.get(`/phieu/${conduct.id}`);
    await app.nest
      .get(UnitOfWork)
      .run((tx) =>
        tx.update(
          TicketEntity,
          { id: conduct.id },
          { category: 'staffConduct', leadUnitId: 'nui-voi', officerId: 'luc' },
        ),
      );
    await app.nest.get(FollowTickets, { strict: false }).run();
    const { id } = await app.nest
      .get(Database)
      .reader.manager.findOneByOrFail(RecordFileEntity, { ticketId: conduct.id });
    const school = await app.browserOf('luc');
    const page = (await school.get(`/ho-so/${id}`)).body;
    expect(page).toContain('Có tệp mà tài khoản này không được mở.');
    expect(page).not.toContain('ảnh chụp.png');
    expect(page).not.toContain('Khải');
  });

  it('takes papers in and out, and keeps what was typed when it was refused', async () => {
    const officer = await app.browserOf('ngoc');
    const { id } = await file();
    await officer.get(`/ho-so/${id}`);
    const refused = await officer.post(`/ho-so/${id}/them`, { book: 'outgoing', year: '2026', number: '77' });
    const page = (await officer.follow(refused)).body;
    expect(page).toContain('Sổ năm 2026 không có số 77.');
    expect(page).toContain('value="77"');
    const paper = /action="\/ho-so\/[\w-]+\/bo\/([\w-]+)"/u.exec(page)?.[1] ?? '';
    const reason = 'Đơn này thuộc hồ sơ khác của đơn vị.';
    const after = (await officer.follow(await officer.post(`/ho-so/${id}/bo/${paper}`, { reason }))).body;
    expect(after).toContain('Đã bỏ khỏi hồ sơ');
    expect(after).toContain(reason);
  });

  it('is closed by the officer once the ticket has ended', async () => {
    await set({ state: 'closed', open: false, closedAt: app.clock.now() });
    const officer = await app.browserOf('ngoc');
    const { id } = await file();
    expect((await officer.get(`/ho-so/${id}`)).body).toContain('Kết thúc hồ sơ');
    const page = (await officer.follow(await officer.post(`/ho-so/${id}/ket-thuc`))).body;
    expect(page).toContain('18/03/2027');
    expect(page).toContain('31/12/2036');
    expect((await clerk.get('/ho-so?danh-sach=da-ket-thuc&nam=2026')).body).toContain(`/ho-so/${id}`);
  });

  it('rule 56, rule 57: shows what is to be handed over soon, and writes down what becomes of it', async () => {
    await set({ state: 'closed', open: false, closedAt: app.clock.now() });
    const { id } = await file();
    await clerk.get(`/ho-so/${id}`);
    await clerk.post(`/ho-so/${id}/ket-thuc`);
    const list = '/ho-so?danh-sach=sap-nop-luu';
    expect((await clerk.get(list)).body).not.toContain(`/ho-so/${id}`);
    app.clock.advance(Date.parse('2027-02-16T02:00:00Z') - app.clock.now().getTime());
    clerk = await app.browserOf('vanthu');
    expect((await clerk.get(list)).body).toContain('hạn nộp lưu 18/03/2027');
    await clerk.get(`/ho-so/${id}`);
    const refused = await clerk.post(`/ho-so/${id}/nop-luu`, { on: '2027-02-17', minutes: 'Biên bản số 03/BB.' });
    const page = (await clerk.follow(refused)).body;
    expect(page).toContain('Ngày nộp lưu từ 18/03/2026 đến hôm nay.');
    expect(page).toContain('Biên bản số 03/BB.');
    await clerk.post(`/ho-so/${id}/nop-luu`, { on: '2027-02-16', minutes: 'Biên bản số 03/BB.' });
    expect((await clerk.get('/ho-so?danh-sach=da-nop-luu&nam=2026')).body).toContain('Đã nộp lưu, ngày 16/02/2027');
    await clerk.get(`/ho-so/${id}`);
    await clerk.post(`/ho-so/${id}/khong-huy`, { reason: 'Đang phục vụ thanh tra.' });
    app.clock.advance(Date.parse('2037-01-02T02:00:00Z') - app.clock.now().getTime());
    clerk = await app.browserOf('vanthu');
    const over = (await clerk.get('/ho-so?danh-sach=het-han-bao-quan')).body;
    expect(over).toContain('Đang tạm dừng hủy');
    expect(over).toContain('Phần mềm không hủy hồ sơ.');
  });

  describe('rule 44: a letter that was recalled, and the one that replaces it', () => {
    const REASON = 'Ghi nhầm tên trường ở phần kết quả.';

    it('are noted in the file and in what goes out', async () => {
      const recalled = await releasedLetter(app, ticket);
      await app.nest.get(UnitOfWork).run((tx) => tx.update(DraftEntity, { caseId: ticket.id }, { round: 2 }));
      const replacing = await releasedLetter(app, ticket);
      const { manager } = app.nest.get(Database).reader;
      await app.nest.get(UnitOfWork).run(async (tx) => {
        const change = { recalledAt: app.clock.now(), recallReason: REASON };
        await tx.update(OutgoingDocumentEntity, { id: recalled }, change);
        await tx.update(OutgoingDocumentEntity, { id: replacing }, { amendment: 'replacement', amendsId: recalled });
      });
      await app.nest.get(FollowTickets, { strict: false }).run();
      const { id } = await file();
      const page = textOf((await clerk.get(`/ho-so/${id}`)).body);
      expect(page).toContain(`ĐÃ THU HỒI: ${REASON}; Thay thế bởi 02/SGDĐT-GDTrH.`);
      expect(page).toContain('Thay thế 01/SGDĐT-GDTrH.');
      const officer = await app.browserOf('ngoc');
      await officer.get(`/ho-so/${id}`);
      await officer.post(`/ho-so/${id}/xuat`);
      await app.work();
      expect(await manager.findOneByOrFail(RecordExportEntity, { fileId: id })).toMatchObject({ problem: null });
      const zip = new PizZip((await officer.get(`/ho-so/${id}/xuat.zip`)).rawPayload);
      const xml = zip.file('ho-so.xml')?.asText() ?? '';
      expect(xml).toContain('<Description>ĐÃ THU HỒI; Thay thế bởi 02/SGDĐT-GDTrH</Description>');
      expect(xml).toContain('<Description>Thay thế 01/SGDĐT-GDTrH</Description>');
    });
  });

  describe('rule 49: going out', () => {
    const asked = async (browser: TestBrowser): Promise<string> => {
      const { id } = await file();
      await browser.get(`/ho-so/${id}`);
      return (await browser.follow(await browser.post(`/ho-so/${id}/xuat`))).body;
    };

    it('is put together behind the page and fetched by those who may open all of it', async () => {
      const { id } = await file();
      const officer = await app.browserOf('ngoc');
      expect(await asked(officer)).toContain('Đã nhận yêu cầu, sắp ghép.');
      expect((await officer.get(`/ho-so/${id}/xuat.zip`)).statusCode).toBe(404);
      await app.work();
      expect((await officer.get(`/ho-so/${id}`)).body).toContain(`href="/ho-so/${id}/xuat.zip"`);
      const answer = await officer.get(`/ho-so/${id}/xuat.zip`);
      expect(answer.headers['content-disposition']).toContain('ho-so-2026-PAKN.0001.zip');
      const zip = new PizZip(answer.rawPayload);
      const xml = zip.file('ho-so.xml')?.asText() ?? '';
      expect(xml).toContain('<FileNotation>PAKN.0001</FileNotation>');
      expect(xml).toContain('<DocTotal>1</DocTotal>');
      expect(Object.keys(zip.files).filter((name) => name.startsWith('goc/'))).toEqual(['goc/001-01-anh-chup.png']);
      expect(answer.rawPayload.includes(ticket.senderName)).toBe(false);
      const supervisor = await app.browserOf('giamsat');
      expect((await supervisor.get(`/ho-so/${id}`)).body).not.toContain('Xuất hồ sơ');
      expect((await supervisor.get(`/ho-so/${id}/xuat.zip`)).statusCode).toBe(422);
      expect((await (await app.browserOf('luc')).get(`/ho-so/${id}/xuat.zip`)).statusCode).toBe(404);
    });

    it('is refused with every value that is too long, and cuts none', async () => {
      const { id } = await file();
      await app.nest
        .get(UnitOfWork)
        .run((tx) => tx.update(RecordFileEntity, { id }, { title: 'a'.repeat(520), description: 'b'.repeat(501) }));
      const page = await asked(clerk);
      for (const sentence of [
        'Hồ sơ, tiêu đề hồ sơ (Title): dài 520 ký tự, nhiều nhất 500.',
        'Hồ sơ, ghi chú (Description): dài 501 ký tự, nhiều nhất 500.',
      ]) {
        expect(page).toContain(sentence);
      }
      expect(await app.nest.get(Database).reader.manager.count(RecordExportEntity)).toBe(0);
    });
  });
});
