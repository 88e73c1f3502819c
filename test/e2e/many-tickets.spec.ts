import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { WorkOnTicket } from '../../src/tickets/index.js';
import { TicketEntity, TicketEntryEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const NOTE = { text: 'Đã hẹn làm việc với nhà trường chiều nay.', audience: 'internal', ve: '/?danh-sach=cua-toi' };
const ASSIGN_MANY = '/nhieu-phieu/giao';
const NOTE_MANY = '/nhieu-phieu/ghi-tien-do';
const REMIND_MANY = '/nhieu-phieu/nhac';
const UNDO = '/nhieu-phieu/hoan-tac';
const RESULT = '/nhieu-phieu/ket-qua';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open();
});
afterAll(() => app.close());

const inHand = { state: 'verifying', leadUnitId: 'gdtrh', officerId: 'ngoc', acceptBy: null } as const;

async function tickets(many: number, change: Partial<TicketEntity> = inHand): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < many; at += 1) ids.push((await app.receive()).id);
  await app.nest.get(UnitOfWork).run(async (tx) => {
    for (const id of ids) await tx.update(TicketEntity, { id }, change);
  });
  return ids;
}

const chosen = (page: string, ids: readonly string[]): string =>
  `${page}?${new URLSearchParams(ids.map((id) => ['phieu', id])).toString()}`;
const valuesIn = (body: string): string[] =>
  [...body.matchAll(/type="checkbox" name="phieu" value="([^"]+)"/gu)].map(([, value = '']) => value);
const linesOf = async (ticketId: string, kind: string): Promise<number> =>
  app.nest.get(Database).reader.manager.countBy(TicketEntryEntity, { ticketId, kind });
const reminded = async (ticketId: string): Promise<string[]> =>
  (await app.nest.get(Database).reader.manager.findBy(NoticeEntity, { ticketId, kind: 'reminder' }))
    .filter(({ key }) => key.startsWith('ticket.reminded:'))
    .map(({ staffId }) => staffId)
    .toSorted();

describe('a list', () => {
  it('offers those acts alone that the person may do at all', async () => {
    await tickets(1);
    const offered = async (who: string): Promise<readonly string[]> => {
      const { body } = await (await app.browserOf(who)).get(who === 'giamsat' ? '/?danh-sach=toan-so' : '/');
      const bar = /<form class="ha-choice".*?<\/form>/su.exec(body)?.[0] ?? '';
      return [...bar.matchAll(/formaction="([^"]+)"/gu)].map(([, action = '']) => action);
    };
    expect(await offered('ngoc')).toEqual([NOTE_MANY]);
    expect(await offered('thang')).toEqual([ASSIGN_MANY, NOTE_MANY, '/quyet-dinh', REMIND_MANY]);
    expect(await offered('giamsat')).toEqual(['/giao-theo-de-xuat', ASSIGN_MANY, '/quyet-dinh', REMIND_MANY]);
  });
});

