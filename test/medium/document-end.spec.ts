import {
  BeginReply,
  MergeTicket,
  RejectTicket,
  ReopenTicket,
  ReturnTicket,
  SplitTicket,
  WithdrawTicket,
} from '../../src/tickets/index.js';
import { IncomingDocumentEntity, RegisterExport } from '../../src/documents/index.js';
import { wholeYear } from '../../src/documents/domain/register-span.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { readXlsxTable } from '../../src/files/index.js';
import type { Matter } from '../../src/tickets/domain/split.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { ANSWER, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { promised } from '../support/promised.js';

const { clerk, officer } = PARTIES;
const ELSEWHERE = { agency: 'UBND phường Lê Chân', text: 'Cổng phụ thuộc quản lý của phường.' };
const REJECTION = {
  reason: 'alreadyAnswered',
  text: 'Việc này Sở đã trả lời bằng văn bản trong tháng trước.',
} as const;
const GATE: Matter = {
  subject: 'Cổng trường bị hỏng',
  words: 'Cổng trường bị hỏng nặng.',
  category: 'facilities',
  level: 'simple',
};

let life: LifeOfATicket;

beforeEach(async () => {
  life = await LifeOfATicket.begin('2026-03-16T08:00:00+07:00');
});

afterEach(() => life.end());

async function part(): Promise<LifeOfATicket> {
  const [gate] = await life.get(SplitTicket).split(clerk, { ticketId: life.id, further: [GATE] });
  return life.another(gate?.id ?? '');
}

/** The letter of a ticket that is in hand, released under a number. */
async function released(ticket: LifeOfATicket, number: string): Promise<string> {
  const letter = await life.get(BeginReply).begin(officer, ticket.id);
  await ticket.setLetter(letter, 'done');
  await ticket.hear(letter, 'released', number);
  return letter;
}

/** All statuses about the document, in the order of promising, without those of the register. */
async function heard(): Promise<string[]> {
  const sent = await promised(life.rows, { aboutDocumentId: life.documentId, kind: 'status' });
  return sent.map(({ status }) => status ?? '').filter((status) => status !== '01' && status !== '03');
}

describe('the last status about a document', () => {
  it('follows the receipt of the letter, once in each cycle', async () => {
    await life.inHand();
    const first = await released(life, '513/SGDĐT-GDTrH');
    expect(await life.told('06')).toEqual([]);
    await life.hear(first, 'delivered', '513/SGDĐT-GDTrH');
    expect(await life.told('06')).toEqual(['Đã trả lời bằng văn bản số 513/SGDĐT-GDTrH.']);
    await life.get(ReopenTicket).reopen(clerk, life.id, 'Việc thu tiền vẫn còn ở lớp khác.');
    await life.inHand();
    const second = await released(life, '514/SGDĐT-GDTrH');
    await life.hear(second, 'delivered', '514/SGDĐT-GDTrH');
    expect(await life.told('06')).toEqual([
      'Đã trả lời bằng văn bản số 513/SGDĐT-GDTrH.',
      'Đã trả lời bằng văn bản số 514/SGDĐT-GDTrH.',
    ]);
  });

  it('says nothing of a letter whose ticket has come back before it arrived', async () => {
    await life.inHand();
    const letter = await released(life, '513/SGDĐT-GDTrH');
    await life.get(ReopenTicket).reopen(clerk, life.id, 'Việc thu tiền vẫn còn ở lớp khác.');
    await life.hear(letter, 'delivered', '513/SGDĐT-GDTrH');
    expect(await life.told('06')).toEqual([]);
  });

  it('rule 19: waits for the last matter of a letter that was split', async () => {
    const gate = await part();
    await life.get(ReturnTicket).return(clerk, life.id, ELSEWHERE);
    expect(await heard()).toEqual(['05']);
    await gate.inHand();
    await gate.answerAgain();
    expect((await heard()).slice(-2)).toEqual(['05', '06']);
    expect(await life.told('05')).toContain(ANSWER);
    expect(await life.told('06')).toEqual(['Đã giải quyết xong 2 nội dung của văn bản: 1 đã trả lời, 1 chuyển trả.']);
    expect(await life.told('02')).toEqual([]);
  });

  it('rule 19: is 02 where none of its matters was answered', async () => {
    const gate = await part();
    await life.get(ReturnTicket).return(clerk, life.id, ELSEWHERE);
    await life.get(RejectTicket).reject(clerk, gate.id, REJECTION);
    expect(await heard()).toEqual(['05', '05', '02']);
    expect(await life.told('02')).toEqual([
      'Đã giải quyết xong 2 nội dung của văn bản: 1 chuyển trả, 1 không tiếp nhận.',
    ]);
  });

  it('rule 19: waits for a letter about one of them that has not arrived', async () => {
    const gate = await part();
    await gate.inHand();
    const letter = await released(gate, '513/SGDĐT-GDTrH');
    await life.get(UnitOfWork).run((tx) =>
      tx.insert(DispatchEntity, {
        ...{ id: 'on-its-way', aboutDocumentId: life.documentId, kind: 'document', status: null, description: null },
        ...{ outgoingDocumentId: 'letter', consignmentId: 'reply', sha256: null, createdAt: new Date() },
        ...{ sentAt: null, receiptId: null, failure: null },
      }),
    );
    await life.get(ReturnTicket).return(clerk, life.id, ELSEWHERE);
    expect(await life.told('06')).toEqual([]);
    await life.get(UnitOfWork).run((tx) => tx.update(DispatchEntity, { id: 'on-its-way' }, { sentAt: new Date() }));
    await life.hear(letter, 'delivered', '513/SGDĐT-GDTrH');
    expect(await life.told('06')).toEqual(['Đã giải quyết xong 2 nội dung của văn bản: 1 đã trả lời, 1 chuyển trả.']);
  });

  it('rules 18 and 19: a part that is merged back into its whole doubles nothing', async () => {
    const gate = await part();
    const { code: into } = await life.now();
    const reason = 'Cùng một việc, xử lý chung trong một phiếu.';
    await life
      .get(UnitOfWork)
      .run((tx) => tx.update(TicketEntity, { id: gate.id }, { legalEndAt: new Date('2026-12-31T00:00:00Z') }));
    await life.get(MergeTicket).merge(clerk, { ticketId: gate.id, into, reason });
    await life.answered();
    expect(await heard()).toEqual(['05', '04', '05', '06']);
    expect(await life.told('06')).toEqual([ANSWER]);
  });
});

