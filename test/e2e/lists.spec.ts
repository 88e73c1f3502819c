import { randomUUID } from 'node:crypto';
import { RefusedCalls } from '../../src/exchange/ports/e-office-events.port.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SignatureRequestEntity } from '../../src/signing/persistence/signing.entities.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import type { TestBrowser } from '../support/test-browser.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const MINUTE = 60_000;

describe('a list with more rows than its page', () => {
  let app: TestApp;
  let ticket: TicketEntity;

  beforeAll(async () => {
    app = await TestApp.open();
    ticket = await app.receive();
  });
  afterAll(() => app.close());

  const insert = async <Row extends object>(kind: new () => Row, rows: readonly Row[]): Promise<void> => {
    await app.nest.get(UnitOfWork).run(async (tx) => {
      for (const row of rows) await tx.insert(kind, row);
    });
  };

  /** A letter in signing, submitted so many minutes after the first. */
  function letterOf(caseId: string, minutes: number, state: SignatureRequestEntity['state']): SignatureRequestEntity {
    const id = randomUUID();
    return Object.assign(new SignatureRequestEntity(), {
      ...{ id, caseId, state, clientRequestId: id, draftId: randomUUID(), draftRevision: 1, remoteRevision: 0 },
      ...{ caseKind: 'ticket' as const, subject: 'trả lời kiến nghị', notation: 'SGDĐT-GDTrH', keeper: 'VT' },
      ...{ recipients: [], leaderId: 'khanh', leaderName: 'Đỗ Quốc Khánh', leaderCode: 'KHANH' },
      ...{ submittedById: 'ngoc', submittedSha256: 'a'.repeat(64), version: 1 },
      createdAt: new Date(app.clock.now().getTime() + minutes * MINUTE),
    });
  }

  const addressIn = (pattern: RegExp, body: string): string =>
    pattern.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '/none';

  /** What the pages say of a pattern, page after page, from the first on. */
  async function throughPages(browser: TestBrowser, first: string, next: RegExp, row: RegExp): Promise<string[][]> {
    const pages: string[][] = [];
    for (let path: string | undefined = first; path !== undefined;) {
      const { body } = await browser.get(path);
      pages.push([...body.matchAll(row)].map(([, found = '']) => found));
      path = next.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    return pages;
  }

  it('leads through all letters in signing, and shows people of a unit theirs behind many of others', async () => {
    const theirs = await app.receive();
    await app.nest.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: theirs.id }, { leadUnitId: 'nui-voi' }));
    const old = letterOf(theirs.id, 0, 'released');
    const letters = Array.from({ length: 130 }, (_one, index) =>
      letterOf(ticket.id, Math.floor(index / 3) + 1, index < 60 ? 'submitted' : 'released'),
    );
    await insert(SignatureRequestEntity, [old, ...letters]);
    const row = /href="\/trinh-ky\/([\da-f-]{36})/gu;
    const older = /href="(\/trinh-ky\?trang=[^"]+)">Văn bản cũ hơn/u;
    const pages = await throughPages(await app.browserOf('vanthu'), '/trinh-ky', older, row);
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 31]);
    expect(pages.flat().toSorted()).toEqual([old, ...letters].map(({ id }) => id).toSorted());
    const [first = []] = await throughPages(await app.browserOf('luc'), '/trinh-ky', older, row);
    expect(first).toEqual([old.id]);

    const clerk = await app.browserOf('vanthu');
    const ofGroup = /href="(\/trinh-ky\?trang=[^"]+nhom=cho-ky)">Văn bản cũ hơn/u;
    const waiting = await throughPages(clerk, '/trinh-ky?nhom=cho-ky', ofGroup, row);
    expect(waiting.map(({ length }) => length)).toEqual([50, 10]);
    expect(textOf((await clerk.get('/trinh-ky?nhom=hong')).body)).toContain('Không có văn bản nào trong nhóm “Có lỗi”');
    expect(textOf((await clerk.get('/trinh-ky?nhom=khac')).body)).toContain('50 văn bản đang theo dõi ở trang này');
  });

  it('leads through the register of tickets', async () => {
    const day = ticket.code.slice(0, -4);
    const tickets = Array.from({ length: 120 }, (_one, index) =>
      Object.assign(new TicketEntity(), ticket, {
        ...{ id: randomUUID(), code: `${day}${String(5000 + index)}`, incomingDocumentId: randomUUID() },
        ...{ hotlineCode: null },
      }),
    );
    await insert(TicketEntity, tickets);
    const clerk = await app.browserOf('vanthu');
    const [period, next] = ['/so-tiep-nhan?tu=2026-03-01&den=2026-03-31', /href="(\/so-tiep-nhan\?[^"]+)">Trang sau/u];
    const pages = await throughPages(clerk, period, next, />(PAKN\.[\d.]+)</gu);
    expect(pages).toHaveLength(3);
    expect(pages.flat()).toEqual(expect.arrayContaining(tickets.map(({ code }) => code)));
    const total = String(pages.flat().length);
    const first = (await clerk.get(period)).body;
    expect(textOf(first)).toContain(`1–50 trên ${total}`);
    const second = (await clerk.get(addressIn(next, first))).body;
    expect(textOf(second)).toContain(`51–100 trên ${total}`);
    expect(second).toContain(`href="${period.replace('&', '&amp;')}">Về trang đầu`);
  });

  it('says where a page of tickets by deadline is in its list, and leads back', async () => {
    const supervisor = await app.browserOf('giamsat');
    const list = '/giam-sat/danh-sach?so=trong-han&tu=2026-03-01&den=2026-03-31';
    const next = /href="(\/giam-sat\/danh-sach\?[^"]+)">Trang sau/u;
    const pages = await throughPages(supervisor, list, next, /href="\/giam-sat\/phieu\/([\da-f-]{36})"/gu);
    const total = String(pages.flat().length);
    expect(new Set(pages.flat()).size).toBe(pages.flat().length);
    const second = textOf((await supervisor.get(addressIn(next, (await supervisor.get(list)).body))).body);
    expect(second).toContain(`51–100 trên ${total} Về trang đầu Trang sau`);
    const clerk = await app.browserOf('vanthu');
    const work = /href="(\/\?[^"]+)">Trang sau/u;
    expect(textOf((await clerk.get(addressIn(work, (await clerk.get('/')).body))).body)).toContain('51–100 trên');
  });

  it('says how much is not shown where it has no further page', async () => {
    const calls = app.nest.get(RefusedCalls);
    for (let call = 0; call < 203; call += 1)
      await calls.record('dang-nhap', 'sign-in-refused', 'thử', Buffer.alloc(0));
    const browser = await app.browserOf('vanthu');
    expect((await browser.get('/tin-loi')).body).toContain('trang này hiện 200, còn 3 chưa hiện');
    expect((await browser.get('/so-van-ban/den')).body).not.toContain('chưa hiện');
  });
});
