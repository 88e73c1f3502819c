import type { EntityManager } from 'typeorm';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { FurtherDecision } from '../../src/tickets/domain/intake/further-document.js';
import {
  MergeTicket,
  ReopenTicket,
  SettleFurtherDocument,
  TicketFiles,
  TicketReader,
  WithdrawTicket,
  TicketListReader,
} from '../../src/tickets/index.js';
import { FurtherDocumentEntity } from '../../src/tickets/persistence/further-document.entity.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { atOnce, DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { promised } from '../support/promised.js';

const { clerk, officer, stranger, leader, supervisor } = PARTIES;
const formatChecker: Actor = { ...stranger, roles: ['formatChecker'] };
const REASON = 'Người phản ánh cho biết nhà trường vẫn còn thu tiền ở lớp khác.';

let life: LifeOfATicket;

beforeEach(async () => {
  life = await LifeOfATicket.begin('2026-03-16T08:00:00+07:00');
});

afterEach(() => life.end());

const again = async (text?: string) => life.app.receiveAgain(await life.now(), text);
const line = (id: string) => life.rows.findOneByOrFail(IncomingDocumentEntity, { id });
const kept = (documentId: string) => life.rows.findOneByOrFail(FurtherDocumentEntity, { documentId });
const owed = () => life.get(TicketListReader).ids(clerk, { furtherOwed: true }, 100);
const settle = (documentId: string, decision: FurtherDecision, actor = clerk) =>
  life.get(SettleFurtherDocument).settle(actor, { ticketId: life.id, documentId, decision, reason: REASON });

async function heard(aboutDocumentId: string): Promise<string[]> {
  const sent = await promised(life.rows, { aboutDocumentId, kind: 'status' });
  return sent.map(({ status }) => status ?? '');
}

describe('a further document about a ticket that goes on', () => {
  it('shares what becomes of the ticket', async () => {
    await life.inHand();
    const documentId = await again();
    expect(await owed()).toEqual([]);
    expect(await line(documentId)).toMatchObject({ outcome: null, joinedToId: life.documentId });
    expect(await life.noticed(officer.id)).toContainEqual(expect.stringContaining('gửi thêm văn bản, số đến 2'));
    await life.answerAgain();
    expect(await heard(documentId)).toEqual(['01', '03', '06']);
    expect(await line(documentId)).toMatchObject({ outcome: 'direct', joinedToId: life.documentId });
  });

  it('shares it with the ticket into which its own was merged', async () => {
    const { id, incomingDocumentId, code } = await life.app.receive();
    await life.get(MergeTicket).merge(clerk, { ticketId: life.id, into: code, reason: REASON });
    const documentId = await again();
    expect(await line(documentId)).toMatchObject({ outcome: null, joinedToId: incomingDocumentId });
    await life.another(id, incomingDocumentId).answered();
    expect((await heard(documentId)).at(-1)).toBe('06');
  });

  it('ends with its sender, when that sender withdraws alone', async () => {
    const other = await life.app.receive();
    await life.get(MergeTicket).merge(clerk, { ticketId: other.id, into: (await life.now()).code, reason: REASON });
    const documentId = await again();
    await life.get(WithdrawTicket).withdraw(clerk, life.id, REASON);
    expect(await life.now()).toMatchObject({ open: true });
    expect((await heard(documentId)).at(-1)).toBe('02');
    expect(await line(documentId)).toMatchObject({ outcome: 'withdrawn' });
  });
});

it('opens the files of a further document to people who may see the ticket, and to no other unit', async () => {
  await life.inHand();
  const documentId = await again();
  const access = (actor: Actor) => life.get(TicketFiles).ofDocument(actor, documentId);
  expect([await access(officer), await access(stranger)]).toEqual(['whole', 'none']);
});

