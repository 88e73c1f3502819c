import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { answeredDocument } from '../../src/tickets/application/intake/document-matters.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import {
  AskCitizen,
  ClassifyTicket,
  EndPauses,
  MergeTicket,
  RejectTicket,
  RejectUnfounded,
  ReturnTicket,
  WithdrawTicket,
} from '../../src/tickets/index.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { ANSWER, DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { promised } from '../support/promised.js';

const { clerk, officer, head } = PARTIES;
const SAME = 'Cùng một lớp học thêm, cùng khoản thu.';
const NOT_ANY_MORE = 'Người phản ánh gọi điện báo không cần trả lời nữa.';
const UNAUTHORISED = {
  reason: 'notAuthorised',
  text: 'Chưa có giấy tờ chứng minh việc đại diện cho phụ huynh.',
} as const;

let life: LifeOfATicket;
/** Merged into the first, though its sender may be another. */
let second: LifeOfATicket;
let third: LifeOfATicket;

async function another(): Promise<LifeOfATicket> {
  const { id, incomingDocumentId } = await life.app.receive();
  return life.another(id, incomingDocumentId);
}

async function merge(ticket: LifeOfATicket, into: LifeOfATicket): Promise<void> {
  const { code } = await into.now();
  await life.get(MergeTicket).merge(clerk, { ticketId: ticket.id, into: code, reason: SAME });
}

async function heard({ documentId }: LifeOfATicket): Promise<string[]> {
  const sent = await promised(life.rows, { aboutDocumentId: documentId, kind: 'status' });
  return sent.map(({ status }) => status ?? '').filter((status) => status !== '01' && status !== '03');
}

const withdraw = ({ id }: LifeOfATicket) => life.get(WithdrawTicket).withdraw(clerk, id, NOT_ANY_MORE);
const line = async ({ documentId: id }: LifeOfATicket) => life.rows.findOneByOrFail(IncomingDocumentEntity, { id });
const judge = (ticket: LifeOfATicket, nature: 'denunciation' | 'feedback') =>
  life.get(ClassifyTicket).classify(clerk, ticket.id, {
    ...{ level: 'normal', category: 'fees', nature, kind: 'feedback', complainedUnitId: null },
  });

beforeEach(async () => {
  life = await LifeOfATicket.begin('2026-03-16T08:00:00+07:00');
  [second, third] = [await another(), await another()];
  await merge(second, life);
  await merge(third, life);
});

afterEach(() => life.end());

