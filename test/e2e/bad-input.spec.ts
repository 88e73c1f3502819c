import type { INestApplicationContext } from '@nestjs/common';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NAMESPACE } from '../../integrations/e-office/soap/contract.js';
import { ENVELOPE_NAMESPACE } from '../../integrations/e-office/soap/envelope.js';
import { securityHeader } from '../../integrations/e-office/soap/door/username-token.js';
import { EOfficeDesk } from '../../src/cli/demo/e-office-desk.js';
import { DEMONSTRATION_PASSWORD } from '../../src/cli/demo/people.js';
import { DepartmentRobot } from '../../src/cli/demo/robot.js';
import { seedDemonstration } from '../../src/cli/demo/seed.js';
import { Stage } from '../../src/cli/demo/stage.js';
import { REPLY } from '../../src/cli/demo/texts.js';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { DraftQueries, WriteDraft, type DraftEntity } from '../../src/drafting/index.js';
import { EOfficeEventEntity, InboxMessageEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { openUseCases } from '../../src/bootstrap/start.js';
import { stageDatabase } from '../support/server-databases.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import { compileCache } from '../support/compile-cache.js';
import { textOf, WebVisitor } from '../support/web-visitor.js';

const BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
const CALLBACK = '/soap/eoffice-callback/v1';
const PATIENCE_MS = 45_000;

interface Queued {
  readonly messageId: string;
  readonly documentId: string | null;
  readonly outcome: 'done' | 'fail' | null;
  readonly reason: string | null;
}

let directory: string;
let stage: Stage;
let context: INestApplicationContext;
let desk: EOfficeDesk;
let clerk: WebVisitor;
/** A good message, as it was queued: what the bad ones are made of. */
let good: {
  readonly hotlineCode: string;
  readonly messageId: string;
  readonly documentId: string;
  readonly edxml: string;
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hoi-am-bad-'));
  stage = await Stage.at(directory, 'dist', { app: 0, eOffice: 0, ...(await stageDatabase()) }, compileCache());
  await stage.startEOffice();
  context = await openUseCases(stage.settings);
  await seedDemonstration(context);
  await stage.startApp();
  desk = new EOfficeDesk(stage.eOfficeUrl);
  clerk = new WebVisitor(stage.url);
  await clerk.signIn('vanthu', DEMONSTRATION_PASSWORD);
  const sent = await desk.sendFeedback();
  const edxml = await (await fetch(`${stage.eOfficeUrl}/api/messages/${sent.messageId}`)).text();
  const { documentId } = await acknowledged(sent.messageId);
  good = { ...sent, edxml, documentId: documentId ?? '' };
  await until(() => context.get(TicketQueries).byHotlineCode(sent.hotlineCode));
});

afterAll(async () => {
  await context.close();
  await stage.stop();
  await rm(directory, { recursive: true, force: true });
});

async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  while (!patience.aborted) {
    const found = await look();
    if (found) return found;
    await pause(100);
  }
  throw new Error('Waited in vain.');
}

/** A message of the simulated hotline once the department has answered it. */
function acknowledged(messageId: string): Promise<Queued> {
  return until(async () => {
    const { queued } = (await (await fetch(`${stage.eOfficeUrl}/api/ledger`)).json()) as { queued: Queued[] };
    return queued.find((message) => message.messageId === messageId && message.outcome !== null);
  });
}

async function queue(bytes: string, documentId = ''): Promise<string> {
  const of = documentId === '' ? '' : `?documentId=${encodeURIComponent(documentId)}`;
  return told(`/api/messages${of}`, { headers: { 'content-type': 'application/xml' }, body: bytes });
}

const redeliver = (messageId: string, as: 'same' | 'copy'): Promise<string> =>
  told(`/api/messages/${messageId}/redeliver?as=${as}`, {});

async function told(path: string, request: RequestInit): Promise<string> {
  const answer = await fetch(`${stage.eOfficeUrl}${path}`, { ...request, method: 'POST' });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { messageId: string }).messageId;
}

/** All that the agency holds of the good message's document. */
async function holdings(): Promise<{ inbox: string[]; subjects: string[]; tickets: number }> {
  const { manager } = context.get(Database).reader;
  const { documentId, hotlineCode } = good;
  const inbox = await manager.find(InboxMessageEntity, { where: { documentId }, order: { receivedAt: 'ASC' } });
  const register = await manager.findBy(IncomingDocumentEntity, { documentId });
  return {
    inbox: inbox.map(({ state }) => state),
    subjects: register.map(({ subject }) => subject),
    tickets: await manager.countBy(TicketEntity, { hotlineCode }),
  };
}

const inboxOf = (remoteId: string): Promise<InboxMessageEntity | null> =>
  context.get(Database).reader.getRepository(InboxMessageEntity).findOneBy({ remoteId });

const listed = async (...words: readonly string[]): Promise<readonly string[]> =>
  (await clerk.rows('/tin-loi')).filter((row) => words.every((word) => row.includes(word)));

