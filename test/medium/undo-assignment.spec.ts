import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { inOrderAbout } from '../../src/exchange/domain/sending-order.js';
import type { Actor } from '../../src/kernel/actor.js';
import type { Matter } from '../../src/tickets/domain/split.js';
import { heldFor, MOST_TOGETHER, UNDO_WORDS } from '../../src/tickets/domain/undo.js';
import {
  AcceptTicket,
  AssignTicket,
  MergeTicket,
  RemindHolder,
  SplitTicket,
  TicketReader,
  UndoAct,
  WorkOnTicket,
  type AssignTicketCommand,
} from '../../src/tickets/index.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { TicketCounters } from '../../src/tickets/persistence/ticket-counters.js';
import { TicketDayCountEntity } from '../../src/tickets/persistence/days/ticket-day-count.entity.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { promised } from '../support/promised.js';

const { clerk, officer, supervisor, leader, head } = PARTIES;
const SECOND = 1000;
const TO_DIVISION = { unitId: 'gdtrh', officerId: 'ngoc' };
const TO_SCHOOL = { unitId: 'nui-voi', officerId: 'luc' };
const MEALS: Matter = {
  ...{ subject: 'Bếp ăn bán trú không sạch', words: 'Bếp ăn bán trú không sạch.' },
  ...{ category: 'boardingMeals', level: 'normal' },
};

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

const assign = (to: Omit<AssignTicketCommand, 'ticketId'> = TO_DIVISION, by: Actor = leader): Promise<string | null> =>
  life.get(AssignTicket).assign(by, { ticketId: life.id, ...to });
const undo = (lineId: string | null, by: Actor = leader): Promise<void> =>
  life.get(UndoAct).undo(by, { ticketId: life.id, lineId: lineId ?? 'none' });
const later = async (seconds: number): Promise<void> => {
  life.app.clock.advance(seconds * SECOND);
  await life.app.work();
  await life.app.work();
};
const told = async (): Promise<readonly string[]> =>
  (await life.rows.findBy(NoticeEntity, { ticketId: life.id }))
    .filter(({ key }) => key.startsWith('ticket.assigned:'))
    .map(({ staffId }) => staffId);
const statuses = async (): Promise<readonly string[]> =>
  (await promised(life.rows, { aboutDocumentId: life.documentId }))
    .filter(({ sentAt }) => sentAt !== null)
    .map(({ status }) => status ?? '');
const refusedFor = (message: string) => ({ code: 'ticket-act-barred', details: { message } });

/** All that an assignment changes. */
async function standing() {
  const { state, leadUnitId, officerId, acceptBy, heardAt, dueAt, coordinators } = await life.now();
  const owed = await Promise.all(
    ['acknowledge', 'assign', 'unitAcknowledge'].map(async (duty) =>
      (await life.deadlines(duty)).filter(({ supersededAt }) => supersededAt === null),
    ),
  );
  const document = await life.rows.findOneByOrFail(IncomingDocumentEntity, { id: life.documentId });
  const { handler, routedOn, receipt, dueDate } = document;
  return {
    ...{ state, leadUnitId, officerId, acceptBy, heardAt, dueAt, coordinators },
    owed,
    register: { handler, routedOn, receipt, dueDate },
    days: (await life.rows.find(TicketDayCountEntity)).filter(({ received }) => received !== 0),
    assignment: (await life.get(TicketReader).assignmentOf(await life.get(TicketReader).one(leader, life.id)))?.id,
  };
}

