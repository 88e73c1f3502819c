import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import {
  AcceptTicket,
  AssignTicket,
  DeclineAssignment,
  WorkOnTicket,
  type AssignTicketCommand,
} from '../../src/tickets/index.js';
import { heldFor } from '../../src/tickets/domain/undo.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import { TicketExtensionEntity } from '../../src/tickets/persistence/life.entities.js';
import {
  TicketAssignmentEntity,
  TicketDeadlineEntity,
  TicketEntity,
} from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';

const CLERK: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };
const OFFICER: Actor = { id: 'ngoc', name: 'Nguyễn Thị Hồng Ngọc', unitId: 'gdtrh', roles: ['contactOfficer'] };
const HEAD: Actor = { id: 'thang', name: 'Vũ Đức Thắng', unitId: 'gdtrh', roles: ['unitHead'] };
const HOUR = 3_600_000;
const REASON = 'Việc này thuộc trách nhiệm của Trường THPT Núi Voi.';
const TO_DIVISION = { unitId: 'gdtrh', officerId: 'ngoc' };
const TO_COLLEAGUE = { unitId: 'gdtrh', officerId: 'dung' };
const TO_SCHOOL = { unitId: 'nui-voi', officerId: 'luc' };

let app: TestApp;
let ticket: TicketEntity;

beforeEach(async () => {
  app = await TestApp.open();
  ticket = await app.receive();
  const ngoc = await rows().findOneByOrFail(StaffEntity, { id: 'ngoc' });
  const dung = Object.assign({}, ngoc, { id: 'dung', username: 'dung', fullName: 'Trần Tiến Dũng' });
  await app.nest.get(UnitOfWork).run((tx) => tx.insert(StaffEntity, dung));
});

afterEach(() => app.close());

const rows = () => app.nest.get(Database).reader.manager;
const now = () => rows().findOneByOrFail(TicketEntity, { id: ticket.id });
const period = (duty: string) =>
  rows().find(TicketDeadlineEntity, { where: { ticketId: ticket.id, duty }, order: { revision: 'ASC' } });
const assign = (actor: Actor, to: Omit<AssignTicketCommand, 'ticketId'>) =>
  app.nest.get(AssignTicket).assign(actor, { ticketId: ticket.id, ...to });
const accept = (actor: Actor) => app.nest.get(WorkOnTicket).accept(actor, ticket.id);
const decline = (actor: Actor, reason = REASON) => app.nest.get(DeclineAssignment).decline(actor, ticket.id, reason);
const told = (staffId: string) => rows().findBy(NoticeEntity, { staffId, ticketId: ticket.id });

