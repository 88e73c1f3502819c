import { IsNull } from 'typeorm';
import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { REPLY } from '../../integrations/e-office/edxml/golden/messages.js';
import { CheckRegister, DocumentFileEntity, IncomingDocumentEntity } from '../../src/documents/index.js';
import { ReceivePending, TaskQueries } from '../../src/exchange/index.js';
import type { DocumentMessage } from '../../src/exchange/ports/message.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { Database } from '../../src/platform/database/database.js';
import { TicketEntity } from '../../src/tickets/persistence/ticket.entity.js';
import { TicketDeadlineEntity, TicketEntryEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { AppAtOffice } from '../support/app-at-office.js';
import { DEPARTMENT, FEEDBACK, HOTLINE } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const codec = new EdxmlCodec();
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n',
);

let there: AppAtOffice;
let clerk: TestBrowser;
/** The document that each test is about, as its sender calls it. */
let documentId: string;
let ticketId: string;

beforeAll(async () => {
  there = await AppAtOffice.open();
  clerk = await there.app.browserOf('vanthu');
});
afterAll(() => there.close());

beforeEach(async () => {
  const sent = (await there.robot('/api/feedback', FEEDBACK)) as { readonly documentId: string };
  documentId = sent.documentId;
  await there.app.nest.get(ReceivePending).receive();
  await there.app.work();
  const line = await manager().findOneByOrFail(IncomingDocumentEntity, { documentId });
  ticketId = (await manager().findOneByOrFail(TicketEntity, { incomingDocumentId: line.id })).id;
});

const manager = () => there.app.nest.get(Database).reader.manager;

const message = (change: Partial<DocumentMessage>): DocumentMessage => ({
  ...REPLY,
  ...{ from: HOTLINE, to: [DEPARTMENT], codeNumber: '7900', codeNotation: 'TĐ1022', responseFor: [], priority: 1 },
  ...{ promulgationDate: civilDate('2026-03-17'), subject: 'Phản ánh đã sửa', documentId, attachments: [] },
  ...change,
});

/** What nobody may touch: the line, its files, the ticket and its clocks. */
async function kept(): Promise<object> {
  const line = await manager().findOneByOrFail(IncomingDocumentEntity, { documentId, edition: IsNull() });
  const said = Object.assign(line, { takenBackAt: null });
  const files = await manager().find(DocumentFileEntity, {
    where: { documentId: line.id },
    order: { position: 'ASC' },
  });
  const clocks = await manager().find(TicketDeadlineEntity, { where: { ticketId }, order: { duty: 'ASC' } });
  const { state, leadUnitId, officerId } = await manager().findOneByOrFail(TicketEntity, { id: ticketId });
  return { said, files, clocks, ticket: { state, leadUnitId, officerId } };
}

async function page(): Promise<string> {
  const task = (await there.app.nest.get(TaskQueries).open()).at(-1)?.task;
  return `/trao-doi/viec/${task?.id ?? ''}`;
}

async function decide(act: 'dong-y' | 'tu-choi', reason = ''): Promise<string> {
  const at = await page();
  await clerk.get(at);
  const answer = textOf((await clerk.follow(await clerk.post(`${at}/${act}`, { reason }))).body);
  await there.app.work();
  return answer;
}

/** Statuses that the e-office took for the document, in their order. */
async function answers(about = documentId): Promise<readonly (string | null)[]> {
  const { received } = (await there.look('/api/ledger')) as {
    readonly received: readonly { readonly status: string | null; readonly answers: readonly string[] }[];
  };
  return received.filter((one) => one.answers.includes(about)).map(({ status }) => status);
}

describe('a message that changes what came', () => {
  it('update: old and new stand side by side; agreed, the new version is entered beside the old one', async () => {
    const before = await kept();
    const attachment = { name: 'ban-moi.pdf', contentType: 'application/pdf', content: PDF };
    const change = { business: 'update' as const, businessDetail: { documentId }, attachments: [attachment] };
    await there.arrives(codec.write(message(change)));
    const shown = textOf((await clerk.get(await page())).body);
    for (const words of ['Bản đang trong sổ và bản mới', 'Phản ánh đã sửa Khác', 'ban-moi.pdf', 'Thêm mới'])
      expect(shown).toContain(words);
    expect(await kept()).toEqual(before);
    expect(await decide('dong-y')).toContain('Đã đồng ý');
    expect(await kept()).toEqual(before);
    const lines = await manager().find(IncomingDocumentEntity, {
      where: { documentId },
      order: { arrivalNumber: 'ASC' },
    });
    expect(lines.map(({ amendment, edition }) => [amendment, edition])).toEqual([
      [null, null],
      ['update', 2],
    ]);
    expect((await answers()).at(-1)).toBe('15');
  });

  it('replace: a document of another name takes its place, and refers to it', async () => {
    const before = await kept();
    const replaces = [{ documentId, organIds: [DEPARTMENT.id] }];
    const change = { business: 'replace' as const, businessDetail: { replaces }, documentId: `${documentId}-moi` };
    await there.arrives(codec.write(message(change)));
    expect(textOf((await clerk.get(await page())).body)).toContain('Bản đang trong sổ và bản mới');
    await decide('dong-y');
    expect(await kept()).toEqual(before);
    const old = await manager().findOneByOrFail(IncomingDocumentEntity, { documentId });
    const line = await manager().findOneByOrFail(IncomingDocumentEntity, { documentId: `${documentId}-moi` });
    expect([line.amendment, line.amendsId]).toEqual(['replacement', old.id]);
  });

  it('revoke: agreed, the line is marked and the people of the ticket hear of it; nothing else moves', async () => {
    const before = await kept();
    const businessDetail = { documentId, reason: 'Người phản ánh rút' };
    await there.arrives(codec.write(message({ business: 'revoke', businessDetail })));
    expect(textOf((await clerk.get(await page())).body)).not.toContain('Bản đang trong sổ và bản mới');
    await decide('dong-y');
    expect(await kept()).toEqual(before);
    const line = await manager().findOneByOrFail(IncomingDocumentEntity, { documentId });
    expect(line.takenBackAt).not.toBeNull();
    expect(await manager().countBy(TicketEntryEntity, { ticketId, kind: 'takenBack' })).toBe(1);
    expect((await answers()).at(-1)).toBe('15');
  });

  it('status 13: refused, its sender hears 16 with the reason, and everything stays as it was', async () => {
    const before = await kept();
    const code = (await manager().findOneByOrFail(IncomingDocumentEntity, { documentId })).code;
    const responseFor = { organId: DEPARTMENT.id, code, promulgationDate: civilDate('2026-03-17'), documentId };
    const wish = {
      kind: 'status' as const,
      from: HOTLINE,
      responseFor,
      status: '13' as const,
      at: there.app.clock.now(),
    };
    await there.arrives(codec.write(wish), 'status');
    await decide('tu-choi', 'Phản ánh đang được giải quyết, không trả lại được.');
    expect(await kept()).toEqual(before);
    expect((await answers()).at(-1)).toBe('16');
  });

  it('leaves the register whole', async () => {
    const verdict = await there.app.nest.get(CheckRegister).check({ book: 'incoming', year: 2026 });
    expect(verdict).toMatchObject({ accept: true, flaws: [] });
  });
});
