import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

const HOUR = 3_600_000;

describe('a work list in the order of its heads', () => {
  let app: TestApp;
  let clerk: TestBrowser;
  let tickets: readonly TicketEntity[];

  beforeAll(async () => {
    app = await TestApp.open();
    clerk = await app.browserOf('vanthu');
    const first = await app.receive();
    const others = Array.from({ length: 119 }, (_one, at) =>
      Object.assign(new TicketEntity(), first, {
        ...{ id: randomUUID(), code: `PAKN.20260101.${String(5000 + at)}`, incomingDocumentId: randomUUID() },
        ...{ hotlineCode: null, leadUnitId: at % 2 === 0 ? null : 'nui-voi' },
        // Several share a moment, and the order of deadlines is not that of receipt.
        startedAt: new Date(first.startedAt.getTime() + ((at * 37) % 30) * HOUR),
        dueAt: new Date(first.dueAt.getTime() + ((at * 11) % 40) * HOUR),
      }),
    );
    await app.nest.get(UnitOfWork).run(async (tx) => {
      for (const ticket of others) await tx.insert(TicketEntity, ticket);
    });
    tickets = [first, ...others];
  });
  afterAll(() => app.close());

  const linkIn = (pattern: RegExp, body: string): string | undefined =>
    pattern.exec(body)?.[1]?.replaceAll('&amp;', '&');

  async function throughPages(browser: TestBrowser, first: string): Promise<string[]> {
    const ids: string[] = [];
    for (let path: string | undefined = first; path !== undefined;) {
      const { body } = await browser.get(path);
      ids.push(...[...body.matchAll(/<tr[^>]* data-ticket="([^"]+)"/gu)].map(([, id = '']) => id));
      path = linkIn(/rel="next" href="([^"]+)"/u, body);
    }
    return ids;
  }

  const sorted = (column: 'dueAt' | 'startedAt', lastFirst: boolean): string[] => {
    const towardsLater = (one: TicketEntity, other: TicketEntity): number =>
      one[column].getTime() - other[column].getTime() || (one.id < other.id ? -1 : 1);
    const rows = tickets.toSorted(towardsLater);
    return (lastFirst ? rows.toReversed() : rows).map(({ id }) => id);
  };

  it.each([
    ['', 'dueAt', false],
    ['.han-xa', 'dueAt', true],
    ['.moi-nhan', 'startedAt', true],
    ['.cu-nhat', 'startedAt', false],
  ] as const)('shows every ticket once, page after page: %p', async (order, column, lastFirst) => {
    expect(await throughPages(clerk, `/?danh-sach=toan-so${order}`)).toEqual(sorted(column, lastFirst));
  });

  it('says its order in its heads, which are links to the others', async () => {
    const heads = async (path: string): Promise<[string, string, string][]> =>
      [
        ...(await clerk.get(path)).body.matchAll(
          /<th[^>]* aria-sort="([a-z]+)"><a class="ha-sort" href="([^"]+)"[^>]*>([^<]+)/gu,
        ),
      ].map(([, sort = '', href = '', label = '']) => [sort, href, label]);
    expect(await heads('/?danh-sach=toan-so')).toEqual([
      ['ascending', '/?danh-sach=toan-so.han-xa', 'Hạn, gần nhất trước'],
      ['none', '/?danh-sach=toan-so.moi-nhan', 'Nội dung, ngày nhận'],
    ]);
    expect(await heads('/?danh-sach=toan-so.moi-nhan')).toEqual([
      ['none', '/?danh-sach=toan-so', 'Hạn'],
      ['descending', '/?danh-sach=toan-so.cu-nhat', 'Nội dung, mới nhận trước'],
    ]);
    // No index holds overdue tickets by receipt.
    expect(await heads('/?danh-sach=toan-so-qua-han.moi-nhan')).toEqual([]);
  });

  it('goes along to the ticket, its neighbours and the way back', async () => {
    const ids = sorted('startedAt', true);
    const { body } = await clerk.get(`/phieu/${ids[1] ?? ''}?danh-sach=toan-so.moi-nhan`);
    for (const id of [ids[0], ids[2]]) expect(body).toContain(`/phieu/${id ?? ''}?danh-sach=toan-so.moi-nhan`);
    expect(body).toContain('href="/?danh-sach=toan-so.moi-nhan"');
  });
});