describe('rule 18: when the sender of the ticket that goes on withdraws', () => {
  it('the ticket lives on for the others, where it is', async () => {
    await life.inHand();
    await withdraw(life);
    expect(await life.now()).toMatchObject({ state: 'verifying', open: true, ownEnd: 'withdrawn' });
    const [{ title } = { title: '' }] = await life.course();
    expect(title).toBe(
      `Người phản ánh rút phản ánh; phiếu giải quyết tiếp cho ${(await second.now()).code}, ${(await third.now()).code}`,
    );
    expect(await life.journalled('ticket.withdraw')).toBe(1);
    expect(await life.noticed(officer.id)).toContainEqual(expect.stringContaining('giải quyết tiếp'));
  });

  it('its document ends as withdrawn, and the others end with the answer', async () => {
    await withdraw(life);
    expect(await heard(life)).toEqual(['02']);
    expect(await line(life)).toMatchObject({ outcome: 'withdrawn', outcomeOn: '2026-03-16', joinedToId: null });
    life.app.clock.advance(DAY);
    await life.answered();
    expect(await heard(life)).toEqual(['02']);
    expect(await line(life)).toMatchObject({ outcome: 'withdrawn', outcomeOn: '2026-03-16' });
    for (const other of [second, third]) {
      expect((await heard(other)).at(-1)).toBe('06');
      expect(await line(other)).toMatchObject({ outcome: 'direct', outcomeOn: '2026-03-17' });
    }
    expect(await second.told('06')).toEqual([ANSWER]);
    expect((await line(second)).joinedToId).toBeNull();
    expect((await line(third)).joinedToId).toBe(second.documentId);
  });

  it('a letter answers the next document, and the rest hear where', async () => {
    await life.inHand();
    await withdraw(life);
    const letter = await life.beginLetter();
    expect(await answeredDocument(life.rows, await life.now())).toBe(second.documentId);
    await life.setLetter(letter, 'done');
    await life.hear(letter, 'released', '513/SGDĐT-GDTrH');
    await life.hear(letter, 'delivered', '513/SGDĐT-GDTrH');
    expect(await second.told('06')).toEqual(['Đã trả lời bằng văn bản số 513/SGDĐT-GDTrH.']);
    expect(await third.told('06')).toEqual([
      `Đã trả lời bằng văn bản số 513/SGDĐT-GDTrH tại phiếu ${(await life.now()).code}.`,
    ]);
    expect(await life.told('06')).toEqual([]);
  });

  it('waits until a letter that has gone to be approved comes back', async () => {
    await life.inHand();
    const letter = await life.beginLetter();
    await life.setLetter(letter, 'contentReview');
    await expect(withdraw(life)).rejects.toMatchObject({ code: 'letter-under-way' });
    expect(await life.now()).toMatchObject({ ownEnd: null });
    await life.setLetter(letter, 'editing');
    await withdraw(life);
  });

  it('is said once', async () => {
    await withdraw(life);
    await expect(withdraw(life)).rejects.toMatchObject({ code: 'ticket-act-barred' });
    expect(await heard(life)).toEqual(['02']);
  });

  it('the ticket ends with the last who withdraws', async () => {
    for (const one of [life, second, third]) await withdraw(one);
    expect(await life.now()).toMatchObject({ state: 'withdrawn', open: false });
    for (const one of [life, second, third]) {
      expect((await heard(one)).filter((status) => status === '02')).toEqual(['02']);
      expect(await line(one)).toMatchObject({ outcome: 'withdrawn' });
    }
  });

  it('stays withdrawn when the ticket itself is merged into another', async () => {
    await withdraw(life);
    const fourth = await another();
    await life
      .get(UnitOfWork)
      .run((tx) => tx.update(TicketEntity, { id: life.id }, { legalEndAt: new Date('2026-12-31') }));
    await merge(life, fourth);
    await fourth.answered();
    expect((await heard(life)).filter((status) => status !== '05')).toEqual(['02']);
    expect(await line(life)).toMatchObject({ outcome: 'withdrawn' });
    expect(await line(second)).toMatchObject({ outcome: 'direct', joinedToId: fourth.documentId });
  });
});

describe('rule 18: when the sender of a merged ticket withdraws', () => {
  it('ends that document alone, and the others hear on', async () => {
    await withdraw(second);
    expect(await second.now()).toMatchObject({ state: 'withdrawn', mergedIntoId: null });
    expect(await heard(second)).toEqual(['05', '02']);
    expect(await line(second)).toMatchObject({ outcome: 'withdrawn', joinedToId: null });
    expect((await life.course())[0]?.title).toContain('người phản ánh rút phản ánh');
    await life.answered();
    expect(await heard(second)).toEqual(['05', '02']);
    expect((await heard(life)).at(-1)).toBe('06');
  });

  it('is refused once the ticket that goes on has ended', async () => {
    await life.answered();
    await expect(withdraw(second)).rejects.toMatchObject({ code: 'ticket-act-barred' });
    expect(await second.now()).toMatchObject({ state: 'merged' });
  });
});

