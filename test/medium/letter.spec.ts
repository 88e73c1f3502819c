import { REPLY } from '../../src/cli/demo/texts.js';
import { ReviewDraft, WriteDraft } from '../../src/drafting/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import {
  AskCitizen,
  AskCoordination,
  AssignTicket,
  DiscardReply,
  KeepEvidence,
  MergeTicket,
  RejectUnfounded,
  ReturnTicket,
  SendReply,
  WithdrawTicket,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketCoordinationEntity } from '../../src/tickets/persistence/life.entities.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import { LifeOfATicket, NO_EVIDENCE, PARTIES } from '../support/life-of-a-ticket.js';
import { WalkApp } from '../support/walk-app.js';
import { textOf } from '../support/web-visitor.js';

const { clerk, officer, head, stranger, leader } = PARTIES;
const WHY = 'Việc này thuộc thẩm quyền của Ủy ban nhân dân phường.';

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

/** A letter of which everything is written, and whose page is made. */
async function writtenLetter(): Promise<string> {
  const id = await life.beginLetter();
  const { fields, signerId, version } = await life.rows.findOneByOrFail(DraftEntity, { id });
  await life.get(WriteDraft).save(officer, id, { fields: { ...fields, ...REPLY }, signerId, version });
  await life.app.work();
  return id;
}

const letterState = async (id: string) => (await life.rows.findOneByOrFail(DraftEntity, { id })).state;

/** Handed round in its unit, a ticket keeps its letter and is asked to be taken once more. */
const handRound = () =>
  life.get(AssignTicket).assign(head, { ticketId: life.id, unitId: 'gdtrh', officerId: officer.id });

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

describe('a letter that its leader has signed', () => {
  /** Signed on Wednesday 18/03/2026 at 09:00: one working day ends on the 19th. */
  async function signed(): Promise<string> {
    await life.inHand();
    const letter = await life.beginLetter();
    await life.setLetter(letter, 'submitted');
    await life.set({ state: 'waitingApproval' });
    await life.hear(letter, 'leaderSigned', 'Đỗ Quốc Khánh');
    return letter;
  }

  it('rule 43: is to be released by the registry within its time, which the ticket shows', async () => {
    await signed();
    expect(await life.deadlines('releaseReply')).toMatchObject([
      {
        ...{ cycle: 1, reason: 'signature', startedAt: life.app.clock.now(), amount: 1, unit: 'workingDays' },
        metAt: null,
      },
    ]);
    const page = await (await life.app.browserOf('vanthu')).get(`/phieu/${life.id}`);
    expect(textOf(page.body)).toContain('Phát hành văn bản sau khi ký Hạn 17:30, thứ Năm 19/03/2026; chưa đến hạn');
  });

  it('rule 43: meets it with its release', async () => {
    const letter = await signed();
    life.app.clock.advance(3_600_000);
    await life.hear(letter, 'released', '513/SGDĐT-GDTrH');
    expect(await life.deadlines('releaseReply')).toMatchObject([{ metAt: life.app.clock.now() }]);
  });

  it('rule 43: is said to the registry when the day has passed', async () => {
    await signed();
    const worker = new WalkApp(life.app);
    await worker.work();
    life.app.clock.advance(47.5 * 3_600_000);
    await worker.work();
    const words = (await life.noticed('vanthu')).filter((said) => said.startsWith('Phát hành văn bản sau khi ký'));
    expect(words.at(-1)).toContain('quá hạn');
  });
});

/** Every end without an answer of ours that a ticket with a letter can come to. */
const ENDS: Readonly<Record<string, () => Promise<unknown>>> = {
  returned: async () => {
    await handRound();
    await life.get(ReturnTicket).return(clerk, life.id, { agency: 'UBND phường Lê Chân', text: WHY });
  },
  rejected: async () => {
    await handRound();
    await life.get(WorkOnTicket).accept(officer, life.id);
    await life.set({ informationLapsed: true });
    await life
      .get(RejectUnfounded)
      .reject(head, life.id, { text: 'Người phản ánh không cung cấp thông tin để Sở xác minh việc đã nêu.' });
  },
  merged: async () => {
    await handRound();
    const { code } = await life.app.receive({
      sender: { name: 'An', phone: '0911 111 222', email: '', keepSecret: false },
    });
    await life.get(MergeTicket).merge(clerk, { ticketId: life.id, into: code, reason: 'Cùng một lớp học thêm.' });
  },
  withdrawn: () => life.get(WithdrawTicket).withdraw(clerk, life.id, 'Người phản ánh báo đã được giải quyết.'),
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
    await life.get(AssignTicket).assign(clerk, given);
    await life.get(WorkOnTicket).accept(officer, life.id);
    await end();
    expect(await life.rows.findBy(TicketCoordinationEntity, { ticketId: life.id })).toMatchObject([
      { endedAt: life.app.clock.now(), repliedById: null },
    ]);
  });
});

