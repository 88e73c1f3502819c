import { DecisionAuthorityEntity, WriteDecisionAuthority } from '../../src/delegation/index.js';
import { DECIDED_MATTERS } from '../../src/delegation/domain/decision-authority.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { RoutingLineEntity } from '../../src/routing-table/index.js';
import { AcceptTicket, AssignTicket, RejectTicket, ReturnTicket, TicketReader } from '../../src/tickets/index.js';
import {
  TicketAssignmentEntity,
  TicketEntity,
  TicketEntryEntity,
} from '../../src/tickets/persistence/tickets.entities.js';
import { anAuthorisedOffice } from '../support/short-way.js';
import { TestApp } from '../support/test-app.js';

const RETURN = { agency: 'Sở Y tế thành phố Hải Phòng', text: 'Việc tiêm chủng thuộc ngành y tế giải quyết.' };
const REJECT = {
  reason: 'insufficientInformation',
  text: 'Phản ánh không nêu thời gian, địa điểm, người liên quan nên chưa có căn cứ để kiểm tra.',
} as const;
const TO_DIVISION = { unitId: 'gdtrh', officerId: 'ngoc' };

let app: TestApp;
let [clerk, leader, supervisor, checker]: Actor[] = [];
let ticket: TicketEntity;

const rows = () => app.nest.get(Database).reader.manager;
const write = <T>(insert: (tx: Parameters<Parameters<UnitOfWork['run']>[0]>[0]) => Promise<T>): Promise<T> =>
  app.nest.get(UnitOfWork).run(insert);
const person = async (id: string): Promise<Actor> => (await app.nest.get(StaffDirectory).person(id)).actor;
const now = (id = ticket.id) => rows().findOneByOrFail(TicketEntity, { id });

beforeEach(async () => {
  app = await TestApp.open();
  // As a department that has handed nothing on.
  await write((tx) => tx.deleteAll(DecisionAuthorityEntity));
  [clerk, leader, supervisor] = [await person('vanthu'), await person('khanh'), await person('giamsat')];
  checker = { ...clerk, id: 'quantri', name: 'Lê Văn An', roles: ['formatChecker'] };
  ticket = await app.receive();
  await app.nest.get(AcceptTicket).accept(clerk, ticket.id);
});
afterEach(() => app.close());