describe('a message that cannot be read', () => {
  it.each<[string, (edxml: string) => string, string]>([
    ['is no XML', () => 'Kính gửi Sở, xem tệp kèm.', 'XML'],
    ['is cut in the middle', (edxml) => edxml.slice(0, edxml.length / 2), 'XML'],
    ['bears a DOCTYPE with a billion laughs', (edxml) => edxml.replace(/^(<\?xml[^>]*>)?/u, `$1${BOMB}`), 'DOCTYPE'],
    ['has no subject', (edxml) => edxml.replace(/<(edXML:)?Subject>[\s\S]*?<\/(edXML:)?Subject>/u, ''), 'trích yếu'],
    [
      'has an attachment that is not base64',
      (edxml) => edxml.replace(/(ContentTransferEncoded>)[^<]+/u, '$1không phải base64'),
      'tệp',
    ],
  ])('and %s is refused with a reason, listed, and holds up nothing', async (_what, spoil, word) => {
    const tickets = await context.get(Database).reader.getRepository(TicketEntity).count();
    const messageId = await queue(spoil(good.edxml));
    const next = await desk.sendFeedback(1);
    const { outcome, reason } = await acknowledged(messageId);
    expect([outcome, reason]).toEqual(['fail', expect.stringMatching(new RegExp(word, 'iu'))]);
    expect(await inboxOf(messageId)).toMatchObject({ state: 'refused', reason, documentId: null });
    expect(await listed(messageId, 'Không đọc được', reason ?? '?')).toHaveLength(1);
    await until(() => context.get(TicketQueries).byHotlineCode(next.hotlineCode));
    expect(await context.get(Database).reader.getRepository(TicketEntity).count()).toBe(tickets + 1);
  });
});

describe('a message that came before', () => {
  const once = { subjects: [expect.any(String) as string], tickets: 1 };

  it('is acknowledged again when the same is delivered a second time, and leaves no second line', async () => {
    await redeliver(good.messageId, 'same');
    expect((await acknowledged(good.messageId)).outcome).toBe('done');
    expect(await holdings()).toEqual({ ...once, inbox: ['registered'] });
  });

  it('is listed as sent twice when it comes under another id, and opens no second ticket', async () => {
    const copy = await redeliver(good.messageId, 'copy');
    expect((await acknowledged(copy)).outcome).toBe('done');
    await until(async () => (await inboxOf(copy))?.state === 'duplicate');
    expect(await holdings()).toEqual({ ...once, inbox: ['registered', 'duplicate'] });
    expect(await listed(good.documentId, 'Gửi lặp')).toHaveLength(1);
  });

  it('overwrites nothing when its content is another; a clerk is asked', async () => {
    const before = await holdings();
    const messageId = await queue(good.edxml.replace(/(Subject>)[^<]+/u, '$1Chuyện khác hẳn'), good.documentId);
    expect((await acknowledged(messageId)).outcome).toBe('done');
    await until(async () => (await inboxOf(messageId))?.state === 'changed');
    expect(await holdings()).toEqual({ ...before, inbox: [...before.inbox, 'changed'] });
    expect(await listed(good.documentId, 'Nội dung khác lần trước', 'Chưa ghi đè')).toHaveLength(1);
  });
});

const event = (eventId: string): string =>
  `<e:NotifyEvent xmlns:e="${NAMESPACE}"><e:eventId>${eventId}</e:eventId>` +
  `<e:occurredAt>2026-11-24T08:00:00+07:00</e:occurredAt><e:pendingMessageId>m-1</e:pendingMessageId></e:NotifyEvent>`;

const envelope = (header: string, ...messages: readonly string[]): string =>
  `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE['1.1']}"><s:Header>${header}</s:Header>` +
  `<s:Body>${messages.join('')}</s:Body></s:Envelope>`;

/** The header of the e-office itself, with a fresh nonce. */
function signed(password = stage.settings.callback.password ?? ''): string {
  return securityHeader(
    stage.settings.callback.username,
    password,
    new Date(performance.timeOrigin + performance.now()),
  );
}