describe('handing a ticket to its lead unit', () => {
  it('rule 8: names one lead unit, meets the duty to hand it out, and sets the unit’s own time running', async () => {
    await app.nest.get(AcceptTicket).accept(CLERK, ticket.id);
    app.clock.advance(HOUR);
    await assign(CLERK, { ...TO_DIVISION, directive: 'Kiểm tra, báo cáo trước thứ Sáu.' });
    expect(await now()).toMatchObject({ state: 'assigned', leadUnitId: 'gdtrh', officerId: 'ngoc', coordinators: [] });
    expect(await period('assign')).toMatchObject([{ metAt: app.clock.now() }]);
    expect(await period('unitAcknowledge')).toMatchObject([
      { startedAt: app.clock.now(), countedForUnitId: 'gdtrh', reason: 'assignment', metAt: null },
    ]);
    const [line] = await app.nest.get(TicketQueries).entriesOf(ticket.id);
    expect(line).toMatchObject({
      title: 'Giao Phòng Giáo dục Trung học chủ trì',
      text: 'Cán bộ đầu mối: Nguyễn Thị Hồng Ngọc.\nGhi chú của người giao: Kiểm tra, báo cáo trước thứ Sáu.',
    });
    app.clock.advance(heldFor());
    await app.work();
    expect(await told('ngoc')).toMatchObject([{ words: expect.stringContaining('nhận việc trước 16:00') as string }]);
  });

  it('rule 8: names coordinating units beside it, each with its question and a time of its own', async () => {
    await assign(CLERK, { ...TO_DIVISION, coordinators: [{ unitId: 'nui-voi', question: 'Báo cáo việc thu tiền.' }] });
    expect(await now()).toMatchObject({ leadUnitId: 'gdtrh', coordinators: ['nui-voi'] });
    expect(await period('coordinationReply')).toMatchObject([{ countedForUnitId: 'nui-voi', metAt: null }]);
    const statuses = await rows().findBy(DispatchEntity, { aboutDocumentId: ticket.incomingDocumentId, status: '04' });
    expect(statuses.map(({ description }) => description)).toEqual([
      'Đã giao Phòng Giáo dục Trung học chủ trì xử lý. Phối hợp: Trường THPT Núi Voi.',
    ]);
  });

  it.each([
    ['the lead unit itself', [{ unitId: 'gdtrh', question: 'Báo cáo việc thu tiền.' }], 'coordinators'],
    ['a unit twice', [1, 2].map(() => ({ unitId: 'nui-voi', question: 'Báo cáo việc thu tiền.' })), 'coordinators'],
    ['a unit without a question', [{ unitId: 'nui-voi', question: 'Ý kiến' }], 'question'],
  ])('rule 8: refuses %s as coordinating unit, and leaves nothing behind', async (_what, coordinators, field) => {
    await expect(assign(CLERK, { ...TO_DIVISION, coordinators })).rejects.toMatchObject({
      code: 'input-invalid',
      details: { field },
    });
    expect(await now()).toMatchObject({ state: 'received', leadUnitId: null, version: ticket.version });
    expect(await period('unitAcknowledge')).toEqual([]);
  });

  it('rule 8: a hand-over to another unit leaves the citizen’s clock as it was', async () => {
    await assign(CLERK, TO_DIVISION);
    const before = await period('process');
    app.clock.advance(5 * HOUR);
    await assign(CLERK, TO_SCHOOL);
    expect(await period('process')).toEqual(before);
    expect(await now()).toMatchObject({ dueAt: ticket.dueAt, legalEndAt: ticket.legalEndAt, leadUnitId: 'nui-voi' });
    expect(await period('unitAcknowledge')).toMatchObject([
      { countedForUnitId: 'gdtrh', supersededAt: app.clock.now() },
      { countedForUnitId: 'nui-voi', startedAt: app.clock.now(), supersededAt: null },
    ]);
    const { handler } = await rows().findOneByOrFail(IncomingDocumentEntity, { id: ticket.incomingDocumentId });
    expect(handler).toBe('Trường THPT Núi Voi');
  });

  it('rule 12: a wish for more time of the former unit falls away', async () => {
    await assign(CLERK, TO_DIVISION);
    await accept(OFFICER);
    await wishForTime();
    await assign(CLERK, TO_SCHOOL);
    expect(await now()).toMatchObject({ extensionAskedById: null, extensionsLeft: 1 });
    const [wish] = await rows().findBy(TicketExtensionEntity, { ticketId: ticket.id });
    expect(wish?.decidedAt).toEqual(app.clock.now());
  });

  it('refuses the second of two who hand it out at once', async () => {
    const seen = (await now()).version;
    await assign(CLERK, { ...TO_DIVISION, seen });
    await expect(assign(CLERK, { ...TO_SCHOOL, seen })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await now()).toMatchObject({ leadUnitId: 'gdtrh' });
  });

  async function wishForTime(): Promise<void> {
    await app.nest.get(UnitOfWork).run(async (tx) => {
      await tx.update(TicketEntity, { id: ticket.id }, { extensionAskedById: 'ngoc' });
      await tx.insert(TicketExtensionEntity, {
        ...{ id: newId(), ticketId: ticket.id, cycle: 1, workingDays: 3, promisedOn: civilDate('2026-03-30') },
        ...{ reason: 'Chờ kết luận kiểm tra.', progress: 'Đã làm việc với trường.', askedById: 'ngoc' },
        ...{ askedAt: app.clock.now(), granted: null, decidedById: null, decidedAt: null, decisionReason: null },
      });
    });
  }
});

