import type { Locator, Page } from 'playwright-core';
import type { AppInChromium } from '../app-in-chromium.js';
import type { CountedWalk } from '../counted-walk.js';
import { reloadedUntil } from '../reloaded-until.js';

const LOOKS = 120;
/** The registers and the board have many links before what is wanted. */
const MOST_TABS = 150;
const DAY = 24 * 60 * 60_000;

/** What comes after a letter was sent for signature, done by those whose work it is, each with the keyboard alone. */
export class AfterSubmission {
  /** The ticket whose letter is released. */
  private ticket = '';

  constructor(
    private readonly app: AppInChromium,
    private readonly walk: CountedWalk,
  ) {}

  async leaderSigns(): Promise<Page> {
    const page = await this.app.browser.newPage();
    await page.goto(`${this.app.stage.eOfficeUrl}/ky`);
    await this.app.people.until(page, /trả lời kiến nghị/u);
    await this.enter(page, page.getByRole('link', { name: /trả lời kiến nghị/u }).first());
    await this.enter(page, page.getByRole('button', { name: 'Ký số' }));
    return page;
  }

  async clerkReleases(): Promise<Page> {
    const page = await this.walk.begin('vanthu', 'Sổ văn bản');
    await this.enter(page, page.getByRole('link', { name: 'Sổ văn bản' }).first());
    const release = page.locator('.ha-release button:not([aria-disabled])', { hasText: 'Phát hành số' }).first();
    expect(await reloadedUntil(page, () => release.isVisible(), LOOKS)).toBe(true);
    this.ticket = (await page.locator('.ha-release a[href^="/phieu/"]').first().getAttribute('href')) ?? '';
    await this.go(page, release);
    await page.locator('dialog[open]').waitFor();
    await this.walk.press(page, 'Tab');
    await this.walk.pressAway(page, 'Enter');

    const office = await this.app.browser.newPage();
    await office.goto(`${this.app.stage.eOfficeUrl}/van-thu`);
    await this.app.people.until(office, 'Đóng dấu và ký số cơ quan');
    await this.enter(office, office.getByRole('button', { name: 'Đóng dấu và ký số cơ quan' }).first());
    await office.close();
    await this.app.people.until(page, 'Đã phát hành');
    return page;
  }

  async officerOffersResult(): Promise<Page> {
    const page = await this.app.people.at('kientd', this.ticket);
    await this.app.people.until(page, 'Đề nghị công khai kết quả…');
    await this.unfold(page, 'Đề nghị công khai kết quả…');
    await this.fill(page, 'Tiêu đề', 'Dừng việc thu tiền học thêm trong giờ chính khóa');
    await this.fill(page, 'Nội dung công khai', 'Nhà trường đã dừng việc thu và trả lại toàn bộ số tiền đã thu.');
    await this.submit(page, 'Gửi đề nghị công khai', 'Đã gửi đề nghị công khai.');
    return page;
  }

  async supervisorPublishes(): Promise<Page> {
    const page = await this.walk.begin('thanhtra', 'Duyệt công khai');
    await this.go(page, page.getByRole('link', { name: /^Duyệt công khai/u }).first());
    await page.getByRole('heading', { level: 1, name: 'Duyệt công khai' }).waitFor();
    // The list took the place of another; the focus is on its name yet.
    await this.walk.press(page, 'j');
    await this.walk.pressAway(page, 'Enter');
    await this.unfold(page, 'Duyệt công khai…');
    await this.submit(page, 'Duyệt công khai', 'Đã duyệt công khai.');
    return page;
  }

  async supervisorDirects(): Promise<Page> {
    const page = await this.walk.begin('thanhtra', 'Giám sát');
    await this.enter(page, page.getByRole('link', { name: 'Giám sát', exact: true }).first());
    await this.enter(page, page.getByRole('link', { name: /^Chỉ đạo/u }).first());
    await this.unfold(page, 'Chỉ đạo đơn vị…');
    await this.walk.tabTo(page, page.getByLabel('Đơn vị thực hiện'), MOST_TABS);
    await this.walk.press(page, 'ArrowDown', 'ArrowDown');
    await this.fill(page, 'Nội dung chỉ đạo', 'Rà soát mọi khoản thu của lớp 10, báo cáo kết quả.');
    await this.fill(page, 'Trả lời chậm nhất ngày', written(Date.now() + 14 * DAY).slice(0, 10));
    await this.submit(page, 'Gửi chỉ đạo', 'Đã gửi chỉ đạo');
    return page;
  }

  async administratorAnnounces(): Promise<Page> {
    const page = await this.walk.begin('quantri', 'Quản trị');
    await this.walk.press(page, 'Control+k');
    await this.walk.write(page, 'Thông báo gián đoạn');
    await page.locator('[role="option"][aria-selected="true"]', { hasText: 'Thông báo gián đoạn' }).waitFor();
    await this.walk.pressAway(page, 'Enter');
    await this.unfold(page, 'Thông báo tạm ngừng…');
    await this.fill(page, 'Mục đích tạm ngừng', 'Nâng cấp máy chủ');
    await this.fill(page, 'Dự kiến hoạt động trở lại', written(Date.now() + DAY));
    await this.fill(page, 'Những gì tạm ngừng', 'Toàn bộ phần mềm.');
    await this.fill(page, 'Lý do', 'Thay ổ đĩa của máy chủ.');
    await this.fill(page, 'Lý do ngừng gấp', 'Ổ đĩa đang hỏng dần.');
    await this.submit(page, 'Thông báo', 'Đã thông báo.');
    return page;
  }

  private async go(page: Page, place: Locator): Promise<void> {
    await place.waitFor();
    await this.walk.tabTo(page, place, MOST_TABS);
    await this.walk.press(page, 'Enter');
  }

  /** Enter, where another page answers it. */
  private async enter(page: Page, place: Locator): Promise<void> {
    await place.waitFor();
    await this.walk.tabTo(page, place, MOST_TABS);
    await this.walk.pressAway(page, 'Enter');
  }

  private async unfold(page: Page, label: string): Promise<void> {
    const summary = page.locator('summary', { hasText: label }).first();
    await summary.waitFor();
    await this.walk.tabTo(page, summary, MOST_TABS);
    if ((await page.locator('details[open]', { has: summary }).count()) === 0) await this.walk.press(page, 'Enter');
  }

  /** In place of what stands there. */
  private async fill(page: Page, label: string, words: string): Promise<void> {
    await this.walk.tabTo(page, page.getByLabel(label, { exact: true }), MOST_TABS);
    await this.walk.press(page, 'Control+a');
    await this.walk.write(page, words);
  }

  private async submit(page: Page, button: string, answer: string): Promise<void> {
    await this.enter(page, page.getByRole('button', { name: button, exact: true }));
    await page.getByText(answer).first().waitFor();
  }
}

/** As it is typed: `28/03/2026 08:00`. */
function written(at: number): string {
  const [day = '', time = ''] = new Date(at + 7 * 3_600_000).toISOString().split('T');
  return `${day.split('-').toReversed().join('/')} ${time.slice(0, 5)}`;
}
