import { releasedLetter } from '../support/released-letter.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

let house: TestApp;
beforeEach(async () => {
  house = await TestApp.open();
});
afterEach(() => house.close());

describe('the page of an outgoing document', () => {
  it('is reached from the register and shows facts, pair, file and history', async () => {
    const ticket = await house.receive();
    const id = await releasedLetter(house, ticket);
    await house.work();
    const clerk = await house.browserOf('vanthu');
    expect((await clerk.get('/so-van-ban/di')).body).toContain(`href="/van-ban-di/${id}"`);
    expect((await clerk.get(`/phieu/${ticket.id}`)).body).toContain(`href="/van-ban-di/${id}"`);
    const { body, statusCode } = await clerk.get(`/van-ban-di/${id}`);
    expect(statusCode).toBe(200);
    const text = textOf(body);
    for (const said of ['Công văn số 01/SGDĐT-GDTrH', 'Đã phát hành', 'Đỗ Quốc Khánh', 'Trả lời văn bản đến số 1'])
      expect(text).toContain(said);
    expect(text).toMatch(/Phát hành .*Đóng dấu, kiểm tra đạt .*Vào sổ, lấy số/su);
    expect(body).toContain(`href="/tep/van-ban-di/${id}.pdf"`);
    expect(body).toContain(`href="/phieu/${ticket.id}"`);
  });

  it('keeps file and ticket from those who may not see what it answers; the line is the register’s', async () => {
    const ticket = await house.receive();
    const id = await releasedLetter(house, ticket);
    const stranger = await house.browserOf('luc');
    const { body } = await stranger.get(`/van-ban-di/${id}`);
    expect(textOf(body)).toContain('Công văn số 01/SGDĐT-GDTrH');
    expect(body).not.toContain(`/tep/van-ban-di/${id}.pdf`);
    expect(body).not.toContain(`/phieu/${ticket.id}`);
    expect((await stranger.get('/van-ban-di/khong-co')).statusCode).toBe(404);
  });
});
