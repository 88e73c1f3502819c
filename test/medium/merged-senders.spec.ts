import type { Actor, Role } from '../../src/kernel/actor.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { Database } from '../../src/platform/database/database.js';
import {
  AssignTicket,
  ClassifyTicket,
  FindDuplicates,
  MergeTicket,
  RevealIdentity,
  TicketReader,
  WithdrawTicket,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';

const person = (id: string, unitId: string, ...roles: Role[]): Actor => ({ id, name: id, unitId, roles });
const CLERK = person('vanthu', 'van-phong', 'registryClerk');
const SCHOOL = person('luc', 'nui-voi', 'contactOfficer');
const SUPERVISOR_OF_THE_SCHOOL = person('luc', 'nui-voi', 'contactOfficer', 'supervisor');

const HOAI = { name: 'Lương Thị Hoài', phone: '0933 444 555', email: 'hoai.lt@example.com', address: '' };
const HOAI_TRACES = /Hoài|0933|hoai\.lt/u;
const PURPOSE = 'Gọi xác minh nội dung phản ánh';

describe('rule 21: two tickets that were merged, the second about the unit that has the first', () => {
  let app: TestApp;
  let first: TicketEntity;
  let second: TicketEntity;

  beforeEach(async () => {
    app = await TestApp.open();
    first = await app.receive({ subject: 'Mái nhà xe dột', text: 'Tôi là Bùi Văn Khải. Nhà xe dột.' });
    second = await app.receive({
      subject: 'Thu tiền sửa nhà xe',
      text: 'Tôi là Hoài, số 0933 444 555. Trường thu tiền sửa nhà xe.',
      sender: { ...HOAI, keepSecret: true },
    });
    const about = { nature: 'feedback', kind: 'feedback', level: 'normal' } as const;
    const classifyTicket = app.nest.get(ClassifyTicket);
    await classifyTicket.classify(CLERK, first.id, { ...about, category: 'facilities', complainedUnitId: null });
    await classifyTicket.classify(CLERK, second.id, { ...about, category: 'fees', complainedUnitId: 'nui-voi' });
    await app.nest.get(AssignTicket).assign(CLERK, { ticketId: first.id, unitId: 'nui-voi', officerId: 'luc' });
    await app.nest.get(WorkOnTicket).accept(SCHOOL, first.id);
    const reason = 'Chị Hoài, số 0933 444 555, kể cùng một việc với anh Khải.';
    await app.nest.get(MergeTicket).merge(CLERK, { ticketId: second.id, into: first.code, reason });
  });
  afterEach(() => app.close());

  const reader = () => app.nest.get(TicketReader);

  async function everythingAbout(actor: Actor, id: string): Promise<string> {
    const ticket = await reader().one(actor, id);
    return JSON.stringify([ticket, await reader().courseOf(actor, ticket), await reader().lifeOf(actor, ticket)]);
  }

  it('rule 21: reads in neither who wrote the second, and in the first who wrote the first', async () => {
    const read = await everythingAbout(SCHOOL, first.id);
    expect(read).not.toMatch(HOAI_TRACES);
    expect(read).toContain('Tôi là Bùi Văn Khải');
    expect(read).toContain('kể cùng một việc với anh Khải');
    expect(await everythingAbout(SCHOOL, second.id)).not.toMatch(HOAI_TRACES);
    expect(await everythingAbout(CLERK, first.id)).toContain('Chị Hoài');
  });

  it('rule 21: may have the sender of the first shown, and not that of the second', async () => {
    const revealIdentity = app.nest.get(RevealIdentity);
    expect(await revealIdentity.reveal(SCHOOL, first.id, PURPOSE)).toMatchObject({ senderName: 'Bùi Văn Khải' });
    await expect(revealIdentity.reveal(SCHOOL, second.id, PURPOSE)).rejects.toMatchObject({
      code: 'ticket-identity-withheld',
    });
  });

  const TEXT = 'Đã xin lỗi anh Bùi Văn Khải và cháu Bùi Bảo Châu, số 0900 000 142.';
  const WITHOUT_PEOPLE = 'Đã xin lỗi anh [tên người] và cháu [tên học sinh], số [số điện thoại].';

  async function told(text: string): Promise<void> {
    const note = { field: 'result', audience: 'hotline', text, verbatim: true } as const;
    await app.nest.get(WorkOnTicket).note(SCHOOL, first.id, note);
  }

  async function heard(documentId: string): Promise<string> {
    const where = { aboutDocumentId: documentId };
    const rows = await app.nest.get(Database).reader.getRepository(DispatchEntity).findBy(where);
    return rows.map(({ description }) => description ?? '').join('\n');
  }

  async function joined(name: string, phone: string): Promise<TicketEntity> {
    const sender = { name, phone, email: '', address: '', keepSecret: true };
    const ticket = await app.receive({ subject: 'Nhà xe dột', text: 'Nhà xe dột đã lâu.', sender });
    const reason = 'Cùng một nhà xe, cùng một khoản thu.';
    await app.nest.get(MergeTicket).merge(CLERK, { ticketId: ticket.id, into: first.code, reason });
    return ticket;
  }

  const withdrawn = ({ id }: TicketEntity) =>
    app.nest.get(WithdrawTicket).withdraw(CLERK, id, 'Người phản ánh gọi điện báo không cần trả lời nữa.');

  it('rule 21: what is said to one citizen names nobody to the other', async () => {
    await told(TEXT);
    expect(await heard(first.incomingDocumentId)).toContain(TEXT);
    expect(await heard(second.incomingDocumentId)).toContain(WITHOUT_PEOPLE);
  });

  it('rule 21: the sender reads the same in a second message', async () => {
    const again = await app.receiveAgain(first);
    await told(TEXT);
    expect(await heard(again)).toContain(TEXT);
  });

  it('rule 21: what is said once its own sender has withdrawn is written for the next', async () => {
    const third = await joined('Vũ Đức Thịnh', '0911 222 333');
    await withdrawn(first);
    const text = 'Đã trả lại tiền cho chị Lương Thị Hoài, số 0933 444 555.';
    await told(text);
    expect(await heard(second.incomingDocumentId)).toContain(text);
    expect(await heard(third.incomingDocumentId)).toContain('cho chị [tên người], số [số điện thoại].');
    expect(await heard(first.incomingDocumentId)).not.toContain('Đã trả lại tiền');
  });

  it('rule 21: nobody hears what is known of another whose ticket was merged, even where only that tells a name', async () => {
    const third = await joined('Vũ Đức Thịnh', '0911 222 333');
    await told('Theo vu duc thinh và luong thi hoai, tiền đã trả lại đủ.');
    expect(await heard(second.incomingDocumentId)).not.toContain('vu duc thinh');
    expect(await heard(third.incomingDocumentId)).not.toContain('luong thi hoai');
  });

  it('rule 21: nobody of the unit learns that a hidden sender wrote from the telephone of a known one', async () => {
    const third = await app.receive({
      subject: 'Cây đổ',
      text: 'Cây ngoài cổng đổ.',
      sender: { ...HOAI, keepSecret: true },
    });
    const fourth = await app.receive({ subject: 'Ồn', text: 'Loa phát to.', sender: { ...HOAI, keepSecret: true } });
    const about = { nature: 'feedback', kind: 'feedback', level: 'normal', category: 'fees' } as const;
    await app.nest.get(ClassifyTicket).classify(CLERK, fourth.id, { ...about, complainedUnitId: 'nui-voi' });
    const found = async (actor: Actor) =>
      (await app.nest.get(FindDuplicates).of(actor, third.id)).map(({ ticket }) => ticket.code);
    expect(await found(CLERK)).toContain(fourth.code);
    expect(await found(SUPERVISOR_OF_THE_SCHOOL)).not.toContain(fourth.code);
  });
});
