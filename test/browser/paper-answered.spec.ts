import type { Page } from 'playwright-core';
import { civilDateOf } from '../../src/kernel/civil-date.js';
import { unsignedPdf } from '../support/agency-pen.js';
import { answered } from '../support/answered.js';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';

const PICTURES = 'var/browser/van-ban-giay';
const SUBJECT = 'xây dựng kế hoạch cải cách hành chính năm nay';
const PLAN = 'Cải cách hành chính của ngành Giáo dục';
const UNIT = 'Phòng Giáo dục Trung học';
const today = (): string => civilDateOf(new Date());

/** A paper of another agency, answered by a plan with its annex that goes by post, without any ticket, by hand in Chromium. */
describe('a paper of another agency by hand', () => {
  let app: AppInChromium;
  const step = stepsInOrder(120_000);
  let paper = '';
  let draft = '';

  beforeAll(async () => {
    app = await AppInChromium.open(PICTURES);
  }, 180_000);

  afterAll(() => app.close());

  const pathOf = (page: Page): string => new URL(page.url()).pathname;

  async function seen(page: Page, name: string): Promise<void> {
    expect(await app.people.picture(page, name)).toEqual({ desk: 0, phone: 0 });
  }

  /** Opens an act, fills it in and presses its button. @param choices options by their beginning */
  async function act(
    page: Page,
    [label, submit]: readonly [string, string],
    { fields = {}, choices = {} }: { fields?: Record<string, string>; choices?: Record<string, string> },
  ): Promise<void> {
    await app.people.open(page, label);
    const form = page.locator('details[open]', { has: page.locator('summary', { hasText: label }) }).last();
    for (const [name, words] of Object.entries(fields)) await form.getByLabel(name, { exact: true }).fill(words);
    for (const [name, option] of Object.entries(choices)) {
      const control = form.getByLabel(name, { exact: true });
      const labels = await control.locator('option').allTextContents();
      await control.selectOption({ label: labels.find((one) => one.startsWith(option)) ?? option });
    }
    await app.people.press(page, submit);
  }

  step('the registry enters it with its scan', async () => {
    const page = await app.people.at('vanthu', '/van-ban-den');
    await page.getByRole('link', { name: 'Vào sổ văn bản giấy' }).click();
    await page.getByLabel('Tên loại').selectOption({ label: 'Công văn' });
    await page.getByLabel('Trích yếu').fill(SUBJECT);
    await page.getByLabel('Cơ quan, tổ chức ban hành').fill('Sở Nội vụ thành phố Hải Phòng');
    await page.getByLabel('Số, ký hiệu').fill('41/SNV-CCHC');
    await page.getByLabel('Ngày văn bản').fill(today());
    const scan = { name: 'ban-quet.pdf', mimeType: 'application/pdf', buffer: await unsignedPdf(595) };
    await page.getByLabel('Bản quét').setInputFiles(scan);
    await seen(page, '01-vao-so');
    await app.people.press(page, 'Vào sổ văn bản đến');
    await app.people.until(page, 'Chờ chuyển');
    paper = pathOf(page);
    await seen(page, '02-van-ban-den');
  });

  step('a leader routes it, and the head of the unit names who handles it', async () => {
    const leader = await app.people.at('lanhdao', '/van-ban-den');
    await leader.getByRole('link', { name: SUBJECT }).click();
    await act(leader, ['Chuyển xử lý…', 'Chuyển văn bản'], {
      fields: { 'Ý kiến chỉ đạo': 'Phòng Giáo dục Trung học tham mưu kế hoạch.' },
      choices: { 'Đơn vị chủ trì': UNIT },
    });
    const head = await app.people.at('truongphong', paper);
    await act(head, ['Giao người xử lý…', 'Giao việc'], { choices: { 'Người xử lý': 'Nguyễn Thị Hồng Ngọc' } });
    await seen(head, '03-da-giao');
  });

  step('its officer answers it by a plan with an annex', async () => {
    const page = await app.people.at('chuyenvien', '/van-ban-den');
    await page.getByRole('link', { name: SUBJECT }).click();
    await act(page, ['Trả lời bằng văn bản…', 'Soạn văn bản trả lời'], { choices: { 'Loại văn bản': 'Kế hoạch' } });
    draft = pathOf(page);
    const written: Readonly<Record<string, string>> = {
      'Trích yếu': PLAN,
      'Các mục': 'Mục đích\nNâng cao chất lượng phục vụ.\n\nTổ chức thực hiện\nCác phòng thực hiện theo Phụ lục.',
      'Nhiệm vụ': 'Rà soát thủ tục | Văn phòng Sở | Các trường | Tháng 6',
    };
    for (const [name, words] of Object.entries(written)) await page.getByLabel(name, { exact: true }).fill(words);
    await app.people.press(page, 'Lưu bản thảo');
    await page.locator('img[src*="/ban/2/trang/2.jpg"]').waitFor();
    await seen(page, '04-ke-hoach');
    await app.people.press(page, 'Trình duyệt nội dung');
  });

  step('two approve it, and it goes to its leader', async () => {
    await app.people.press(await app.people.at('truongphong', draft), 'Duyệt nội dung');
    await app.people.press(await app.people.at('vanthu', draft), 'Duyệt thể thức');
    await app.people.press(await app.people.at('chuyenvien', draft), 'Trình ký');
    const desk = await app.browser.newPage();
    await desk.goto(`${app.stage.eOfficeUrl}/ky`);
    await app.people.until(desk, PLAN);
    await desk.getByRole('link', { name: PLAN }).first().click();
    await answered(desk, () => desk.getByRole('button', { name: 'Ký số' }).first().click());
    await desk.close();
  });

  step('the registry takes its number, has it sealed, and posts it', async () => {
    const page = await app.people.at('vanthu', '/so-van-ban/di');
    await app.people.until(page, 'Phát hành số 01');
    await page.getByRole('button', { name: 'Phát hành số 01' }).first().click();
    const dialog = page.getByRole('dialog');
    await answered(page, () => dialog.getByRole('button', { name: 'Phát hành số 01' }).click());
    const desk = await app.browser.newPage();
    await desk.goto(`${app.stage.eOfficeUrl}/van-thu`);
    await app.people.until(desk, 'Đóng dấu và ký số cơ quan');
    await answered(desk, () => desk.getByRole('button', { name: 'Đóng dấu và ký số cơ quan' }).first().click());
    await desk.close();
    await page.goto(`${app.stage.url}/so-van-ban/di`);
    await app.people.until(page, 'Chờ văn thư gửi');
    await page
      .getByRole('link', { name: /^01\/KH-SGDĐT/u })
      .first()
      .click();
    await act(page, ['Ghi việc gửi văn bản…', 'Ghi là đã gửi'], {
      fields: { 'Số hiệu bưu gửi, người ký nhận hoặc lý do không gửi được': 'RR123456789VN' },
    });
    await app.people.until(page, 'Đã ghi việc gửi văn bản.');
    await act(page, ['Ghi ký nhận…', 'Ghi ký nhận'], {
      fields: { 'Ngày ký nhận, ngày trên dấu bưu điện': today() },
    });
    await app.people.until(page, 'Đã ghi ngày ký nhận vào sổ.');
    await seen(page, '05-da-gui');
  });

  step('both stand in the registers, the postal book and the search, and agree with the e-office', async () => {
    const page = await app.people.at('chuyenvien', paper);
    await app.people.until(page, 'Đã trả lời bằng văn bản');
    const clerk = await app.people.at('vanthu', '/so-van-ban/den');
    await clerk.getByText('41/SNV-CCHC').first().waitFor();
    for (const [book, words] of [
      ['di', '01/KH-SGDĐT'],
      ['theo-doi', '01/KH-SGDĐT'],
      ['buu-dien', /RR123456789VN, ký nhận/u],
    ] as const) {
      await clerk.goto(`${app.stage.url}/so-van-ban/${book}`);
      await clerk.getByText(words).first().waitFor();
      await seen(clerk, `06-so-${book}`);
    }
    for (const words of ['cai cach hanh chinh', '41/SNV-CCHC', '01/KH-SGDĐT']) {
      await page.goto(`${app.stage.url}/tim-kiem?tim=${encodeURIComponent(words)}`);
      await page.getByText('Văn bản tìm thấy trong sổ').waitFor();
    }
    await clerk.goto(`${app.stage.url}/trao-doi/doi-chieu`);
    await app.people.press(clerk, 'Đối chiếu ngay');
    await app.people.until(clerk, /hai bên khớp/u);
    await seen(clerk, '07-doi-chieu');
  });

  it('no browser complained', () => expect(app.people.complaints).toEqual([]));
});
