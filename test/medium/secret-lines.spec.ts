import { ApiRegistersController } from '../../src/api/http/registers.controller.js';
import { RegisterRows } from '../../src/documents/application/register-rows.js';
import { IncomingDocumentEntity, indexIncoming } from '../../src/documents/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import type { Actor } from '../../src/kernel/actor.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { PaperReader } from '../../src/records/index.js';
import { RecordPaperEntity } from '../../src/records/persistence/records.entities.js';
import { AcceptTicket, ClassifyTicket, type Classification } from '../../src/tickets/index.js';
import { SearchPageQuery } from '../../src/web/my-work/search-page-query.js';
import { NO_QUESTION } from '../../src/tickets/domain/search/search-question.js';
import { QuickFindQuery } from '../../src/web/quick-find/quick-find-query.js';
import { RegistersPageQuery } from '../../src/web/registers/registers-page-query.js';
import { TestApp } from '../support/test-app.js';

const SECRET = 'Nội dung được giữ bí mật';
const JUDGED: Classification = {
  ...{ level: 'normal', category: 'staffConduct', nature: 'denunciation', kind: 'feedback', complainedUnitId: null },
};

let app: TestApp;
let [clerk, officer]: Actor[] = [];

const person = async (id: string): Promise<Actor> => (await app.nest.get(StaffDirectory).person(id)).actor;

beforeEach(async () => {
  app = await TestApp.open();
  [clerk, officer] = [await person('vanthu'), await person('ngoc')];
});
afterEach(() => app.close());

async function subjectsOnPage(code: 'den' | 'theo-doi'): Promise<readonly string[]> {
  const reading = await app.nest
    .get(RegistersPageQuery)
    .read(officer as Actor, { code, year: null, top: null, release: '' });
  return reading.page.rows.map(({ subject }) => subject);
}

/** Lines of tickets are not, unless they came in before as something else. */
async function makeFindable(): Promise<void> {
  await app.nest.get(UnitOfWork).run(async (tx) => {
    for (const line of await tx.find(IncomingDocumentEntity)) await indexIncoming(tx, line);
  });
}

async function byApi(words: string): Promise<readonly (readonly string[])[]> {
  const api = app.nest.get(ApiRegistersController, { strict: false });
  const year = (await api.incoming({ query: { year: 2026 } } as Parameters<typeof api.incoming>[0])).lines;
  const found = (await api.find({ query: { words } } as Parameters<typeof api.find>[0])).incoming;
  return [year, found].map((lines) => lines.map(({ subject }) => subject));
}

async function bySearch(words: string): Promise<readonly string[]> {
  const wish = { question: { ...NO_QUESTION, words }, errors: [], place: '', order: 'newest' as const };
  const { documents } = await app.nest.get(SearchPageQuery).read(officer as Actor, wish);
  return documents.incoming.map(({ subject }) => subject);
}

async function byQuickFind(words: string): Promise<readonly string[]> {
  const { documents } = await app.nest.get(QuickFindQuery).find(officer as Actor, words);
  return documents.incoming.map(({ subject }) => subject);
}

async function onPaper(): Promise<string> {
  const span = { book: 'incoming' as const, year: 2026, from: civilDate('2026-01-01'), to: civilDate('2026-12-31') };
  const cells: string[] = [];
  for await (const lines of app.nest.get(RegisterRows).of(span)) cells.push(...lines.flatMap((line) => line.cells));
  return cells.join('\n');
}

describe('the line of a denunciation in the registers', () => {
  it('keeps its number and its day, and says nothing of what it is about, on pages and on paper', async () => {
    const { id, subject } = await app.receive();
    await app.receive();
    const before = await subjectsOnPage('den');
    expect(before).toHaveLength(2);
    expect(before.join()).not.toContain(SECRET);
    await app.nest.get(AcceptTicket).accept(clerk as Actor, id);
    await app.nest.get(ClassifyTicket).classify(clerk as Actor, id, JUDGED);
    for (const code of ['den', 'theo-doi'] as const) expect(await subjectsOnPage(code)).toEqual([before[0], SECRET]);
    expect(await onPaper()).toContain(SECRET);
    expect((await onPaper()).split(subject)).toHaveLength(2);
    const lines = [before[0], SECRET];
    await makeFindable();
    const known = lines.slice(0, 1);
    expect(await byApi('toán')).toEqual([lines, known]);
    expect(await bySearch('toán')).toEqual(known);
    expect(await byQuickFind('toán')).toEqual(known);
    expect((await byApi('tổng đài 1022'))[1]).toEqual(lines);
    expect(await bySearch('tổng đài 1022')).toEqual(lines);
    expect(await bySearch('tổng đài toán')).toEqual(known);
    await app.nest.get(ClassifyTicket).classify(clerk as Actor, id, { ...JUDGED, nature: 'feedback' });
    expect(await subjectsOnPage('den')).toEqual(before);
  });

  it('is not missed among the newest that a question finds', async () => {
    const tickets = [];
    for (let at = 0; at < 21; at += 1) tickets.push(await app.receive());
    const id = tickets.at(-1)?.id ?? '';
    await app.nest.get(AcceptTicket).accept(clerk as Actor, id);
    await app.nest.get(ClassifyTicket).classify(clerk as Actor, id, JUDGED);
    await makeFindable();
    expect(await bySearch('toán')).toHaveLength(20);
    expect((await byApi('toán'))[1]).toHaveLength(20);
  });

  it('withholds what was sent about it later, too', async () => {
    const ticket = await app.receive();
    await app.nest.get(AcceptTicket).accept(clerk as Actor, ticket.id);
    await app.receiveAgain(ticket);
    await app.nest.get(ClassifyTicket).classify(clerk as Actor, ticket.id, JUDGED);
    expect(await subjectsOnPage('den')).toEqual([SECRET, SECRET]);
  });

  it('is withheld in the file of another matter from those who may not read the document', async () => {
    const { id, incomingDocumentId } = await app.receive();
    await app.nest.get(AcceptTicket).accept(clerk as Actor, id);
    await app.nest.get(ClassifyTicket).classify(clerk as Actor, id, JUDGED);
    const paper = Object.assign(new RecordPaperEntity(), {
      ...{ id: 'p-1', fileId: 'f-1', kind: 'incoming', sourceId: incomingDocumentId, at: app.clock.now() },
    });
    const [facts] = await app.nest.get(PaperReader).of(officer as Actor, null, [paper]);
    expect([facts?.title.endsWith(SECRET), facts?.incoming?.subject, facts?.withheld]).toEqual([true, SECRET, true]);
  });
});
