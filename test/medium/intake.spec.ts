import { DomainError } from '../../src/kernel/domain-error.js';
import type { Actor } from '../../src/kernel/actor.js';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { Database } from '../../src/platform/database/database.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { TakeFeedback, type TakeFeedbackCommand } from '../../src/tickets/index.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import { TicketIntakeEntity, TicketRefusalEntity } from '../../src/tickets/persistence/intake.entities.js';
import { TicketFileEntity } from '../../src/tickets/persistence/life.entities.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';
import { tracesOf } from '../support/traces.js';

const CLERK: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };

let app: TestApp;
let takeFeedback: TakeFeedback;

beforeEach(async () => {
  app = await TestApp.open();
  takeFeedback = app.nest.get(TakeFeedback);
});

afterEach(() => app.close());

function told(
  token: string,
  feedback: Partial<TakeFeedbackCommand['feedback']> = {},
  files: TakeFeedbackCommand['files'] = [],
): TakeFeedbackCommand {
  return {
    token,
    feedback: {
      channel: 'call',
      receivedAt: new Date('2026-03-18T01:40:00Z'),
      subject: 'Thu tiền học thêm',
      words: 'Nhà trường thu tiền học thêm môn Toán mỗi tháng 450.000 đồng.',
      place: 'Trường THPT Núi Voi',
      category: 'fees',
      level: 'normal',
      kind: 'feedback',
      complainedUnitId: 'nui-voi',
      senderName: 'Bùi Văn Khải',
      senderPhone: '0900 000 142',
      senderEmail: '',
      senderAddress: '',
      keepSecret: false,
      ...feedback,
    },
    files,
  };
}

const rows = () => app.nest.get(Database).reader.manager;

describe('feedback that a clerk takes', () => {
  it('stands among the tickets and in the incoming register as a pair, measured from when it was received', async () => {
    const { ticketId, decision } = await takeFeedback.take(CLERK, told('t-1'));
    const ticket = await rows().findOneByOrFail(TicketEntity, { id: ticketId });
    expect(decision).toBe('accept');
    expect(ticket).toMatchObject({
      code: 'PAKN.20260318.0001',
      state: 'received',
      hotlineCode: null,
      channel: 'call',
      takenById: 'vanthu',
      complainedUnitId: 'nui-voi',
      phoneKey: '0900000142',
      anonymous: false,
      startedAt: new Date('2026-03-18T01:40:00Z'),
    });
    const document = await rows().findOneByOrFail(IncomingDocumentEntity, { id: ticket.incomingDocumentId });
    expect(document).toMatchObject({
      arrivalNumber: 1,
      documentId: ticket.code,
      code: 'Không số',
      typeName: 'Phản ánh',
    });
  });

  it('names nobody in the register, which the whole staff reads', async () => {
    const { ticketId } = await takeFeedback.take(CLERK, told('t-1'));
    const { incomingDocumentId } = await rows().findOneByOrFail(TicketEntity, { id: ticketId });
    const document = await rows().findOneByOrFail(IncomingDocumentEntity, { id: incomingDocumentId });
    expect(document.senderName).toBe('Tổ chức, cá nhân (gọi điện thoại)');
    expect(tracesOf(document, ['Khải', '0900 000 142'])).toEqual([]);
  });

  it('is shown in the e-office, so that a letter can answer it', async () => {
    const { ticketId } = await takeFeedback.take(CLERK, told('t-1'));
    const { incomingDocumentId: id } = await rows().findOneByOrFail(TicketEntity, { id: ticketId });
    await app.work();
    expect((await rows().findOneByOrFail(IncomingDocumentEntity, { id })).eOfficeId).toBe('IN-1');
  });

  it('rule 1: a form pressed twice, even at once, makes one ticket and one line of the register', async () => {
    const twice = await Promise.all([takeFeedback.take(CLERK, told('t-1')), takeFeedback.take(CLERK, told('t-1'))]);
    const again = await takeFeedback.take(CLERK, told('t-1'));
    expect(new Set([...twice, again].map(({ ticketId }) => ticketId)).size).toBe(1);
    expect(await rows().count(TicketEntity)).toBe(1);
    expect(await rows().count(IncomingDocumentEntity)).toBe(1);
  });

  it('keeps the files it came with', async () => {
    const content = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
    const file = { name: 'Biên lai.pdf', mediaType: 'application/pdf', content };
    const { ticketId } = await takeFeedback.take(CLERK, told('t-1', {}, [file]));
    const [kept] = await rows().findBy(TicketFileEntity, { ticketId });
    expect(kept).toMatchObject({ name: 'Biên lai.pdf', purpose: 'intake', size: content.length, addedById: 'vanthu' });
    expect(await app.nest.get(FileStore).get(kept?.sha256 ?? '')).toEqual(file.content);
  });
});

describe('an unknown sender', () => {
  const nobody = { senderName: '', senderPhone: '' };

  it('rule 2: is refused by rule with ticket, ground and line in the register; nothing disappears', async () => {
    const { ticketId, decision } = await takeFeedback.take(CLERK, told('t-1', nobody));
    expect(decision).toBe('reject');
    const ticket = await rows().findOneByOrFail(TicketEntity, { id: ticketId });
    expect(ticket).toMatchObject({ state: 'rejected', open: false, anonymous: true });
    const [refusal] = await rows().findBy(TicketRefusalEntity, { ticketId });
    expect(refusal).toMatchObject({ kind: 'rejected', reason: 'noContact', cycle: 1 });
    expect(refusal?.text).toContain('Nghị định 20/2008/NĐ-CP');
    expect(await rows().countBy(IncomingDocumentEntity, { id: ticket.incomingDocumentId })).toBe(1);
    const deadlines = await app.nest.get(TicketQueries).deadlinesOf(ticketId);
    expect(deadlines.every(({ metAt }) => metAt !== null)).toBe(true);
  });

  it('rule 2: is heard where a child may be in danger', async () => {
    const { ticketId, decision } = await takeFeedback.take(CLERK, told('t-1', { ...nobody, category: 'schoolSafety' }));
    expect(decision).toBe('accept');
    expect(await rows().findOneByOrFail(TicketEntity, { id: ticketId })).toMatchObject({
      state: 'received',
      anonymous: true,
    });
  });
});

describe('what is refused at the door', () => {
  it.each<[string, Actor, Partial<TakeFeedbackCommand['feedback']>, Partial<DomainError>]>([
    ['a later time than now', CLERK, { receivedAt: new Date('2026-03-18T02:00:01Z') }, { code: 'input-invalid' }],
    ['words that say nothing', CLERK, { words: 'Alo' }, { code: 'input-invalid' }],
    ['someone who takes no feedback', { ...CLERK, roles: ['contactOfficer'] }, {}, { code: 'forbidden' }],
  ])('%s leaves nothing behind', async (_rule, actor, feedback, refusal) => {
    await expect(takeFeedback.take(actor, told('t-1', feedback))).rejects.toMatchObject(refusal);
    for (const entity of [TicketEntity, IncomingDocumentEntity, TicketIntakeEntity, OutboxEntity])
      expect(await rows().count(entity)).toBe(0);
  });
});
