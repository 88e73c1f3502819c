import type { Actor } from '../../src/kernel/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import {
  AcceptTicket,
  AssignTicket,
  ClassifyTicket,
  CompleteTicket,
  RejectTicket,
  ReturnTicket,
  type Classification,
} from '../../src/tickets/index.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import { TicketRefusalEntity } from '../../src/tickets/persistence/intake.entities.js';
import { TicketDeadlineEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';

const CLERK: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };
const OFFICER: Actor = { id: 'ngoc', name: 'Nguyễn Thị Hồng Ngọc', unitId: 'gdtrh', roles: ['contactOfficer'] };
const HOUR = 3_600_000;
const WHY = 'Việc quản lý vỉa hè trước cổng trường thuộc Ủy ban nhân dân phường.';

let app: TestApp;
let ticket: TicketEntity;

beforeEach(async () => {
  app = await TestApp.open();
  ticket = await app.receive();
});

afterEach(() => app.close());

const rows = () => app.nest.get(Database).reader.manager;
const now = () => rows().findOneByOrFail(TicketEntity, { id: ticket.id });
const period = (duty: string) =>
  rows().find(TicketDeadlineEntity, { where: { ticketId: ticket.id, duty }, order: { revision: 'ASC' } });
const told = async (status: string) =>
  (await rows().findBy(DispatchEntity, { aboutDocumentId: ticket.incomingDocumentId, status: status as '02' })).map(
    ({ description }) => description,
  );
const lines = () => app.nest.get(TicketQueries).entriesOf(ticket.id);

function judged(change: Partial<Classification> = {}): Classification {
  return { level: 'normal', category: 'fees', nature: 'feedback', kind: 'petition', complainedUnitId: null, ...change };
}

const classify = (change: Partial<Classification>) =>
  app.nest.get(ClassifyTicket).classify(CLERK, ticket.id, judged(change));

describe('taking a ticket', () => {
  it('rule 5: meets the period for taking it and sets the one for handing it out running', async () => {
    app.clock.advance(HOUR);
    await app.nest.get(AcceptTicket).accept(CLERK, ticket.id);
    expect(await now()).toMatchObject({ state: 'accepted', open: true, dueAt: ticket.dueAt });
    const [acknowledge] = await period('acknowledge');
    expect(acknowledge?.metAt).toEqual(app.clock.now());
    expect(acknowledge?.metAt?.getTime()).toBeLessThan(acknowledge?.legalEndAt.getTime() ?? 0);
    expect(await period('assign')).toMatchObject([{ startedAt: app.clock.now(), metAt: null }]);
  });

  it('rule 5: one taken after its period keeps both times, so that the delay can be seen', async () => {
    app.clock.advance(30 * HOUR);
    await app.nest.get(AcceptTicket).accept(CLERK, ticket.id);
    const [acknowledge] = await period('acknowledge');
    expect(acknowledge?.metAt?.getTime()).toBeGreaterThan(acknowledge?.legalEndAt.getTime() ?? Infinity);
  });

  it('is refused to those who do not sit at the desk', async () => {
    const leader: Actor = { ...OFFICER, roles: ['supervisor'] };
    await expect(app.nest.get(AcceptTicket).accept(leader, ticket.id)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await now()).toMatchObject({ state: 'received', version: ticket.version });
  });
});

describe('classifying a ticket', () => {
  it('rule 3: another level counts the period anew from its old start and says both dates', async () => {
    await classify({ level: 'complex' });
    const after = await now();
    expect(after).toMatchObject({ state: 'classified', level: 'complex' });
    expect(after.dueAt.getTime()).toBeGreaterThan(ticket.dueAt.getTime());
    const [first, second] = await period('process');
    expect(first).toMatchObject({ dueAt: ticket.dueAt, supersededAt: app.clock.now() });
    expect(second).toMatchObject({ reason: 'level', startedAt: ticket.startedAt, dueAt: after.dueAt, amount: 10 });
    expect((await lines())[0]?.text).toMatch(
      /Hạn trả lời cũ \d\d:\d\d ngày 25\/03\/2026, hạn mới \d\d:\d\d ngày 01\/04\/2026\./u,
    );
  });

  it('rule 3: the same level and category leave the period alone', async () => {
    await classify({ level: ticket.level, category: ticket.category });
    expect(await period('process')).toHaveLength(1);
    expect((await now()).dueAt).toEqual(ticket.dueAt);
  });

  it('from a ticket just received also takes it', async () => {
    await classify({});
    expect((await period('acknowledge'))[0]?.metAt).not.toBeNull();
    expect(await period('assign')).toHaveLength(1);
  });

  it('refuses the second of two clerks who judge what they have seen at once', async () => {
    const seen = (await now()).version;
    const judge = (change: Partial<Classification>) =>
      app.nest.get(ClassifyTicket).classify(CLERK, ticket.id, { ...judged(change), seen });
    await judge({ level: 'urgent' });
    await expect(judge({ level: 'complex' })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await now()).toMatchObject({ level: 'urgent' });
    expect(await period('process')).toHaveLength(2);
  });

  it.each(['complaint', 'denunciation', 'stateSecret', 'emergency'] as const)(
    'rule 7: what is %s goes to no unit, and is returned with a prepared text',
    async (nature) => {
      await classify({ nature });
      const handOver = { ticketId: ticket.id, unitId: 'gdtrh', officerId: 'ngoc' };
      await expect(app.nest.get(AssignTicket).assign(CLERK, handOver)).rejects.toMatchObject({
        code: 'ticket-act-barred',
        details: { guard: 'isFeedback' },
      });
      await app.nest.get(ReturnTicket).return(CLERK, ticket.id, { agency: 'Thanh tra thành phố', text: WHY });
      expect(await now()).toMatchObject({ state: 'returned', nature });
      const [heard = ''] = await told('02');
      expect(heard).not.toContain('không thuộc thẩm quyền');
      // Of a denunciation not even that it is one.
      const mayBeSaid =
        nature === 'denunciation' ? /^Nội dung thuộc loại đơn được xử lý theo quy định riêng\.$/u : /Thanh tra/u;
      expect(heard).toMatch(mayBeSaid);
    },
  );
});

