import type { Actor } from '../../src/kernel/actor.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { StaffDirectory, StaffEntity, UnitEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import {
  AskCoordination,
  AssignTicket,
  AnswerCoordination,
  FinishCoordination,
  EndCoordination,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import { ReminderAudience } from '../../src/tickets/application/deadlines/reminder-audience.js';
import { TicketCoordinationEntity } from '../../src/tickets/persistence/life.entities.js';
import { TicketDeadlineEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';

const CLERK: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };
const OFFICER: Actor = { id: 'ngoc', name: 'Nguyễn Thị Hồng Ngọc', unitId: 'gdtrh', roles: ['contactOfficer'] };
const SCHOOL: Actor = { id: 'luc', name: 'Đoàn Văn Lực', unitId: 'nui-voi', roles: ['contactOfficer'] };
const PRIMARY: Actor = { id: 'hoa', name: 'Phạm Thị Hoa', unitId: 'gdth', roles: ['contactOfficer', 'unitHead'] };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const QUESTION = 'Đề nghị cung cấp sổ thu và biên bản họp phụ huynh.';
const REPLY = 'Nhà trường gửi kèm sổ thu; khoản thu đã dừng từ 16/3.';

let app: TestApp;
let ticket: TicketEntity;

beforeEach(async () => {
  app = await TestApp.open();
  ticket = await app.receive();
  const ngoc = await rows().findOneByOrFail(StaffEntity, { id: 'ngoc' });
  await app.nest.get(UnitOfWork).run(async (tx) => {
    const unit = { id: 'gdth', code: 'gdth', name: 'Phòng Giáo dục Tiểu học', symbol: 'GDTH', parentId: null };
    await tx.insert(UnitEntity, { ...unit, kind: 'division' });
    const { id, name: fullName, roles } = PRIMARY;
    await tx.insert(
      StaffEntity,
      Object.assign({}, ngoc, { id, username: id, fullName, unitId: 'gdth', roles: [...roles] }),
    );
  });
  await app.nest.get(AssignTicket).assign(CLERK, { ticketId: ticket.id, unitId: 'gdtrh', officerId: 'ngoc' });
  await app.nest.get(WorkOnTicket).accept(OFFICER, ticket.id);
});

afterEach(() => app.close());

const rows = () => app.nest.get(Database).reader.manager;
const now = () => rows().findOneByOrFail(TicketEntity, { id: ticket.id });
const requests = () =>
  rows().find(TicketCoordinationEntity, { where: { ticketId: ticket.id }, order: { unitId: 'ASC' } });
const periods = () =>
  rows().find(TicketDeadlineEntity, {
    where: { ticketId: ticket.id, duty: 'coordinationReply' },
    order: { countedForUnitId: 'ASC' },
  });
const titles = async () => (await app.nest.get(TicketQueries).entriesOf(ticket.id)).map(({ title }) => title);
const ask = (...units: string[]) =>
  app.nest
    .get(AskCoordination)
    .ask(OFFICER, { ticketId: ticket.id, asks: units.map((unitId) => ({ unitId, question: QUESTION })) });
const reply = (actor: Actor, words = REPLY) => app.nest.get(AnswerCoordination).answer(actor, ticket.id, words);
const silence = () => app.nest.get(EndCoordination).run();

describe('asking other units', () => {
  it('rule 8: each has its question and a time of its own, and the citizen’s clock runs on', async () => {
    await ask('gdth', 'nui-voi');
    expect(await now()).toMatchObject({
      ...{ state: 'waitingCoordination', coordinators: ['gdth', 'nui-voi'], dueAt: ticket.dueAt, pausedAt: null },
    });
    expect(await requests()).toMatchObject([
      { unitId: 'gdth', question: QUESTION, askedById: 'ngoc', endedAt: null },
      { unitId: 'nui-voi', question: QUESTION, askedById: 'ngoc', endedAt: null },
    ]);
    expect(await periods()).toMatchObject([
      { countedForUnitId: 'gdth', supersededAt: null, metAt: null },
      { countedForUnitId: 'nui-voi', supersededAt: null, metAt: null },
    ]);
    expect(await titles()).toContain('Xin ý kiến Phòng Giáo dục Tiểu học, Trường THPT Núi Voi');
  });

  it('rule 14: each unit is reminded of its own reply alone', async () => {
    await ask('gdth', 'nui-voi');
    const audience = new ReminderAudience(app.nest.get(StaffDirectory), app.clock);
    const [first] = await periods();
    const heard = await app.nest.get(UnitOfWork).run(async (tx) => {
      const owed = { duty: 'coordinationReply' as const, countedForUnitId: first?.countedForUnitId ?? null };
      return audience.of(tx, await now(), owed, ['officer']);
    });
    expect([...heard.keys()]).toEqual(['hoa']);
  });

  it('lets those who are asked see the ticket, and tells them by when', async () => {
    await expect(reply(SCHOOL)).rejects.toMatchObject({ code: 'not-found' });
    await ask('nui-voi');
    const [notice] = await rows().findBy(NoticeEntity, { staffId: 'luc', ticketId: ticket.id });
    expect(notice?.words).toContain('Trường THPT Núi Voi được đề nghị phối hợp; trả lời trước 17:');
    await reply(SCHOOL);
  });

  it.each([
    ['nobody', [], 'input-invalid'],
    ['a unit in which nobody could reply', ['van-phong'], 'ticket-unit-has-no-officer'],
    ['the lead unit', ['gdtrh'], 'input-invalid'],
    ['a unit twice', ['nui-voi', 'nui-voi'], 'input-invalid'],
  ])('refuses to ask %s, and leaves nothing behind', async (_whom, units, code) => {
    await expect(ask(...units)).rejects.toMatchObject({ code });
    expect([await requests(), (await now()).state]).toEqual([[], 'verifying']);
  });

  it('does not ask a unit that still owes its reply', async () => {
    await ask('nui-voi');
    await expect(ask('nui-voi')).rejects.toMatchObject({ code: 'input-invalid' });
    await ask('gdth');
    expect((await now()).coordinators).toEqual(['nui-voi', 'gdth']);
  });

  it('a unit that comes to lead owes no reply any more', async () => {
    await ask('nui-voi');
    await app.nest.get(AssignTicket).assign(CLERK, { ticketId: ticket.id, unitId: 'nui-voi', officerId: 'luc' });
    expect(await now()).toMatchObject({ leadUnitId: 'nui-voi', coordinators: [], state: 'assigned' });
    expect(await requests()).toMatchObject([{ reply: 'Đơn vị được giao chủ trì.', repliedById: 'vanthu' }]);
    expect(await periods()).toMatchObject([{ metAt: app.clock.now() }]);
  });
});

