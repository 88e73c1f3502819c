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
  let house: TestApp;
  let first: TicketEntity;
  let second: TicketEntity;

  beforeEach(async () => {
    house = await TestApp.open();
    first = await house.receive({ subject: 'Mái nhà xe dột', text: 'Tôi là Bùi Văn Khải. Nhà xe dột.' });
    second = await house.receive({
      subject: 'Thu tiền sửa nhà xe',
      text: 'Tôi là Hoài, số 0933 444 555. Trường thu tiền sửa nhà xe.',
      sender: { ...HOAI, keepSecret: true },
    });
    const about = { nature: 'feedback', kind: 'feedback', level: 'normal' } as const;
    const classify = house.app.get(ClassifyTicket);
    await classify.execute(CLERK, first.id, { ...about, category: 'facilities', complainedUnitId: null });
    await classify.execute(CLERK, second.id, { ...about, category: 'fees', complainedUnitId: 'nui-voi' });
    await house.app.get(AssignTicket).execute(CLERK, { ticketId: first.id, unitId: 'nui-voi', officerId: 'luc' });
    await house.app.get(WorkOnTicket).accept(SCHOOL, first.id);
    const reason = 'Chị Hoài, số 0933 444 555, kể cùng một việc với anh Khải.';
    await house.app.get(MergeTicket).execute(CLERK, { ticketId: second.id, into: first.code, reason });
  });
  afterEach(() => house.close());

  const reader = () => house.app.get(TicketReader);

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
    const reveal = house.app.get(RevealIdentity);
    expect(await reveal.execute(SCHOOL, first.id, PURPOSE)).toMatchObject({ senderName: 'Bùi Văn Khải' });
    await expect(reveal.execute(SCHOOL, second.id, PURPOSE)).rejects.toMatchObject({
      code: 'ticket-identity-withheld',
    });
  });

  it('rule 21: what is said to one citizen names nobody to the other', async () => {
    const text = 'Đã xin lỗi anh Bùi Văn Khải và cháu Bùi Bảo Châu, số 0900 000 142.';
    const note = { field: 'result', audience: 'hotline', text, verbatim: true } as const;
    await house.app.get(WorkOnTicket).note(SCHOOL, first.id, note);
    const heard = async ({ incomingDocumentId }: TicketEntity): Promise<string> => {
      const rows = await house.app
        .get(Database)
        .reader.getRepository(DispatchEntity)
        .findBy({ aboutDocumentId: incomingDocumentId });
      return rows.map(({ description }) => description ?? '').join('\n');
    };
    expect(await heard(first)).toContain(text);
    expect(await heard(second)).toContain('Đã xin lỗi anh [tên người] và cháu [tên học sinh], số [số điện thoại].');
  });

  it('rule 21: nobody of the unit learns that a hidden sender wrote from the telephone of a known one', async () => {
    const third = await house.receive({
      subject: 'Cây đổ',
      text: 'Cây ngoài cổng đổ.',
      sender: { ...HOAI, keepSecret: true },
    });
    const fourth = await house.receive({ subject: 'Ồn', text: 'Loa phát to.', sender: { ...HOAI, keepSecret: true } });
    const about = { nature: 'feedback', kind: 'feedback', level: 'normal', category: 'fees' } as const;
    await house.app.get(ClassifyTicket).execute(CLERK, fourth.id, { ...about, complainedUnitId: 'nui-voi' });
    const found = async (actor: Actor) =>
      (await house.app.get(FindDuplicates).of(actor, third.id)).map(({ ticket }) => ticket.code);
    expect(await found(CLERK)).toContain(fourth.code);
    expect(await found(SUPERVISOR_OF_THE_SCHOOL)).not.toContain(fourth.code);
  });
});
