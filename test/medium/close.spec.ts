import { SYSTEM } from '../../src/kernel/actor.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import {
  BeginReply,
  CloseAnswered,
  CloseTicket,
  KeepEvidence,
  RateAnswer,
  ReopenTicket,
  WithdrawTicket,
} from '../../src/tickets/index.js';
import { TicketAnswerEntity } from '../../src/tickets/persistence/life.entities.js';
import { atOnce, DAY, LifeOfATicket, NO_EVIDENCE, PARTIES, tooLate } from '../support/life-of-a-ticket.js';

const { clerk, officer, head, stranger, leader, supervisor } = PARTIES;
const REASON = 'Người phản ánh gọi điện báo nhà trường đã giải quyết.';

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

const close = (actor = clerk) => life.get(CloseTicket).close(actor, life.id);
const withdraw = (actor = clerk, reason = REASON) => life.get(WithdrawTicket).withdraw(actor, life.id, reason);
const runJob = () => life.get(CloseAnswered).run();
const toTheEndOfRating = async (ms: number): Promise<void> => {
  const { ratingEndsAt } = await life.now();
  life.app.clock.advance((ratingEndsAt?.getTime() ?? 0) - life.app.clock.now().getTime() + ms);
};

describe('closing', () => {
  it('by hand waits for the citizen’s judgement or the end of the time for it', async () => {
    await life.answered();
    await expect(close()).rejects.toMatchObject({ details: { guard: 'ratingOver' } });
    await life.get(RateAnswer).rate(clerk, life.id, { stars: 5, comment: '' });
    await close();
    expect(await life.now()).toMatchObject({ state: 'closed', closedAt: life.app.clock.now() });
  });

  it('rule 11: needs evidence or a stated reason also where a letter answered', async () => {
    await life.answered();
    await life.set({ evidence: null, answerMode: 'letter' });
    await toTheEndOfRating(1);
    await expect(close()).rejects.toMatchObject({ details: { guard: 'evidenced' } });
    expect(await runJob()).toBe(0);
    expect((await life.now()).state).toBe('answered');
    await life.get(KeepEvidence).stateNone(officer, life.id, NO_EVIDENCE);
    expect(await runJob()).toBe(1);
    expect((await life.now()).state).toBe('closed');
  });

  it('happens by itself after the last moment of the rating window, once', async () => {
    await life.answered();
    await toTheEndOfRating(0);
    expect(await runJob()).toBe(0);
    life.app.clock.advance(1);
    expect(await runJob()).toBe(1);
    expect(await runJob()).toBe(0);
    expect(await life.journalled('ticket.close')).toBe(1);
    expect((await life.course())[0]).toMatchObject({
      title: 'Kết thúc phiếu khi hết thời gian đánh giá',
      actorId: SYSTEM.id,
    });
  });

  it('is done by one of two workers that look at the same moment', async () => {
    await life.answered();
    await toTheEndOfRating(1);
    const closed = await Promise.all([runJob(), runJob(), runJob()]);
    expect(closed.toSorted()).toEqual([0, 0, 1]);
    expect(await life.journalled('ticket.close')).toBe(1);
  });

  it('passes by what was reopened meanwhile', async () => {
    await life.answered();
    await life.get(ReopenTicket).reopen(clerk, life.id, 'Nhà trường vẫn thu tiền học thêm.');
    life.app.clock.advance(30 * DAY);
    expect(await runJob()).toBe(0);
    expect((await life.now()).state).toBe('reopened');
  });

  it.each([
    ['the officer', officer, 'forbidden'],
    ['supervision', supervisor, 'forbidden'],
    ['another unit', stranger, 'not-found'],
  ])('is not done by %s', async (_who, actor, code) => {
    await life.answered();
    await toTheEndOfRating(1);
    await expect(close(actor)).rejects.toMatchObject({ code });
  });

  it('is not possible before there is an answer', async () => {
    await expect(close()).rejects.toMatchObject({ code: 'ticket-transition-refused' });
  });
});

describe('a withdrawal by the citizen', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['just received', () => Promise.resolve()],
    ['in the hands of a unit', () => life.inHand()],
  ])('ends a ticket that is %s, stops its clock and tells the hotline', async (_when, prepare) => {
    await prepare();
    await withdraw();
    expect(await life.now()).toMatchObject({ state: 'withdrawn', open: false, acceptBy: null });
    expect(await life.told('02')).toEqual(['Người phản ánh đã rút phản ánh; Sở kết thúc xử lý.']);
    expect((await life.deadlines('process')).every(({ metAt }) => metAt !== null)).toBe(true);
    expect((await life.course())[0]).toMatchObject({ title: 'Người phản ánh rút phản ánh', text: REASON });
  });

  it('gives up a letter that is still being written', async () => {
    await life.inHand();
    const id = await life.get(BeginReply).begin(officer, life.id);
    await withdraw();
    expect((await life.rows.findOneByOrFail(DraftEntity, { id })).state).toBe('withdrawn');
    expect((await life.course()).map(({ kind }) => kind).slice(0, 2)).toEqual(['withdrawn', 'letterWithdrawn']);
  });

  it.each(['contentReview', 'formatReview', 'approved', 'submitted', 'done'] as const)(
    'is refused while a letter is %s',
    async (state) => {
      await life.inHand();
      const id = await life.get(BeginReply).begin(officer, life.id);
      await life.setLetter(id, state);
      await expect(withdraw()).rejects.toMatchObject({ code: 'letter-under-way' });
      expect((await life.now()).state).toBe('draftingReply');
    },
  );

  it('takes back a direct answer that waits for approval', async () => {
    await life.inHand();
    const id = await life.propose();
    await withdraw();
    expect(await life.now()).toMatchObject({ state: 'withdrawn', answerProposedById: null });
    expect(await life.rows.findOneByOrFail(TicketAnswerEntity, { id })).toMatchObject({ approved: false });
  });

  it.each([
    ['the officer', officer],
    ['the unit head', head],
    ['a leader', leader],
    ['supervision', supervisor],
  ])('is not written down by %s', async (_who, actor) => {
    await life.inHand();
    await expect(withdraw(actor)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('needs words, comes too late after the answer, and counts once', async () => {
    await life.inHand();
    await expect(withdraw(clerk, 'rút')).rejects.toMatchObject({ code: 'input-invalid' });
    expect(
      await atOnce(
        () => withdraw(),
        () => withdraw(SYSTEM),
      ),
    ).toEqual([1, [tooLate()]]);
    expect(await life.told('02')).toHaveLength(1);
  });
});