describe('the line of a document in the register', () => {
  it('shows what became of it, and nothing once it has come back', async () => {
    await life.inHand();
    expect(await life.document()).toMatchObject({ outcome: null, joinedToId: null });
    await released(life, '513/SGDĐT-GDTrH');
    expect(await life.document()).toMatchObject({ outcome: 'letter', outcomeOn: '2026-03-16' });
    await life.get(ReopenTicket).reopen(clerk, life.id, 'Việc thu tiền vẫn còn ở lớp khác.');
    expect(await life.document()).toMatchObject({ outcome: null, outcomeOn: null });
    await life.get(WithdrawTicket).withdraw(clerk, life.id, 'Người phản ánh gọi điện báo không cần trả lời nữa.');
    expect(await life.document()).toMatchObject({ outcome: 'withdrawn', outcomeOn: '2026-03-16' });
  });

  it('rule 19: waits for the last matter of a letter that was split', async () => {
    const gate = await part();
    await life.get(ReturnTicket).return(clerk, life.id, ELSEWHERE);
    expect(await life.document()).toMatchObject({ outcome: null });
    await life.get(RejectTicket).reject(clerk, gate.id, REJECTION);
    expect(await life.document()).toMatchObject({ outcome: 'returned' });
  });

  it('rule 18: ends with the document into whose ticket it was merged, and says with which', async () => {
    const reason = 'Cùng một lớp học thêm, cùng khoản thu.';
    const [second, third] = [await life.app.receive(), await life.app.receive()];
    const { code } = await life.now();
    const documentOf = ({ incomingDocumentId: id }: TicketEntity) =>
      life.rows.findOneByOrFail(IncomingDocumentEntity, { id });
    await life.get(MergeTicket).merge(clerk, { ticketId: third.id, into: second.code, reason });
    await life.get(MergeTicket).merge(clerk, { ticketId: second.id, into: code, reason });
    for (const merged of [second, third]) {
      expect(await documentOf(merged)).toMatchObject({ outcome: null, joinedToId: life.documentId });
    }
    await life.answered();
    for (const merged of [second, third]) {
      expect(await documentOf(merged)).toMatchObject({ outcome: 'direct', joinedToId: life.documentId });
    }
    const { arrivalNumber } = await documentOf(third);
    const sheet = await readXlsxTable(await life.get(RegisterExport).xlsx(wholeYear('tracking', 2026)), 5000);
    const line = sheet.ok ? sheet.table.find(([number]) => number === String(arrivalNumber)) : [];
    expect(line?.slice(4)).toEqual([
      'Đã trả lời, 16/03/2026',
      '',
      'Giải quyết chung với văn bản đến số 1, 16/03/2026; Trả lời trực tiếp ngày 16/03/2026',
    ]);
  });
});
