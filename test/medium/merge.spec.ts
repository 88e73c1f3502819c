import { SYSTEM, type Actor } from '../../src/kernel/actor.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FollowLetter } from '../../src/tickets/application/reply/follow-letter.js';
import {
  AskCoordination,
  AssignTicket,
  BeginReply,
  ClassifyTicket,
  FindDuplicates,
  MergeTicket,
  TicketWords,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import { TicketLife } from '../../src/tickets/persistence/ticket-life.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import { likenessWords } from '../../src/tickets/domain/intake/duplicates.js';
import { TicketCoordinationEntity } from '../../src/tickets/persistence/life.entities.js';
import { TicketDeadlineEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';
import { promised } from '../support/promised.js';

const CLERK: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };
const OFFICER: Actor = { id: 'ngoc', name: 'Nguyễn Thị Hồng Ngọc', unitId: 'gdtrh', roles: ['contactOfficer'] };
const DAY = 86_400_000;
const REASON = 'Cùng một lớp học thêm, cùng khoản thu.';
const MATH = 'Cô giáo chủ nhiệm tổ chức dạy thêm môn Toán vào tiết 5 và thu 450.000 đồng mỗi tháng.';
const MATH_AGAIN = 'Cô giáo chủ nhiệm tổ chức dạy thêm môn Toán vào tiết 5, thu 450.000 đồng của mỗi cháu mỗi tháng.';
const GATE = 'Đề nghị sửa cổng phụ và làm lại vỉa hè vì học sinh đi học rất nguy hiểm.';
const someone = (phone: string) => ({ name: 'Lê Thị Thu', phone, email: '', keepSecret: false });

let app: TestApp;
let first: TicketEntity;

beforeEach(async () => {
  app = await TestApp.open();
  first = await app.receive({ text: MATH });
});

afterEach(() => app.close());

const rows = () => app.nest.get(Database).reader.manager;
const byId = (id: string) => rows().findOneByOrFail(TicketEntity, { id });
const again = (change: Parameters<TestApp['receive']>[0] = {}) =>
  app.receive({ text: MATH_AGAIN, sender: someone('0911 111 222'), ...change });
const mergeInto = (into: string) =>
  app.nest.get(MergeTicket).merge(CLERK, { ticketId: first.id, into, reason: REASON });
const merge = (ticket: TicketEntity, into: TicketEntity, actor = CLERK) =>
  app.nest.get(MergeTicket).merge(actor, { ticketId: ticket.id, into: into.code, reason: REASON });
const assign = ({ id }: TicketEntity) =>
  app.nest.get(AssignTicket).assign(CLERK, { ticketId: id, unitId: 'gdtrh', officerId: 'ngoc' });
const heard = async ({ incomingDocumentId }: TicketEntity) =>
  (await promised(rows(), { aboutDocumentId: incomingDocumentId, kind: 'status' }))
    .map(({ status, description }) => `${status ?? ''} ${description ?? ''}`)
    .filter((word) => !/^0[13] /u.test(word));

async function proposed(ticket: TicketEntity): Promise<readonly string[]> {
  const found = await app.nest.get(FindDuplicates).of(CLERK, ticket.id);
  return found.map(({ ticket: other, likeness }) => `${other.code}: ${likenessWords(likeness)}`);
}

async function indexed(...tickets: TicketEntity[]): Promise<void> {
  for (const { id } of tickets) {
    await app.nest.get(UnitOfWork).run((tx) => app.nest.get(TicketWords).renew(tx, id));
  }
}

describe('finding duplicates', () => {
  it('rule 18: the same phone within the days of the policy, whatever is said', async () => {
    const other = await app.receive({ text: GATE, subject: 'Cổng trường' });
    expect(await proposed(other)).toEqual([expect.stringMatching(`^${first.code}: cùng số điện thoại; .*cùng ngày$`)]);
    app.clock.advance(31 * DAY);
    expect(await proposed(await app.receive({ text: GATE, subject: 'Cổng trường' }))).toEqual([]);
  });

  it('rule 18: the same words, folded, from somebody else; the older finds the younger too', async () => {
    app.clock.advance(3 * DAY);
    const other = await again({ text: MATH_AGAIN.toUpperCase().normalize('NFD') });
    const noise = await again({ text: GATE, subject: 'Cổng trường', sender: someone('0933 333 444') });
    await indexed(first, other, noise);
    expect(await proposed(other)).toEqual([
      expect.stringMatching(`^${first.code}: giống \\d\\d% nội dung; cách 3 ngày$`),
    ]);
    expect(await proposed(first)).toEqual([expect.stringContaining(other.code)]);
    expect(await proposed(noise)).toEqual([]);
  });

  it('rule 18: never one that has been merged, and never the ticket itself', async () => {
    const other = await again({ sender: someone('0900 000 142') });
    await merge(other, first);
    expect(await proposed(first)).toEqual([]);
  });
});

describe('merging a ticket into another', () => {
  it('rule 18: ends it, leads to the other, and stops what was owed', async () => {
    const other = await again();
    await merge(other, first);
    expect(await byId(other.id)).toMatchObject({ state: 'merged', open: false, mergedIntoId: first.id });
    const owed = await rows().findBy(TicketDeadlineEntity, { ticketId: other.id });
    expect(owed.every(({ metAt }) => metAt !== null)).toBe(true);
    const { merged } = await app.nest.get(TicketLife).of(await byId(other.id));
    expect(merged.map(({ id }) => id)).toEqual([first.id]);
    const lines = async (id: string) => (await app.nest.get(TicketQueries).entriesOf(id)).map(({ title }) => title);
    expect(await lines(other.id)).toContain(`Gộp vào phiếu ${first.code}`);
    expect(await lines(first.id)).toContain(`Nhận phiếu ${other.code} gộp vào`);
  });

  it('rule 18: every sender hears everything from then on', async () => {
    const other = await again();
    await merge(other, first);
    await assign(first);
    await app.nest.get(WorkOnTicket).accept(OFFICER, first.id);
    const note = { field: 'progress', audience: 'hotline', text: 'Đã làm việc với nhà trường.' } as const;
    await app.nest.get(WorkOnTicket).note(OFFICER, first.id, note);
    const toBoth = [
      '04 Đã giao Phòng Giáo dục Trung học chủ trì xử lý.',
      '05 Phòng Giáo dục Trung học đã nhận, đang xác minh.',
      '05 Tiến độ: Đã làm việc với nhà trường.',
    ];
    expect(await heard(first)).toEqual(toBoth);
    expect(await heard(other)).toEqual([
      expect.stringMatching(`^05 .*cùng nội dung với phiếu ${first.code}`),
      ...toBoth,
    ]);
  });

  it('rule 18: those whose document a letter does not answer hear of it all the same', async () => {
    const other = await again();
    await merge(other, first);
    const by = { draftId: '', actorId: SYSTEM.id, actorName: SYSTEM.name };
    const news = { ...by, caseId: first.id, round: '1', detail: '513/SGDĐT-GDTrH' };
    await app.nest.get(FollowLetter).handle({ ...news, eventId: 'e-1', what: 'released' });
    expect((await heard(other)).slice(1)).toEqual([]);
    const delivered = { ...news, eventId: 'e-2', what: 'delivered' } as const;
    await app.nest.get(FollowLetter).handle(delivered);
    await app.nest.get(FollowLetter).handle(delivered);
    expect((await heard(other)).slice(1)).toEqual([
      `06 Đã trả lời bằng văn bản số 513/SGDĐT-GDTrH tại phiếu ${first.code}.`,
    ]);
    expect(await heard(first)).toEqual(['06 Đã trả lời bằng văn bản số 513/SGDĐT-GDTrH.']);
  });

  it('rule 18: what was merged into it before goes on with it', async () => {
    const [second, third] = [await again(), await again({ sender: someone('0955 555 666') })];
    await merge(third, second);
    await merge(second, first);
    expect(await byId(third.id)).toMatchObject({ state: 'merged', mergedIntoId: first.id });
    expect((await heard(third)).map((word) => word.slice(-60))).toHaveLength(2);
    await assign(first);
    expect((await heard(third)).at(-1)).toBe('04 Đã giao Phòng Giáo dục Trung học chủ trì xử lý.');
  });

  it('ends what other units were asked about it', async () => {
    const other = await again();
    await assign(other);
    await app.nest.get(WorkOnTicket).accept(OFFICER, other.id);
    const asks = [{ unitId: 'nui-voi', question: 'Đề nghị cung cấp sổ thu.' }];
    await app.nest.get(AskCoordination).ask(OFFICER, { ticketId: other.id, asks });
    await app.nest.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: other.id }, { state: 'processing' }));
    await merge(other, first);
    const asked = await rows().findBy(TicketCoordinationEntity, { ticketId: other.id });
    expect(asked).toMatchObject([{ endedAt: app.clock.now() }]);
  });

  it('gives up a letter that is still being written, and stops before one that has gone to be approved', async () => {
    const [other, third] = [await again(), await again({ sender: someone('0955 555 666') })];
    for (const ticket of [other, third]) {
      await assign(ticket);
      await app.nest.get(WorkOnTicket).accept(OFFICER, ticket.id);
      await app.nest.get(BeginReply).begin(OFFICER, ticket.id);
      await app.nest.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: ticket.id }, { state: 'processing' }));
    }
    await app.nest
      .get(UnitOfWork)
      .run((tx) => tx.update(DraftEntity, { caseId: third.id }, { state: 'contentReview' }));
    await merge(other, first);
    expect(await rows().findOneByOrFail(DraftEntity, { caseId: other.id })).toMatchObject({ state: 'withdrawn' });
    await expect(merge(third, first)).rejects.toMatchObject({ code: 'letter-under-way' });
    expect(await byId(third.id)).toMatchObject({ state: 'processing', mergedIntoId: null });
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['into itself', () => mergeInto(first.code), 'Phiếu không gộp vào chính nó'],
    ['into a code that nobody has', () => mergeInto('PAKN.20200101.0001'), 'Không có phiếu mang mã này'],
  ])('rule 18: is refused %s', async (_what, attempt, said) => {
    await expect(attempt()).rejects.toMatchObject({
      code: 'input-invalid',
      details: { field: 'into', message: expect.stringContaining(said) as string },
    });
    expect(await byId(first.id)).toMatchObject({ state: 'received', version: first.version });
  });

  it('rule 18: is refused into one merged, closed, or due later', async () => {
    const [other, third] = [await again(), await again({ sender: someone('0955 555 666') })];
    await merge(other, first);
    await expect(merge(third, other)).rejects.toMatchObject({ details: { field: 'into' } });
    app.clock.advance(3 * DAY);
    const late = await again({ sender: someone('0977 777 888') });
    await expect(merge(third, late)).rejects.toMatchObject({
      details: { message: expect.stringContaining('đến hạn trước') as string },
    });
    await app.nest
      .get(UnitOfWork)
      .run((tx) => tx.update(TicketEntity, { id: first.id }, { state: 'closed', open: false }));
    await expect(merge(third, first)).rejects.toMatchObject({
      details: { message: expect.stringContaining('không còn mở') as string },
    });
  });

  it('refuses the second of two who merge it at once', async () => {
    const [other, third] = [await again(), await again({ sender: someone('0955 555 666') })];
    const { version: seen } = await byId(other.id);
    const into = (code: string) =>
      app.nest.get(MergeTicket).merge(CLERK, { ticketId: other.id, into: code, reason: REASON, seen });
    await into(first.code);
    await expect(into(third.code)).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });

  it('rule 7: is refused for what is no feedback, which would be handled with the other', async () => {
    const other = await again();
    const judgement = { level: 'normal', category: 'fees', nature: 'denunciation', kind: 'feedback' } as const;
    await app.nest.get(ClassifyTicket).classify(CLERK, other.id, { ...judgement, complainedUnitId: null });
    await expect(merge(other, first)).rejects.toMatchObject({ code: 'ticket-act-barred' });
    await expect(merge(first, other)).rejects.toMatchObject({ code: 'input-invalid' });
    expect(await byId(other.id)).toMatchObject({ state: 'classified', mergedIntoId: null });
  });

  it('is not for the unit', async () => {
    const other = await again();
    await assign(other);
    await expect(merge(other, first, OFFICER)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