describe('rule 70: by law', () => {
  it('the clerk neither returns, refuses nor hands out; a leader does', async () => {
    const by = { code: 'decision-of-leader' };
    const [returns, rejects, assigns] = [ReturnTicket, RejectTicket, AssignTicket].map((one) =>
      app.nest.get<unknown>(one),
    );
    await expect((returns as ReturnTicket).return(clerk as Actor, ticket.id, RETURN)).rejects.toMatchObject(by);
    await expect((rejects as RejectTicket).reject(clerk as Actor, ticket.id, REJECT)).rejects.toMatchObject(by);
    const command = { ticketId: ticket.id, ...TO_DIVISION };
    await expect((assigns as AssignTicket).assign(clerk as Actor, command)).rejects.toMatchObject(by);
    await expect((assigns as AssignTicket).assign(supervisor as Actor, command)).rejects.toMatchObject(by);
    expect((await now()).state).toBe('accepted');
    await (assigns as AssignTicket).assign(leader as Actor, { ...command, directive: 'Báo cáo trước thứ Sáu.' });
    expect(await rows().findOneByOrFail(TicketAssignmentEntity, { ticketId: ticket.id })).toMatchObject({
      ...{ ground: 'leader', basis: null, assignedById: 'khanh', proposedByName: null },
      ...{ directive: 'Báo cáo trước thứ Sáu.', directedByName: 'Đỗ Quốc Khánh' },
    });
    const [line] = await rows().find(TicketEntryEntity, { where: { ticketId: ticket.id }, order: { seq: 'DESC' } });
    expect(line?.text).toContain('Ý kiến chỉ đạo của lãnh đạo (Đỗ Quốc Khánh): Báo cáo trước thứ Sáu.');
  });

  it('rule 16: what came back too often is handed out by supervision, and by nobody else', async () => {
    await write((tx) => tx.update(TicketEntity, { id: ticket.id }, { reopeningsLeft: -1 }));
    const assign = app.nest.get(AssignTicket);
    const command = { ticketId: ticket.id, ...TO_DIVISION };
    await expect(assign.assign(leader as Actor, command)).rejects.toMatchObject({
      details: { guard: 'assignedWhereDue' },
    });
    await assign.assign(supervisor as Actor, command);
    expect(await rows().findOneByOrFail(TicketAssignmentEntity, { ticketId: ticket.id })).toMatchObject({
      ...{ ground: 'rule', assignedById: supervisor?.id },
    });
  });

  it('the clerk hands out at once what the standing table says, and nothing else', async () => {
    await write((tx) =>
      tx.insert(RoutingLineEntity, {
        ...{
          id: newId(),
          no: 4,
          category: null,
          schoolLevel: null,
          area: null,
          leadUnitId: 'gdtrh',
          officerId: 'ngoc',
        },
        ...{ coordinators: [], basis: '12/QĐ-SGDĐT', validFrom: civilDate('2024-01-01'), validTo: null },
        ...{ createdById: 'vanthu', createdByName: 'Phạm Minh Tuệ', createdAt: app.clock.now() },
        ...{ endedBecause: null, endedByName: null, endedAt: null },
      }),
    );
    const assign = app.nest.get(AssignTicket);
    const other = { ticketId: ticket.id, unitId: 'nui-voi', officerId: 'luc' };
    await expect(assign.assign(clerk as Actor, other)).rejects.toMatchObject({ code: 'decision-of-leader' });
    const words = { ticketId: ticket.id, ...TO_DIVISION, directive: 'Kiểm tra ngay.' };
    await expect(assign.assign(clerk as Actor, { ...words, directedById: 'khanh' })).rejects.toMatchObject({
      ...{ code: 'input-invalid', details: { field: 'directedById' } },
    });
    await assign.assign(clerk as Actor, words);
    expect(await rows().findOneByOrFail(TicketAssignmentEntity, { ticketId: ticket.id })).toMatchObject({
      ...{ directive: 'Kiểm tra ngay.', directedByName: null },
      ...{ ground: 'table', basis: 'Bảng phân công (12/QĐ-SGDĐT), dòng 4', assignedById: 'vanthu' },
    });
  });

  it('a person authorised by name decides from day to day, within the matters', async () => {
    await write((tx) =>
      tx.insert(
        DecisionAuthorityEntity,
        Object.assign(anAuthorisedOffice('registryClerk'), {
          ...{
            id: 'by-name',
            office: null,
            personId: 'quantri',
            matters: ['return'],
            scope: 'Khi Phó Giám đốc đi vắng',
          },
          ...{ validFrom: civilDate('2026-03-18'), validTo: civilDate('2026-03-18'), basis: '41/UQ-SGDĐT' },
        }),
      ),
    );
    await expect(app.nest.get(RejectTicket).reject(checker as Actor, ticket.id, REJECT)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await app.nest.get(ReturnTicket).return(checker as Actor, ticket.id, RETURN);
    expect((await now()).state).toBe('returned');
    const act = { action: 'ticket.return', objectId: ticket.id };
    const [line] = await rows().findBy(JournalEntryEntity, act);
    expect(line).toMatchObject({ actorId: 'quantri' });
    expect(JSON.stringify(line?.detail)).toContain('by-name');
    const next = await app.receive();
    app.clock.advance(24 * 3_600_000);
    await expect(app.nest.get(ReturnTicket).return(checker as Actor, next.id, RETURN)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the routing slip', () => {
  it('says the leaders’ decision, also after the head has shared the ticket out in the unit', async () => {
    const assign = app.nest.get(AssignTicket);
    const command = { ticketId: ticket.id, ...TO_DIVISION };
    await assign.assign(leader as Actor, command);
    app.clock.advance(60_000);
    const head = { ...(await person('ngoc')), roles: ['unitHead', 'contactOfficer'] } as const;
    await assign.assign(head, command);
    expect(await rows().findBy(TicketAssignmentEntity, { ticketId: ticket.id, ground: 'unit' })).toHaveLength(1);
    const reader = app.nest.get(TicketReader);
    const seen = await reader.one(leader as Actor, ticket.id);
    expect(await reader.decidedAssignmentOf(leader as Actor, seen)).toMatchObject({ ground: 'leader' });
  });
});

describe('by setting', () => {
  it('an office that the department authorised decides; the line is written with its basis, and ends', async () => {
    const write70 = app.nest.get(WriteDecisionAuthority);
    const day = '2026-03-18';
    const line = { holder: 'registryClerk', matters: ['return'], scope: '', validFrom: day, validTo: '' };
    const basis = { basis: '15/QĐ-SGDĐT', basisDate: day, file: null };
    await expect(
      write70.add(clerk as Actor, { ...line, matters: [...DECIDED_MATTERS], ...basis }),
    ).rejects.toMatchObject({ code: 'authority-flawed' });
    await expect(write70.add(clerk as Actor, { ...line, holder: 'giamsat', ...basis })).rejects.toMatchObject({
      code: 'authority-flawed',
    });
    const id = await write70.add(clerk as Actor, { ...line, ...basis });
    await app.nest.get(ReturnTicket).return(clerk as Actor, ticket.id, RETURN);
    expect((await now()).state).toBe('returned');
    await write70.end(clerk as Actor, { id, endedFrom: day, reason: 'Quy chế mới không giao Văn thư.' });
    const next = await app.receive();
    await expect(app.nest.get(ReturnTicket).return(clerk as Actor, next.id, RETURN)).rejects.toMatchObject({
      code: 'decision-of-leader',
    });
  });
});
