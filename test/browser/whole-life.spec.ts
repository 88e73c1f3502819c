import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { recountProof, type ProofDocument } from '../../src/calendar/index.js';
import { DEMONSTRATION_PASSWORD } from '../../src/cli/demo/people.js';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';
import { answered } from '../support/answered.js';

const PICTURES = 'var/browser/doi-phieu';
const SUBJECT = 'Thu tiền học thêm môn Toán trong giờ chính khóa tại lớp 11A5';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

const PROGRESS = 'Đã làm việc với Ban giám hiệu và thu sổ theo dõi các khoản thu của nhà trường.';
const REQUEST = 'Đề nghị cung cấp giấy báo thu tiền và thời gian học thêm.';
const ANSWER =
  'Nhà trường đã dừng việc dạy thêm trong giờ chính khóa và trả lại toàn bộ tiền đã thu cho cha mẹ học sinh.';
const SECOND_ANSWER =
  'Nhà trường đã trả nốt số tiền còn lại, có danh sách ký nhận của cha mẹ học sinh; Sở đã kiểm tra.';

/** One feedback item from its arrival through two answers to its end, done by hand in Chromium at the app and the simulated e-office. */
describe('the whole life of a ticket by hand', () => {
  let app: AppInChromium;
  const step = stepsInOrder(90_000);
  let ticket = '';

  beforeAll(async () => {
    app = await AppInChromium.open(PICTURES, { ownProcesses: {} });
  }, 120_000);

  afterAll(() => app.close());

  /** Pictures of the ticket as somebody sees it; nothing is wider than the screen, one button leads, and nobody's name or number shows. */
  async function seen(page: Page, name: string): Promise<void> {
    expect(await app.people.picture(page, name)).toEqual({ desk: 0, phone: 0 });
    expect(await page.locator('.ha-head .btn-primary:visible').count()).toBeLessThanOrEqual(1);
    const text = await page.locator('main').innerText();
    expect(text).not.toMatch(/(?<![\p{L}\p{N}])0\d{3} ?\d{3} ?\d{3}(?![\p{L}\p{N}])/u);
  }

  async function act(
    page: Page,
    label: string,
    fields: Readonly<Record<string, string>>,
    submit: string,
  ): Promise<void> {
    await app.people.open(page, label);
    const form = page.locator('details[open]', { has: page.locator('summary', { hasText: label }) }).last();
    for (const [name, words] of Object.entries(fields)) await form.getByLabel(name).fill(words);
    await app.people.press(page, submit);
  }

  async function hand(officer: string, label: string): Promise<void> {
    const page = await app.people.at('vanthu', ticket);
    for (const press of ['g', 'Escape', 'g']) await page.keyboard.press(press);
    expect(await page.locator('#giao[open]').count()).toBe(1);
    expect(await page.getByLabel('Đơn vị chủ trì').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByLabel('Đơn vị chủ trì').selectOption({ label: 'Phòng Giáo dục Trung học' });
    await app.people.open(page, 'Đơn vị phối hợp');
    const helping = page.getByRole('group', { name: 'Xin ý kiến của' });
    expect(await helping.getByLabel('Phòng Giáo dục Trung học').filter({ visible: true }).count()).toBe(0);
    expect(await helping.getByRole('checkbox').filter({ visible: true }).count()).toBeGreaterThan(1);
    const options = await page.getByLabel('Cán bộ đầu mối').locator('option').allTextContents();
    await page
      .getByLabel('Cán bộ đầu mối')
      .selectOption({ label: options.find((name) => name.includes(officer)) ?? '' });
    await app.people.press(page, label);
    await app.people.until(page, 'Đã phân công');
  }

  step('the clerk writes down what a caller says, with what was brought', async () => {
    const page = await app.people.at('vanthu', '/phieu-moi');
    await page
      .getByLabel('Nội dung phản ánh, kiến nghị')
      .fill('Nhà vệ sinh dãy B hỏng từ đầu tháng, học sinh phải đi nhờ dãy khác.');
    await page.getByLabel('Nơi xảy ra').fill('Trường THPT Cầu Rào');
    await page.getByLabel('Lĩnh vực').selectOption({ label: 'Cơ sở vật chất' });
    await page.getByLabel('Họ và tên').fill('Phạm Thị Mơ');
    await page.getByRole('textbox', { name: 'Điện thoại' }).fill('0900 000 311');
    await page.getByLabel('Địa chỉ').fill('Phường Kiến An');
    await page
      .getByLabel('Tệp kèm theo')
      .setInputFiles({ name: 'anh-chup.pdf', mimeType: 'application/pdf', buffer: PDF });
    await app.people.press(page, 'Vào sổ và mở phiếu');
    await page.getByRole('heading', { level: 1, name: /Nhà vệ sinh/u }).waitFor();
    await seen(page, '01-ghi-thay-cong-dan');
  });

  step('the hotline sends another; the clerk finds it and takes it by keyboard', async () => {
    const hotline = await app.browser.newPage();
    await hotline.goto(`${app.stage.eOfficeUrl}/tong-dai`);
    await app.people.press(hotline, 'Gửi sang Sở');
    await hotline.close();
    const page = await app.people.at('vanthu', '/');
    await app.people.until(page, SUBJECT);
    await page.getByRole('link', { name: SUBJECT }).first().click();
    await page.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
    ticket = new URL(page.url()).pathname;
    await page.goto(`${app.stage.url}${ticket}`);
    await seen(page, '02-moi-nhan');
    await answered(page, () => page.keyboard.press('a'));
    await app.people.until(page, 'Đã tiếp nhận');
  });

  step('the clerk classifies it and hands it to a unit', async () => {
    const page = await app.people.at('vanthu', ticket);
    await app.people.open(page, 'Phân loại…');
    await page.getByLabel('Lĩnh vực', { exact: true }).selectOption({ label: 'Thu chi, dạy thêm' });
    await app.people.press(page, 'Lưu phân loại');
    await app.people.until(page, 'Đã phân loại');
    await hand('Nguyễn Thị Hồng Ngọc', 'Giao việc');
  });

  step('the officer takes it, verifies and keeps the evidence', async () => {
    const page = await app.people.at('chuyenvien', ticket);
    await app.people.press(page, /^Nhận việc/u);
    await app.people.open(page, 'Thêm tài liệu…');
    await page
      .getByLabel('Tệp', { exact: true })
      .setInputFiles({ name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: PDF });
    await app.people.press(page, 'Lưu tài liệu');
    await app.people.until(page, 'bien-ban.pdf');
  });

  step('the officer tells the hotline how it goes, by keyboard alone', async () => {
    const page = await app.people.at('chuyenvien', ticket);
    await page.keyboard.press('e');
    await page.keyboard.type(PROGRESS);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowRight');
    // To the field, the text, the files, the button.
    for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab');
    await answered(page, () => page.keyboard.press('Enter'));
    await app.people.until(page, 'Tiến độ gửi Tổng đài 1022');
    await app.people.open(page, 'Xin gia hạn…');
    await seen(page, '03-dang-xu-ly');
  });

  step(
    'the officer asks the citizen when the session has ended; after signing in over the page the same words go',
    async () => {
      const page = await app.people.at('chuyenvien', ticket);
      const complaints = app.people.complaints.length;
      // One interception for the whole step: putting one on or taking it off between two presses lets requests slip by.
      let away = '';
      await page.route(
        ({ pathname }) => pathname === away,
        (route) => route.abort(),
      );
      await page.context().clearCookies({ name: 'sid' });
      await app.people.open(page, 'Đề nghị người phản ánh bổ sung…');
      await page.getByLabel('Cần bổ sung gì').fill(REQUEST);
      await page.getByRole('button', { name: 'Gửi đề nghị bổ sung' }).click();
      const dialog = page.getByRole('dialog', { name: 'Đăng nhập lại để gửi tiếp' });
      const account = dialog.getByLabel('Tài khoản cơ quan');
      await account.waitFor();
      expect(await account.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(await app.people.picture(page, '04-dang-nhap-lai')).toEqual({ desk: 0, phone: 0 });
      await page.keyboard.press('Escape');
      await page.getByRole('alert').filter({ hasText: 'Chưa gửi: phiên làm việc đã hết' }).waitFor();
      expect(await page.getByLabel('Cần bổ sung gì').inputValue()).toBe(REQUEST);
      for (const cut of ['/phien', '/dang-nhap']) {
        away = cut;
        await page.keyboard.press('Enter');
        await page.getByRole('alert').filter({ hasText: 'không liên lạc được với máy chủ' }).waitFor();
      }
      away = '';
      await page.keyboard.press('Enter');
      await account.waitFor();
      const signIn = async (username: string, password: string): Promise<void> => {
        await account.fill(username);
        await dialog.getByLabel('Mật khẩu').fill(password);
        await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
      };
      await signIn('chuyenvien', 'không phải');
      await dialog.getByRole('alert').filter({ hasText: 'chưa đúng' }).waitFor();
      await signIn('vanthu', DEMONSTRATION_PASSWORD);
      await dialog.getByRole('alert').filter({ hasText: 'do tài khoản khác mở' }).waitFor();
      await account.waitFor();
      await answered(page, () => signIn('chuyenvien', DEMONSTRATION_PASSWORD));
      // Of the network that was away twice, and of the password that was wrong.
      expect(app.people.complaints.splice(complaints)).toHaveLength(3);
      await app.people.until(page, 'Tạm dừng');
      await seen(page, '04-tam-dung');
      const clerk = await app.people.at('vanthu', ticket);
      const reply = {
        'Nội dung bổ sung, hình thức nhận': 'Người phản ánh đọc qua điện thoại giấy báo thu tiền ngày 10.',
      };
      await act(clerk, 'Ghi người phản ánh đã bổ sung…', reply, 'Ghi và tính tiếp thời hạn');
      await app.people.until(clerk, 'Người phản ánh đã bổ sung');
    },
  );

  step('the officer asks for more time, supervision grants it', async () => {
    const page = await app.people.at('chuyenvien', ticket);
    await app.people.open(page, 'Xin gia hạn…');
    await page.getByLabel('Thêm bao nhiêu ngày, hẹn ngày nào').selectOption({ index: 3 });
    const words = {
      'Lý do (người duyệt đọc)': 'Cần đối chiếu sổ thu của nhà trường với cha mẹ học sinh.',
      'Việc đã làm (người phản ánh đọc khi được duyệt)': PROGRESS,
    };
    await act(page, 'Xin gia hạn…', words, 'Gửi đề nghị gia hạn');
    const supervisor = await app.people.at('thanhtra', ticket);
    await app.people.until(supervisor, 'Đề nghị gia hạn chờ duyệt');
    await seen(supervisor, '05-cho-duyet-gia-han');
    await act(supervisor, 'Cho gia hạn…', {}, 'Cho gia hạn và báo người phản ánh');
    await app.people.until(supervisor, /Cho gia hạn 3 ngày làm việc/u);
  });

  step('the proof says why the day is that day, and is taken away as PDF and JSON', async () => {
    const page = await app.people.at('chuyenvien', ticket);
    const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Hạn trả lời' }) });
    expect(await panel.locator('table.ha-days tbody tr').count()).toBeGreaterThan(5);
    await panel.getByText('Hạn trước đó').click();
    expect(await panel.innerText()).toMatch(/gia hạn/iu);
    const [paper] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('link', { name: 'PDF để in' }).click(),
    ]);
    expect((await readFile(await paper.path())).subarray(0, 5).toString()).toBe('%PDF-');
    const [json] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('link', { name: 'JSON để kiểm tra' }).click(),
    ]);
    const proof = JSON.parse(await readFile(await json.path(), 'utf8')) as ProofDocument;
    expect(recountProof(proof)).toEqual([]);
    expect(proof.parts.map(({ kind }) => kind)).toEqual(['limit', 'extension']);
    expect(proof.pauses).toHaveLength(1);
  });

  step('the officer answers directly, the head approves', async () => {
    const page = await app.people.at('chuyenvien', ticket);
    await act(page, 'Trả lời trực tiếp…', { 'Kết quả giải quyết': ANSWER }, 'Trình câu trả lời');
    const head = await app.people.at('truongphong', ticket);
    await app.people.until(head, 'Câu trả lời chờ duyệt');
    await seen(head, '06-cho-duyet-tra-loi');
    await act(head, 'Duyệt câu trả lời…', {}, 'Duyệt và gửi người phản ánh');
    await app.people.until(head, 'Đã trả lời');
    await seen(await app.people.at('chuyenvien', ticket), '07-da-tra-loi');
  });

  step('the officer asks to publish the result, supervision approves the text', async () => {
    const page = await app.people.at('chuyenvien', ticket);
    const text = { 'Tiêu đề': 'Dừng dạy thêm trong giờ chính khóa', 'Nội dung công khai': ANSWER };
    await act(page, 'Đề nghị công khai kết quả…', text, 'Gửi đề nghị công khai');
    const supervisor = await app.people.at('thanhtra', ticket);
    await act(supervisor, 'Duyệt công khai…', {}, 'Duyệt công khai');
    await app.people.until(supervisor, 'Đã công khai');
  });

  async function rate(stars: number): Promise<Page> {
    const page = await app.people.at('vanthu', ticket);
    await app.people.open(page, 'Ghi đánh giá của người phản ánh…');
    await page.getByLabel(new RegExp(`^${String(stars)} –`, 'u')).check();
    await app.people.press(page, 'Ghi đánh giá');
    await app.people.until(page, new RegExp(`Người phản ánh đánh giá ${String(stars)} trên 5`, 'u'));
    return page;
  }

  step('the citizen is not content: the clerk writes it down and reopens the ticket', async () => {
    const page = await rate(2);
    await seen(page, '08-da-cong-khai-danh-gia');
    const why = {
      'Nội dung chưa được giải quyết theo ý kiến người phản ánh': 'Nhà trường mới trả một nửa số tiền đã thu của lớp.',
    };
    await act(page, 'Mở lại phiếu…', why, 'Mở lại phiếu');
    await app.people.until(page, 'Mở lại, lần xử lý 2');
    await seen(page, '09-mo-lai');
  });

  step('in the second cycle it is handed out, taken and answered again', async () => {
    await hand('Nguyễn Thị Hồng Ngọc', 'Giao lại');
    const page = await app.people.at('chuyenvien', ticket);
    await app.people.press(page, /^Nhận việc/u);
    const words = {
      'Kết quả giải quyết': SECOND_ANSWER,
      'Lý do không có tài liệu chứng minh': 'Danh sách ký nhận do nhà trường giữ, Sở đã xem tại chỗ.',
    };
    await act(page, 'Trả lời trực tiếp…', words, 'Trình câu trả lời');
    const head = await app.people.at('truongphong', ticket);
    await act(head, 'Duyệt câu trả lời…', {}, 'Duyệt và gửi người phản ánh');
    await app.people.until(head, 'Đã trả lời');
  });

  step('the citizen is content, and the clerk closes the ticket', async () => {
    const page = await rate(5);
    await act(page, 'Kết thúc phiếu…', {}, 'Kết thúc phiếu');
    await app.people.until(page, 'Đã kết thúc');
    await seen(page, '10-da-dong');
  });

  step('the citizen’s side heard every word, in order', async () => {
    const page = await app.browser.newPage();
    await page.goto(`${app.stage.eOfficeUrl}/tong-dai`);
    await page.getByRole('link', { name: SUBJECT }).click();
    await app.people.until(page, SECOND_ANSWER);
    await app.people.picture(page, '11-tong-dai');
    const text = await page.locator('body').innerText();
    const said = [
      'Đã giao',
      'đã nhận, đang xác minh',
      `Tiến độ: ${PROGRESS}`,
      REQUEST,
      'Việc cần thêm thời gian',
      ANSWER,
      'lần 2',
      SECOND_ANSWER,
    ];
    const places = said.map((words) => text.lastIndexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => other - one));
    await page.close();
  });

  it('no browser complained', () => {
    expect(app.people.complaints).toEqual([]);
  });
});
