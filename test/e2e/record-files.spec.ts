import { FollowTickets } from '../../src/records/index.js';
import { RecordFileEntity } from '../../src/records/persistence/records.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { pngOf } from '../support/picture-writer.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

const PICTURE = { name: 'ảnh chụp.png', contentType: 'image/png', content: pngOf() };
const CONDUCT = { category: 'Thái độ, tác phong của giáo viên', subject: 'Cô giáo mắng học sinh' };

describe('the file of a ticket, in the browser', () => {
  let house: TestApp;
  let ticket: TicketEntity;
  let clerk: TestBrowser;
  beforeEach(async () => {
    house = await TestApp.open();
    ticket = await house.receive({}, [PICTURE]);
    clerk = await house.browserOf('vanthu');
    await clerk.get(`/phieu/${ticket.id}`);
    await clerk.post(`/phieu/${ticket.id}/giao`, { unitId: 'gdtrh', officerId: 'ngoc' });
    await house.app.get(FollowTickets, { strict: false }).run();
  });
  afterEach(() => house.close());

  const file = (): Promise<RecordFileEntity> =>
    house.app.get(Database).reader.manager.findOneByOrFail(RecordFileEntity, { ticketId: ticket.id });
  const set = (change: Partial<TicketEntity>): Promise<unknown> =>
    house.app.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: ticket.id }, change));

  it('is reached from its ticket and from the list, and shows its papers with their pages', async () => {
    const { id, notation } = await file();
    expect((await clerk.get(`/phieu/${ticket.id}`)).body).toContain(`href="/ho-so/${id}"`);
    expect((await clerk.get('/ho-so?nam=2026')).body).toContain(`href="/ho-so/${id}"`);
    const page = (await clerk.get(`/ho-so/${id}`)).body;
    for (const words of [notation, 'Văn bản đến', 'ảnh chụp.png', '10 năm', 'Mục lục văn bản']) {
      expect(page).toContain(words);
    }
    expect(page).toContain('Hồ sơ kết thúc được khi phiếu đã kết thúc.');
    expect(page).not.toContain('/ket-thuc"');
  });

  it('is closed to other units, in the list as on its page', async () => {
    const { id } = await file();
    const stranger = await house.browserOf('luc');
    expect((await stranger.get(`/ho-so/${id}`)).statusCode).toBe(404);
    expect((await stranger.get('/ho-so')).body).not.toContain(`/ho-so/${id}`);
  });

  it('gives no paper of the sender to a unit that may be complained about', async () => {
    const conduct = await house.receive(CONDUCT, [PICTURE]);
    await clerk.get(`/phieu/${conduct.id}`);
    await house.app
      .get(UnitOfWork)
      .run((tx) =>
        tx.update(
          TicketEntity,
          { id: conduct.id },
          { category: 'staffConduct', leadUnitId: 'nui-voi', officerId: 'luc' },
        ),
      );
    await house.app.get(FollowTickets, { strict: false }).run();
    const { id } = await house.app
      .get(Database)
      .reader.manager.findOneByOrFail(RecordFileEntity, { ticketId: conduct.id });
    const school = await house.browserOf('luc');
    const page = (await school.get(`/ho-so/${id}`)).body;
    expect(page).toContain('Có tệp mà tài khoản này không được mở.');
    expect(page).not.toContain('ảnh chụp.png');
    expect(page).not.toContain('Khải');
  });

  it('takes papers in and out, and keeps what was typed when it was refused', async () => {
    const officer = await house.browserOf('ngoc');
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
    await set({ state: 'closed', open: false, closedAt: house.clock.now() });
    const officer = await house.browserOf('ngoc');
    const { id } = await file();
    expect((await officer.get(`/ho-so/${id}`)).body).toContain('Kết thúc hồ sơ');
    const page = (await officer.follow(await officer.post(`/ho-so/${id}/ket-thuc`))).body;
    expect(page).toContain('18/03/2027');
    expect(page).toContain('31/12/2036');
    expect((await clerk.get('/ho-so?danh-sach=da-ket-thuc&nam=2026')).body).toContain(`/ho-so/${id}`);
  });
});