describe('an assignment', () => {
  it('is told to its officer and to the hotline after eight seconds', async () => {
    await assign();
    await later(7);
    expect([await told(), await statuses()]).toEqual([[], ['01', '03']]);
    await later(1);
    expect([await told(), await statuses()]).toEqual([['ngoc'], ['01', '03', '04']]);
  });

  it('is told to its officer though the hotline cannot be told what came before', async () => {
    const before = { orderingKey: inOrderAbout(life.documentId) };
    const waiting = { finishedAt: null, outcome: null, dueAt: new Date(life.app.clock.now().getTime() + DAY) };
    await life.get(UnitOfWork).run((tx) => tx.update(OutboxEntity, before, waiting));
    await assign();
    await later(8);
    expect([await told(), await statuses()]).toEqual([['ngoc'], ['01', '03']]);
  });

  it('is taken back whole: nobody hears of it, and the ticket stands and is owed as before', async () => {
    await life.get(AcceptTicket).accept(clerk, life.id);
    const before = await standing();
    const lineId = await assign();
    expect(await standing()).not.toEqual(before);
    await later(3);
    await undo(lineId);
    expect(await standing()).toEqual(before);
    const [latest, first] = await life.course();
    expect(latest).toMatchObject({ kind: 'undone', title: 'Hoàn tác: Giao Phòng Giáo dục Trung học chủ trì' });
    expect(first).toMatchObject({ kind: 'assigned', toHotline: false });
    expect(await life.journalled('ticket.undo')).toBe(1);
    await later(60);
    expect([await told(), await statuses()]).toEqual([[], ['01', '03']]);
    expect(await life.get(TicketCounters).differences()).toEqual([]);
  });

  it('that moved the ticket from another unit is taken back to that unit', async () => {
    await assign();
    await life.get(WorkOnTicket).accept(officer, life.id);
    await later(60);
    const before = await standing();
    await undo(await assign(TO_SCHOOL));
    expect(await standing()).toEqual(before);
    expect(await life.get(TicketCounters).differences()).toEqual([]);
  });

  it('of one part leaves in the register who handles the other part of the document', async () => {
    const [part] = await life.get(SplitTicket).split(clerk, { ticketId: life.id, further: [MEALS] });
    const ticketId = part?.id ?? '';
    const before = await standing();
    const ofWhole = await assign();
    const ofPart = (await life.get(AssignTicket).assign(leader, { ticketId, ...TO_SCHOOL })) ?? '';
    await undo(ofWhole);
    expect((await standing()).register).toMatchObject({ handler: 'Trường THPT Núi Voi', dueDate: null });
    await life.get(UndoAct).undo(leader, { ticketId, lineId: ofPart });
    expect((await standing()).register).toEqual(before.register);
  });

  it('can be made again after it was taken back, and taken back again', async () => {
    const before = await standing();
    await undo(await assign());
    await undo(await assign(TO_SCHOOL));
    expect(await standing()).toEqual(before);
    await assign(TO_SCHOOL);
    await later(8);
    expect([await told(), await statuses()]).toEqual([['luc'], ['01', '03', '04']]);
  });

  it('stays once it was told, and for everybody else', async () => {
    const lineId = await assign();
    await expect(undo(lineId, supervisor)).rejects.toMatchObject(refusedFor(UNDO_WORDS.byAnother));
    await later(8);
    await expect(undo(lineId)).rejects.toMatchObject(refusedFor(UNDO_WORDS.told));
    expect((await life.now()).state).toBe('assigned');
  });

  it('stays once it can be read outside, though no worker has told it', async () => {
    const lineId = await assign();
    life.app.clock.advance(heldFor(MOST_TOGETHER));
    await expect(undo(lineId)).rejects.toMatchObject(refusedFor(UNDO_WORDS.told));
  });

  it('stays once the unit has taken it, and then is told at once, in order', async () => {
    const lineId = await assign();
    await life.get(WorkOnTicket).accept(officer, life.id);
    await expect(undo(lineId)).rejects.toMatchObject(refusedFor(UNDO_WORDS.followed));
    await later(0);
    await later(0);
    expect(await statuses()).toEqual(['01', '03', '04', '05']);
    expect(await told()).toEqual([]);
  });

  it('stays once somebody has reminded the unit of it', async () => {
    const lineId = await assign();
    const text = 'Đề nghị nhận việc trong hôm nay.';
    await life.get(RemindHolder).remind(supervisor, { ticketId: life.id, text });
    await expect(undo(lineId)).rejects.toMatchObject(refusedFor(UNDO_WORDS.followed));
    await later(0);
    expect(await told()).toEqual(['ngoc']);
  });

  it('within the unit is the head’s to take back', async () => {
    await assign();
    await later(8);
    const before = await standing();
    const lineId = await assign({ unitId: 'gdtrh', officerId: 'ngoc' }, head);
    await undo(lineId, head);
    expect(await standing()).toEqual(before);
  });

  it('of which senders of other documents hear is told to all of them at once', async () => {
    const joined = await life.app.receive();
    const { code } = await life.now();
    await life.get(MergeTicket).merge(clerk, { ticketId: joined.id, into: code, reason: 'Cùng một việc.' });
    expect(await assign()).toBeNull();
    await later(0);
    await later(0);
    expect([await told(), await statuses()]).toEqual([['ngoc'], ['01', '03', '04']]);
  });

  it.each<[string, Partial<TicketEntity>, Omit<AssignTicketCommand, 'ticketId'>]>([
    ['of what is urgent', { level: 'urgent' }, TO_DIVISION],
    [
      'that asks other units along',
      {},
      { ...TO_DIVISION, coordinators: [{ unitId: 'nui-voi', question: 'Báo cáo việc thu tiền.' }] },
    ],
    ['that somebody had proposed', {}, { ...TO_DIVISION, proposedByName: 'Phạm Minh Tuệ' }],
  ])('%s is told at once', async (_what, change, to) => {
    await life.set(change);
    expect(await assign(to)).toBeNull();
    await later(0);
    await later(0);
    expect([await told(), await statuses()]).toEqual([['ngoc'], ['01', '03', '04']]);
    const [line] = await life.course();
    await expect(undo(line?.id ?? '')).rejects.toMatchObject(refusedFor(UNDO_WORDS.told));
  });
});