function knock(body: string, action = 'NotifyEvent'): Promise<Response> {
  const headers = { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${NAMESPACE}/${action}"` };
  return fetch(`${stage.url}${CALLBACK}`, { method: 'POST', headers, body });
}

const eventsKept = (): Promise<number> => context.get(Database).reader.getRepository(EOfficeEventEntity).count();

describe('a call at the e-office’s door', () => {
  it.each<[string, () => readonly [body: string, action?: string], string]>([
    ['is no XML', () => ['{"a":1}'], 'EO-VALIDATION'],
    ['bears a DOCTYPE', () => [BOMB + envelope(signed(), event('bad-0001'))], 'EO-VALIDATION'],
    ['has two messages in its Body', () => [envelope(signed(), event('bad-0002'), event('bad-0003'))], 'EO-VALIDATION'],
    ['names another action than its Body', () => [envelope(signed(), event('bad-0004')), 'ApplySeal'], 'EO-VALIDATION'],
    ['has a wrong password', () => [envelope(signed('sai-mật-khẩu'), event('bad-0005'))], 'EO-AUTH'],
    ['has no security header', () => [envelope('', event('bad-0006'))], 'EO-AUTH'],
  ])('that %s is answered by a fault and listed', async (_what, call, code) => {
    const [before, events] = [await listed('Cửa nhận tin của hệ thống QLVB'), await eventsKept()];
    const answer = await knock(...call());
    const fault = await answer.text();
    expect([answer.status, /<\w+:code>([^<]+)</u.exec(fault)?.[1]]).toEqual([500, code]);
    expect(fault).not.toMatch(/\bat .*\.[jt]s|node_modules|sai-mật-khẩu/u);
    const [, sentence = '?'] = /<\w+:message>([^<]+)</u.exec(fault) ?? [];
    const after = await listed('Cửa nhận tin của hệ thống QLVB');
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toContain(sentence);
    expect(await eventsKept()).toBe(events);
  });

  it('that is too large is refused and listed; far above the cap it is not read to its end', async () => {
    const { maxBytes } = stage.settings.callback;
    const events = await eventsKept();
    const refused = await knock(envelope(signed(), event('x'.repeat(maxBytes))));
    expect(await refused.text()).toContain('EO-SIZE');
    const notRead = await knock(envelope(signed(), event('x'.repeat(5 * maxBytes))));
    expect(notRead.headers.get('connection')).toBe('close');
    const fault = await notRead.text();
    expect(fault).toContain('EO-SIZE');
    expect(fault).not.toMatch(/\bat .*\.[jt]s|node_modules/u);
    expect(await eventsKept()).toBe(events);
  });

  it('that is recorded and played again is refused; the same event told afresh gets its first receipt', async () => {
    const call = envelope(signed(), event('event-good-0001'));
    const first = await (await knock(call)).text();
    expect(first).toMatch(/duplicate>false</u);
    const replay = await knock(call);
    expect(replay.status).toBe(500);
    expect(await replay.text()).toContain('EO-AUTH');
    expect(await listed('Cửa nhận tin của hệ thống QLVB', 'phát lại')).toHaveLength(1);
    const again = await (await knock(envelope(signed(), event('event-good-0001')))).text();
    expect(again).toMatch(/duplicate>true</u);
    expect(/receiptId>([^<]+)/u.exec(again)?.[1]).toBe(/receiptId>([^<]+)/u.exec(first)?.[1]);
  });
});

describe('a wrong password at the sign-in page', () => {
  it.each([
    ['of an account', 'lanhdao', 'Đăng nhập không được vào tài khoản “lanhdao”.'],
    ['of nobody', 'mật-khẩu-gõ-nhầm-ô', 'Đăng nhập không được: tên đã gõ không phải là một tài khoản.'],
  ])('%s opens nothing and is listed, without what was typed', async (_whose, username, reason) => {
    const answer = await new WebVisitor(stage.url).signIn(username, 'bí-mật-thử-đoán');
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('Tài khoản hoặc mật khẩu chưa đúng.');
    expect(await listed('Trang đăng nhập', 'Không được phép gửi', reason)).toHaveLength(1);
    expect(await listed('bí-mật')).toEqual([]);
    expect(await listed('gõ-nhầm-ô')).toEqual([]);
  });
});

describe('a letter with a field that its template has not', () => {
  let draft: DraftEntity;
  let officer: WebVisitor;

  beforeAll(async () => {
    const robot = new DepartmentRobot(context, desk);
    const ticket = await until(() => context.get(TicketQueries).byHotlineCode(good.hotlineCode));
    await until(async () => (await robot.step(ticket.id))?.state === 'draftingReply');
    draft = (await context.get(DraftQueries).ofCase(ticket.id))[0]!;
    const author = await context.get(StaffDirectory).person(draft.authorId);
    const fields = { ...draft.fields, ...REPLY, ket_qua_xac_min: 'Đã xác minh tại trường.' };
    const { id, signerId, version } = draft;
    await context.get(WriteDraft).save(author.actor, id, { fields, signerId, version });
    officer = new WebVisitor(stage.url);
    await officer.signIn(author.username, DEMONSTRATION_PASSWORD);
  });

  const page = async (): Promise<string> => textOf(await officer.open(`/du-thao/${draft.id}`));

  it('says which field, and which one may have been meant', async () => {
    const text = await until(async () => {
      const shown = await page();
      return shown.includes('Đang tạo trang in') ? null : shown;
    });
    expect(text).toContain('không có trường “ket_qua_xac_min”. Có phải là “ket_qua_xac_minh”?');
    expect(text).toContain('Chưa tạo được trang in.');
  });

  it('cannot be sent for approval, by whatever way', async () => {
    await page();
    const answer = await officer.post(`/du-thao/${draft.id}/trinh`);
    expect([answer.status, (await context.get(DraftQueries).byId(draft.id))?.state]).toEqual([303, 'editing']);
  });
});
