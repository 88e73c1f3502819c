import { recountProof } from '../../src/calendar/index.js';
import {
  AskCitizen,
  ClassifyTicket,
  DecideExtension,
  MergeTicket,
  ProveDeadline,
  ReopenTicket,
  RequestExtension,
  WithdrawTicket,
} from '../../src/tickets/index.js';
import type { Level } from '../../src/law/index.js';
import { TicketRules } from '../../src/tickets/index.js';
import { ticketPeriod } from '../../src/tickets/domain/deadlines/ticket-periods.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketEntity, type TicketDeadlineEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const { clerk, officer, supervisor } = PARTIES;
const SAME = 'Cùng một lớp học thêm, cùng khoản thu.';
const WORDS = 'Đã làm việc với Ban giám hiệu, còn chờ đối chiếu sổ thu của ba lớp.';

let life: LifeOfATicket;
/** Received a day later, of the same level: it ends a day later. */
let younger: TicketEntity;

beforeEach(async () => {
  life = await LifeOfATicket.begin('2026-03-16T08:00:00+07:00');
  life.app.clock.advance(DAY);
  younger = await life.app.receive();
  await life.get(MergeTicket).merge(clerk, { ticketId: younger.id, into: (await life.now()).code, reason: SAME });
});

afterEach(() => life.end());

const judge = (level: Level) =>
  life.get(ClassifyTicket).classify(clerk, life.id, {
    ...{ level, category: 'other', nature: 'feedback', kind: 'feedback', complainedUnitId: null },
  });

async function inForce(): Promise<TicketDeadlineEntity> {
  const row = (await life.deadlines('process')).findLast(({ supersededAt }) => supersededAt === null);
  if (row === undefined) throw new Error('A ticket has its period.');
  return row;
}

/** What the younger would have had by itself, with so many days more and such pauses. */
async function youngersEnd(extendedBy: number | null, pauses: { from: Date; to: Date }[] = []): Promise<Date> {
  const rules = life.get(TicketRules);
  const [policy, calendar] = [await rules.policyOf(younger), await rules.calendar('gdtrh')];
  const { level, category } = younger;
  return ticketPeriod('process', younger.startedAt, { policy, level, category, calendar, pauses, extendedBy }).legalEnd;
}

describe('rule 18: nobody waits longer than the law allowed because tickets were merged', () => {
  it('another level counts no further than the end of a merged ticket', async () => {
    await judge('complex');
    const row = await inForce();
    expect(row).toMatchObject({ cappedById: younger.id, startedAt: younger.startedAt, legalEndAt: younger.legalEndAt });
    expect(await life.now()).toMatchObject({ level: 'complex', legalEndAt: younger.legalEndAt });
    await judge('normal');
    expect(await inForce()).toMatchObject({ cappedById: null, startedAt: (await life.now()).startedAt });
  });

  it('can be counted again from its proof by a stranger', async () => {
    await judge('complex');
    const proof = await life.get(ProveDeadline).prove(clerk, life.id);
    expect(recountProof(proof)).toEqual([]);
  });

  it('more time is the time that a merged ticket could have had', async () => {
    await judge('complex');
    await life.inHand();
    const [last] = (await life.get(RequestExtension).choices(await life.now())).ends.toReversed();
    const days = last?.workingDays ?? 0;
    expect(last?.legalEnd).toEqual(await youngersEnd(days));
    const wish = { workingDays: days, reason: WORDS, progress: WORDS };
    const id = await life.get(RequestExtension).request(officer, life.id, wish);
    await life.get(DecideExtension).grant(supervisor, life.id, id);
    expect(await life.now()).toMatchObject({ legalEndAt: await youngersEnd(days) });
    expect(await inForce()).toMatchObject({ own: { extendedBy: days }, extendedBy: days });
  });

  it('more time that was granted before a ticket was merged is not its sender’s', async () => {
    await life.inHand();
    const wish = { workingDays: 3, reason: WORDS, progress: WORDS };
    const id = await life.get(RequestExtension).request(officer, life.id, wish);
    await life.get(DecideExtension).grant(supervisor, life.id, id);
    life.app.clock.advance(DAY);
    const late = await life.app.receive();
    await life
      .get(UnitOfWork)
      .run((tx) => tx.update(TicketEntity, { id: late.id }, { legalEndAt: new Date('2026-12-31') }));
    await life.get(MergeTicket).merge(clerk, { ticketId: late.id, into: (await life.now()).code, reason: SAME });
    await life.get(WithdrawTicket).withdraw(clerk, younger.id, 'Người phản ánh gọi điện báo không cần trả lời nữa.');
    await judge('complex');
    expect(await inForce()).toMatchObject({ cappedById: late.id, legalEndAt: late.legalEndAt, extendedBy: null });
    await life.set({ extensionsLeft: 1 });
    const more = await life.get(RequestExtension).request(officer, life.id, { ...wish, workingDays: 1 });
    await life.get(DecideExtension).grant(supervisor, life.id, more);
    expect(await inForce()).toMatchObject({ cappedById: late.id, extendedBy: 1, own: { extendedBy: 4 } });
    expect(recountProof(await life.get(ProveDeadline).prove(clerk, life.id))).toEqual([]);
  });

  it('a pause stands still for all who were asked', async () => {
    await judge('complex');
    await life.inHand();
    const from = life.app.clock.now();
    await life.get(AskCitizen).ask(officer, life.id, { text: 'Đề nghị gửi ảnh chụp phiếu thu có chữ ký.' });
    const [pause] = (await inForce()).pauses;
    const { legalEndAt } = await life.now();
    expect(legalEndAt).toEqual(await youngersEnd(null, [{ from, to: new Date(pause?.to ?? '') }]));
  });

  it('is no longer held by who has withdrawn, and the officer hears it', async () => {
    await life.inHand();
    await judge('complex');
    await life.get(WithdrawTicket).withdraw(clerk, younger.id, 'Người phản ánh gọi điện báo không cần trả lời nữa.');
    const row = await inForce();
    expect(row).toMatchObject({ cappedById: null, reason: 'separation' });
    expect(row.legalEndAt.getTime()).toBeGreaterThan(younger.legalEndAt.getTime());
    expect(await life.now()).toMatchObject({ dueAt: row.dueAt, legalEndAt: row.legalEndAt });
    expect(await life.noticed(officer.id)).toContainEqual(expect.stringContaining(`${younger.code} không còn chờ`));
  });

  it('is no longer held by who was parted from it', async () => {
    await judge('complex');
    await life.get(ClassifyTicket).classify(clerk, life.id, {
      ...{ level: 'complex', category: 'other', nature: 'denunciation', kind: 'feedback', complainedUnitId: null },
    });
    const row = await inForce();
    expect(row.cappedById).toBeNull();
    expect(await life.now()).toMatchObject({ dueAt: row.dueAt, legalEndAt: row.legalEndAt });
  });

  it('is not held in a next cycle by what joined the one before', async () => {
    await life.answered();
    await life.get(ReopenTicket).reopen(clerk, life.id, 'Việc thu tiền vẫn còn ở lớp khác.');
    life.app.clock.advance(DAY);
    await judge('complex');
    expect(await inForce()).toMatchObject({ cycle: 2, cappedById: null });
  });
});
