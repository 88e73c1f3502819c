import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { REPLY } from '../../integrations/e-office/edxml/golden/messages.js';
import { CheckRegister, IncomingDocumentEntity } from '../../src/documents/index.js';
import { AwaitedDocuments, DecideTask, ReadTask, ReceivePending, TaskQueries } from '../../src/exchange/index.js';
import { ExchangeTaskEntity } from '../../src/exchange/persistence/exchange-task.entity.js';
import { InboxMessageEntity } from '../../src/exchange/persistence/exchange.entities.js';
import type { DocumentMessage, EdxmlStatus, StatusMessage } from '../../src/exchange/ports/message.js';
import { In, Like } from 'typeorm';
import { SYSTEM, type Actor } from '../../src/kernel/actor.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { TicketEntryEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { versionRows } from '../../src/web/exchange/document-versions-view.js';
import { DEPARTMENT, TestApp } from '../support/test-app.js';

const SENDER = { id: '000.00.07.H24', name: 'Sở Nội vụ' };
const CLERK: Actor = { ...SYSTEM, id: 'clerk', name: 'Đỗ Thị Thủy', roles: ['registryClerk'] };
const REASON = 'Văn bản đã được xử lý xong, không thể trả lại.';

describe('what another agency wants done to a document that it has sent us', () => {
  let app: TestApp;
  let tests = 0;
  let messages = 0;
  /** The document that each test is about; what one test does is nothing to the next. */
  let first: string;
  beforeAll(async () => {
    app = await TestApp.open();
  });
  beforeEach(() => {
    tests += 1;
    first = `NV,2026/03/02,${String(tests)}/SNV`;
    app.transport.sent.length = 0;
  });
  afterAll(() => app.close());

  const codec = new EdxmlCodec();
  const manager = () => app.nest.get(Database).reader.manager;
  const letter = (change: Partial<DocumentMessage> = {}): DocumentMessage => ({
    ...REPLY,
    from: SENDER,
    to: [DEPARTMENT],
    codeNumber: String(tests),
    codeNotation: 'SNV',
    documentId: first,
    responseFor: [],
    ...change,
  });
  const arrive = async (message: DocumentMessage | StatusMessage, fromAgency = SENDER.id): Promise<string> => {
    messages += 1;
    app.clock.advance(1000);
    app.transport.put(`m-${String(messages)}`, codec.write(message), app.clock.now(), fromAgency);
    await app.nest.get(ReceivePending).receive();
    await app.work();
    return `m-${String(messages)}`;
  };
  const inbox = (remoteId: string) => manager().findOneByOrFail(InboxMessageEntity, { remoteId });
  /** Of the document of this test and what amends it. */
  const lines = () =>
    manager().find(IncomingDocumentEntity, {
      where: { documentId: Like(`${first}%`) },
      order: { arrivalNumber: 'ASC' },
    });
  const waiting = async (): Promise<ExchangeTaskEntity> => {
    const seen = (await app.nest.get(TaskQueries).open()).at(-1);
    if (!seen) throw new Error('Nothing waits.');
    return seen.task;
  };
  /** The time is over in which a document may come after what speaks of it. */
  const tooLate = async (): Promise<void> => {
    app.clock.advance(24 * 60 * 60_000);
    await app.nest.get(AwaitedDocuments).letOverdueGo();
    await app.work();
  };
  const decide = async (decision: 'agreed' | 'refused', reason = ''): Promise<void> => {
    await app.nest.get(DecideTask).decide(CLERK, (await waiting()).id, { decision, reason });
    await app.work();
  };
  /** What its sender and others were told in this test. */
  const told = (): { status: EdxmlStatus; about: string; to: string; words: string | undefined }[] =>
    app.transport.sent.flatMap(({ bytes }) => {
      const { message } = codec.read(bytes);
      if (message?.kind !== 'status') return [];
      const { status, responseFor, description } = message;
      return [{ status, about: responseFor.documentId, to: responseFor.organId, words: description }];
    });
  const revocation = (change: Partial<DocumentMessage> = {}): DocumentMessage =>
    letter({
      business: 'revoke',
      businessDetail: { documentId: first, reason: 'Ban hành nhầm' },
      attachments: [],
      ...change,
    });
  const update = (): DocumentMessage =>
    letter({ business: 'update', businessDetail: { documentId: first }, subject: 'Bản đã sửa' });
  const askedBack = (documentId: string): StatusMessage => ({
    kind: 'status',
    from: SENDER,
    responseFor: { organId: DEPARTMENT.id, code: '9/SNV', promulgationDate: civilDate('2026-03-02'), documentId },
    status: '13',
    description: 'Xin lấy lại để sửa',
    at: app.clock.now(),
  });
  const replacement = (): DocumentMessage =>
    letter({
      business: 'replace',
      businessDetail: { replaces: [{ documentId: first, organIds: [DEPARTMENT.id] }] },
      documentId: `${first}-moi`,
    });

  it('is compared as its line would have it: what the register cuts is no change', async () => {
    const attachments = [{ ...REPLY.attachments[0]!, name: `${'bản thảo '.repeat(40)}.pdf` }];
    const long = { subject: 'hướng dẫn '.repeat(60), typeName: 'Hướng dẫn '.repeat(15), attachments };
    const update = { business: 'update', businessDetail: { documentId: first } } as const;
    await arrive(letter(long));
    await arrive(letter({ ...long, ...update, documentId: `${first}-2` }));
    const { versions } = await app.nest.get(ReadTask).read((await waiting()).id);
    expect(versionRows(versions)?.flatMap(({ change }) => change ?? [])).toEqual([]);
    await decide('refused', REASON);
  });

  it('waits for a clerk, who is told, and changes nothing meanwhile', async () => {
    await arrive(letter());
    const remoteId = await arrive(revocation());
    const [line] = await lines();

    expect(await inbox(remoteId)).toMatchObject({ state: 'task' });
    expect(await waiting()).toMatchObject({ kind: 'revoke', aboutDocumentId: line?.id, decision: null });
    expect(line).toMatchObject({ takenBackAt: null });
    expect(told().map(({ status }) => status)).toEqual(['01', '03']);
    const notices = await manager().find(NoticeEntity);
    expect(notices.some(({ key, words }) => key.startsWith('exchange.task:') && words.includes('thu hồi'))).toBe(true);
  });

  it('revoke, agreed: the line is marked and stays, the register holds, and the sender hears 15 once', async () => {
    await arrive(letter());
    const remoteId = await arrive(revocation());
    const { id } = await waiting();
    await decide('agreed');

    expect(await lines()).toMatchObject([{ takenBackAt: app.clock.now() }]);
    expect(await inbox(remoteId)).toMatchObject({ state: 'noted' });
    expect(told().at(-1)).toMatchObject({ status: '15', about: first, to: SENDER.id });
    const second = app.nest.get(DecideTask).decide(CLERK, id, { decision: 'refused', reason: REASON });
    await expect(second).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await app.work();
    expect(told().map(({ status }) => status)).toEqual(['01', '03', '15']);
    const checked = await app.nest.get(CheckRegister).check({ book: 'incoming', year: 2026 });
    expect(checked).toMatchObject({ chain: 'intact', gaps: [] });
  });

  it('refused: nothing changes, and the sender hears 16 with the reason', async () => {
    await arrive(letter());
    await arrive(revocation());
    await expect(decide('refused', 'Không.')).rejects.toMatchObject({ code: 'input-invalid' });
    await decide('refused', REASON);

    expect(await lines()).toMatchObject([{ takenBackAt: null }]);
    expect(told().at(-1)).toEqual({ status: '16', about: first, to: SENDER.id, words: REASON });
  });

  it('replace, agreed: the new document is entered beside the old one and refers to it', async () => {
    await arrive(letter());
    const remoteId = await arrive(replacement());
    await decide('agreed');

    const [old, young] = await lines();
    expect(young).toMatchObject({ amendment: 'replacement', amendsId: old?.id, edition: null });
    expect(old).toMatchObject({ amendsId: null, takenBackAt: null });
    expect(await inbox(remoteId)).toMatchObject({ state: 'registered' });
    const about = told().filter((one) => one.about === replacement().documentId);
    expect(about.map(({ status }) => status).sort()).toEqual(['01', '03', '15']);
  });

  it('update, agreed: the same name comes into the register once more, as a further version, without a second 01', async () => {
    await arrive(letter());
    await arrive(update());
    await decide('agreed', 'Đã thay bản trong hồ sơ.');
    await arrive({ ...update(), subject: 'Sửa lần nữa' });
    await decide('agreed');

    expect(await lines()).toMatchObject([
      { documentId: first, edition: null },
      { documentId: first, edition: 2, amendment: 'update', subject: 'Bản đã sửa' },
      { documentId: first, edition: 3, amendment: 'update' },
    ]);
    expect(told().map(({ status }) => status)).toEqual(['01', '03', '15', '15']);
  });

  it('the same message once more is answered once', async () => {
    await arrive(letter());
    await arrive(update());
    await decide('agreed');
    const again = await arrive(update());

    expect(await inbox(again)).toMatchObject({ state: 'duplicate' });
    expect(await lines()).toHaveLength(2);
  });

  it('before the document that it speaks of, it waits for it and is then set before a clerk with it', async () => {
    const early = [await arrive(update()), await arrive(revocation())];
    const isSetAside = async () => Promise.all(early.map(async (remoteId) => (await inbox(remoteId)).state === 'task'));
    expect(await isSetAside()).toEqual([false, false]);
    expect((await inbox(early[0]!)).reason).toContain('Chưa nhận được văn bản');
    expect(await lines()).toEqual([]);
    await arrive(letter());

    const [line] = await lines();
    const ids = await Promise.all(early.map(async (remoteId) => (await inbox(remoteId)).id));
    const tasks = await manager().findBy(ExchangeTaskEntity, { inboxId: In(ids) });
    expect(tasks.map(({ kind, aboutDocumentId }) => [kind, aboutDocumentId]).sort()).toEqual([
      ['revoke', line?.id],
      ['update', line?.id],
    ]);
    expect(await isSetAside()).toEqual([true, true]);
    await tooLate();
    expect(await manager().countBy(ExchangeTaskEntity, { inboxId: In(ids) })).toBe(2);
  });

  it('status 13 before the document that it asks back waits for it as well', async () => {
    const remoteId = await arrive(askedBack(first));
    await arrive(letter());

    const [line] = await lines();
    expect(await inbox(remoteId)).toMatchObject({ state: 'task' });
    expect(await waiting()).toMatchObject({ kind: 'askedBack', aboutDocumentId: line?.id });
  });

  it('about a document that does not come: a revocation can be agreed to, an update is entered as new', async () => {
    await arrive(revocation());
    await tooLate();
    await decide('agreed');
    await arrive(letter({ ...update(), documentId: `${first}-khac`, businessDetail: {} }));
    await tooLate();
    await decide('agreed');

    expect(await lines()).toMatchObject([{ amendsId: null, amendment: null }]);
    expect(
      told()
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['01', '03', '15', '15']);
  });

  it('of another agency than the one that sent it is not taken for the one meant', async () => {
    await arrive(letter());
    await arrive(revocation({ from: { id: '000.00.08.H24', name: 'Sở Y tế' } }), '000.00.08.H24');
    await tooLate();

    expect(await waiting()).toMatchObject({ aboutDocumentId: null });
  });

  it('status 13 is a wish like a revocation; of what does not come, a clerk hears in the end', async () => {
    const unknown = await arrive(askedBack('NV,2026/01/01,1/KHAC'));
    expect(await inbox(unknown)).toMatchObject({ state: 'noted' });
    await tooLate();
    expect(await waiting()).toMatchObject({ kind: 'askedBack', aboutDocumentId: null });
    await decide('agreed');
    expect(told()).toMatchObject([{ status: '15', to: SENDER.id }]);

    await arrive(letter());
    await arrive(askedBack(first));
    await arrive(askedBack(first));
    expect(await waiting()).toMatchObject({ kind: 'askedBack' });
    await decide('agreed');
    await expect(waiting()).resolves.not.toMatchObject({ kind: 'askedBack' });

    expect(told().at(-1)).toMatchObject({ status: '15', about: first, to: SENDER.id });
    expect(await lines()).toMatchObject([{ takenBackAt: app.clock.now() }]);
  });

  it('a doubtful sender that a clerk has verified is registered as usual', async () => {
    const remoteId = await arrive(letter(), '000.00.99.H24');
    await expect(decide('agreed')).rejects.toMatchObject({ code: 'input-invalid' });
    await decide('agreed', 'Đã gọi văn thư Sở Nội vụ xác nhận.');

    expect(await inbox(remoteId)).toMatchObject({ state: 'registered' });
    expect(told()).toMatchObject([{ status: '01', to: SENDER.id }, { status: '03' }]);
  });

  it('a doubtful sender that is not believed gets it back, where it came from', async () => {
    const remoteId = await arrive(letter(), '000.00.99.H24');
    await decide('refused', 'Sở Nội vụ xác nhận không gửi.');

    expect(await inbox(remoteId)).toMatchObject({ state: 'refused', returnedAt: app.clock.now() });
    expect(told()).toMatchObject([{ status: '02', to: '000.00.99.H24', words: 'Sở Nội vụ xác nhận không gửi.' }]);
    expect(await lines()).toEqual([]);
  });

  it('a doubtful message that is believed and revokes waits for a second decision', async () => {
    await arrive(letter());
    await arrive(revocation(), '000.00.99.H24');
    await decide('agreed', 'Đã gọi văn thư Sở Nội vụ xác nhận.');

    expect(await waiting()).toMatchObject({ kind: 'revoke' });
  });

  it('tells those who work on the ticket of a document that the hotline takes back, and moves nothing of it', async () => {
    const ticket = await app.receive();
    const line = await manager().findOneByOrFail(IncomingDocumentEntity, { id: ticket.incomingDocumentId });
    const from = { id: line.senderCode, name: line.senderName };
    const { documentId } = line;
    await arrive(
      revocation({ from, documentId, businessDetail: { documentId, reason: 'Người phản ánh rút' } }),
      from.id,
    );
    await decide('agreed');

    const entries = await manager().findBy(TicketEntryEntity, { ticketId: ticket.id, kind: 'takenBack' });
    expect(entries).toMatchObject([
      { title: `Nơi gửi lấy lại văn bản đến số ${String(line.arrivalNumber)}`, text: 'Người phản ánh rút' },
    ]);
    expect(await manager().existsBy(NoticeEntity, { ticketId: ticket.id })).toBe(true);
  });

  it('is decided on its page, where a reason that is missing is asked for', async () => {
    await arrive(letter());
    await arrive(revocation());
    const { id } = await waiting();
    const page = `/trao-doi/viec/${id}`;
    const clerk = await app.browserOf('vanthu');
    expect((await clerk.get('/trao-doi/viec')).body).toContain(page);
    expect((await clerk.get(page)).body).toContain('Ban hành nhầm');

    const refused = await clerk.post(`${page}/tu-choi`, { reason: 'Không' });
    expect((await clerk.follow(refused)).body).toContain('Viết rõ lý do');
    const decided = await clerk.post(`${page}/tu-choi`, { reason: REASON });
    expect((await clerk.follow(decided)).body).toContain('Đã từ chối, trạng thái 16');
    expect((await clerk.get('/so-van-ban/den')).statusCode).toBe(200);
  });

  it('is decided by clerks alone', async () => {
    await arrive(letter(), '000.00.99.H24');
    const { id } = await waiting();
    const leader: Actor = { ...CLERK, roles: ['leader'] };
    const tried = app.nest.get(DecideTask).decide(leader, id, { decision: 'refused', reason: REASON });
    await expect(tried).rejects.toMatchObject({ code: 'forbidden' });
  });
});