describe('a letter that its unit gives up', () => {
  const drop = (actor = officer) => life.get(DiscardReply).discard(actor, life.id);

  it('leaves the ticket in hand, and the way open to answer in another way', async () => {
    await life.inHand();
    const letter = await life.beginLetter();
    await drop();
    expect(await life.now()).toMatchObject({ state: 'processing', open: true });
    expect(await letterState(letter)).toBe('withdrawn');
    expect((await life.course())[0]).toMatchObject({
      kind: 'letterWithdrawn',
      title: 'Bỏ bản thảo 1',
      toHotline: false,
    });
    await life.answerAgain();
    expect(await life.now()).toMatchObject({ state: 'answered', answerMode: 'direct' });
  });

  it.each<[string, () => Promise<unknown>, string]>([
    [
      'the citizen may be asked',
      () => life.get(AskCitizen).ask(officer, life.id, { text: 'Đề nghị gửi giấy báo thu tiền.' }),
      'waitingCitizenInfo',
    ],
    [
      'other units may be asked',
      () =>
        life
          .get(AskCoordination)
          .ask(officer, { ticketId: life.id, asks: [{ unitId: 'nui-voi', question: 'Đề nghị cung cấp sổ thu.' }] }),
      'waitingCoordination',
    ],
    ['another letter may be begun', () => life.beginLetter(), 'draftingReply'],
  ])('after which %s', async (_what, act, state) => {
    await life.inHand();
    await life.beginLetter();
    await drop(head);
    await act();
    expect((await life.now()).state).toBe(state);
  });

  it('also where the ticket was handed round in the unit meanwhile', async () => {
    await life.inHand();
    const letter = await life.beginLetter();
    await handRound();
    await life.get(WorkOnTicket).accept(officer, life.id);
    await drop();
    expect(await life.now()).toMatchObject({ state: 'verifying' });
    expect(await letterState(letter)).toBe('withdrawn');
    await expect(drop()).rejects.toMatchObject({ code: 'ticket-act-barred' });
  });

  it('rule 11: takes along the reason for having no evidence, and leaves files', async () => {
    await life.inHand();
    await life.beginLetter();
    await life.get(KeepEvidence).stateNone(officer, life.id, NO_EVIDENCE);
    await drop();
    expect((await life.now()).evidence).toBeNull();
    await life.beginLetter();
    await life.addFile();
    await drop();
    expect((await life.now()).evidence).toBe('files');
  });

  it.each(['contentReview', 'formatReview', 'approved', 'submitted', 'done'] as const)(
    'is not one that is %s',
    async (state) => {
      await life.inHand();
      await life.setLetter(await life.beginLetter(), state);
      await expect(drop()).rejects.toMatchObject({ code: 'letter-under-way' });
      expect((await life.now()).state).toBe('draftingReply');
    },
  );

  it.each([
    ['the desk', clerk, 'forbidden'],
    ['a leader', leader, 'forbidden'],
    ['another unit', stranger, 'not-found'],
  ])('is not given up by %s', async (_who, actor, code) => {
    await life.inHand();
    await life.beginLetter();
    await expect(drop(actor)).rejects.toMatchObject({ code });
  });
});

describe('rule 11: a letter is sent to be approved with evidence', () => {
  const send = (id: string, actor = officer) => life.get(SendReply).send(actor, id);

  it.each<[string, () => Promise<unknown>]>([
    ['files', () => life.addFile()],
    ['a reason for having none', () => life.get(KeepEvidence).stateNone(officer, life.id, NO_EVIDENCE)],
  ])('or is not sent: with %s it is', async (_what, evidence) => {
    await life.inHand();
    const letter = await writtenLetter();
    await expect(send(letter)).rejects.toMatchObject({
      code: 'ticket-act-barred',
      details: { message: expect.stringContaining('thêm tài liệu hoặc ghi lý do không có') as string },
    });
    expect(await letterState(letter)).toBe('editing');
    await evidence();
    await send(letter);
    await life.app.work();
    expect(await letterState(letter)).toBe('contentReview');
    expect((await life.now()).state).toBe('waitingApproval');
  });

  it('and not where its unit has nobody who could approve it', async () => {
    await life.inHand();
    const letter = await writtenLetter();
    await life.addFile();
    const headIs = (active: boolean) =>
      life.get(UnitOfWork).run((tx) => tx.update(StaffEntity, { id: head.id }, { active }));
    await headIs(false);
    await expect(send(letter)).rejects.toMatchObject({ code: 'draft-approver-missing' });
    expect(await letterState(letter)).toBe('editing');
    await headIs(true);
    await send(letter);
    expect(await letterState(letter)).toBe('contentReview');
  });

  it('and what its unit does not see is not sent at all', async () => {
    await life.inHand();
    const letter = await writtenLetter();
    await expect(send(letter, stranger)).rejects.toMatchObject({ code: 'not-found' });
    await life.addFile();
    await expect(send(letter, clerk)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('though one that went out before stays in a counted list until it is evidenced', async () => {
    await life.inHand();
    const letter = await writtenLetter();
    await life.get(ReviewDraft).send(officer, letter);
    await life.setLetter(letter, 'done');
    await life.hear(letter, 'released', '513/SGDĐT-GDTrH');
    const missing = async (actor = officer) => {
      const filter = { officerId: officer.id, waitsFor: 'evidence' } as const;
      const rows = await life.get(TicketQueries).page(actor, filter, null, 10);
      return [await life.get(TicketQueries).count(actor, filter), rows.map(({ id }) => id)];
    };
    expect(await missing()).toEqual([1, [life.id]]);
    const browser = await life.app.browserOf('ngoc');
    expect(textOf((await browser.get('/')).body)).toMatch(/Thiếu tài liệu chứng minh 1/u);
    expect(textOf((await browser.get(`/phieu/${life.id}`)).body)).toContain(
      'Thiếu tài liệu chứng minh Phiếu chưa đóng được.',
    );
    await life.addFile();
    expect(await missing()).toEqual([0, []]);
  });
});