describe('a unit’s head shares out the unit’s tickets', () => {
  beforeEach(() => assign(CLERK, TO_DIVISION));

  it('among the unit’s own officers: the unit’s time to accept goes on, and wins nothing', async () => {
    app.clock.advance(2 * HOUR);
    await assign(HEAD, TO_COLLEAGUE);
    const [first, second] = await period('unitAcknowledge');
    expect([second?.startedAt, second?.dueAt]).toEqual([first?.startedAt, first?.dueAt]);
    expect(await now()).toMatchObject({ officerId: 'dung', acceptBy: first?.dueAt });
  });

  it('never to another unit: that is the desk’s, and the unit declines instead', async () => {
    await expect(assign(HEAD, TO_SCHOOL)).rejects.toMatchObject({
      code: 'ticket-act-barred',
      details: { message: expect.stringContaining('giao lại trong đơn vị mình') as string },
    });
    expect(await now()).toMatchObject({ leadUnitId: 'gdtrh', officerId: 'ngoc' });
  });

  it('rule 9: after the unit has taken it, handing it round does not open the way to decline it', async () => {
    await accept(OFFICER);
    await assign(HEAD, TO_COLLEAGUE);
    const colleague = { ...OFFICER, id: 'dung' };
    await expect(decline(colleague)).rejects.toMatchObject({ code: 'ticket-act-barred' });
    await accept(colleague);
    expect(await now()).toMatchObject({ state: 'verifying', officerId: 'dung' });
  });
});

describe('the responsibility contract', () => {
  beforeEach(() => assign(CLERK, TO_DIVISION));

  it('rule 9: a unit that accepts meets the duty and answers for the ticket', async () => {
    app.clock.advance(HOUR);
    await accept(OFFICER);
    expect(await now()).toMatchObject({ state: 'verifying', acceptBy: null });
    expect(await period('unitAcknowledge')).toMatchObject([{ metAt: app.clock.now() }]);
    expect(await rows().findBy(TicketAssignmentEntity, { ticketId: ticket.id })).toMatchObject([
      { acceptedAt: app.clock.now(), declinedAt: null },
    ]);
  });

  it('rule 9: a unit that declines in time gives the ticket back to the assigner, with its reason', async () => {
    const before = await period('process');
    app.clock.advance(HOUR);
    await decline(OFFICER);
    expect(await now()).toMatchObject({
      ...{ state: 'classified', leadUnitId: null, officerId: null, acceptBy: null, dueAt: ticket.dueAt },
    });
    expect(await period('process')).toEqual(before);
    expect(await period('unitAcknowledge')).toMatchObject([{ metAt: app.clock.now() }]);
    expect((await period('assign')).at(-1)).toMatchObject({ startedAt: app.clock.now(), metAt: null });
    expect(await rows().findBy(TicketAssignmentEntity, { ticketId: ticket.id })).toMatchObject([
      { acceptedAt: null, declinedAt: app.clock.now() },
    ]);
    expect(await told('vanthu')).toMatchObject([{ words: expect.stringContaining('không nhận việc') as string }]);
    const [line] = await app.nest.get(TicketQueries).entriesOf(ticket.id);
    expect(line).toMatchObject({ kind: 'unitDeclined', text: REASON, toHotline: false });
    const { handler } = await rows().findOneByOrFail(IncomingDocumentEntity, { id: ticket.incomingDocumentId });
    expect(handler).toBeNull();
  });

  it('rule 9: another unit can be found for it, and the duty to hand it out is met again', async () => {
    await decline(OFFICER);
    await assign(CLERK, TO_SCHOOL);
    expect(await now()).toMatchObject({ state: 'assigned', leadUnitId: 'nui-voi' });
    expect((await period('assign')).at(-1)).toMatchObject({ metAt: app.clock.now() });
  });

  it.each([
    ['by someone of another unit', { ...OFFICER, id: 'luc', unitId: 'nui-voi' }, 'not-found'],
    ['by a colleague who does not hold it', { ...OFFICER, id: 'dung' }, 'forbidden'],
    ['by the clerk who handed it out', CLERK, 'forbidden'],
  ])('rule 9: it is not declined %s', async (_whom, actor, code) => {
    await expect(decline(actor)).rejects.toMatchObject({ code });
    expect(await now()).toMatchObject({ state: 'assigned', leadUnitId: 'gdtrh' });
  });

  it.each([
    ['without a reason of twenty characters', 'Không phải việc này', 0, 'input-invalid'],
    ['when the time for it is over', REASON, 24 * HOUR, 'ticket-act-barred'],
  ])('rule 9: it is not declined %s', async (_how, reason, after, code) => {
    app.clock.advance(after);
    await expect(decline(OFFICER, reason)).rejects.toMatchObject({ code });
    expect(await now()).toMatchObject({ state: 'assigned', leadUnitId: 'gdtrh' });
  });
});
