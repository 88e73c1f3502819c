import type { Page } from 'playwright-core';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';
import { CountedWalk } from '../support/counted-walk.js';

const PICTURES = 'var/browser/nguoi-moi';
const SUBJECT = 'Thu tiền học thêm môn Toán trong giờ chính khóa tại lớp 11A5';
const FOUND = 'Qua kiểm tra hồ sơ và làm việc với nhà trường, nội dung phản ánh là đúng.';
const DONE = 'Sở Giáo dục và Đào tạo đã yêu cầu nhà trường dừng việc thu và trả lại toàn bộ số tiền đã thu.';
const NOTE = 'Nhà trường đã dừng việc thu, trả lại tiền cho cha mẹ học sinh.';
const EVIDENCE = {
  name: 'bien-ban.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'),
};

/** From a ticket that has arrived to its letter sent for signature, by people who know nothing but what the pages say. */
describe('a newcomer walks from a ticket to a letter', () => {
  let app: AppInChromium;
  const step = stepsInOrder(240_000);

  beforeAll(async () => {
    app = await AppInChromium.open(PICTURES);
  }, 120_000);

  afterAll(() => app.close());

  async function ticketArrives(): Promise<void> {
    const hotline = await app.browser.newPage();
    await hotline.goto(`${app.stage.eOfficeUrl}/tong-dai`);
    await app.people.press(hotline, 'Gửi sang Sở');
    await hotline.close();
  }

  const shown = (page: Page) => page.locator('tr', { hasText: SUBJECT }).locator('.ha-work-state');
  const button = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name }).filter({ visible: true }).first();
  const beside = (page: Page) => page.locator('#xem-truoc').getByRole('link', { name: /^Mở bản thảo/u });

  step('with the mouse', async () => {
    await ticketArrives();
    const walk = new CountedWalk(app.people);
    await walk.turn('registry clerk', async () => {
      const page = await walk.begin('vanthu', 'Đề xuất: Phòng Kế hoạch - Tài chính');
      await walk.click(shown(page));
      await walk.clickAway(page, page.locator('#xem-truoc').getByRole('button', { name: /^Giao theo đề xuất/u }));
      await page.getByText('Đã giao phiếu theo đề xuất.').waitFor();
      return page;
    });
    await walk.turn('contact officer', async () => {
      const page = await walk.begin('kientd', SUBJECT);
      await walk.clickAway(page, button(page, /^Nhận việc/u));
      await walk.click(page.getByText('Gửi Tổng đài 1022').first());
      await walk.click(page.getByText('Kết quả', { exact: true }).first());
      await walk.click(page.getByLabel('Nội dung', { exact: true }));
      await walk.write(page, NOTE);
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        walk.click(page.getByLabel('Tài liệu chứng minh', { exact: true })),
      ]);
      await chooser.setFiles(EVIDENCE);
      await walk.clickAway(page, button(page, 'Gửi Tổng đài 1022'));
      await walk.clickAway(page, button(page, /Dự thảo/u));
      await walk.write(page, FOUND);
      await walk.click(page.getByLabel('Biện pháp xử lý'));
      await walk.write(page, DONE);
      await page.getByText(/^Đã lưu lúc/u).waitFor();
      await page.locator('img.ha-page').first().waitFor();
      await walk.clickAway(page, button(page, /^Trình thủ trưởng/u));
      return page;
    });
    for (const [name, username, list, act] of [
      ['unit head', 'oanhlk', /^Chờ duyệt nội dung/u, /^Duyệt nội dung/u],
      ['format checker', 'vanthu', /^Chờ duyệt thể thức/u, /^Duyệt thể thức/u],
    ] as const) {
      await walk.turn(name, async () => {
        const page = await walk.begin(username, 'Chờ duyệt');
        await walk.clickAway(page, page.getByRole('link', { name: list }));
        await walk.clickAway(page, beside(page));
        await walk.clickAway(page, button(page, act));
        return page;
      });
    }
    await walk.turn('contact officer again', async () => {
      const page = await walk.begin('kientd', SUBJECT);
      await walk.click(shown(page));
      await walk.clickAway(page, beside(page));
      await walk.clickAway(page, button(page, /^Trình ký/u));
      await page.getByText('Đã trình ký').first().waitFor();
      return page;
    });
    process.stderr.write(`${walk.told('newcomer with the mouse')}\n`);
    expect(walk.taken.clicks).toBeLessThanOrEqual(20);
    expect(walk.taken.loads).toBeLessThanOrEqual(13);
  });

  it('no browser complained', () => expect(app.people.complaints).toEqual([]));
});