describe('what coordinating units say', () => {
  it('the last reply ends the waiting, and the lead officer hears of each', async () => {
    await ask('gdth', 'nui-voi');
    await reply(SCHOOL);
    expect(await now()).toMatchObject({ state: 'waitingCoordination' });
    await reply(PRIMARY);
    expect(await now()).toMatchObject({ state: 'processing' });
    expect(await requests()).toMatchObject([
      { reply: REPLY, repliedById: 'hoa', endedAt: app.clock.now() },
      { reply: REPLY, repliedById: 'luc', endedAt: app.clock.now() },
    ]);
    expect(await periods()).toMatchObject([{ metAt: app.clock.now() }, { metAt: app.clock.now() }]);
    const heard = await rows().findBy(NoticeEntity, { staffId: 'ngoc', ticketId: ticket.id });
    expect(heard.filter(({ words }) => words.includes('đã trả lời phối hợp'))).toHaveLength(2);
  });

  it('a unit replies once', async () => {
    await ask('gdth', 'nui-voi');
    await reply(SCHOOL);
    await expect(reply(SCHOOL)).rejects.toMatchObject({ code: 'ticket-act-barred' });
  });

  it('the lead unit may go on without waiting, and a reply in time is still read', async () => {
    await ask('nui-voi');
    await app.nest.get(FinishCoordination).finish(OFFICER, ticket.id);
    expect(await now()).toMatchObject({ state: 'processing' });
    await reply(SCHOOL);
    expect(await titles()).toContain('Trường THPT Núi Voi trả lời phối hợp');
    expect(await now()).toMatchObject({ state: 'processing' });
  });
});

describe('silence past the time', () => {
  it('rule 8: is taken as no comment, said on the ticket, and ends the waiting; the last day counts whole', async () => {
    await ask('nui-voi');
    const [request] = await requests();
    app.clock.advance((request?.dueAt.getTime() ?? 0) + HOUR - app.clock.now().getTime());
    expect(await silence()).toBe(0);
    app.clock.advance(DAY);
    expect(await silence()).toBe(1);
    expect(await requests()).toMatchObject([{ reply: null, repliedById: null, endedAt: app.clock.now() }]);
    expect(await periods()).toMatchObject([{ metAt: app.clock.now() }]);
    expect(await now()).toMatchObject({ state: 'processing' });
    expect(await titles()).toContain('Trường THPT Núi Voi không có ý kiến');
    await expect(reply(SCHOOL)).rejects.toMatchObject({ code: 'ticket-act-barred' });
  });

  it('is said exactly once by two workers', async () => {
    await ask('gdth', 'nui-voi');
    app.clock.advance(10 * DAY);
    const ended = await Promise.all([silence(), silence()]);
    expect(ended[0] + ended[1]).toBe(2);
    const said = (await titles()).filter((title) => title.endsWith('không có ý kiến'));
    expect(said.toSorted()).toEqual(['Phòng Giáo dục Tiểu học không có ý kiến', 'Trường THPT Núi Voi không có ý kiến']);
    expect(await silence()).toBe(0);
  });

  it('leaves a ticket alone that has been answered since', async () => {
    await ask('nui-voi');
    await app.nest
      .get(UnitOfWork)
      .run((tx) => tx.update(TicketEntity, { id: ticket.id }, { state: 'answered', open: false }));
    app.clock.advance(10 * DAY);
    expect(await silence()).toBe(1);
    expect((await titles()).filter((title) => title.includes('không có ý kiến'))).toEqual([]);
    expect(await now()).toMatchObject({ state: 'answered' });
  });
});
