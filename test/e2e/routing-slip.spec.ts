import PizZip from 'pizzip';
import { KeepUpToDate } from '../../src/organisation/application/keep-up-to-date.js';
import { StaffDirectory, WriteUnits } from '../../src/organisation/index.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { FEEDBACK, TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

describe('the routing slip of an incoming document', () => {
  let app: TestApp;
  let ticket: TicketEntity;
  beforeAll(async () => {
    app = await TestApp.open();
    ticket = await app.receive();
  });
  afterAll(() => app.close());

  const slipFor = async (username: string): Promise<string> => {
    const browser = await app.browserOf(username);
    const answer = await browser.get(`/phieu/${ticket.id}/phieu-giai-quyet.docx`);
    expect(answer.headers['content-disposition']).toContain('phieu-giai-quyet-so-den-1.docx');
    return textOf(new PizZip(answer.rawPayload).file('word/document.xml')?.asText() ?? '');
  };

  it('comes from the ticket, filled in as far as it has come', async () => {
    const clerk = await app.browserOf('vanthu');
    expect((await clerk.get(`/phieu/${ticket.id}`)).body).toContain(`/phieu/${ticket.id}/phieu-giai-quyet.docx`);
    expect(await slipFor('vanthu')).toContain('PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN Số đến: 1, ngày đến: 18/3/2026');
    await clerk.post(`/phieu/${ticket.id}/giao`, { unitId: 'gdtrh', officerId: 'ngoc' });
    const slip = await slipFor('vanthu');
    expect(slip).toMatch(/chủ trì: \+ Phòng Giáo dục Trung học, thời hạn: \d/u);
    expect(slip).toMatch(/Giao cá nhân: \+ .*Nguyễn Thị Hồng Ngọc, thời hạn: \d/u);
    expect(slip).toContain('Ngày cho ý kiến: 18/3/2026');
    expect(slip).toContain('Phạm Minh Tuệ giao theo văn bản giao quyền 15/QĐ-SGDĐT.');
  });

  it('keeps the name that a unit had when it was given the ticket, as the register of tickets does', async () => {
    const { actor } = await app.nest.get(StaffDirectory).person('quantri');
    const later = { name: 'Phòng Giáo dục Phổ thông', symbol: 'GDPT', from: '2026-03-19' };
    await app.nest.get(WriteUnits).rename(actor, 'gdtrh', later);
    app.clock.advance(24 * 3_600_000);
    await app.nest.get(KeepUpToDate).run();
    expect((await app.nest.get(StaffDirectory).unit('gdtrh')).name).toBe(later.name);
    const slip = await slipFor('vanthu');
    expect([slip.includes('Phòng Giáo dục Trung học'), slip.includes(later.name)]).toEqual([true, false]);
    const register = (await (await app.browserOf('vanthu')).get('/so-tiep-nhan?tu=2026-03-01&den=2026-03-18')).body;
    expect([register.includes('Phòng Giáo dục Trung học'), register.includes(later.name)]).toEqual([true, false]);
  });

  it('tells nobody who wrote, nor in which words', async () => {
    const slip = await slipFor('ngoc');
    const { name, phone, email = '' } = FEEDBACK.sender;
    for (const secret of [name, phone, email, FEEDBACK.text]) expect(slip).not.toContain(secret);
  });

  it('is not there for those who may not see the ticket', async () => {
    const stranger = await app.browserOf('luc');
    expect((await stranger.get(`/phieu/${ticket.id}/phieu-giai-quyet.docx`)).statusCode).toBe(404);
  });
});