describe('rule 18: an end ends it for those for whom its ground holds', () => {
  it('what concerns who wrote ends that sender alone', async () => {
    await life.get(RejectTicket).reject(clerk, life.id, UNAUTHORISED);
    expect(await life.now()).toMatchObject({ state: 'received', ownEnd: 'rejected' });
    expect(await line(life)).toMatchObject({ outcome: 'rejected' });
    expect(await line(second)).toMatchObject({ outcome: null });
  });

  const JUDGED = {
    reason: 'judgmentInForce',
    text: 'Tòa án nhân dân thành phố đã có bản án có hiệu lực về việc này.',
  } as const;

  it('what concerns the matter ends it for all', async () => {
    await life.get(RejectTicket).reject(clerk, life.id, JUDGED);
    for (const one of [life, second, third]) expect(await line(one)).toMatchObject({ outcome: 'rejected' });
  });

  it('what concerns the matter ends it for the rest, where its own sender was refused before', async () => {
    await life.get(RejectTicket).reject(clerk, life.id, UNAUTHORISED);
    await life.get(RejectTicket).reject(clerk, life.id, JUDGED);
    expect(await life.now()).toMatchObject({ state: 'rejected', ownEnd: 'rejected' });
    expect(await heard(life)).toEqual(['02']);
    for (const one of [second, third]) expect((await heard(one)).at(-1)).toBe('02');
  });

  it('a merged ticket may be returned alone', async () => {
    const elsewhere = { agency: 'UBND phường Lê Chân', text: 'Phần này thuộc quản lý của phường.' };
    await life.get(ReturnTicket).return(clerk, second.id, elsewhere);
    expect(await line(second)).toMatchObject({ outcome: 'returned' });
    expect(await life.now()).toMatchObject({ open: true });
  });

  it('nobody ends for not having said what nobody asked', async () => {
    const [asked, later] = [await another(), await another()];
    await asked.inHand();
    await life.get(AskCitizen).ask(officer, asked.id, { text: 'Đề nghị gửi ảnh chụp phiếu thu có chữ ký.' });
    life.app.clock.advance(DAY);
    await life
      .get(UnitOfWork)
      .run((tx) => tx.update(TicketEntity, { id: later.id }, { legalEndAt: new Date('2026-12-31') }));
    await merge(later, asked);
    life.app.clock.advance(10 * DAY);
    await life.get(EndPauses).run();
    expect(await asked.now()).toMatchObject({ informationLapsed: true });
    const end = () =>
      life
        .get(RejectUnfounded)
        .reject(head, asked.id, { text: 'Đã đề nghị bổ sung mà không nhận được, chưa đủ căn cứ xem xét.' });
    await expect(end()).rejects.toMatchObject({ code: 'ticket-act-barred' });
    expect(await asked.now()).toMatchObject({ open: true });
    await withdraw(later);
    await end();
    expect(await asked.now()).toMatchObject({ state: 'rejected' });
  });
});

describe('rules 7 and 18: when the words of the ticket that goes on are no feedback', () => {
  it('the others go back to the desk, joined, and do not end with it', async () => {
    await life.inHand();
    await judge(life, 'denunciation');
    expect(await second.now()).toMatchObject({
      ...{ state: 'classified', open: true, mergedIntoId: null, leadUnitId: null, nature: 'feedback' },
    });
    expect(await third.now()).toMatchObject({ state: 'merged', mergedIntoId: second.id });
    const owed = (await second.deadlines('process')).filter(({ metAt, supersededAt }) => !metAt && !supersededAt);
    expect(owed).toMatchObject([{ reason: 'separation', startedAt: (await second.now()).startedAt }]);
    await life.get(ReturnTicket).return(clerk, life.id, {
      ...{ agency: 'Thanh tra thành phố', text: 'Nội dung là tố cáo, không xử lý như phản ánh.' },
    });
    expect(await line(life)).toMatchObject({ outcome: 'returned' });
    expect(await line(second)).toMatchObject({ outcome: null, joinedToId: null });
    expect(await line(third)).toMatchObject({ outcome: null, joinedToId: second.documentId });
    expect((await heard(second)).at(-1)).toBe('05');
    await second.answered();
    for (const one of [second, third]) expect((await heard(one)).at(-1)).toBe('06');
  });
});
