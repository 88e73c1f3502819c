import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { DEMONSTRATION_PASSWORD } from '../../src/cli/demo/people.js';
import { unsignedPdf } from '../support/agency-pen.js';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';
import { answered } from '../support/answered.js';
import { reloadedUntil } from '../support/reloaded-until.js';
import { TraceCollector } from '../support/trace-collector.js';
import { tracePicture } from '../support/trace-picture.js';
import { TAKES_PICTURES } from '../support/taken-pictures.js';

const PICTURES = 'var/browser';
/** Those that the front page shows, written anew by `npm run pictures`. */
const FRONT_PAGE = new Map([
  ['04-phieu-dang-xu-ly', 'ticket'],
  ['05-du-thao', 'letter'],
  ['10-trinh-ky-dat', 'proof'],
]);
const PATIENCE = { timeout: 15_000 };
const LOOKS = 120;
const EVIDENCE = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

/** A person does the whole job by clicking, each in a browser of their own, at the app and at the simulated e-office. */
describe('the whole job by hand', () => {
  let app: AppInChromium;
  let collector: TraceCollector;
  const step = stepsInOrder();
  const complaints: string[] = [];
  const contexts = new Map<string, Promise<BrowserContext>>();

  beforeAll(async () => {
    collector = await TraceCollector.open();
    app = await AppInChromium.open(PICTURES, { ownProcesses: { TRACES_URL: collector.url } });
    await mkdir(PICTURES, { recursive: true });
  }, 120_000);

  afterAll(async () => {
    await app.close();
    await collector.close();
  });

  async function signIn(username: string): Promise<BrowserContext> {
    const context = await app.browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    const page = await context.newPage();
    await page.goto(`${app.stage.url}/`);
    await page.getByLabel('Tài khoản cơ quan').fill(username);
    await page.getByLabel('Mật khẩu').fill(DEMONSTRATION_PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE);
    await page.close();
    return context;
  }

  /** A page of that person, watched for complaints of the browser. */
  async function pageOf(username: string, path: string): Promise<Page> {
    const known = contexts.get(username) ?? signIn(username);
    contexts.set(username, known);
    const page = await (await known).newPage();
    page.setDefaultTimeout(PATIENCE.timeout);
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${username} ${path}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${username} ${path}: ${error.message}`));
    await page.goto(`${app.stage.url}${path}`);
    return page;
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (TAKES_PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
    const shown = FRONT_PAGE.get(name);
    if (shown === undefined || process.env['WRITE_PICTURES'] !== '1') return;
    // From the top, without the message of what was just done.
    await page.evaluate(() => {
      history.scrollRestoration = 'manual';
    });
    await page.reload();
    await page.screenshot({ path: `docs/pictures/${shown}.png` });
  }

  /** Presses a button and waits for the page that answers. */
  async function press(page: Page, name: string | RegExp): Promise<void> {
    const button = page.getByRole('button', { name }).first();
    await button.waitFor(PATIENCE);
    await answered(page, () => button.click());
  }

  /** Reloads until the words stand on the page: what happens behind it takes its time. */
  async function until(page: Page, words: string | RegExp): Promise<void> {
    if (await reloadedUntil(page, async () => (await page.getByText(words).count()) > 0, LOOKS)) return;
    await page.screenshot({ path: join(PICTURES, 'khong-thay.png'), fullPage: true });
    throw new Error(`"${String(words)}" never came; see ${PICTURES}/khong-thay.png`);
  }

  const subject = 'Thu tiền học thêm môn Toán trong giờ chính khóa tại lớp 11A5';

  step('the hotline sends a citizen’s feedback', async () => {
    const page = await app.browser.newPage();
    await page.goto(`${app.stage.eOfficeUrl}/tong-dai`);
    await press(page, 'Gửi sang Sở');
    await page.close();
  });

  step('the registry clerk finds it and hands it to a unit and its contact officer', async () => {
    const page = await pageOf('vanthu', '/');
    await until(page, subject);
    await picture(page, '01-viec-cua-toi-van-thu');
    await page.getByRole('link', { name: subject }).first().click();
    await page.getByLabel('Đơn vị chủ trì').selectOption({ label: 'Phòng Giáo dục Trung học' });
    await page.getByLabel('Cán bộ đầu mối').selectOption({ label: await optionWith(page, 'Nguyễn Thị Hồng Ngọc') });
    await picture(page, '02-phieu-moi');
    await press(page, 'Giao việc');
    await until(page, 'Đã giao phiếu.');
  });

  async function optionWith(page: Page, name: string): Promise<string> {
    const labels = await page.getByLabel('Cán bộ đầu mối').locator('option').allTextContents();
    return labels.find((label) => label.includes(name)) ?? name;
  }

  step('the contact officer takes it and tells the hotline how it goes', async () => {
    const page = await pageOf('chuyenvien', '/');
    await until(page, subject);
    await picture(page, '03-viec-cua-toi-chuyen-vien');
    await page.getByRole('link', { name: subject }).first().click();
    await press(page, /^Nhận việc/u);
    await page
      .getByLabel('Nội dung', { exact: true })
      .fill('Nhà trường đã dừng việc thu, đang lập danh sách trả lại tiền cho cha mẹ học sinh.');
    await page.getByText('Gửi Tổng đài 1022').first().click();
    await press(page, 'Gửi Tổng đài 1022');
    await until(page, 'đang lập danh sách trả lại tiền');
    await page.locator('summary', { hasText: 'Thêm tài liệu…' }).click();
    await page
      .getByLabel('Tệp', { exact: true })
      .setInputFiles({ name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: EVIDENCE });
    await press(page, 'Lưu tài liệu');
    await until(page, 'bien-ban.pdf');
    await picture(page, '04-phieu-dang-xu-ly');
  });

  step('the contact officer writes the reply and sends it to the unit head', async () => {
    const page = await pageOf('chuyenvien', '/');
    await page.getByRole('link', { name: subject }).first().click();
    await press(page, /Dự thảo/u);
    await page
      .getByLabel('Kết quả xác minh')
      .fill('Qua kiểm tra hồ sơ và làm việc với nhà trường, nội dung phản ánh là đúng.');
    await page
      .getByLabel('Biện pháp xử lý')
      .fill('Sở Giáo dục và Đào tạo đã yêu cầu nhà trường dừng việc thu và trả lại toàn bộ số tiền đã thu.');
    await press(page, /^Lưu/u);
    await page.locator('img[src*="/trang/1"]').waitFor(PATIENCE);
    await addAnnex(page);
    await picture(page, '05-du-thao');
    await press(page, /^Trình thủ trưởng đơn vị/u);
  });

  /** A file of its own beside the letter, which the agency is to sign. */
  async function addAnnex(page: Page): Promise<void> {
    await page.locator('summary', { hasText: 'Thêm phụ lục…' }).click();
    const annex = { name: 'bang-thu-chi.pdf', mimeType: 'application/pdf', buffer: await unsignedPdf(595) };
    await page.getByLabel('Tệp PDF chưa ký số').setInputFiles(annex);
    await picture(page, '05-them-phu-luc');
    await press(page, 'Thêm phụ lục');
    await page.locator('img[src*="/ban/3/trang/1"]').waitFor(PATIENCE);
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, '05-du-thao-390');
    await page.setViewportSize({ width: 1366, height: 768 });
  }

  step('the unit head approves the content, the format checker the form', async () => {
    for (const [username, list, act, name] of [
      ['truongphong', /^Chờ duyệt nội dung/u, /^Duyệt nội dung/u, '06-duyet-noi-dung'],
      ['vanthu', /^Chờ duyệt thể thức/u, /^Duyệt thể thức/u, '07-duyet-the-thuc'],
    ] as const) {
      const page = await pageOf(username, '/');
      await page.getByRole('link', { name: list }).click();
      await page.getByRole('link', { name: subject }).first().click();
      await openDraft(page);
      await picture(page, name);
      await press(page, act);
    }
  });

  async function openDraft(page: Page): Promise<void> {
    await page
      .getByRole('link', { name: /bản thảo/iu })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /bản thảo/iu }).waitFor();
  }

  step('the contact officer submits it for signature', async () => {
    const page = await pageOf('chuyenvien', '/');
    await page.getByRole('link', { name: subject }).first().click();
    await page
      .getByRole('link', { name: /bản thảo/iu })
      .first()
      .click();
    await press(page, /^Trình ký/u);
    await page.goto(`${app.stage.url}/trinh-ky`);
    await picture(page, '08-trinh-ky-cho');
  });

  step('the leader signs in the e-office', async () => {
    const page = await app.browser.newPage();
    await page.goto(`${app.stage.eOfficeUrl}/ky`);
    await until(page, /trả lời kiến nghị/u);
    await page
      .getByRole('link', { name: /trả lời kiến nghị/u })
      .first()
      .click();
    await press(page, 'Ký số');
    await picture(page, '09-e-office-da-ky');
    await page.close();
  });

  step('the proof passes line by line', async () => {
    const page = await pageOf('vanthu', '/trinh-ky');
    await until(page, 'Đúng tệp đã gửi ký');
    await picture(page, '10-trinh-ky-dat');
    expect(await page.getByText('Không đạt').count()).toBe(0);
  });

  step('the registry clerk releases it under number 01', async () => {
    const page = await pageOf('vanthu', '/so-van-ban/di');
    const height = (image: HTMLImageElement): Promise<number> => image.decode().then(() => image.naturalHeight);
    expect(await page.getByRole('img', { name: 'Trang 1 của văn bản' }).evaluate(height)).toBe(1600);
    await picture(page, '11-so-van-ban-cho-phat-hanh');
    await page.getByRole('button', { name: 'Phát hành số 01' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor(PATIENCE);
    await answered(page, () => dialog.getByRole('button', { name: 'Phát hành số 01' }).click());
    await picture(page, '12-so-van-ban-dang-phat-hanh');
  });

  step('the registry clerk seals it in the e-office', async () => {
    const page = await app.browser.newPage();
    await page.goto(`${app.stage.eOfficeUrl}/van-thu`);
    await until(page, 'Đóng dấu và ký số cơ quan');
    await press(page, 'Đóng dấu và ký số cơ quan');
    await page.close();
  });

  step('the pair stands in both registers, the ticket is closed', async () => {
    const page = await pageOf('vanthu', '/so-van-ban/di');
    await until(page, 'Đã phát hành');
    await picture(page, '13-so-van-ban-di');
    await page
      .getByRole('link', { name: /^01\/SGDĐT-GDTrH/u })
      .first()
      .click();
    await page.getByRole('link', { name: /bang-thu-chi\.pdf phụ lục ký số/u }).waitFor(PATIENCE);
    await picture(page, '13-van-ban-di-co-phu-luc');
    await page.goto(`${app.stage.url}/so-van-ban/di`);
    await page
      .getByRole('link', { name: /Đến 1$/u })
      .first()
      .click();
    await page.goto(`${app.stage.url}/so-van-ban/den`);
    await picture(page, '14-so-van-ban-den');
    await page.goto(`${app.stage.url}/so-van-ban/theo-doi`);
    expect(await page.getByText('01/SGDĐT-GDTrH').count()).toBeGreaterThan(0);
    await picture(page, '15-theo-doi');
  });

  step('the citizen’s side shows every word and the letter', async () => {
    const page = await app.browser.newPage();
    await page.goto(`${app.stage.eOfficeUrl}/tong-dai`);
    await until(page, /06/u);
    await picture(page, '16-tong-dai');
    await page.close();
  });

  /** The steps of the trace that begins with the first step of that name. */
  function traceFrom(name: string): readonly string[] {
    const first = collector.spans.find((span) => span.name === name);
    return collector.spans.filter(({ traceId }) => traceId === first?.traceId).map((span) => span.name);
  }

  step('its traces lead from the arrival to the release, step by step, and name nobody', async () => {
    await collector.until(({ name }) => name === 'documents.file');
    const arrival = ['SOAP GetMessage', 'exchange.register', 'case.open', 'SOAP RegisterIncoming', 'SOAP SendMessage'];
    expect(traceFrom('exchange.receive')).toEqual(expect.arrayContaining(arrival));
    expect(traceFrom('POST /phat-hanh/:id')).toEqual(expect.arrayContaining(['signing.applySeal', 'SOAP ApplySeal']));
    const known = new Set(collector.spans.map(({ spanId }) => spanId));
    const lost = collector.spans.filter(({ parentSpanId = '' }) => parentSpanId !== '' && !known.has(parentSpanId));
    expect(lost.map(({ name }) => name)).toEqual([]);
    const said = JSON.stringify(collector.spans);
    expect(said).toContain('hoi_am.ticket');
    for (const words of [subject, 'Toán', 'Nguyễn', 'bien-ban.pdf', 'chuyenvien']) expect(said).not.toContain(words);
    if (process.env['WRITE_PICTURES'] !== '1') return;
    await writeFile('docs/operations/monitoring/ticket-trace.svg', tracePicture(collector.spans));
  });

  it('no browser complained', () => expect(complaints).toEqual([]));
});