describe('progress of several tickets', () => {
  it('is written once, for those that were seen as they are; what may not be done is said before', async () => {
    const mine = await tickets(2);
    const [answered = ''] = await tickets(1, { ...inHand, state: 'answered', open: false });
    const [others = ''] = await tickets(1, { ...inHand, officerId: 'someone' });
    const officer = await app.browserOf('ngoc');
    const { body } = await officer.get(chosen(NOTE_MANY, [...mine, answered, others]));
    expect(valuesIn(body)).toHaveLength(2);
    expect(textOf(body)).toContain('Phiếu đang ở bước');
    expect(textOf(body)).toContain('Phiếu do người hoặc đơn vị khác phụ trách.');
    const answer = await officer.post(NOTE_MANY, { ...NOTE, phieu: valuesIn(body) });
    expect(answer.headers.location).toBe(NOTE.ve);
    expect(textOf((await officer.follow(answer)).body)).toContain('Đã ghi tiến độ 2 phiếu.');
    for (const id of mine) expect(await linesOf(id, 'progress')).toBe(1);
  });

  it('is taken back by one press, also without scripts; it stays where something has followed, and that is said', async () => {
    const mine = await tickets(3);
    const officer = await app.browserOf('ngoc');
    const phieu = valuesIn((await officer.get(chosen(NOTE_MANY, mine))).body);
    const page = await officer.follow(await officer.post(NOTE_MANY, { ...NOTE, phieu }));
    expect(page.body).toContain(`action="${UNDO}"`);
    const [first = '', second = ''] = mine;
    const further = { field: 'progress', audience: 'internal', text: 'Nhà trường đã gửi báo cáo.' } as const;
    await app.nest.get(WorkOnTicket).note(PARTIES.head, first, further);
    const answer = await officer.post(UNDO, {});
    expect(answer.headers.location).toBe(RESULT);
    const result = textOf((await officer.follow(answer)).body);
    expect(result).toContain('Đã hoàn tác 2 phiếu; 1 phiếu không hoàn tác được.');
    expect(result).toContain('Phiếu đã có việc khác tiếp theo');
    expect(await linesOf(first, 'undone')).toBe(0);
    expect(await linesOf(second, 'undone')).toBe(1);
    const again = await officer.follow(await officer.post(UNDO, {}));
    expect(textOf(again.body)).toContain('Đã hoàn tác 0 phiếu.');
    expect(await linesOf(second, 'undone')).toBe(1);
  });

  it('that the hotline hears is not offered to be taken back', async () => {
    const officer = await app.browserOf('ngoc');
    const phieu = valuesIn((await officer.get(chosen(NOTE_MANY, await tickets(1)))).body);
    const page = await officer.follow(await officer.post(NOTE_MANY, { ...NOTE, audience: 'hotline', phieu }));
    expect(textOf(page.body)).toContain('Đã ghi tiến độ 1 phiếu.');
    expect(page.body).not.toContain(`action="${UNDO}"`);
  });

  it('is not written on a ticket on which somebody else has acted meanwhile', async () => {
    const [first = '', second = ''] = await tickets(2);
    const officer = await app.browserOf('ngoc');
    const phieu = valuesIn((await officer.get(chosen(NOTE_MANY, [first, second]))).body);
    const other = { field: 'progress', audience: 'internal', text: 'Đã gọi điện cho nhà trường.' } as const;
    await app.nest.get(WorkOnTicket).note(PARTIES.head, first, other);
    const page = await officer.follow(await officer.post(NOTE_MANY, { ...NOTE, phieu }));
    expect(textOf(page.body)).toContain('Đã ghi tiến độ 1 phiếu; 1 phiếu chưa ghi được.');
    expect(textOf(page.body)).toContain('Người khác vừa cập nhật trước.');
    expect(page.body).toContain('Hoàn tác 1 phiếu');
    expect([await linesOf(first, 'progress'), await linesOf(second, 'progress')]).toEqual([1, 1]);
  });

  it('that is refused as a whole comes back with its words and its tickets, and without a mark says so', async () => {
    const mine = await tickets(1);
    const officer = await app.browserOf('ngoc');
    const phieu = valuesIn((await officer.get(chosen(NOTE_MANY, mine))).body);
    const refused = await officer.follow(await officer.post(NOTE_MANY, { ...NOTE, text: 'Ngắn', phieu }));
    expect(refused.body).toContain('Ngắn</textarea>');
    expect(valuesIn(refused.body)).toHaveLength(1);
    const unmarked = await officer.follow(await officer.post(NOTE_MANY, NOTE));
    expect(textOf(unmarked.body)).toContain('Đánh dấu ít nhất một phiếu.');
  });

  it('of one ticket alone is taken back the same way, on the page where it was written', async () => {
    const [id = ''] = await tickets(1);
    const officer = await app.browserOf('ngoc');
    await officer.get(`/phieu/${id}`);
    const form = { text: NOTE.text, audience: 'internal', field: 'progress' };
    const page = await officer.follow(await officer.post(`/phieu/${id}/tien-do`, form));
    expect(textOf(page.body)).toContain('Đã ghi nội bộ.');
    expect(page.body).toContain(`action="${UNDO}"`);
    const after = await officer.follow(await officer.post(UNDO, {}));
    expect(textOf(after.body)).toContain('Đã hoàn tác 1 phiếu.');
    expect(textOf(after.body)).toContain('Hoàn tác: Tiến độ nội bộ');
    const measure = await officer.follow(await officer.post(`/phieu/${id}/tien-do`, { ...form, field: 'measure' }));
    expect(measure.body).not.toContain(`action="${UNDO}"`);
  });

  it('leads nowhere but to a page of ours', async () => {
    const officer = await app.browserOf('ngoc');
    const phieu = valuesIn((await officer.get(chosen(NOTE_MANY, await tickets(1)))).body);
    const answer = await officer.post(NOTE_MANY, { ...NOTE, ve: 'https://example.com/', phieu });
    expect(answer.headers.location).toBe('/');
  });
});

