import { releasedLetter } from '../support/released-letter.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

let app: TestApp;
beforeEach(async () => {
  app = await TestApp.open();
});
afterEach(() => app.close());

describe('the page of an outgoing document', () => {
  it('is reached from the register and shows facts, pair, file and history', async () => {
    const ticket = await app.receive();
    const id = await releasedLetter(app, ticket);
    await app.work();
    const clerk = await app.browserOf('vanthu');
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
    const ticket = await app.receive();
    const id = await releasedLetter(app, ticket);
    const stranger = await app.browserOf('luc');
    const { body } = await stranger.get(`/van-ban-di/${id}`);
    expect(textOf(body)).toContain('Công văn số 01/SGDĐT-GDTrH');
    expect(body).not.toContain(`/tep/van-ban-di/${id}.pdf`);
    expect(body).not.toContain(`/phieu/${ticket.id}`);
    expect((await stranger.get('/van-ban-di/khong-co')).statusCode).toBe(404);
  });
});

describe('rule 44: recalling on the page', () => {
  it('is proposed by the registry, decided by a leader, and marked wherever the document stands', async () => {
    const ticket = await app.receive();
    const id = await releasedLetter(app, ticket);
    await app.work();
    const [clerk, leader, officer] = [
      await app.browserOf('vanthu'),
      await app.browserOf('khanh'),
      await app.browserOf('ngoc'),
    ];
    expect(textOf((await officer.get(`/van-ban-di/${id}`)).body)).not.toContain('Đề nghị thu hồi');
    const page = textOf((await clerk.get(`/van-ban-di/${id}`)).body);
    expect(page).toContain('1 nơi nhận được yêu cầu thu hồi và trả lời.');
    const short = await clerk.post(`/van-ban-di/${id}/thu-hoi`, { reason: 'sai' });
    expect(textOf((await clerk.follow(short)).body)).toContain('Viết rõ lý do, từ 10 ký tự');
    await clerk.post(`/van-ban-di/${id}/thu-hoi`, { reason: 'Ghi nhầm tên trường ở phần kết quả.' });
    const alone = await clerk.follow(await clerk.post(`/van-ban-di/${id}/thu-hoi/dong-y`));
    expect(textOf(alone.body)).not.toContain('ĐÃ THU HỒI');

    expect(textOf((await leader.get(`/van-ban-di/${id}`)).body)).toContain('đề nghị thu hồi: Ghi nhầm tên trường');
    const granted = await leader.follow(await leader.post(`/van-ban-di/${id}/thu-hoi/dong-y`));
    expect(textOf(granted.body)).toContain('ĐÃ THU HỒI: Ghi nhầm tên trường ở phần kết quả.');
    await app.work();
    for (const path of ['/so-van-ban/di', `/phieu/${ticket.id}`])
      expect([path, textOf((await clerk.get(path)).body)]).toEqual([path, expect.stringContaining('ĐÃ THU HỒI')]);
    expect(textOf((await clerk.get('/so-van-ban/theo-doi')).body)).toContain('01/SGDĐT-GDTrH (đã thu hồi)');
    const after = textOf((await clerk.get(`/van-ban-di/${id}`)).body);
    expect(after).toMatch(/Thu hồi văn bản Đã báo nơi nhận .*, chưa trả lời/u);
    expect(after).not.toContain('Đề nghị thu hồi…');
  });
});
