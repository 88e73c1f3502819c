import type { TestBrowser } from '../support/test-browser.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';

describe('the page of the search', () => {
  let app: TestApp;
  let ticket: TicketEntity;
  let clerk: TestBrowser;

  beforeAll(async () => {
    app = await TestApp.open();
    clerk = await app.browserOf('vanthu');
    ticket = await app.receive({ subject: 'Thu tiền học thêm ở Trường Núi Voi', text: 'Đề nghị kiểm tra.' });
  });
  afterAll(() => app.close());

  it('finds without marks, and says when it finds nothing', async () => {
    expect((await clerk.get('/tim-kiem?tim=nui+vo')).body).toContain(ticket.code);
    expect((await clerk.get(`/tim-kiem?ma=${ticket.code.slice(-4)}`)).body).toContain(ticket.code);
    expect((await clerk.get('/tim-kiem?tim=khong+co+tu+nay')).body).toContain('Không tìm thấy phiếu nào');
  });

  it('says beside the field what it cannot read', async () => {
    const { body, statusCode } = await clerk.get('/tim-kiem?tu=30/02/2026&tim=%25');
    expect(statusCode).toBe(200);
    expect(body).toContain('Ngày này không có');
    expect(body).toContain('Nhập ít nhất một chữ cái hoặc chữ số.');
  });

  it('shows subjects with the words as they were typed before the rest', async () => {
    const other = await app.receive({ subject: 'Đề nghị thư viện mở cửa buổi tối', text: 'Thư viện đóng sớm.' });
    const { body } = await clerk.get(`/tim-kiem?tim=${encodeURIComponent('thu tiền ')}`);
    expect(body).toContain('Trích yếu có đúng các chữ đã gõ');
    const late = (await clerk.get(`/tim-kiem?tim=${encodeURIComponent('thư')}`)).body;
    expect(late.indexOf(other.code)).toBeGreaterThan(late.indexOf('Trích yếu có đúng các chữ đã gõ'));
    expect(late.indexOf(other.code)).toBeLessThan(late.indexOf('Phiếu tìm thấy, mới nhất trước'));
    expect((await clerk.get('/tim-kiem?tim=thu')).body).not.toContain('Trích yếu có đúng các chữ đã gõ');
  });

  it('finds a document number as it is spoken', async () => {
    const { body } = await clerk.get(`/tim-kiem?tim=${encodeURIComponent('số đến 1')}`);
    expect(body.indexOf(ticket.code)).toBeGreaterThan(body.indexOf('Đúng mã, số văn bản hoặc điện thoại'));
    expect(body).toContain('Đúng mã, số văn bản hoặc điện thoại');
  });

  it('shows what was found before the form, with each condition as a link that takes it away', async () => {
    const { body } = await clerk.get('/tim-kiem?tim=nui+vo&trang-thai=received&tu=2026-03-01');
    expect(body.indexOf(ticket.code)).toBeGreaterThan(0);
    expect(body).toMatch(/<details[^>]*><summary>Sửa điều kiện tìm/u);
    const [, without = ''] = /<a class="ha-chip" href="([^"]*)">Mới nhận/u.exec(body) ?? [];
    expect(without.replaceAll('&amp;', '&')).toBe('/tim-kiem?tim=nui+vo&tu=2026-03-01');
    expect((await clerk.get('/tim-kiem')).body).not.toContain('ha-chip');
  });

  it('counts tickets by state, and leads to them', async () => {
    const { body } = await clerk.get('/tim-kiem');
    expect(body).toContain('/tim-kiem?trang-thai=received');
  });

  it('rule 21: finds the sender for the clerk, and for no unit', async () => {
    expect((await clerk.get('/tim-kiem?nguoi=bui+van+khai')).body).toContain(ticket.code);
    expect((await (await app.browserOf('ngoc')).get('/tim-kiem?nguoi=bui+van+khai')).body).not.toContain(ticket.code);
  });
});