describe('reminders of several tickets', () => {
  it('go out after eight seconds, until which they can be taken back', async () => {
    const [kept = ''] = await tickets(1);
    const supervisor = await app.browserOf('giamsat');
    const words = { text: 'Đề nghị xử lý và ghi tiến độ vào phiếu.', ve: '/giam-sat' };
    const remind = async (id: string): Promise<void> => {
      const phieu = valuesIn((await supervisor.get(chosen(REMIND_MANY, [id]))).body);
      expect((await supervisor.post(REMIND_MANY, { ...words, phieu })).headers.location).toBe('/giam-sat');
    };
    await remind(kept);
    app.clock.advance(8_000);
    await app.work();
    expect(await reminded(kept)).toEqual(['ngoc', 'thang']);
    const late = await supervisor.follow(await supervisor.post(UNDO, {}));
    expect(textOf(late.body)).toContain('Lời nhắc đã gửi nên không hoàn tác.');
    const [back = ''] = await tickets(1);
    await remind(back);
    await supervisor.follow(await supervisor.post(UNDO, {}));
    app.clock.advance(60_000);
    await app.work();
    expect(await reminded(back)).toEqual([]);
  });
});

describe('five hundred tickets of which half may not be acted on', () => {
  it('are each dealt with for themselves, while others are served; more are refused as a whole', async () => {
    const mine = await tickets(250);
    const others = await tickets(250, { ...inHand, officerId: 'someone' });
    const officer = await app.browserOf('ngoc');
    const colleague = await app.browserOf('vanthu');
    await officer.get('/');
    const rows = await app.nest
      .get(Database)
      .reader.manager.find(TicketEntity, { select: { id: true, version: true } });
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    const phieu = [...mine, ...others].map((id) => `${id}~${String(versions.get(id))}`);
    const order: string[] = [];
    const posted = officer.post(NOTE_MANY, { ...NOTE, phieu }).then((answer) => {
      order.push('many');
      return answer;
    });
    await colleague.get('/thong-bao');
    order.push('other');
    const answer = await posted;
    expect(order).toEqual(['other', 'many']);
    const page = await officer.follow(answer);
    expect(textOf(page.body)).toContain('Đã ghi tiến độ 250 phiếu; 250 phiếu chưa ghi được.');
    expect(textOf(page.body)).toContain('Việc này thuộc người hoặc đơn vị khác.');
    const [first = '', last = ''] = [mine[0], mine.at(-1)];
    expect([await linesOf(first, 'progress'), await linesOf(last, 'progress')]).toEqual([1, 1]);
    await officer.get('/');
    const more = [...phieu, `${'a'.repeat(36)}~1`];
    const refused = await officer.follow(await officer.post(NOTE_MANY, { ...NOTE, phieu: more }));
    expect(textOf(refused.body)).toContain('Chọn nhiều nhất 500 phiếu mỗi lần.');
  }, 120_000);
});
