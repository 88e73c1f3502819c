import { IsNull } from 'typeorm';
import { SYSTEM } from '../../src/kernel/actor.js';
import {
  AssignTicket,
  BeginReply,
  DecidePublication,
  DeclineAssignment,
  RateAnswer,
  ReopenTicket,
  RequestPublication,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { TicketAssignmentEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TicketFileEntity, TicketPublicationEntity } from '../../src/tickets/persistence/life.entities.js';
import { PublicResultEntity } from '../../src/publication/persistence/publication.entities.js';
import { ANSWER, atOnce, DAY, LifeOfATicket, PARTIES, tooLate } from '../support/life-of-a-ticket.js';

const { clerk, officer, head, stranger, leader, supervisor } = PARTIES;
const REASON = 'Nhà trường vẫn thu tiền học thêm của lớp 11A3.';

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

const reopen = (actor = clerk, reason = REASON) => life.get(ReopenTicket).reopen(actor, life.id, reason);
const accept = (actor: typeof officer) => life.get(WorkOnTicket).accept(actor, life.id);

/** Answered and come back, so many times. */
async function comeBack(times: number): Promise<void> {
  await life.answered();
  for (let time = 1; time <= times; time += 1) {
    if (time > 1) {
      await accept(officer);
      await life.answerAgain();
    }
    await reopen();
  }
}

describe('a reopened ticket', () => {
  it('rule 16: begins its second cycle with nothing asked, answered or judged, linked to the first', async () => {
    await life.inHand();
    await life.addFile();
    await life.answerAgain();
    await life.get(RateAnswer).rate(clerk, life.id, { stars: 1, comment: '' });
    life.app.clock.advance(2 * DAY);
    await reopen();
    expect(await life.now()).toMatchObject({
      id: life.id,
      state: 'reopened',
      open: true,
      cycle: 2,
      reopeningsLeft: 1,
      rating: null,
      answeredAt: null,
      answerMode: null,
      ratingEndsAt: null,
      reopenEndsAt: null,
      evidence: null,
      extensionsLeft: 1,
    });
    expect((await life.rows.findBy(TicketFileEntity, { ticketId: life.id })).map(({ cycle }) => cycle)).toEqual([1]);
    expect((await life.course())[0]).toMatchObject({ kind: 'reopened', title: 'Mở lại, lần xử lý 2', text: REASON });
    expect(await life.document()).toMatchObject({ outcome: null, outcomeOn: null, dueDate: '2026-03-27' });
  });

  it('takes its published result back from the public, and nothing that was approved before is published after', async () => {
    const approve = async () => {
      const wish = {
        title: 'Dừng dạy thêm',
        text: 'Nhà trường đã dừng việc dạy thêm trong giờ chính khóa.',
        left: [],
        consent: false,
      };
      await life.get(RequestPublication).request(officer, life.id, wish);
      const asked = { ticketId: life.id, approved: IsNull() };
      const { id } = await life.rows.findOneByOrFail(TicketPublicationEntity, asked);
      await life.get(DecidePublication).approve(supervisor, life.id, id);
    };
    const results = () => life.rows.findBy(PublicResultEntity, { ticketId: life.id });
    await life.answered();
    await life.set({ category: 'fees' });
    await approve();
    await life.app.work();
    expect(await results()).toMatchObject([{ withdrawnAt: null }]);
    await reopen();
    await life.app.work();
    const withdrawn = { withdrawnAt: life.app.clock.now(), withdrawReason: 'Vụ việc được xem xét lại' };
    expect(await results()).toMatchObject([{ ...withdrawn, withdrawnById: null }]);
    await accept(officer);
    await life.answerAgain();
    await approve();
    await reopen();
    await life.app.work();
    expect(await results()).toHaveLength(1);
  });

  it('rule 9: may be declined in time by the unit that is asked once more, and goes back to the desk', async () => {
    await comeBack(1);
    const [process] = (await life.deadlines('process')).slice(-1);
    life.app.clock.advance(3_600_000);
    const why = 'Việc mới nêu thuộc trách nhiệm của Trường THPT Núi Voi.';
    await life.get(DeclineAssignment).decline(officer, life.id, why);
    expect(await life.now()).toMatchObject({
      ...{ state: 'classified', cycle: 2, leadUnitId: null, officerId: null, acceptBy: null, dueAt: process?.dueAt },
    });
    expect((await life.deadlines('unitAcknowledge')).at(-1)).toMatchObject({ cycle: 2, metAt: life.app.clock.now() });
    expect((await life.deadlines('assign')).at(-1)).toMatchObject({ cycle: 2, startedAt: life.app.clock.now() });
    const given = await life.rows.find(TicketAssignmentEntity, {
      where: { ticketId: life.id },
      order: { acceptBy: 'ASC' },
    });
    expect(given.map(({ declinedAt }) => declinedAt)).toEqual([null, life.app.clock.now()]);
  });

  it('rule 9: is declined by the head where its officer has left, and the first cycle’s assignment stays as it was', async () => {
    await life.answered();
    await life.app.dismiss('ngoc');
    await reopen();
    await life.get(DeclineAssignment).decline(head, life.id, 'Phòng không còn cán bộ phụ trách lĩnh vực này.');
    expect(await life.now()).toMatchObject({ state: 'classified', leadUnitId: null });
    expect(await life.rows.findBy(TicketAssignmentEntity, { ticketId: life.id })).toMatchObject([{ declinedAt: null }]);
  });

  it('rule 16: is measured from the reopening, and what the first cycle owed stays as it was', async () => {
    await life.answered();
    const [first] = await life.deadlines('process');
    life.app.clock.advance(2 * DAY);
    await reopen();
    const [kept, second] = await life.deadlines('process');
    expect(kept).toEqual(first);
    expect(second).toMatchObject({
      cycle: 2,
      revision: 1,
      reason: 'reopening',
      startedAt: life.app.clock.now(),
      supersededAt: null,
      metAt: null,
      pauses: [],
      extendedBy: null,
    });
    const { dueAt, legalEndAt } = await life.now();
    expect([dueAt, legalEndAt]).toEqual([second?.dueAt, second?.legalEndAt]);
    expect(second?.proof.length).toBeGreaterThan(1);
  });

  it('rule 20: is not published by a wish of the cycle that is over', async () => {
    await life.answered();
    const wish = { title: 'Dừng dạy thêm trong giờ chính khóa', text: ANSWER, left: [], consent: false };
    await life.get(RequestPublication).request(officer, life.id, wish);
    await reopen();
    const [dropped] = await life.rows.findBy(TicketPublicationEntity, { ticketId: life.id });
    expect(dropped).toMatchObject({ approved: false, decisionReason: 'Phiếu được mở lại.' });
    expect(await life.now()).toMatchObject({ publicationAskedById: null, publishedAt: null });
  });

  it('rule 16: is told to the hotline and to the unit that answered', async () => {
    await life.answered();
    const before = await life.told('05');
    await reopen();
    expect((await life.told('05')).slice(before.length)).toEqual(['Sở tiếp nhận phản ánh lại và xử lý lần 2.']);
    for (const person of [officer, head]) {
      expect(await life.noticed(person.id)).toContainEqual(expect.stringContaining('được mở lại, lần xử lý 2'));
    }
    expect(await life.noticed(supervisor.id)).toEqual([]);
  });

  it('rule 16: may be taken again by the unit that answered', async () => {
    await life.answered();
    await reopen();
    expect((await life.deadlines('unitAcknowledge')).map(({ cycle, metAt }) => [cycle, metAt === null])).toEqual([
      [1, false],
      [2, true],
    ]);
    const { acceptBy } = await life.now();
    expect(acceptBy?.getTime()).toBeGreaterThan(life.app.clock.now().getTime());
    await expect(accept(stranger)).rejects.toMatchObject({ code: 'not-found' });
    await accept(officer);
    expect(await life.now()).toMatchObject({ state: 'verifying', acceptBy: null, cycle: 2 });
    const handed = await life.rows.findBy(TicketAssignmentEntity, { ticketId: life.id });
    expect(handed.every(({ acceptedAt }) => acceptedAt !== null)).toBe(true);
    expect(handed).toHaveLength(2);
  });

  it('rule 16: or is handed to another unit by the desk', async () => {
    await life.answered();
    await reopen();
    await life.get(AssignTicket).assign(clerk, { ticketId: life.id, unitId: 'nui-voi', officerId: stranger.id });
    await accept(stranger);
    expect(await life.now()).toMatchObject({ leadUnitId: 'nui-voi', state: 'verifying', cycle: 2 });
    expect((await life.deadlines('process')).at(-1)).toMatchObject({ cycle: 2, reason: 'reopening' });
  });

  it('rule 16: the third time is handed out by supervision alone, which is told', async () => {
    await comeBack(3);
    expect(await life.now()).toMatchObject({
      cycle: 4,
      reopeningsLeft: -1,
      leadUnitId: null,
      officerId: null,
      acceptBy: null,
    });
    expect(await life.noticed(supervisor.id)).toEqual([expect.stringContaining('quá số lần quy định')]);
    const given = { ticketId: life.id, unitId: 'gdtrh', officerId: officer.id };
    await expect(accept(officer)).rejects.toMatchObject({ code: 'not-found' });
    for (const actor of [clerk, leader]) {
      await expect(life.get(AssignTicket).assign(actor, given)).rejects.toMatchObject({
        details: { guard: 'assignedWhereDue' },
      });
    }
    await life.get(AssignTicket).assign(supervisor, given);
    await accept(officer);
    expect((await life.now()).state).toBe('verifying');
  });

  it('rule 16: keeps the number of its cycle in its rows, by which reports count', async () => {
    await comeBack(2);
    expect((await life.deadlines('process')).map(({ cycle }) => cycle)).toEqual([1, 2, 3]);
    expect(await life.journalled('ticket.reopen')).toBe(2);
    expect(await life.rows.countBy(TicketEntity, { id: life.id })).toBe(1);
  });

  it('gets a letter of its own, though the first cycle ended with one', async () => {
    await life.inHand();
    const first = await life.get(BeginReply).begin(officer, life.id);
    await life.setLetter(first, 'done');
    const answeredAt = life.app.clock.now();
    const windows = { ratingEndsAt: new Date('2026-03-25T16:59:59Z'), reopenEndsAt: new Date('2026-04-02T16:59:59Z') };
    await life.set({ state: 'answered', open: false, answerMode: 'letter', answeredAt, ...windows });
    await reopen();
    await accept(officer);
    const second = await life.get(BeginReply).begin(officer, life.id);
    expect(await life.rows.findOneByOrFail(DraftEntity, { id: second })).toMatchObject({ round: 2, state: 'editing' });
    await expect(life.get(BeginReply).begin(officer, life.id)).rejects.toMatchObject({ code: 'letter-under-way' });
    await life.get(AssignTicket).assign(clerk, { ticketId: life.id, unitId: 'nui-voi', officerId: stranger.id });
    expect((await life.rows.findOneByOrFail(DraftEntity, { id: first })).state).toBe('done');
    expect((await life.rows.findOneByOrFail(DraftEntity, { id: second })).state).toBe('withdrawn');
  });
});

describe('reopening', () => {
  it('rule 16: is possible until the last moment of the window, from a closed ticket too, and not after', async () => {
    await life.answered();
    const { reopenEndsAt } = await life.now();
    await life.set({ state: 'closed' });
    life.app.clock.advance((reopenEndsAt?.getTime() ?? 0) - life.app.clock.now().getTime() + 1);
    await expect(reopen()).rejects.toMatchObject({ details: { guard: 'reopeningOpen' } });
    life.app.clock.advance(-1);
    await reopen();
    expect((await life.now()).closedAt).toBeNull();
  });

  it('needs a reason', async () => {
    await life.answered();
    await expect(reopen(clerk, 'Chưa được')).rejects.toMatchObject({ details: { field: 'reason' } });
    expect((await life.now()).cycle).toBe(1);
  });

  it.each([
    ['the desk', clerk],
    ['supervision', supervisor],
    ['the system, for the hotline', SYSTEM],
  ])('rule 16: is done by %s', async (_who, actor) => {
    await life.answered();
    await reopen(actor);
    expect((await life.now()).state).toBe('reopened');
  });

  it.each([
    ['the officer', officer, 'forbidden'],
    ['the unit head', head, 'forbidden'],
    ['a leader', leader, 'forbidden'],
    ['another unit', stranger, 'not-found'],
  ])('rule 16: is not done by %s', async (_who, actor, code) => {
    await life.answered();
    await expect(reopen(actor)).rejects.toMatchObject({ code });
  });

  it('is not possible before there is an answer, and by two at once happens once', async () => {
    await life.inHand();
    await expect(reopen()).rejects.toMatchObject({ code: 'ticket-transition-refused' });
    await life.answerAgain();
    expect(
      await atOnce(
        () => reopen(clerk),
        () => reopen(supervisor),
      ),
    ).toEqual([1, [tooLate()]]);
    expect((await life.now()).cycle).toBe(2);
  });
});
