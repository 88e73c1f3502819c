import type { Page } from 'playwright-core';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';
import { CountedWalk } from '../support/counted-walk.js';
import { AfterSubmission } from '../support/keyboard/after-submission.js';

const PICTURES = 'var/browser/nguoi-moi';
const SUBJECT = 'Thu tiền học thêm môn Toán trong giờ chính khóa tại lớp 11A5';
const FOUND = 'Qua kiểm tra hồ sơ và làm việc với nhà trường, nội dung phản ánh là đúng.';
const DONE = 'Sở Giáo dục và Đào tạo đã yêu cầu nhà trường dừng việc thu và trả lại toàn bộ số tiền đã thu.';
const NOTE = 'Nhà trường đã dừng việc thu, trả lại tiền cho cha mẹ học sinh.';
const PROPOSED = 'Đề xuất: Phòng Kế hoạch - Tài chính';
const APPROVERS = [
  {
    role: 'unit head',
    username: 'oanhlk',
    list: 'Chờ duyệt nội dung',
    act: /^Duyệt nội dung/u,
    done: 'Đã duyệt nội dung; chuyển kiểm tra thể thức.',
  },
  {
    role: 'format checker',
    username: 'vanthu',
    list: 'Chờ duyệt thể thức',
    act: /^Duyệt thể thức/u,
    done: 'Đã duyệt thể thức; văn bản trình ký được.',
  },
] as const;
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
    app = await AppInChromium.open(PICTURES, { ownProcesses: {} });
  }, 120_000);

  afterAll(() => app.close());

  async function ticketArrives(): Promise<void> {
    const hotline = await app.browser.newPage();
    await hotline.goto(`${app.stage.eOfficeUrl}/tong-dai`);
    await app.people.press(hotline, 'Gửi sang Sở');
    await hotline.close();
  }

  const shown = (page: Page) => page.locator('tr', { hasText: SUBJECT }).locator('.ha-work-state');
  const beside = (page: Page) => page.locator('#xem-truoc').getByRole('link', { name: /^Mở bản thảo/u });
  const evidence = (page: Page) => page.getByLabel('Tài liệu chứng minh', { exact: true });
  const button = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name }).filter({ visible: true }).first();

  /** Opens a list beside the work: no other page is loaded for it. */
  async function listShown(page: Page, heading: string): Promise<void> {
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }

  async function withMouse(walk: CountedWalk): Promise<void> {
    await walk.turn('registry clerk', async () => {
      const page = await walk.begin('vanthu', PROPOSED);
      await walk.click(shown(page));
      await walk.picture(page, '01-de-xuat');
      await walk.clickAway(page, page.locator('#xem-truoc').getByRole('button', { name: /^Giao theo đề xuất/u }));
      await page.getByText('Đã giao phiếu theo đề xuất.').waitFor();
      return page;
    });
    await walk.turn('contact officer', async () => {
      const page = await walk.begin('kientd', SUBJECT);
      bringsEvidence(page);
      await walk.clickAway(page, button(page, /^Nhận việc/u));
      await walk.click(page.getByText('Gửi Tổng đài 1022').first());
      await walk.click(page.getByText('Kết quả', { exact: true }).first());
      await walk.click(page.getByLabel('Nội dung', { exact: true }));
      await walk.write(page, NOTE);
      await walk.click(evidence(page));
      await isChosen(page);
      await walk.picture(page, '02-ghi-ket-qua');
      await walk.clickAway(page, button(page, 'Gửi Tổng đài 1022'));
      await walk.clickAway(page, button(page, /Dự thảo/u));
      await walk.write(page, FOUND);
      await walk.click(page.getByLabel('Biện pháp xử lý'));
      await walk.write(page, DONE);
      await walk.picture(page, '03-cong-van');
      await walk.clickAway(page, button(page, /^Trình thủ trưởng/u));
      return page;
    });
    for (const { role, username, list, act } of APPROVERS) {
      await walk.turn(role, async () => {
        const page = await walk.begin(username, 'Chờ duyệt');
        await walk.click(page.getByRole('link', { name: list }));
        await listShown(page, list);
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
  }

  /** Down the list to the ticket of this walk. */
  async function goTo(walk: CountedWalk, page: Page, ticket: string): Promise<void> {
    const row = page.locator(`tr[data-ticket="${ticket}"]`);
    await row.waitFor();
    while (!((await row.getAttribute('class')) ?? '').includes('is-on')) await walk.press(page, 'j');
  }

  async function withKeys(walk: CountedWalk): Promise<void> {
    let ticket = '';
    await walk.turn('registry clerk', async () => {
      const page = await walk.begin('vanthu', PROPOSED);
      ticket = (await page.locator('tr.is-on').getAttribute('data-ticket')) ?? '';
      await walk.pressAway(page, 'p');
      await page.getByText('Đã giao phiếu theo đề xuất.').waitFor();
      return page;
    });
    await walk.turn('contact officer', async () => {
      const page = await walk.begin('kientd', SUBJECT);
      bringsEvidence(page);
      await goTo(walk, page, ticket);
      await walk.pressAway(page, 'a');
      await walk.press(page, 'e', 'Shift+Tab', 'ArrowRight', 'ArrowRight', 'Shift+Tab', 'ArrowRight', 'Tab', 'Tab');
      await walk.write(page, NOTE);
      await walk.tabTo(page, evidence(page));
      await walk.press(page, 'Enter');
      await isChosen(page);
      await walk.pressAway(page, 'Control+Enter');
      await page.getByText('Kết quả gửi Tổng đài 1022').first().waitFor();
      await walk.pressAway(page, 'd');
      await walk.write(page, FOUND);
      await walk.tabTo(page, page.getByLabel('Biện pháp xử lý'));
      await walk.write(page, DONE);
      await walk.pressAway(page, 'Control+Enter');
      await page.getByText('Đã trình duyệt nội dung.').waitFor();
      return page;
    });
    for (const { role, username, list, done } of APPROVERS) {
      await walk.turn(role, async () => {
        const page = await walk.begin(username, 'Chờ duyệt');
        await walk.tabTo(page, page.getByRole('link', { name: list }));
        await walk.press(page, 'Enter');
        await listShown(page, list);
        await walk.pressAway(page, 'd');
        await walk.pressAway(page, 'Control+Enter');
        await page.getByText(done).waitFor();
        return page;
      });
    }
    await walk.turn('contact officer again', async () => {
      const page = await walk.begin('kientd', SUBJECT);
      await goTo(walk, page, ticket);
      await walk.pressAway(page, 'd');
      await walk.pressAway(page, 'Control+Enter');
      await page.getByText('Đã trình ký').first().waitFor();
      return page;
    });
  }

  /** The browser's own window in which files are chosen: there the evidence is found. */
  function bringsEvidence(page: Page): void {
    page.on('filechooser', (chooser) => void chooser.setFiles(EVIDENCE));
  }

  const isChosen = (page: Page): Promise<void> =>
    evidence(page).evaluate(
      (input: HTMLInputElement) =>
        new Promise((done) => {
          if (input.value === '') input.addEventListener('change', () => done());
          else done();
        }),
    );

  step('with the mouse, in so many clicks and pages', async () => {
    await ticketArrives();
    const walk = new CountedWalk(app.people, PICTURES);
    await withMouse(walk);
    process.stderr.write(`${walk.told('newcomer with the mouse')}\n`);
    expect(walk.taken.clicks).toBeLessThanOrEqual(20);
    expect(walk.taken.loads).toBeLessThanOrEqual(12);
  });

  step('without a mouse, in so many keys', async () => {
    await ticketArrives();
    const walk = new CountedWalk(app.people, PICTURES);
    await withKeys(walk);
    process.stderr.write(`${walk.told('newcomer without a mouse')}\n`);
    expect(walk.taken.clicks).toBe(0);
    expect(walk.taken.keys).toBeLessThanOrEqual(90);
  });

  step('and what comes after, until everybody may read it, without a mouse', async () => {
    const walk = new CountedWalk(app.people, PICTURES);
    const after = new AfterSubmission(app, walk);
    await walk.turn('leader who signs', () => after.leaderSigns());
    await walk.turn('registry clerk', () => after.clerkReleases());
    await walk.turn('contact officer', () => after.officerOffersResult());
    await walk.turn('supervisor who publishes', () => after.supervisorPublishes());
    await walk.turn('supervisor', () => after.supervisorDirects());
    await walk.turn('administrator', () => after.administratorAnnounces());
    process.stderr.write(`${walk.told('what comes after without a mouse')}\n`);
    expect(walk.taken.clicks).toBe(0);
  });

  it('no browser complained', () => expect(app.people.complaints).toEqual([]));
});
