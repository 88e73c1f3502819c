import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import {
  AssignTicket,
  MergeTicket,
  RejectUnfounded,
  ReturnTicket,
  WithdrawTicket,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import { TicketCoordinationEntity } from '../../src/tickets/persistence/life.entities.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const { clerk, officer, head } = PARTIES;
const WHY = 'Việc này thuộc thẩm quyền của Ủy ban nhân dân phường.';

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

const letterState = async (id: string) => (await life.rows.findOneByOrFail(DraftEntity, { id })).state;

/** Handed round in its unit, a ticket keeps its letter and is asked to be taken once more. */
const handRound = () =>
  life.get(AssignTicket).execute(head, { ticketId: life.id, unitId: 'gdtrh', officerId: officer.id });

describe('news of a letter', () => {
  it('moves the cycle that the letter answers, and leaves a line on a later one', async () => {
    await life.inHand();
    const letter = await life.beginLetter();
    await life.setLetter(letter, 'done');
    await life.set({ state: 'reopened', cycle: 2 });
    await life.hear(letter, 'released', '513/SGDĐT-GDTrH');
    expect(await life.now()).toMatchObject({ state: 'reopened', cycle: 2, answeredAt: null, answerMode: null });
    expect((await life.course())[0]).toMatchObject({
      kind: 'released',
      title: 'Đã phát hành văn bản trả lời (lần xử lý 1)',
      text: '513/SGDĐT-GDTrH',
    });
  });
});

/** Every end without an answer of ours that a ticket with a letter can come to. */
const ENDS: Readonly<Record<string, () => Promise<unknown>>> = {
  returned: async () => {
    await handRound();
    await life.get(ReturnTicket).execute(clerk, life.id, { agency: 'UBND phường Lê Chân', text: WHY });
  },
  rejected: async () => {
    await handRound();
    await life.get(WorkOnTicket).accept(officer, life.id);
    await life.set({ informationLapsed: true });
    await life
      .get(RejectUnfounded)
      .execute(head, life.id, 'Công dân không cung cấp thông tin để Sở xác minh việc đã nêu.');
  },
  merged: async () => {
    await handRound();
    const { code } = await life.house.receive({
      sender: { name: 'An', phone: '0911 111 222', email: '', keepSecret: false },
    });
    await life.get(MergeTicket).execute(clerk, { ticketId: life.id, into: code, reason: 'Cùng một lớp học thêm.' });
  },
  withdrawn: () => life.get(WithdrawTicket).execute(clerk, life.id, 'Công dân báo đã được giải quyết.'),
};

describe.each(Object.entries(ENDS))('a ticket that is %s without an answer', (state, end) => {
  it('gives up the letter that is being written, and says so', async () => {
    await life.inHand();
    const letter = await life.beginLetter();
    await end();
    expect(await life.now()).toMatchObject({ state, open: false, acceptBy: null });
    expect(await letterState(letter)).toBe('withdrawn');
    expect((await life.course()).map(({ kind }) => kind).slice(0, 2)).toEqual([expect.any(String), 'letterWithdrawn']);
  });

  it.each(['contentReview', 'formatReview', 'approved', 'submitted', 'done'] as const)(
    'does not end while its letter is %s, and says what to do',
    async (letterIs) => {
      await life.inHand();
      const letter = await life.beginLetter();
      await life.setLetter(letter, letterIs);
      await expect(end()).rejects.toMatchObject({
        code: 'letter-under-way',
        details: { message: expect.stringContaining('Trả lại công văn') as string },
      });
      expect((await life.now()).open).toBe(true);
      expect(await letterState(letter)).toBe(letterIs);
    },
  );

  it('waits for no other unit any more', async () => {
    await life.inHand();
    const coordinators = [{ unitId: 'nui-voi', question: 'Đề nghị cung cấp sổ thu.' }];
    const given = { ticketId: life.id, unitId: 'gdtrh', officerId: officer.id, coordinators };
    await life.get(AssignTicket).execute(clerk, given);
    await life.get(WorkOnTicket).accept(officer, life.id);
    await end();
    expect(await life.rows.findBy(TicketCoordinationEntity, { ticketId: life.id })).toMatchObject([
      { endedAt: life.house.clock.now(), repliedById: null },
    ]);
  });
});
