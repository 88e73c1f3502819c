import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { openUseCases } from '../../src/bootstrap/start.js';
import { StaffDirectory, StaffEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { TakeFeedback } from '../../src/tickets/index.js';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';
import { CountedWalk } from '../support/counted-walk.js';
import { reloadedUntil } from '../support/reloaded-until.js';

const PICTURES = 'var/browser/giao-nhieu';
const WAITING = 142;
const TOGETHER = 40;
/** What a page of the list holds. */
const ROWS = 50;
const LOOKS = 120;

/** A morning on which many tickets wait to be assigned, each with a unit and an officer proposed for it. */
describe('tickets that wait to be assigned', () => {
  let app: AppInChromium;
  let page: Page;
  const step = stepsInOrder(120_000);

  beforeAll(async () => {
    app = await AppInChromium.open(PICTURES);
    await takeCalls(WAITING);
    page = await app.people.at('vanthu', '/');
    const proposed = page.getByText('Đề xuất: Phòng Kế hoạch - Tài chính');
    expect(await reloadedUntil(page, async () => (await proposed.count()) >= ROWS, LOOKS)).toBe(true);
  }, 240_000);

  afterAll(() => app.close());

  async function takeCalls(many: number): Promise<void> {
    const context = await openUseCases(app.stage.settings);
    const clerk = await context.get(Database).reader.manager.findOneByOrFail(StaffEntity, { username: 'vanthu' });
    const { actor } = await context.get(StaffDirectory).person(clerk.id);
    for (let at = 1; at <= many; at += 1) {
      const subject = `Thu tiền học thêm, cuộc gọi ${String(at)}`;
      await context.get(TakeFeedback).take(actor, {
        token: randomUUID(),
        files: [],
        feedback: {
          ...{ channel: 'call', receivedAt: new Date(), subject, words: `${subject}: lớp thu 450.000 đồng mỗi tháng.` },
          ...{ place: 'Trường THPT Núi Voi', category: 'fees', level: 'normal', kind: 'feedback' },
          ...{ senderName: 'Vũ Thị Thử', senderPhone: '0901000001', senderEmail: '', senderAddress: '' },
          ...{ complainedUnitId: null, keepSecret: false },
        },
      });
    }
    await context.close();
  }

  const selected = (): Promise<string | null> => page.locator('tr.is-on').getAttribute('data-ticket');
  const toast = (words: string): Promise<void> => page.getByText(words).first().waitFor();

  step('one of them by at most three keys, and the next is selected', async () => {
    const walk = new CountedWalk(app.people, PICTURES);
    await walk.press(page, 'j');
    const chosen = await selected();
    const following = await page.locator('tr.is-on + tr').getAttribute('data-ticket');
    await walk.pressAway(page, 'p');
    await toast(`Đã giao phiếu theo đề xuất. Còn ${String(WAITING - 1)} phiếu trong danh sách “Chờ giao đơn vị”.`);
    process.stderr.write(`one of ${String(WAITING)}: ${String(walk.taken.keys)} keys\n`);
    expect(walk.taken.keys).toBeLessThanOrEqual(3);
    expect(await page.locator(`tr[data-ticket="${chosen ?? ''}"]`).count()).toBe(0);
    expect(await selected()).toBe(following);
  });

  step('one after the other, by a press each', async () => {
    await app.people.press(page, 'Giao theo đề xuất');
    await toast(`Còn ${String(WAITING - 2)} phiếu`);
  });

  step('forty of them by at most twelve keys', async () => {
    const walk = new CountedWalk(app.people, PICTURES);
    await page.goto(`${app.stage.url}/`);
    await walk.press(page, 'x', 'J', 'J', 'J', 'J', 'k', 'X');
    await toast(`Đã chọn ${String(TOGETHER)} phiếu.`);
    await walk.picture(page, '01-da-chon');
    await walk.pressAway(page, 'G');
    await walk.picture(page, '02-giao-theo-de-xuat');
    await walk.pressAway(page, 'g');
    await toast(`Đã giao ${String(TOGETHER)} phiếu.`);
    process.stderr.write(`${String(TOGETHER)} of ${String(WAITING)}: ${String(walk.taken.keys)} keys\n`);
    expect(walk.taken.keys).toBeLessThanOrEqual(12);
    const left = page.locator('.ha-lists [aria-current]');
    expect(await left.innerText()).toContain(String(WAITING - 2 - TOGETHER));
  });

  step('forty of them to a unit of one’s own choice by at most twelve keys, and back by one more', async () => {
    const walk = new CountedWalk(app.people, PICTURES);
    await page.goto(`${app.stage.url}/`);
    await walk.press(page, 'x', 'J', 'J', 'J', 'J', 'k', 'X');
    await toast(`Đã chọn ${String(TOGETHER)} phiếu.`);
    await walk.pressAway(page, 'V');
    await walk.picture(page, '03-giao-viec');
    await walk.press(page, 'P', 'Tab', 'ArrowDown');
    expect(await page.getByLabel('Cán bộ đầu mối').inputValue()).not.toBe('');
    await walk.pressAway(page, 'Control+Enter');
    await toast(`Đã giao ${String(TOGETHER)} phiếu.`);
    process.stderr.write(`${String(TOGETHER)} of ${String(WAITING)}, chosen: ${String(walk.taken.keys)} keys\n`);
    expect(walk.taken.keys).toBeLessThanOrEqual(12);
    await page.keyboard.press('u');
    await toast(`Đã hoàn tác ${String(TOGETHER)} phiếu.`);
    const left = page.locator('.ha-lists [aria-current]');
    expect(await left.innerText()).toContain(String(WAITING - 2 - TOGETHER));
  });

  step('stand in lists that follow each other on one page, and Back leads to the one before', async () => {
    const loads: string[] = [];
    page.on('domcontentloaded', () => loads.push(page.url()));
    const heading = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
    await page
      .locator('.ha-lists')
      .getByRole('link', { name: /^Mới nhận/u })
      .click();
    await heading('Mới nhận');
    expect(new URL(page.url()).search).toBe('?danh-sach=moi-nhan');
    expect(await page.title()).toContain('Mới nhận');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe('true');
    await page.keyboard.press('x');
    await toast('Đã chọn 1 phiếu.');
    const empty = page.locator('.ha-folded', { hasText: 'Quá hạn' }).first();
    await empty.locator('summary').click();
    await empty
      .getByRole('link', { name: /^Quá hạn/u })
      .first()
      .click();
    await heading('Quá hạn');
    await page.goBack();
    await heading('Mới nhận');
    await page.goBack();
    await heading('Chờ giao đơn vị');
    expect(loads).toEqual([]);
  });

  step('no browser complained', () => {
    expect(app.people.complaints).toEqual([]);
    return Promise.resolve();
  });
});
