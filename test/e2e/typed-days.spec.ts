import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

describe('days typed as officials write them', () => {
  let app: TestApp;
  let clerk: TestBrowser;
  beforeAll(async () => {
    app = await TestApp.open();
    clerk = await app.browserOf('vanthu');
  });
  afterAll(() => app.close());

  it('choose what a page shows', async () => {
    const page = await clerk.get('/so-tiep-nhan?tu=1/3/2026&den=5.3.2026');
    expect(textOf(page.body)).toContain('Từ 01/03/2026 đến 05/03/2026');
    expect(page.body).toContain('value="05/03/2026"');
  });

  it.each(['/so-tiep-nhan', '/so-van-ban/di/in'])(
    'are refused in words at %s where there is no such day',
    async (path) => {
      const page = await clerk.get(`${path}?tu=31/02/2026`);
      expect(page.statusCode).toBe(422);
      expect(textOf(page.body)).toContain('Ghi ngày có thật theo dạng ngày/tháng/năm, như 05/03/2026.');
    },
  );

  it('come back in their form as they were typed, with what to do', async () => {
    const supervisor = await app.browserOf('giamsat');
    const place = '/giam-sat/chi-dao';
    await supervisor.get(place);
    const answer = await supervisor.post(place, { unitId: 'gdtrh', dueOn: '31/02/2026', text: 'Báo cáo kết quả.' });
    const page = await supervisor.follow(answer);
    expect(textOf(page.body)).toContain('Trả lời chậm nhất ngày: ghi ngày có thật, như 05/03/2026.');
    expect(page.body).toContain('value="31/02/2026"');
  });
});
