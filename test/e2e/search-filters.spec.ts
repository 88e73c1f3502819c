import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import type { TestBrowser } from '../support/test-browser.js';
import { TestApp } from '../support/test-app.js';
import { fullDay } from '../../src/web/kit/words/time.js';
import { civilDateOf } from '../../src/kernel/civil-date.js';

describe('the conditions of a search', () => {
  let app: TestApp;
  let clerk: TestBrowser;
  let web: TicketEntity;
  let called: TicketEntity;

  beforeAll(async () => {
    app = await TestApp.open();
    clerk = await app.browserOf('vanthu');
    web = await app.receive({ subject: 'Thu tiền học thêm', channel: 'web' });
    await app.nest.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: web.id }, { channel: 'Portal' }));
    called = await app.receive({ subject: 'Nhà vệ sinh hỏng', channel: 'phone' });
  });
  afterAll(() => app.close());

  const codesOn = async (address: string, browser = clerk): Promise<string[]> => {
    const { body } = await browser.get(address);
    return [...body.matchAll(/class="ha-sub"><span class="ha-code">([^<]+)</gu)].map(([, code = '']) => code);
  };
  const chipsOn = async (address: string): Promise<[string, string][]> => {
    const { body } = await clerk.get(address);
    return [...body.matchAll(/<a class="ha-chip" href="([^"]*)">([^<]+) </gu)].map(([, href = '', label = '']) => [
      label,
      href.replaceAll('&amp;', '&'),
    ]);
  };

  it('find a channel by what people call it, whichever code the hotline wrote', async () => {
    expect(await codesOn('/tim-kiem?kenh=web')).toEqual([web.code]);
    expect(await codesOn('/tim-kiem?kenh=phone')).toEqual([called.code]);
    expect(await codesOn('/tim-kiem?kenh=khong-co')).toEqual([]);
  });

  it('find by the day on which an answer is due, both ends included', async () => {
    const due = civilDateOf(web.dueAt);
    expect(await codesOn(`/tim-kiem?han-tu=${due}&han-den=${due}`)).toContain(web.code);
    expect(await codesOn(`/tim-kiem?han-den=2026-01-01`)).toEqual([]);
    expect(await codesOn(`/tim-kiem?han-tu=2030-01-01`)).toEqual([]);
  });

  it('compose, and each can be taken away alone', async () => {
    const due = civilDateOf(web.dueAt);
    const address = `/tim-kiem?tim=thu+tien&kenh=web&han-den=${due}&trang-thai=received`;
    expect(await codesOn(address)).toEqual([web.code]);
    const chips = await chipsOn(address);
    expect(chips.map(([label]) => label)).toEqual([
      '“thu tien”',
      'Kênh: Cổng 1022',
      `Hạn đến hết ${fullDay(due)}`,
      'Mới nhận',
    ]);
    const without = new Map(chips).get('Kênh: Cổng 1022') ?? '';
    expect(without).not.toContain('kenh=');
    expect(await codesOn(without.replace('tim=thu+tien', 'tim=nha+ve+sinh'))).toEqual([called.code]);
  });

  it('find by the school that a ticket is about, for those who see it', async () => {
    await clerk.get(`/phieu/${web.id}`);
    await clerk.follow(await clerk.post(`/phieu/${web.id}/don-vi-bi-phan-anh`, { complainedUnitId: 'nui-voi' }));
    expect(await codesOn('/tim-kiem?truong=nui-voi')).toEqual([web.code]);
    expect(await codesOn('/tim-kiem?truong=nui-voi', await app.browserOf('luc'))).toEqual([]);
    expect(await codesOn('/tim-kiem?kenh=phone', await app.browserOf('luc'))).toEqual([]);
  });
});
