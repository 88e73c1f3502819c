import { heldFor } from '../../src/tickets/domain/undo.js';
import { AT_PAGES_ALONE, DONE_BY_ANOTHER, TicketActDoors } from '../../src/api/acts/act-doors.js';
import { ACTS_OF_PEOPLE } from '../../src/api/readings/ticket-facts.js';
import { SHIPPED_CALENDAR } from '../../src/calendar/index.js';
import { sha256OfProof, type ProofDocument } from '../../src/calendar/domain/proof/proof-document.js';
import { EnterPaper } from '../../src/correspondence/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { TestApp } from '../support/test-app.js';
import { TestProgram } from '../support/test-program.js';

const PAPER = {
  ...{ senderCode: '', senderName: 'Sở Nội vụ', code: '40/SNV', issuedDate: civilDate('2026-03-10') },
  ...{ typeName: 'Công văn', subject: 'báo cáo cải cách hành chính', priority: 0, person: null },
};

describe('the contract of the API', () => {
  let app: TestApp;
  let ticketId: string;
  let incoming: string;
  let clerk: TestProgram;
  const seen = new Set<string>();

  beforeAll(async () => {
    app = await TestApp.open();
    clerk = await TestProgram.of(app, 'vanthu', seen);
    ticketId = (await app.receive()).id;
    const { actor } = await app.nest.get(StaffDirectory).person('vanthu');
    incoming = await app.nest.get(EnterPaper).enter(actor, { key: newId(), paper: PAPER, files: [] });
  });
  afterAll(() => app.close());

  it('opens every act of the table that a person may do', () => {
    const doors = app.nest.get(TicketActDoors, { strict: false });
    const missing = ACTS_OF_PEOPLE.filter((act) => !(act in doors.all) && !(act in DONE_BY_ANOTHER));
    expect(missing).toEqual(AT_PAGES_ALONE);
    for (const act of Object.values(DONE_BY_ANOTHER)) expect(doors.all).toHaveProperty(act);
  });

  it('describes every route, and nothing that is no route', async () => {
    const { paths } = clerk.description;
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(
        (method) => `${method.toUpperCase()} ${path.replace(/\/acts\/\w+$/u, '/acts/{act}')}`,
      ),
    );
    const routes = (await app.routes())
      .filter(({ url }) => /^\/(?:api|open311|webhooks)\//u.test(url))
      .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/gu, '{$1}')}`);
    expect([...new Set(described)].sort()).toEqual([...routes].sort());
  });

  it('gives every operation a name of its own and every named schema a place', () => {
    const { paths, components } = clerk.description;
    const names = Object.values(paths).flatMap((operations) =>
      Object.values(operations).map((operation) => (operation as unknown as { operationId: string }).operationId),
    );
    expect(new Set(names).size).toBe(names.length);
    const named = [...JSON.stringify(clerk.description).matchAll(/#\/components\/schemas\/(?<name>\w+)/gu)];
    for (const { groups } of named) expect(components.schemas).toHaveProperty(String(groups?.['name']));
  });

  it('answers every reading as it is described', async () => {
    // The hotline’s doors are held against their own standards in hotline-door.spec.ts.
    const openings = Object.entries(clerk.description.paths).filter(
      ([path, operations]) => path.startsWith('/api/') && 'get' in operations,
    );
    const needed: Record<string, string> = {
      '/api/v1/deadline': '?start=2026-03-12T09:52:00Z&amount=5&unit=workingDays',
      '/api/v1/registers/outgoing': '?year=2026',
      '/api/v1/registers/incoming': '?year=2026',
      '/api/v1/registers/search': '?words=cai%20cach',
      '/api/v1/agencies': '?words=tai%20chinh',
    };
    const wish = { kind: 'thong-bao', subject: 'Lịch trực hè năm 2026', receivers: ['Các phòng thuộc Sở'] };
    const { body } = await clerk.post('documents', wish);
    const document = String(body['documentId']);
    const values: Record<string, string> = { ticket: ticketId, version: '1', incoming, document };
    for (const [path] of openings) {
      const address = path.replace('/api/v1/', '').replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '');
      expect([path, (await clerk.get(`${address}${needed[path] ?? ''}`)).status]).toEqual([path, 200]);
      expect(seen).toContain(`get ${path}`);
    }
  });

  it('answers every act, be it with a refusal', async () => {
    const acts = Object.keys(clerk.description.paths).filter((path) => path.includes('/acts/'));
    expect(acts).toHaveLength(Object.keys(app.nest.get(TicketActDoors, { strict: false }).all).length);
    for (const path of acts) {
      const { status } = await clerk.post(path.replace('/api/v1/', '').replace('{ticket}', ticketId), {});
      expect([path, [200, 403, 409, 422].includes(status)]).toEqual([path, true]);
    }
  });

  it('counts a limit with the proof of it', async () => {
    const { body } = await clerk.get('deadline?start=2026-03-12T16:52:00%2B07:00&amount=2&unit=workingDays');
    expect(body).toMatchObject({
      start: '2026-03-12T16:52:00+07:00',
      limit: { amount: 2, unit: 'workingDays', words: '2 ngày làm việc' },
      legalEnd: '2026-03-16T23:59:59+07:00',
    });
    expect((body['proof'] as { counted: number }[]).reduce((sum, { counted }) => sum + counted, 0)).toBe(2);
  });

  it.each([
    ['amount=0&unit=workingDays', 'deadline-limit-invalid'],
    ['amount=5&unit=years', 'input-invalid'],
    ['amount=900&unit=workingDays', 'deadline-calendar-missing'],
    ['amount=1e3&unit=days', 'input-invalid'],
  ])('refuses to count %s', async (limit, code) => {
    expect(await clerk.get(`deadline?start=2026-03-12T09:52:00Z&${limit}`)).toMatchObject({
      status: 422,
      body: { code },
    });
  });

  it('counts by the hours of a unit that there is, never by the agency’s for one that there is not', async () => {
    const limit = 'deadline?start=2026-03-12T16:52:00%2B07:00&amount=2&unit=workingHours';
    expect((await clerk.get(`${limit}&unitId=gdtrh`)).status).toBe(200);
    expect(await clerk.get(`${limit}&unitId=zzz`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('proves when a ticket is due by a document whose hash holds', async () => {
    const { body } = await clerk.get(`tickets/${ticketId}/proof`);
    const document = body as unknown as ProofDocument;
    expect(document.sha256).toBe(sha256OfProof(document));
    const { body: ticket } = await clerk.get(`tickets/${ticketId}`);
    expect(document.due).toBe(ticket['dueAt']);
  });

  it('hands out the calendar and the rules by version, and no version that is not there', async () => {
    expect((await clerk.get('calendar')).body).toMatchObject({ version: 2, years: SHIPPED_CALENDAR.years });
    expect((await clerk.get('policies/1')).body).toMatchObject({ set: { version: 1 }, publication: null });
    for (const path of ['policies/99', 'policies/x', 'calendar/versions/99']) {
      expect((await clerk.get(path)).status).toBe(404);
    }
  });

  it('keeps searches for their owner alone', async () => {
    const search = { name: 'Học thêm', question: { words: 'hoc them', from: '2026-01-01' } };
    const { status, body } = await clerk.post('saved-searches', search);
    expect(status).toBe(201);
    const id = String(body['id']);
    const other = await TestProgram.of(app, 'ngoc');
    expect((await other.send('DELETE', `saved-searches/${id}`)).status).toBe(404);
    expect((await clerk.send('PATCH', `saved-searches/${id}`, { name: 'Thu chi' })).status).toBe(204);
    expect((await clerk.get('saved-searches')).body).toMatchObject({ searches: [{ id, name: 'Thu chi' }] });
    expect((await clerk.send('DELETE', `saved-searches/${id}`)).status).toBe(204);
    expect((await clerk.get('saved-searches')).body).toEqual({ searches: [] });
  });

  it('tells people their notices, and marks them as read', async () => {
    await clerk.act(ticketId, 'assign', { unitId: 'gdtrh', officerId: 'ngoc' });
    app.clock.advance(heldFor());
    await app.work();
    const officer = await TestProgram.of(app, 'ngoc');
    const { body } = await officer.get('notices');
    expect(body).toMatchObject({ unread: 1, notices: [{ ticketId, readAt: null }], next: null });
    const [{ seq }] = body['notices'] as [{ seq: number }];
    expect((await officer.post(`notices/${String(seq)}/read`)).status).toBe(204);
    expect((await officer.get('notices')).body).toMatchObject({ unread: 0 });
  });

  it('walks a list page by page to its end, each ticket once', async () => {
    for (let more = 0; more < 4; more += 1) await app.receive();
    const codes: string[] = [];
    for (let next: unknown = ''; typeof next === 'string';) {
      const { body } = await clerk.get(`tickets?size=2${next === '' ? '' : `&cursor=${next}`}`);
      codes.push(...(body['tickets'] as { code: string }[]).map(({ code }) => code));
      next = body['next'];
    }
    expect([codes.length, new Set(codes).size]).toEqual([5, 5]);
  });
});