it('is kept with a ticket whose letter is on its way, and hears the answer once, when the letter has arrived', async () => {
  await life.inHand();
  const letter = await life.beginLetter();
  await life.setLetter(letter, 'done');
  await life.hear(letter, 'released', '513/SGDĐT-GDTrH');
  const documentId = await again();
  const change = (act: (tx: EntityManager) => Promise<unknown>) => life.get(UnitOfWork).run(act);
  await change((tx) =>
    tx.insert(DispatchEntity, {
      ...{ id: 'on-its-way', aboutDocumentId: life.documentId, kind: 'document', status: null, description: null },
      ...{ outgoingDocumentId: 'letter', consignmentId: 'reply', sha256: null, createdAt: life.app.clock.now() },
      ...{ sentAt: null, receiptId: null, failure: null },
    }),
  );
  await settle(documentId, 'attached');
  expect(await heard(documentId)).toEqual(['01', '03']);
  await change((tx) => tx.update(DispatchEntity, { id: 'on-its-way' }, { sentAt: life.app.clock.now() }));
  await life.hear(letter, 'delivered', '513/SGDĐT-GDTrH');
  expect(await heard(documentId)).toEqual(['01', '03', '06']);
});

describe('rule 18: a further document of one of several senders', () => {
  let other: LifeOfATicket;

  beforeEach(async () => {
    const { id, incomingDocumentId } = await life.app.receive();
    other = life.another(id, incomingDocumentId);
    await life.get(MergeTicket).merge(clerk, { ticketId: id, into: (await life.now()).code, reason: REASON });
  });

  it('does not have the ticket reopened for the sender whose matter ended alone', async () => {
    await life.get(WithdrawTicket).withdraw(clerk, life.id, REASON);
    await life.answered();
    const documentId = await again();
    await expect(settle(documentId, 'reopened')).rejects.toMatchObject({
      code: 'ticket-act-barred',
      details: { message: expect.stringContaining('mở thành phiếu mới') as string },
    });
    expect(await life.now()).toMatchObject({ state: 'answered', cycle: 1 });
    expect(await owed()).toEqual([life.id]);
    const id = await settle(documentId, 'opened');
    await life.another(id, documentId).answered();
    expect((await heard(documentId)).at(-1)).toBe('06');
  });

  it('has the ticket reopened that went on for the sender who was merged into it', async () => {
    await life.get(WithdrawTicket).withdraw(clerk, life.id, REASON);
    await life.answered();
    const documentId = await life.app.receiveAgain(await other.now());
    const command = { ticketId: other.id, documentId, decision: 'reopened', reason: REASON } as const;
    expect(await life.get(SettleFurtherDocument).settle(clerk, command)).toBe(life.id);
    expect(await life.now()).toMatchObject({ state: 'reopened', cycle: 2 });
    expect((await other.course())[0]?.title).toContain(`mở lại phiếu ${(await life.now()).code}`);
    expect(await line(documentId)).toMatchObject({ outcome: null });
    await life.inHand();
    await life.answerAgain();
    expect((await heard(documentId)).at(-1)).toBe('06');
    expect((await heard(life.documentId)).filter((status) => status === '06')).toEqual([]);
  });
});

describe('rule 21: a further document that may be about the unit that has the old ticket', () => {
  const HEADMASTER = 'Thầy hiệu trưởng ép phụ huynh đóng tiền.';
  const WHY = 'Phản ánh thái độ của hiệu trưởng, là việc khác.';
  let documentId: string;

  beforeEach(async () => {
    await life.answered();
    documentId = await again(HEADMASTER);
  });

  const reader = () => life.get(TicketReader);
  const further = async (actor: Actor) => reader().furtherDocumentsOf(actor, await reader().one(actor, life.id));
  const words = async (actor: Actor) => (await further(actor)).map((one) => one.words);
  const access = (actor: Actor) => life.get(TicketFiles).ofDocument(actor, documentId);

  it('is read by the desk and supervision alone while nobody has said what becomes of it', async () => {
    expect([await words(officer), await words(formatChecker)]).toEqual([[null], [null]]);
    for (const actor of [clerk, leader, supervisor]) expect(await words(actor)).toEqual([HEADMASTER]);
    const files = [officer, formatChecker, clerk, leader, supervisor].map(access);
    expect(await Promise.all(files)).toEqual(['none', 'none', 'whole', 'whole', 'whole']);
    await settle(documentId, 'attached');
    expect([await words(officer), await access(officer)]).toEqual([[HEADMASTER], 'whole']);
  });

  it('is read with the ticket that was opened of it, and nowhere else', async () => {
    const command = { ticketId: life.id, documentId, decision: 'opened', reason: WHY } as const;
    const id = await life.get(SettleFurtherDocument).settle(clerk, command);
    const { code } = await life.rows.findOneByOrFail(TicketEntity, { id });
    expect(await further(officer)).toMatchObject([{ words: null, opened: { id, code, seen: false } }]);
    expect(await further(clerk)).toMatchObject([{ words: null, opened: { id, code, seen: true } }]);
    expect(await access(officer)).toBe('none');
    const told = await reader().courseOf(officer, await reader().one(officer, life.id));
    expect(JSON.stringify(told)).not.toContain('hiệu trưởng');
    const course = await reader().courseOf(clerk, await reader().one(clerk, id));
    expect(course.map(({ text }) => text)).toContain(WHY);
  });
});

