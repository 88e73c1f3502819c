import { ApiTokenEntity, KeepTokens, MakeToken, type MadeToken } from '../../src/tokens/index.js';
import { SCOPE_WORDS, type Scope } from '../../src/tokens/domain/scopes.js';
import { DescribedPlans } from '../../src/api/openapi/described-plans.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { NOBODYS } from '../support/access/access-calls.js';
import { Caller } from '../support/access/caller.js';
import { TestApp } from '../support/test-app.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';

const DAY = 24 * 3_600_000;
/** One door of so many is tried with a scope that does not name it. */
const EVERY = 12;

describe('programs with tokens of their own', () => {
  let app: TestApp;
  let ticket: TicketEntity;

  beforeAll(async () => {
    app = await TestApp.open();
    ticket = await app.receive();
  });
  afterAll(() => app.close());

  const actor = async (id: string) => (await app.nest.get(StaffDirectory).person(id)).actor;
  const made = async (scopes: readonly Scope[], ownerId = 'vanthu'): Promise<MadeToken> => {
    const wish = { name: 'Đồng bộ phiếu', ownerId, scopes, days: 30 };
    return app.nest.get(MakeToken).make(await actor('quantri'), wish);
  };
  const agreed = async (scopes: readonly Scope[], ownerId = 'vanthu'): Promise<MadeToken> => {
    const token = await made(scopes, ownerId);
    await app.nest.get(KeepTokens).confirm(await actor(ownerId), token.id);
    return token;
  };
  const status = async (secret: string, path = `/api/v1/tickets/${ticket.id}`): Promise<number> =>
    (await Caller.withToken(app, secret).ask('GET', path)).statusCode;
  const row = ({ id }: MadeToken) => app.nest.get(Database).reader.manager.findOneByOrFail(ApiTokenEntity, { id });

  it('are let in once the owner has agreed, and not before', async () => {
    const token = await made(['tickets.read']);
    expect(await status(token.secret)).toBe(401);
    await expect(app.nest.get(KeepTokens).confirm(await actor('quantri'), token.id)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await app.nest.get(KeepTokens).confirm(await actor('vanthu'), token.id);
    expect(await status(token.secret)).toBe(200);
    expect((await row(token)).lastUsedAt).toEqual(app.clock.now());
  });

  it('do the acts of their scopes without the token of a form, in the name of their owner', async () => {
    const program = Caller.withToken(app, (await agreed(['tickets.act.accept'])).secret);
    const accept = await program.ask('POST', `/api/v1/tickets/${ticket.id}/acts/accept`, { json: {} });
    expect([accept.statusCode, accept.cookies]).toEqual([200, []]);
    expect((await program.ask('POST', `/api/v1/tickets/${ticket.id}/acts/reject`, { json: {} })).statusCode).toBe(403);
    expect((await program.ask('GET', `/api/v1/tickets/${ticket.id}`)).statusCode).toBe(403);
    const lines = await app.nest.get(Database).reader.manager.findBy(JournalEntryEntity, { objectId: ticket.id });
    expect(lines.map(({ actorId, actorName }) => [actorId, actorName])).toContainEqual([
      'vanthu',
      'Phạm Minh Tuệ (Đồng bộ phiếu)',
    ]);
  });

  it('are answered by themselves: a key of one token is none of another, though one person owns both', async () => {
    const json = {
      ...{ words: 'Đề nghị xem lại giờ vào lớp của trường.', receivedAt: '2026-03-18T08:30:00+07:00' },
      ...{ channel: 'call', category: 'fees', level: 'normal', kind: 'feedback', senderName: 'Trần Đức Hoà' },
    };
    const take = async () => {
      const program = Caller.withToken(app, (await agreed(['tickets.take'])).secret);
      const answer = await program.ask('POST', '/api/v1/tickets', { json, key: 'cuoc-goi-08:30' });
      return [answer.statusCode, answer.json<{ ticketId: string }>().ticketId] as const;
    };
    const [[status, first], [, second]] = [await take(), await take()];
    expect(status).toBe(201);
    expect(second).not.toBe(first);
  });

  it('bring files with their acts', async () => {
    const program = Caller.withToken(app, (await agreed(['tickets.act.addEvidence'])).secret);
    const answer = await program.ask('POST', `/api/v1/tickets/${ticket.id}/acts/addEvidence`, { file: 'files' });
    // The clerk has no evidence to add; what counts is that the file was read and the rules were asked.
    expect([403, 409]).toContain(answer.statusCode);
    expect(answer.json()).toMatchObject({ code: expect.stringMatching(/^(forbidden|ticket-)/u) as string });
  });

  it('see no more than their owner, and nothing of pages, sessions or what people keep for themselves', async () => {
    const { secret } = await agreed([...SCOPE_WORDS.keys()], 'luc');
    expect(await status(secret)).toBe(404);
    for (const path of ['/api/v1/session', '/api/v1/notices', '/api/v1/saved-searches']) {
      expect([path, await status(secret, path)]).toEqual([path, 403]);
    }
    expect(await status(secret, '/')).toBe(401);
  });

  it.each<[string, (token: MadeToken) => Promise<unknown> | string]>([
    ['of an unknown secret', () => 'hoiam_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['that is no secret at all', () => '%00 x'],
    ['that was revoked', async ({ id }) => app.nest.get(KeepTokens).revoke(await actor('quantri'), id)],
    ['whose owner has left', () => app.dismiss('giamsat')],
    [
      'that has expired',
      () => {
        app.clock.advance(30 * DAY);
        return Promise.resolve();
      },
    ],
  ])('are kept out with a token %s', async (_what, spoil) => {
    const token = await agreed(['tickets.read'], (await actor('giamsat').catch(() => null)) ? 'giamsat' : 'vanthu');
    const other = await spoil(token);
    expect(await status(typeof other === 'string' ? other : token.secret)).toBe(401);
  });

  it('are asked to slow down, each token by itself', async () => {
    const [busy, quiet] = [await agreed(['rules.read']), await agreed(['rules.read'])];
    const program = Caller.withToken(app, busy.secret);
    const answers = await Promise.all(
      Array.from({ length: 605 }, async () => (await program.ask('GET', '/api/v1/nothing')).statusCode),
    );
    expect(answers.filter((one) => one === 429)).toHaveLength(5);
    expect(await status(quiet.secret, '/api/v1/calendar')).toBe(200);
  });

  it('open with each scope alone the doors that it names, and no other of the API', async () => {
    const plans = app.nest
      .get(DescribedPlans, { strict: false })
      .all()
      .filter(({ kind }) => kind === undefined);
    const wrong: string[] = [];
    let opened = 0;
    for (const [at, scope] of [...SCOPE_WORDS.keys()].entries()) {
      const program = Caller.withToken(app, (await agreed([scope])).secret);
      // Its own doors, and of the others each time the next, so that every door is tried from outside by one scope at least.
      const tried = plans.filter((plan, place) => plan.scope === scope || place % EVERY === at % EVERY);
      for (const { method, path, scope: named } of tried) {
        const url = `/api/v1/${path.replace(/\{\w+\}/gu, NOBODYS)}`;
        const { statusCode } = await program.ask(method.toUpperCase(), url, { json: {} });
        const isOpen = ![401, 403].includes(statusCode);
        if (isOpen) opened += 1;
        if (isOpen !== (named === scope)) wrong.push(`${scope}: ${method} ${path} answers ${String(statusCode)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(opened).toBe(plans.filter(({ scope }) => scope !== undefined).length);
  }, 120_000);

  it('have a scope for each door of the API, and no scope without a door', () => {
    const plans = app.nest.get(DescribedPlans, { strict: false }).all();
    const used = new Set(plans.flatMap(({ scope }) => (scope === undefined ? [] : [scope])));
    expect([...used].sort()).toEqual([...SCOPE_WORDS.keys()].sort());
  });

  it('leave no secret in the database', async () => {
    const token = await agreed(['tickets.read']);
    expect(JSON.stringify(await row(token))).not.toContain(token.secret);
  });

  it('are made by administrators on a page that shows the secret once', async () => {
    const [admin, clerk] = [await app.browserOf('quantri'), await app.browserOf('vanthu')];
    await admin.get('/ma-truy-cap');
    const form = { name: 'Tổng đài 1022', ownerId: 'vanthu', days: '90', scopes: ['tickets.read', 'tickets.take'] };
    const shown = await admin.post('/ma-truy-cap', form);
    const secret = /value="(hoiam_[\w-]{43})"/u.exec(shown.body)?.[1] ?? '';
    expect([shown.statusCode, shown.headers['cache-control']]).toEqual([200, 'no-store']);
    expect((await admin.get('/ma-truy-cap')).body).not.toContain(secret);
    const page = await clerk.get('/ma-truy-cap');
    const action = /action="(\/ma-truy-cap\/[\w-]+\/dong-y)"/u.exec(page.body)?.[1] ?? '';
    expect((await clerk.follow(await clerk.post(action))).body).toContain('Đã đồng ý');
    expect(await status(secret)).toBe(200);
    await clerk.get('/');
    expect((await clerk.follow(await clerk.post('/ma-truy-cap', form))).body).toContain('thuộc chức năng');
  });

  it.each([
    [{ days: '366' }, 'Thời hạn từ 1 đến 365 ngày.'],
    [{ scopes: ['tickets.everything'] }, 'Không có việc “tickets.everything” trong API.'],
    [{ scopes: [] }, 'Chọn ít nhất một việc'],
    [{ name: ' ' }, 'Ghi tên chương trình dùng mã'],
  ])('are refused a token with %j', async (change, sentence) => {
    const admin = await app.browserOf('quantri');
    await admin.get('/ma-truy-cap');
    const form = { name: 'Thử', ownerId: 'vanthu', days: '90', scopes: ['tickets.read'], ...change };
    expect((await admin.follow(await admin.post('/ma-truy-cap', form))).body).toContain(sentence);
  });
});
