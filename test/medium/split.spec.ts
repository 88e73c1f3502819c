import type { Actor } from '../../src/kernel/actor.js';
import { civilDateOf } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import {
  AcceptTicket,
  AssignTicket,
  FindDuplicates,
  RejectTicket,
  ReopenTicket,
  SplitTicket,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import type { Matter } from '../../src/tickets/domain/split.js';
import { TicketFileEntity } from '../../src/tickets/persistence/life.entities.js';
import { TicketDeadlineEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';

const CLERK: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };
const OFFICER: Actor = { id: 'ngoc', name: 'Nguyễn Thị Hồng Ngọc', unitId: 'gdtrh', roles: ['contactOfficer'] };
const HOUR = 3_600_000;
const WORDS = 'Cô giáo thu 450.000 đồng mỗi tháng.\nBếp ăn bán trú không sạch.\nCổng trường bị hỏng.';
const MEALS: Matter = {
  ...{ subject: 'Bếp ăn bán trú không sạch', words: 'Bếp ăn bán trú không sạch.' },
  ...{ category: 'boardingMeals', level: 'normal' },
};
const GATE: Matter = {
  ...{ subject: 'Cổng trường bị hỏng', words: 'Cổng trường bị hỏng nặng.' },
  ...{ category: 'facilities', level: 'simple' },
};

let app: TestApp;
let ticket: TicketEntity;

beforeEach(async () => {
  app = await TestApp.open();
  ticket = await app.receive({ text: WORDS });
});

afterEach(() => app.close());

const rows = () => app.nest.get(Database).reader.manager;
const byId = (id: string) => rows().findOneByOrFail(TicketEntity, { id });
const split = (...further: Matter[]) => app.nest.get(SplitTicket).split(CLERK, { ticketId: ticket.id, further });
const period = (ticketId: string, duty: string) =>
  rows().findOneByOrFail(TicketDeadlineEntity, { ticketId, duty, cycle: 1 });

describe('splitting a ticket with several matters', () => {
  it('rule 19: each part inherits receipt, sender and document, and the same legal clock', async () => {
    app.clock.advance(30 * HOUR);
    const [meals, gate] = await split(MEALS, GATE);
    const { senderName, senderPhone, phoneKey, keepSecret, startedAt, incomingDocumentId } = ticket;
    const inherited = { senderName, senderPhone, phoneKey, keepSecret, startedAt, incomingDocumentId };
    expect(await byId(meals?.id ?? '')).toMatchObject({
      ...{ ...inherited, subject: MEALS.subject, words: MEALS.words, category: 'boardingMeals', hotlineCode: null },
      ...{ splitFromId: ticket.id, dueAt: ticket.dueAt, legalEndAt: ticket.legalEndAt, state: 'received' },
    });
    const simple = await byId(gate?.id ?? '');
    expect(simple).toMatchObject({ ...inherited, level: 'simple', splitFromId: ticket.id });
    expect(simple.dueAt.getTime()).toBeLessThan(ticket.dueAt.getTime());
    expect((await period(simple.id, 'process')).startedAt).toEqual(ticket.startedAt);
    expect(new Set([ticket.code, meals?.code, gate?.code]).size).toBe(3);
  });

  it('rule 19: the first matter keeps the ticket, its words and its clock', async () => {
    const [meals] = await split(MEALS);
    const { words, subject, dueAt, state } = ticket;
    expect(await byId(ticket.id)).toMatchObject({ words, subject, dueAt, state, hotlineCode: ticket.hotlineCode });
    const [line] = await app.nest.get(TicketQueries).entriesOf(ticket.id);
    expect(line).toMatchObject({ kind: 'split', title: 'Tách thành 2 phiếu', text: meals?.code });
  });

  it('rule 19: an excerpt that was edited says so', async () => {
    const [meals, gate] = await split(MEALS, GATE);
    const first = async (id = '') => (await app.nest.get(TicketQueries).entriesOf(id)).at(-1)?.title;
    expect(await first(meals?.id)).toBe(`Tách từ phiếu ${ticket.code}`);
    expect(await first(gate?.id)).toBe(`Tách từ phiếu ${ticket.code}; lời trích có sửa so với lời gốc`);
  });

  it('rule 19: what the department has taken, it has taken with every matter', async () => {
    await app.nest.get(AcceptTicket).accept(CLERK, ticket.id);
    app.clock.advance(HOUR);
    const [meals] = await split(MEALS);
    expect((await byId(meals?.id ?? '')).state).toBe('accepted');
    expect((await period(meals?.id ?? '', 'acknowledge')).metAt).toEqual(app.clock.now());
    expect((await period(meals?.id ?? '', 'assign')).startedAt).toEqual(app.clock.now());
  });

  it('rule 19: a part is handled by itself, and speaks to the citizen through the document of the whole', async () => {
    const [meals] = await split(MEALS);
    const ticketId = meals?.id ?? '';
    await app.nest.get(AssignTicket).assign(CLERK, { ticketId, unitId: 'gdtrh', officerId: 'ngoc' });
    await app.nest.get(WorkOnTicket).accept(OFFICER, ticketId);
    expect(await byId(ticket.id)).toMatchObject({ state: 'received', leadUnitId: null });
    const said = await rows().findBy(DispatchEntity, { aboutDocumentId: ticket.incomingDocumentId, status: '05' });
    expect(said.map(({ description }) => description)).toEqual([
      'Đã giao Phòng Giáo dục Trung học chủ trì xử lý.',
      'Phòng Giáo dục Trung học đã nhận, đang xác minh.',
    ]);
    expect(await rows().countBy(DispatchEntity, { aboutDocumentId: ticket.incomingDocumentId, status: '04' })).toBe(0);
  });

  it('rule 19: a part that comes back leaves the day by which the whole is owed in the register', async () => {
    const [meals] = await split(MEALS);
    await app.nest.get(AssignTicket).assign(CLERK, { ticketId: ticket.id, unitId: 'gdtrh', officerId: 'ngoc' });
    const line = () => rows().findOneByOrFail(IncomingDocumentEntity, { id: ticket.incomingDocumentId });
    const owed = (await line()).dueDate;
    const rejection = {
      reason: 'alreadyAnswered' as const,
      text: 'Việc này Sở đã trả lời bằng văn bản trong tháng trước.',
    };
    await app.nest.get(RejectTicket).reject(CLERK, meals?.id ?? '', rejection);
    app.clock.advance(72 * HOUR);
    await app.nest.get(ReopenTicket).reopen(CLERK, meals?.id ?? '', 'Văn bản đó nói về một trường khác.');
    expect(owed).toBe(civilDateOf(ticket.dueAt));
    expect((await line()).dueDate).toBe(owed);
  });

  it('rule 19: what the sender sent belongs to every part', async () => {
    const file = { name: 'anh.jpg', mediaType: 'image/jpeg', size: 3, sha256: 'a'.repeat(64), addedById: 'vanthu' };
    await app.nest.get(UnitOfWork).run((tx) =>
      tx.insert(TicketFileEntity, {
        ...{ ...file, id: newId(), ticketId: ticket.id, cycle: 1, purpose: 'intake', addedAt: ticket.startedAt },
      }),
    );
    const [meals] = await split(MEALS);
    expect(await rows().findBy(TicketFileEntity, { ticketId: meals?.id ?? '' })).toMatchObject([file]);
  });

  it('rules 18 and 19: parts of one document are no duplicates of each other, though one person sent them', async () => {
    const [meals] = await split({ ...MEALS, words: WORDS, subject: ticket.subject }, GATE);
    expect(await app.nest.get(FindDuplicates).of(CLERK, meals?.id ?? '')).toEqual([]);
  });

  it('leaves nothing behind when one matter is refused', async () => {
    await expect(split(MEALS, { ...GATE, words: '' })).rejects.toMatchObject({
      code: 'input-invalid',
      details: { field: 'words3' },
    });
    expect(await rows().count(TicketEntity)).toBe(1);
  });

  it('is for the desk, and refuses the second of two who do it at once', async () => {
    const seen = (await byId(ticket.id)).version;
    await app.nest.get(SplitTicket).split(CLERK, { ticketId: ticket.id, further: [MEALS], seen });
    const again = app.nest.get(SplitTicket).split(CLERK, { ticketId: ticket.id, further: [MEALS], seen });
    await expect(again).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const supervisor: Actor = { ...CLERK, id: 'giamsat', roles: ['supervisor'] };
    await expect(
      app.nest.get(SplitTicket).split(supervisor, { ticketId: ticket.id, further: [MEALS] }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await rows().count(TicketEntity)).toBe(2);
  });
});
