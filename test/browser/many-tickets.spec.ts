import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { Page } from 'playwright-core';
import { openUseCases } from '../../src/bootstrap/start.js';
import type { Actor } from '../../src/kernel/actor.js';
import { StaffDirectory, StaffEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { AssignTicket, TakeFeedback, WorkOnTicket } from '../../src/tickets/index.js';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';

const PICTURES = 'var/browser/nhieu-phieu';
const MANY = 6;

/** An officer and supervision deal with several tickets at once, without a mouse. */
describe('several tickets at once, by keyboard', () => {
  let app: AppInChromium;
  const step = stepsInOrder(120_000);

  beforeAll(async () => {
    app = await AppInChromium.open(PICTURES);
    const context = await openUseCases(app.stage.settings);
    await handOut(context);
    await context.close();
  }, 240_000);

  afterAll(() => app.close());

  async function personOf(context: INestApplicationContext, username: string): Promise<Actor> {
    const { id } = await context.get(Database).reader.manager.findOneByOrFail(StaffEntity, { username });
    return (await context.get(StaffDirectory).person(id)).actor;
  }

  /** Tickets that the officer has taken. */
  async function handOut(context: INestApplicationContext): Promise<void> {
    const [clerk, officer] = [await personOf(context, 'vanthu'), await personOf(context, 'chuyenvien')];
    for (let at = 1; at <= MANY; at += 1) {
      const subject = `Thu tiền học thêm, cuộc gọi ${String(at)}`;
      const { ticketId } = await context.get(TakeFeedback).take(clerk, {
        token: randomUUID(),
        files: [],
        feedback: {
          ...{ channel: 'call', receivedAt: new Date(), subject, words: `${subject}: lớp thu 450.000 đồng mỗi tháng.` },
          ...{ place: 'Trường THPT Núi Voi', category: 'fees', level: 'normal', kind: 'feedback' },
          ...{ senderName: 'Vũ Thị Thử', senderPhone: '0901000001', senderEmail: '', senderAddress: '' },
          ...{ complainedUnitId: null, keepSecret: false },
        },
      });
      await context.get(AssignTicket).assign(clerk, { ticketId, unitId: officer.unitId ?? '', officerId: officer.id });
      await context.get(WorkOnTicket).accept(officer, ticketId);
    }
  }

  const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const said = (page: Page, words: string): Promise<void> => page.getByText(words).first().waitFor();
  const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();

  step('a key that has nothing to do says so', async () => {
    const page = await app.people.at('chuyenvien', '/?danh-sach=dang-xu-ly');
    await press(page, 'E');
    await said(page, 'Chưa chọn phiếu nào; nhấn x để chọn.');
    await press(page, 'x', 'N');
    await said(page, 'Ở đây không dùng được phím Shift N.');
    await press(page, 'u');
    await said(page, 'Ở đây không dùng được phím u.');
    await page.close();
  });

  step('progress is written once for all that are marked, and taken back by one key', async () => {
    const page = await app.people.at('chuyenvien', '/?danh-sach=dang-xu-ly');
    await press(page, 'x', 'J', 'X');
    await said(page, `Đã chọn ${String(MANY)} phiếu.`);
    await app.people.picture(page, '01-da-chon');
    await press(page, 'E');
    await heading(page, 'Ghi tiến độ nhiều phiếu');
    await page.keyboard.insertText('Đã hẹn làm việc với nhà trường chiều nay.');
    await app.people.picture(page, '02-ghi-tien-do');
    await press(page, 'Control+Enter');
    await said(page, `Đã ghi tiến độ ${String(MANY)} phiếu.`);
    expect(new URL(page.url()).search).toContain('danh-sach=dang-xu-ly');
    await app.people.picture(page, '03-da-ghi');
    await press(page, 'u');
    await said(page, `Đã hoàn tác ${String(MANY)} phiếu.`);
    await page.close();
  });

  step('a reminder is taken back within eight seconds, and otherwise reaches the officer', async () => {
    const page = await app.people.at('thanhtra', '/?danh-sach=toan-so');
    await press(page, 'x', 'j', 'x', 'N');
    await heading(page, 'Nhắc đơn vị chủ trì');
    await app.people.picture(page, '04-nhac');
    await press(page, 'Control+Enter');
    await said(page, 'Đã nhắc đơn vị của 2 phiếu.');
    await press(page, 'u');
    await said(page, 'Đã hoàn tác 2 phiếu.');
    await press(page, 'x', 'N');
    await heading(page, 'Nhắc đơn vị chủ trì');
    await press(page, 'Control+Enter');
    await said(page, 'Đã nhắc đơn vị của 1 phiếu.');
    const officer = await app.people.at('chuyenvien', '/thong-bao');
    await app.people.until(officer, /nhắc xử lý\. Mở phiếu để xem nội dung\./u);
    expect(await officer.getByText('nhắc xử lý. Mở phiếu để xem nội dung.').count()).toBe(1);
    await officer.close();
    await page.close();
  });

  step('no browser complained', () => {
    expect(app.people.complaints).toEqual([]);
    return Promise.resolve();
  });
});
