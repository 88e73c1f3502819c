import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

describe('a book that the clerk closes at the end of its year (rule 48)', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
    await app.receive();
  });
  afterAll(() => app.close());

  it('is not offered while the year runs', async () => {
    const clerk = await app.browserOf('vanthu');
    expect((await clerk.get('/so-van-ban/den')).body).not.toContain('/so-van-ban/den/khoa');
    const refused = await clerk.follow(await clerk.post('/so-van-ban/den/khoa', { nam: '2026' }));
    expect(textOf(refused.body)).toContain('Năm 2026 chưa hết; sổ của năm khóa được từ ngày 01/01 năm sau.');
  });

  it('is locked, printed, and shows when, by whom, and the print-out', async () => {
    app.clock.set('2027-01-05T01:10:00Z');
    const clerk = await app.browserOf('vanthu');
    expect(textOf((await clerk.get('/so-van-ban/den?nam=2026')).body)).toContain(
      'Sổ năm 2026 chưa khóa. Khóa sổ năm 2026',
    );
    const locked = await clerk.follow(await clerk.post('/so-van-ban/den/khoa', { nam: '2026' }));
    const closed = 'Đã khóa sổ ngày 05/01/2027, 08:10, bởi Phạm Minh Tuệ.';
    expect(textOf(locked.body)).toContain(`${closed} Đang dựng bản in để giữ lại.`);
    await app.work();
    const { body } = await clerk.get('/so-van-ban/den?nam=2026');
    expect(textOf(body)).toContain(`${closed} Bản in giữ lại (PDF) Số 1 đến 1, 1 dòng, 0 số hủy. sha256 của bản in: `);
    const [, href = ''] = /href="(\/so-van-ban\/ban-in\/[^"]+)"/u.exec(body) ?? [];
    expect((await clerk.get(href)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const again = await clerk.follow(await clerk.post('/so-van-ban/den/khoa', { nam: '2026' }));
    expect(textOf(again.body)).toContain('Sổ năm 2026 đã khóa');
  });

  it('is closed only by the people who keep the registers', async () => {
    const officer = await app.browserOf('ngoc');
    const { body } = await officer.get('/so-van-ban/den?nam=2026');
    expect(body).not.toContain('/so-van-ban/den/khoa');
    const refused = await officer.follow(await officer.post('/so-van-ban/den/khoa', { nam: '2026' }));
    expect(textOf(refused.body)).toContain('Việc này thuộc chức năng hoặc đơn vị khác');
  });
});
