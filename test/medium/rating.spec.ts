import { SYSTEM } from '../../src/kernel/actor.js';
import { RateAnswer, ReopenTicket } from '../../src/tickets/index.js';
import { TicketRatingEntity } from '../../src/tickets/persistence/rating.entities.js';
import { atOnce, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { tracesOf } from '../support/traces.js';

const { clerk, officer, head, supervisor } = PARTIES;
const COMMENT = 'Trả lời rõ ràng. Tôi là Bùi Văn Khải, số 0900 000 142, cần hỏi thêm.';

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

const rate = (stars: number, comment = '', actor = clerk) =>
  life.get(RateAnswer).rate(actor, life.id, { stars, comment });
const ratings = () => life.rows.find(TicketRatingEntity, { where: { ticketId: life.id }, order: { cycle: 'ASC' } });

describe('a rating', () => {
  it('rule 17: is kept once a cycle, and stands in the row of the ticket', async () => {
    await life.answered();
    await rate(4, 'Trả lời rõ ràng.');
    expect(await ratings()).toMatchObject([
      { cycle: 1, stars: 4, comment: 'Trả lời rõ ràng.', ratedAt: life.app.clock.now(), recordedById: clerk.id },
    ]);
    expect(await life.now()).toMatchObject({ state: 'answered', rating: 4 });
    await expect(rate(1)).rejects.toMatchObject({ code: 'ticket-act-barred', details: { guard: 'notRated' } });
    expect(await ratings()).toHaveLength(1);
  });

  it('rule 17: keeps nothing that tells the rated unit who wrote', async () => {
    await life.answered();
    await rate(2, COMMENT);
    const [rating] = await ratings();
    expect(rating?.comment).toContain('Trả lời rõ ràng.');
    for (const told of [rating?.comment, ...(await life.course()).map(({ title, text }) => `${title} ${text ?? ''}`)]) {
      expect(tracesOf(told, ['Khải', '0900 000 142'])).toEqual([]);
    }
    expect(tracesOf(await life.noticed(head.id), ['Khải', '0900 000 142'])).toEqual([]);
  });

  it('rule 17: a low one is told to the head of the rated unit, a good one is not', async () => {
    await life.answered();
    await rate(2);
    expect(await life.noticed(head.id)).toEqual([expect.stringMatching(/^Người phản ánh đánh giá 2 trên 5/u)]);
    await life.get(ReopenTicket).reopen(clerk, life.id, 'Nhà trường vẫn thu tiền học thêm.');
    await life.inHand();
    await life.answerAgain();
    await rate(5);
    expect((await life.noticed(head.id)).filter((words) => words.startsWith('Người phản ánh đánh giá'))).toHaveLength(
      1,
    );
    expect((await ratings()).map(({ cycle, stars }) => [cycle, stars])).toEqual([
      [1, 2],
      [2, 5],
    ]);
  });

  it('rule 17: is taken from the hotline by the system', async () => {
    await life.answered();
    await rate(5, '', SYSTEM);
    expect(await ratings()).toMatchObject([{ stars: 5, comment: null, recordedById: null }]);
  });

  it('rule 17: is taken until the last moment of the window, and not after', async () => {
    await life.answered();
    const { ratingEndsAt } = await life.now();
    const left = (ratingEndsAt?.getTime() ?? 0) - life.app.clock.now().getTime();
    life.app.clock.advance(left + 1);
    await expect(rate(4)).rejects.toMatchObject({ details: { guard: 'ratingOpen' } });
    life.app.clock.advance(-1);
    await rate(4);
  });

  it.each([0, 6, 2.5, Number.NaN])('of %p stars is refused', async (stars) => {
    await life.answered();
    await expect(rate(stars)).rejects.toMatchObject({ code: 'input-invalid', details: { field: 'stars' } });
  });

  it.each([
    ['the rated officer', officer],
    ['the head of the rated unit', head],
    ['supervision', supervisor],
  ])('rule 17: is not written down by %s', async (_who, actor) => {
    await life.answered();
    await expect(rate(5, '', actor)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is not taken before there is an answer', async () => {
    await life.inHand();
    await expect(rate(5)).rejects.toMatchObject({ code: 'ticket-transition-refused' });
  });

  it('of two that are written down at the same moment one is kept', async () => {
    await life.answered();
    const [done, [refused]] = await atOnce(
      () => rate(5),
      () => rate(1),
    );
    expect(done).toBe(1);
    // On a server the second finds the first's rating only as it writes its own.
    expect(['ticket-act-barred', 'changed-meanwhile']).toContain(refused);
    expect(await ratings()).toHaveLength(1);
  });
});