describe('a further document about a ticket that has ended', () => {
  let documentId: string;

  beforeEach(async () => {
    await life.answered();
    life.app.clock.advance(DAY);
    documentId = await again('Người phản ánh cho biết còn lớp khác cũng thu.');
  });

  it('waits for the desk, which is told', async () => {
    expect(await owed()).toEqual([life.id]);
    expect(await kept(documentId)).toMatchObject({
      ...{ ticketId: life.id, decision: null, words: 'Người phản ánh cho biết còn lớp khác cũng thu.' },
    });
    expect(await line(documentId)).toMatchObject({ outcome: null });
    expect(await life.noticed(clerk.id)).toContainEqual(expect.stringContaining('không còn giải quyết'));
    expect(await heard(documentId)).toEqual(['01', '03']);
  });

  it('is kept with the ticket, and ends as it did', async () => {
    expect(await settle(documentId, 'attached')).toBe(life.id);
    expect(await owed()).toEqual([]);
    expect(await life.now()).toMatchObject({ state: 'answered', cycle: 1 });
    expect(await line(documentId)).toMatchObject({
      outcome: 'direct',
      outcomeOn: '2026-03-17',
      joinedToId: life.documentId,
    });
    expect(await heard(documentId)).toEqual(['01', '03', '06']);
    expect((await life.course())[0]).toMatchObject({ kind: 'furtherSettled', text: REASON });
    expect(await life.journalled('ticket.furtherDocument')).toBe(1);
  });

  it('has the ticket reopened, within the window', async () => {
    await settle(documentId, 'reopened');
    expect(await life.now()).toMatchObject({ state: 'reopened', cycle: 2 });
    expect(await line(documentId)).toMatchObject({ outcome: null, joinedToId: life.documentId });
    await life.inHand();
    await life.answerAgain();
    expect((await heard(documentId)).at(-1)).toBe('06');
  });

  it('becomes a ticket of its own, with its own words and time', async () => {
    const id = await settle(documentId, 'opened');
    const opened = await life.rows.findOneByOrFail(TicketEntity, { id });
    const { hotlineCode } = await life.now();
    expect(opened).toMatchObject({
      ...{ incomingDocumentId: documentId, state: 'received', words: 'Người phản ánh cho biết còn lớp khác cũng thu.' },
      ...{ hotlineCode: `${String(hotlineCode)} (số đến 2/2026)`, startedAt: life.app.clock.now() },
    });
    expect(await line(documentId)).toMatchObject({ outcome: null, joinedToId: null });
    await life.another(id, documentId).answered();
    expect((await heard(documentId)).at(-1)).toBe('06');
    expect(await line(documentId)).toMatchObject({ outcome: 'direct' });
  });

  it('is not reopened after the window, and goes on waiting', async () => {
    life.app.clock.advance(40 * DAY);
    await expect(settle(documentId, 'reopened')).rejects.toMatchObject({ code: 'ticket-act-barred' });
    expect(await owed()).toEqual([life.id]);
  });

  it('is settled once, by the desk', async () => {
    await expect(settle(documentId, 'attached', officer)).rejects.toMatchObject({ code: 'forbidden' });
    const [done, refused] = await atOnce(
      () => settle(documentId, 'attached'),
      () => settle(documentId, 'opened'),
    );
    expect([done, refused]).toEqual([1, ['changed-meanwhile']]);
    expect(await life.rows.countBy(TicketEntity, {})).toBe(1);
  });

  it('shares what becomes of a ticket that comes back later', async () => {
    await settle(documentId, 'attached');
    await life.get(ReopenTicket).reopen(clerk, life.id, REASON);
    expect(await line(documentId)).toMatchObject({ outcome: null });
  });
});
