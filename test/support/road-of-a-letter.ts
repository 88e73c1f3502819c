import type { Browser, Page } from 'playwright-core';
import { fillIn, type InstallationPeople } from './installation-people.js';

const EVIDENCE = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

export interface Cast {
  readonly clerk: string;
  readonly officer: string;
  readonly officerName: string;
  readonly head: string;
  readonly unitName: string;
}

/** The way of a ticket to its released letter, each part by the person whose turn it is, at our pages and at those of the e-office. */
export class RoadOfALetter {
  private eOffice: Page | null = null;
  private number = 0;

  constructor(
    private readonly people: InstallationPeople,
    private readonly cast: Cast,
    private readonly desks: { readonly browser: Browser; readonly url: string },
  ) {}

  /** @param ticket its path @param byPost whether nobody but the post brings the letter to its receiver */
  async walk(ticket: string, byPost: boolean): Promise<void> {
    await this.assign(ticket);
    const draft = await this.write(ticket);
    await this.approve(draft);
    await this.sign(draft);
    await this.release();
    await this.seal();
    await this.send(byPost);
    await this.answered(ticket, byPost);
  }

  private async assign(ticket: string): Promise<void> {
    const page = await this.people.at(this.cast.clerk, ticket);
    await page.getByLabel('Đơn vị chủ trì').selectOption({ label: this.cast.unitName });
    const officers = page.getByLabel('Cán bộ đầu mối').first();
    const labels = await officers.locator('option').allTextContents();
    await officers.selectOption({ label: labels.find((label) => label.includes(this.cast.officerName)) ?? '' });
    await this.people.press(page, 'Giao việc');
    await this.people.until(page, 'Đã giao phiếu.');
  }

  /** @returns the path of the draft */
  private async write(ticket: string): Promise<string> {
    const page = await this.people.at(this.cast.officer, ticket);
    await this.people.press(page, /^Nhận việc/u);
    await page.locator('summary', { hasText: 'Thêm tài liệu…' }).click();
    const file = { name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: EVIDENCE };
    await page.getByLabel('Tệp', { exact: true }).setInputFiles(file);
    await this.people.press(page, 'Lưu tài liệu');
    await this.people.press(page, /^Dự thảo/u);
    await fillIn(page, {
      '1. Kết quả xác minh': 'Qua kiểm tra hồ sơ và làm việc với nhà trường, nội dung phản ánh là đúng.',
      '2. Biện pháp xử lý': 'Sở Giáo dục và Đào tạo đã yêu cầu nhà trường trả lại toàn bộ số tiền đã thu.',
    });
    await this.people.press(page, 'Lưu bản thảo');
    await page.locator('img[src*="/trang/1"]').waitFor();
    await this.people.press(page, /^Trình thủ trưởng đơn vị/u);
    return new URL(page.url()).pathname;
  }

  private async approve(draft: string): Promise<void> {
    await this.people.press(await this.people.at(this.cast.head, draft), 'Duyệt nội dung');
    await this.people.press(await this.people.at(this.cast.clerk, draft), 'Duyệt thể thức');
  }

  private async sign(draft: string): Promise<void> {
    await this.people.press(await this.people.at(this.cast.officer, draft), 'Trình ký');
    const desk = await this.desk('/ky');
    await this.people.until(desk, 'Chờ ký, ký nháy: 1');
    await desk.locator('table').first().getByRole('link').first().click();
    await this.pressAtDesk(desk, 'Ký số');
  }

  private async release(): Promise<void> {
    this.number += 1;
    const words = `Phát hành số ${String(this.number).padStart(2, '0')}`;
    const page = await this.people.at(this.cast.clerk, '/so-van-ban/di');
    await this.people.until(page, words);
    await page.getByRole('button', { name: words }).first().click();
    await this.people.press(page.getByRole('dialog'), words);
  }

  private async seal(): Promise<void> {
    const desk = await this.desk('/van-thu');
    await this.people.until(desk, 'Chờ đóng dấu: 1');
    await this.pressAtDesk(desk, 'Đóng dấu và ký số cơ quan');
  }

  private async send(byPost: boolean): Promise<void> {
    const page = await this.people.at(this.cast.clerk, '/so-van-ban/di');
    await page.getByRole('link', { name: new RegExp(`^${String(this.number).padStart(2, '0')}/`, 'u') }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (!byPost) {
      await this.people.until(page, 'Đã phát hành');
      return;
    }
    await this.people.until(page, 'Ghi việc gửi văn bản…');
    await this.people.act(page, {
      ...{ under: 'Ghi việc gửi văn bản…', press: 'Ghi là đã gửi', says: 'Đã ghi việc gửi văn bản' },
      answers: { 'Số hiệu bưu gửi, người ký nhận hoặc lý do không gửi được': 'RR123456789VN' },
    });
  }

  private async answered(ticket: string, byPost: boolean): Promise<void> {
    const page = await this.people.at(this.cast.officer, ticket);
    await this.people.until(page, 'Đã trả lời');
    const said = await page.getByRole('heading', { name: 'Trao đổi với 1022' }).count();
    if (said !== (byPost ? 0 : 1)) throw new Error('It speaks of the hotline only where the hotline brought it.');
  }

  /** Its pages look again by themselves: only the address tells that the act is done. */
  private async pressAtDesk(desk: Page, name: string): Promise<void> {
    await Promise.all([desk.waitForURL(/[?&]xong=/u), desk.getByRole('button', { name }).first().click()]);
  }

  private async desk(path: string): Promise<Page> {
    this.eOffice ??= await this.desks.browser.newPage();
    await this.eOffice.goto(`${this.desks.url}${path}`);
    return this.eOffice;
  }
}
