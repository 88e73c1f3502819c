import { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../src/documents/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { ReceivePending } from '../../src/exchange/index.js';
import { isUniqueViolation } from '../../src/platform/database/database-errors.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

describe('what the registers hold', () => {
  let app: TestApp;
  let ticket: TicketEntity;
  beforeAll(async () => {
    app = await TestApp.open();
    ticket = await app.receive();
  });
  afterAll(() => app.close());

  const rows = () => app.nest.get(Database).reader.manager;

  it('enters a document with the number of another, and says so in register, ticket and journal (rule 30)', async () => {
    const clerk = await app.browserOf('vanthu');
    expect((await clerk.get('/so-van-ban/den')).body).not.toContain('Trùng số');
    const again = await rows().findOneByOrFail(IncomingDocumentEntity, { id: await app.receiveAgain(ticket) });
    const register = textOf((await clerk.get('/so-van-ban/den')).body);
    expect(register).toContain('Trùng số, ký hiệu với văn bản đến số 1');
    expect(register).toContain('Trùng số, ký hiệu với văn bản đến số 2');
    expect(textOf((await clerk.get(`/phieu/${ticket.id}`)).body)).toContain('Trùng số, ký hiệu với văn bản đến số 2');
    const lines = await rows().findBy(JournalEntryEntity, { action: 'incoming.sameNumber' });
    expect(lines.map(({ objectId, detail }) => [objectId, detail])).toEqual([
      [again.id, { code: again.code, arrivalNumbers: [1] }],
    ]);
  });

  it('enters the very same message once (rule 30)', async () => {
    const before = await rows().count(IncomingDocumentEntity);
    await app.nest.get(ReceivePending).receive();
    await app.work();
    expect(await rows().count(IncomingDocumentEntity)).toBe(before);
  });

  it('numbers what comes on paper and through the e-office in one row of numbers (rule 31)', async () => {
    const clerk = await app.browserOf('vanthu');
    const token = /name="token" value="([^"]+)"/u.exec((await clerk.get('/phieu-moi')).body)?.[1] ?? '';
    const taken = await clerk.post('/phieu-moi', {
      ...{ token, channel: 'visit', receivedAt: '2026-03-18T08:40', place: 'Trường THPT Núi Voi' },
      ...{ words: 'Sân trường ngập nước nhiều ngày.', subject: '', category: 'facilities', level: 'normal' },
      ...{ kind: 'feedback', complainedUnitId: '', senderName: 'Trần Văn An', senderPhone: '0900 000 143' },
      ...{ senderEmail: '', senderAddress: '' },
    });
    expect(taken.statusCode).toBe(303);
    await app.receive();
    const documents = await rows().find(IncomingDocumentEntity, { order: { arrivalNumber: 'ASC' } });
    expect(documents.map(({ arrivalNumber }) => arrivalNumber)).toEqual(documents.map((_, at) => at + 1));
    expect(new Set(documents.map(({ messageId }) => messageId === null)).size).toBe(2);
  });

  it('refuses in the database a number that was given in the year (rule 30)', async () => {
    const line = {
      ...{ year: 2026, number: 900, notation: 'SGDĐT-VP', issuedDate: civilDate('2026-03-18'), typeName: 'Công văn' },
      ...{ subject: 'trả lời', signerName: 'A', recipients: [], keeper: 'VT', state: 'numbered', replyToId: null },
      ...{
        sealedSha256: null,
        releasedAt: null,
        voidReason: null,
        takenOver: null,
        givenBy: null,
        receipt: null,
        copies: null,
        version: 1,
      },
      ...{ recalledAt: null, recallReason: null, amendment: null, amendsId: null, reservedAt: null },
    };
    const insert = (): Promise<unknown> =>
      app.nest.get(UnitOfWork).run((tx) =>
        tx.insert(OutgoingDocumentEntity, {
          ...line,
          id: newId(),
          signatureRequestId: newId(),
        } as OutgoingDocumentEntity),
      );
    await insert();
    const refused: unknown = await insert().catch((error: unknown) => error);
    expect(isUniqueViolation(refused)).toBe(true);
  });

  it('shows the number of the reply at the document that it answers, on the page and on paper (rule 32)', async () => {
    const { incomingDocumentId } = ticket;
    await app.nest
      .get(UnitOfWork)
      .run((tx) =>
        tx.update(OutgoingDocumentEntity, { number: 900 }, { replyToId: incomingDocumentId, state: 'released' }),
      );
    const clerk = await app.browserOf('vanthu');
    expect(textOf((await clerk.get('/so-van-ban/theo-doi')).body)).toContain('900/SGDĐT-VP');
    expect(textOf((await clerk.get('/so-van-ban/den')).body)).toContain('900/SGDĐT-VP');
  });
});