describe('returning a ticket', () => {
  it('rule 5: tells the hotline the reason and the competent agency, and stops the clock', async () => {
    await app.nest.get(ReturnTicket).return(CLERK, ticket.id, { agency: 'UBND phường Lê Chân', text: WHY });
    expect(await now()).toMatchObject({ state: 'returned', open: false });
    expect(await told('02')).toEqual([expect.stringMatching(/UBND phường Lê Chân.*Việc quản lý vỉa hè/u)]);
    for (const duty of ['process', 'acknowledge', 'returnNotCompetent'])
      expect((await period(duty))[0]?.metAt).toEqual(app.clock.now());
    expect(await rows().findBy(TicketRefusalEntity, { ticketId: ticket.id })).toMatchObject([
      { kind: 'returned', agency: 'UBND phường Lê Chân', text: WHY, reason: null },
    ]);
  });

  it.each([
    ['agency', { agency: ' ', text: WHY }],
    ['text', { agency: 'UBND phường Lê Chân', text: 'Không' }],
  ])('rule 5: without its %s it does not go out and nothing changes', async (field, given) => {
    await expect(app.nest.get(ReturnTicket).return(CLERK, ticket.id, given)).rejects.toMatchObject({
      code: 'input-invalid',
      details: { field },
    });
    expect(await now()).toMatchObject({ state: 'received', version: ticket.version });
    expect(await told('02')).toEqual([]);
  });
});

describe('refusing a ticket', () => {
  const rejection = { reason: 'judgmentInForce', text: 'Việc này đã có bản án phúc thẩm ngày 02/02/2026.' } as const;

  it('rule 6: keeps the reason code and shows the citizen the ground and the text', async () => {
    await app.nest.get(RejectTicket).reject(CLERK, ticket.id, rejection);
    expect(await now()).toMatchObject({ state: 'rejected', open: false });
    expect(await rows().findBy(TicketRefusalEntity, { ticketId: ticket.id })).toMatchObject([
      { kind: 'rejected', ...rejection, agency: null },
    ]);
    expect(await told('02')).toEqual([expect.stringMatching(/Tòa án.*điểm i.*bản án phúc thẩm/u)]);
  });

  it('rule 6: a text shorter than the policy demands does not go out and nothing changes', async () => {
    const short = { ...rejection, text: 'Không thuộc thẩm quyền' };
    await expect(app.nest.get(RejectTicket).reject(CLERK, ticket.id, short)).rejects.toMatchObject({
      code: 'input-invalid',
      details: { field: 'text' },
    });
    expect(await now()).toMatchObject({ state: 'received', version: ticket.version });
    expect(await told('02')).toEqual([]);
  });

  it('leaves the citizen a window in which to come back', async () => {
    await app.nest.get(RejectTicket).reject(CLERK, ticket.id, rejection);
    expect((await now()).reopenEndsAt?.getTime()).toBeGreaterThan(app.clock.now().getTime());
  });

  it('two people who act at once: one wins, the other is told, nothing is done twice', async () => {
    const both = await Promise.allSettled([
      app.nest.get(RejectTicket).reject(CLERK, ticket.id, rejection),
      app.nest.get(ReturnTicket).return(CLERK, ticket.id, { agency: 'UBND phường Lê Chân', text: WHY }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rows().countBy(TicketRefusalEntity, { ticketId: ticket.id })).toBe(1);
    expect(await told('02')).toHaveLength(1);
  });
});

describe('a message that brought no form', () => {
  const form = {
    subject: 'Thu tiền học thêm',
    place: 'Trường THPT Núi Voi',
    kind: 'feedback',
    senderName: '',
    senderPhone: '+84 900 000 142',
    senderEmail: '',
    senderAddress: '',
    keepSecret: true,
  } as const;

  it('is completed without a change to the citizen’s words', async () => {
    await app.nest.get(CompleteTicket).complete(CLERK, ticket.id, form);
    expect(await now()).toMatchObject({
      subject: form.subject,
      place: form.place,
      kind: 'feedback',
      state: 'received',
      words: ticket.words,
      phoneKey: '0900000142',
      anonymous: false,
      complete: true,
      dueAt: ticket.dueAt,
    });
  });

  it('keeps what is known of the sender where a line is left empty', async () => {
    await app.nest.get(CompleteTicket).complete(CLERK, ticket.id, { ...form, senderPhone: '' });
    const { senderName, senderPhone, senderEmail } = ticket;
    expect(await now()).toMatchObject({ senderName, senderPhone, senderEmail });
    expect(senderName).not.toBe('');
  });

  it('is completed by one of two clerks who have seen the same; the other looks again', async () => {
    const seen = (await now()).version;
    const complete = (subject: string) =>
      app.nest.get(CompleteTicket).complete(CLERK, ticket.id, { ...form, subject, seen });
    await complete('Thu tiền học thêm môn Toán');
    await expect(complete('Thu tiền')).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await now()).toMatchObject({ subject: 'Thu tiền học thêm môn Toán' });
  });

  it('takes no e-mail that nobody can write to', async () => {
    const wrong = { ...form, senderEmail: 'khai' };
    await expect(app.nest.get(CompleteTicket).complete(CLERK, ticket.id, wrong)).rejects.toMatchObject({
      details: { field: 'senderEmail' },
    });
  });
});
