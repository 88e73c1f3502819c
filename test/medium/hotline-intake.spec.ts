import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { hotlineLetter } from '../../integrations/e-office/simulator/hotline-letter.js';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { ReceivePending } from '../../src/exchange/index.js';
import { InboxMessageEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { SYSTEM, type Actor } from '../../src/kernel/actor.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxWorker } from '../../src/platform/outbox/outbox-worker.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { ReceiveReport } from '../../src/hotline/index.js';
import { ImportFeedback, TakeFeedback, type TakeFeedbackCommand } from '../../src/tickets/index.js';
import { EnterImportedRows } from '../../src/tickets/application/intake/import-feedback-rows.js';
import { OpenTicket } from '../../src/tickets/application/intake/open-ticket.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { reportOf } from '../support/hotline-app.js';
import { DEPARTMENT, FEEDBACK, HOTLINE, TestApp } from '../support/test-app.js';

const HOUR = 3_600_000;
const CLERK: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };
const CALL: TakeFeedbackCommand = {
  token: 't-1',
  files: [],
  feedback: {
    ...{ channel: 'call', receivedAt: new Date('2026-03-18T01:40:00Z'), subject: 'Mái che', complainedUnitId: null },
    ...{ words: 'Mái che sân trường bị dột đã hai tuần nay.', place: 'Trường THPT Núi Voi', category: 'facilities' },
    ...{ level: 'normal', kind: 'feedback', senderName: 'Vũ Thị Thử', senderPhone: '0901000001', senderEmail: '' },
    ...{ senderAddress: '', keepSecret: false },
  },
};

const FIELDS = new Map(Object.entries(reportOf('HP-1')));
const REPORT = { door: 'open311', sourceId: 't-1', onceId: null, raw: Buffer.from('HP-1') } as const;

let app: TestApp;
let bytes: Buffer;

beforeEach(async () => {
  app = await TestApp.open();
  const moment = { number: 7, at: app.clock.now() };
  const { document } = hotlineLetter(FEEDBACK, [], { hotline: HOTLINE, department: DEPARTMENT }, moment);
  bytes = new EdxmlCodec().write(document);
});

afterEach(() => app.close());

const rows = () => app.nest.get(Database).reader.manager;
const codes = async () => (await rows().find(TicketEntity, { order: { code: 'ASC' } })).map(({ code }) => code);

/** Rows of a file whose import runs before the job that opens the ticket. */
async function importOne(): Promise<void> {
  const head = 'Mã phản ánh;Kênh;Thời điểm nhận;Nội dung;Lĩnh vực;Họ và tên;Điện thoại';
  const row = 'DT-1;Đơn thư;18/03/2026 08:30;Nhà trường thu tiền học thêm.;Thu chi, dạy thêm;Nguyễn Văn A;0900000142';
  const imports = app.nest.get(ImportFeedback);
  const importId = await imports.bring(CLERK, { name: 'a.csv', content: Buffer.from(`${head}\n${row}`) });
  await imports.confirm(CLERK, importId);
  await app.nest.get(EnterImportedRows, { strict: false }).handle({ importId, from: '0' });
}

async function deliver(messageId: string): Promise<void> {
  app.transport.put(messageId, bytes, app.clock.now());
  await app.nest.get(ReceivePending).receive();
  await app.work();
}

describe('rule 1: a ticket of the hotline', () => {
  it('is imported once, however often its document is delivered', async () => {
    for (const messageId of ['M-1', 'M-1', 'M-2']) await deliver(messageId);
    expect(await rows().count(TicketEntity)).toBe(1);
    expect(await rows().count(IncomingDocumentEntity)).toBe(1);
    expect((await rows().findBy(InboxMessageEntity, { remoteId: 'M-2' })).map(({ state }) => state)).toEqual([
      'duplicate',
    ]);
  });

  it('is opened once, when two workers open it at the same moment', async () => {
    await deliver('M-1');
    const [inbox] = await rows().find(InboxMessageEntity);
    const [document] = await rows().find(IncomingDocumentEntity);
    await app.nest.get(UnitOfWork).run((tx) => tx.createQueryBuilder().delete().from(TicketEntity).execute());
    const payload = { inboxId: inbox?.id ?? '', incomingDocumentId: document?.id ?? '' };
    const open = () => app.nest.get(OpenTicket, { strict: false }).handle(payload);
    await Promise.all([open(), open()]);
    expect(await rows().count(TicketEntity)).toBe(1);
  });

  it.each<[door: string, take: () => Promise<unknown>]>([
    ['the desk', () => app.nest.get(TakeFeedback).take(CLERK, CALL)],
    ['an import', importOne],
    ['the hotline’s own door', () => app.nest.get(ReceiveReport).receive(SYSTEM, REPORT, FIELDS)],
  ])('has its code before what %s takes after its document was registered', async (_door, take) => {
    app.transport.put('M-1', bytes, app.clock.now());
    await app.nest.get(ReceivePending).receive();
    while ((await rows().count(IncomingDocumentEntity)) === 0) await app.nest.get(OutboxWorker).runOnce();
    expect(await codes()).toEqual([]);
    const [document] = await rows().find(IncomingDocumentEntity);
    await take();
    expect(await codes()).toEqual(['PAKN.20260318.0001', 'PAKN.20260318.0002']);
    const first = await rows().findOneBy(TicketEntity, { incomingDocumentId: document?.id ?? '' });
    expect(first?.code).toBe('PAKN.20260318.0001');
    await app.work();
    expect(await codes()).toHaveLength(2);
  });

  it('keeps its message byte for byte', async () => {
    await deliver('M-1');
    const [inbox] = await rows().find(InboxMessageEntity);
    expect((await app.nest.get(FileStore).get(inbox?.sha256 ?? '')).equals(bytes)).toBe(true);
  });

  it('has a code that no other has, counted within its day in Việt Nam', async () => {
    for (let count = 0; count < 2; count += 1) await app.receive();
    // 01:00 of the next day there, and still the same day in UTC.
    app.clock.advance(16 * HOUR);
    await app.receive();
    expect(await codes()).toEqual(['PAKN.20260318.0001', 'PAKN.20260318.0002', 'PAKN.20260319.0001']);
  });
});
