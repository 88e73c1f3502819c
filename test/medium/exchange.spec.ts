import { rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { REPLY } from '../../integrations/e-office/edxml/golden/messages.js';
import { DocumentFileEntity, IncomingDocumentEntity } from '../../src/documents/index.js';
import { DamagedFiles, ReceivePending } from '../../src/exchange/index.js';
import { DispatchEntity, InboxMessageEntity } from '../../src/exchange/persistence/exchange.entities.js';
import type { DocumentMessage } from '../../src/exchange/ports/message.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { FileDamaged } from '../../src/platform/files/file-errors.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { TicketEntryEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { releasedLetter } from '../support/released-letter.js';
import { DEPARTMENT, TestApp } from '../support/test-app.js';

const SENDER = { id: '000.00.07.H24', name: 'Sở Nội vụ' };

describe('what comes from the e-office', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.open();
  });
  afterEach(() => app.close());

  const letter = (change: Partial<DocumentMessage> = {}): Buffer =>
    new EdxmlCodec().write({ ...REPLY, from: SENDER, to: [DEPARTMENT], documentId: 'NV,2026/03/20,1/SNV', ...change });
  const arrive = (messageId: string, bytes: Buffer, fromAgency = SENDER.id): void => {
    app.transport.put(messageId, bytes, app.clock.now(), fromAgency);
  };
  const take = async (): Promise<void> => {
    await app.nest.get(ReceivePending).receive();
    await app.work();
  };
  const inbox = (remoteId: string) =>
    app.nest.get(Database).reader.getRepository(InboxMessageEntity).findOneByOrFail({ remoteId });
  const registered = () => app.nest.get(Database).reader.getRepository(IncomingDocumentEntity).find();

  it('is left for a clerk when the message names another sender than the e-office', async () => {
    arrive('m-1', letter(), '000.00.99.H24');
    await take();
    expect(await inbox('m-1')).toMatchObject({
      state: 'task',
      reason: expect.stringContaining('000.00.99.H24') as string,
    });
    expect(await registered()).toEqual([]);
  });

  it('is known by sender and document, not by document alone', async () => {
    arrive('m-1', letter());
    arrive('m-2', letter());
    arrive('m-3', letter({ subject: 'Nội dung khác' }));
    arrive('m-4', letter({ from: { ...SENDER, id: '000.00.08.H24' } }), '000.00.08.H24');
    await take();
    const states = await Promise.all(['m-1', 'm-2', 'm-3', 'm-4'].map(async (id) => (await inbox(id)).state));
    expect(states).toEqual(['registered', 'duplicate', 'changed', 'registered']);
  });

  it('is refused when it comes once more under its name with other bytes, and what we have stays', async () => {
    arrive('m-1', letter());
    await take();
    const before = await inbox('m-1');
    const other = letter({ subject: 'Nội dung khác' });
    arrive('m-1', other);
    await take();
    await take();

    const after = await inbox('m-1');
    const otherSha256 = createHash('sha256').update(other).digest('hex');
    expect(after).toMatchObject({ sha256: before.sha256, state: 'registered', otherSha256 });
    expect(after.acknowledgedAt).toEqual(before.acknowledgedAt);
    expect(await app.nest.get(FileStore).get(otherSha256)).toEqual(other);
    expect(app.transport.acknowledged.map(({ outcome }) => outcome)).toEqual(['done', 'fail']);
    expect(await registered()).toHaveLength(1);
    const page = (await (await app.browserOf('vanthu')).get('/tin-loi')).body;
    expect(page).toContain('Hệ thống quản lý văn bản giao lại tin này dưới cùng mã nhưng nội dung khác.');
  });

  it('cannot be in the register twice, no matter who writes', async () => {
    arrive('m-1', letter());
    await take();
    const [line] = await registered();
    const again = Object.assign(new IncomingDocumentEntity(), line, {
      id: 'second',
      arrivalNumber: 2,
      messageId: null,
    });
    await expect(app.nest.get(UnitOfWork).run((tx) => tx.insert(IncomingDocumentEntity, again))).rejects.toThrow();
  });

  it('keeps the beginning of names and subjects that are too long, and refuses identities that are', async () => {
    arrive('m-1', letter({ subject: 'x'.repeat(3000), from: { ...SENDER, name: 'y'.repeat(900) } }));
    arrive('m-2', letter({ documentId: 'z'.repeat(300) }));
    await take();
    const [line] = await registered();
    expect([line?.subject.length, line?.senderName.length]).toEqual([500, 200]);
    expect(await inbox('m-2')).toMatchObject({ state: 'refused', reason: 'Mã văn bản dài quá 200 ký tự.' });
  });

  it('is shown to a clerk when the e-office will not hand it over, and asked for again later', async () => {
    arrive('m-1', letter());
    app.transport.withheld.set('m-1', new OutsideRefused('EO-SIZE', 'Tin quá lớn.'));
    await take();
    expect(await inbox('m-1')).toMatchObject({
      state: 'refused',
      reason: 'Hệ thống quản lý văn bản không giao tin này: Tin quá lớn.',
    });
    expect(app.transport.isPending('m-1')).toBe(true);

    app.transport.withheld.clear();
    app.clock.advance(61 * 60_000);
    await take();
    expect(await inbox('m-1')).toMatchObject({ state: 'registered', reason: null });
    expect(app.transport.isPending('m-1')).toBe(false);
  });

  it('goes on past a message that does not come, or breaks', async () => {
    for (const id of ['m-1', 'm-2', 'm-3']) arrive(id, letter({ documentId: id }));
    app.transport.withheld.set('m-1', new OutsideUnavailable('Its bytes are not its own'));
    app.transport.withheld.set('m-2', new Error('Broken'));
    await take();
    expect((await inbox('m-3')).state).toBe('registered');
  });

  it('has what does not come wait for itself alone, while the e-office answers', async () => {
    const ids = Array.from({ length: 14 }, (_one, at) => `m-${String(at).padStart(2, '0')}`);
    for (const id of ids) arrive(id, letter({ documentId: id }));
    for (const id of ids.slice(0, 13)) app.transport.withheld.set(id, new OutsideUnavailable('Too large'));
    await take();
    await take();
    expect((await inbox('m-13')).state).toBe('registered');
    app.clock.advance(60_000);
    app.transport.isAway = true;
    await expect(take()).rejects.toThrow(OutsideUnavailable);
  });

  it('is shown to a clerk within half an hour of not coming whole, asked for ever more rarely, and taken when it comes', async () => {
    arrive('m-1', letter());
    const broken = new OutsideUnavailable('nội dung không khớp mã băm.');
    app.transport.withheld.set('m-1', broken);
    const asked = jest.spyOn(app.transport, 'getMessage');
    const seen = (): Promise<number> =>
      app.nest.get(Database).reader.getRepository(InboxMessageEntity).countBy({ remoteId: 'm-1' });
    const lookFor = async (minutes: number): Promise<void> => {
      for (let minute = 0; minute < minutes; minute += 1) {
        await app.nest.get(ReceivePending).receive();
        app.clock.advance(60_000);
      }
    };
    await lookFor(15);
    expect(await seen()).toBe(0);
    await lookFor(30);
    expect(await inbox('m-1')).toMatchObject({
      state: 'refused',
      reason: 'Hệ thống quản lý văn bản nhiều lần không giao trọn vẹn tin này: nội dung không khớp mã băm.',
    });
    expect(asked).toHaveBeenCalledTimes(10);
    expect(app.transport.isPending('m-1')).toBe(true);

    await lookFor(61);
    expect(asked).toHaveBeenCalledTimes(11);
    app.transport.withheld.clear();
    await lookFor(61);
    await app.work();
    expect(await inbox('m-1')).toMatchObject({ state: 'registered', reason: null });
  });

  it('is opened with a line in the journal, once for each person, file and day', async () => {
    arrive('m-1', letter({ attachments: REPLY.attachments }));
    await take();
    const { id } = await app.nest.get(Database).reader.getRepository(DocumentFileEntity).findOneByOrFail({});
    for (const username of ['vanthu', 'vanthu', 'giamsat'])
      expect((await (await app.browserOf(username)).get(`/tep/van-ban/${id}`)).statusCode).toBe(200);
    const opened = { action: 'ticket.fileRead', objectId: id };
    const readers = async () =>
      (await app.nest.get(Database).reader.manager.findBy(JournalEntryEntity, opened)).map(({ actorId }) => actorId);
    expect(await readers()).toEqual(['vanthu', 'giamsat']);
    app.clock.advance(24 * 3_600_000);
    await (await app.browserOf('vanthu')).get(`/tep/van-ban/${id}`);
    expect(await readers()).toEqual(['vanthu', 'giamsat', 'vanthu']);
  });

  it('comes back from the e-office when what we keep of it is damaged; what does not is told once', async () => {
    arrive('m-1', letter({ attachments: REPLY.attachments }));
    await take();
    const store = app.nest.get(FileStore);
    const file = await app.nest.get(Database).reader.getRepository(DocumentFileEntity).findOneByOrFail({});
    const raw = (await inbox('m-1')).sha256;
    const lost = await store.put(Buffer.from('bản thảo'));
    arrive('m-2', letter({ documentId: 'm-2' }));
    await take();
    app.transport.withheld.set('m-2', new TypeError('Nobody foresaw it'));
    const unforeseen = (await inbox('m-2')).sha256;
    for (const sha256 of [file.sha256, raw, lost, unforeseen]) {
      const path = await store.localPath(sha256);
      await (sha256 === raw ? rm(path) : writeFile(path, 'hỏng'));
      await expect(store.get(sha256)).rejects.toThrow(FileDamaged);
    }
    const page = await (await app.browserOf('vanthu')).get(`/tep/van-ban/${file.id}`);
    expect([page.statusCode, page.body]).toEqual([410, expect.stringContaining('Tệp hỏng trên máy chủ')]);

    await app.nest.get(DamagedFiles).run();
    await app.nest.get(DamagedFiles).run();
    expect(await Promise.all([file.sha256, raw, lost].map((sha256) => store.stateOf(sha256)))).toEqual([
      ...['whole', 'whole', 'damaged'],
    ]);
    const told = await app.nest.get(Database).reader.getRepository(NoticeEntity).findBy({ staffId: 'vanthu' });
    const about = told.filter(({ key }) => key.startsWith('file.')).map(({ words }) => words);
    expect(about.filter((words) => words.includes('lấy lại nguyên vẹn'))).toEqual(
      Array<string>(2).fill(
        'Tệp của văn bản đến số 1 năm 2026 từng bị hỏng hoặc mất trên máy chủ đã được lấy lại nguyên vẹn.',
      ),
    );
    for (const sha256 of [lost, unforeseen])
      expect(
        about.filter((words) => words.includes(`từ bản sao lưu về tep/${sha256.slice(0, 2)}/${sha256} và`)),
      ).toHaveLength(1);
  });

  it('is acknowledged again when the first acknowledgement was given up', async () => {
    arrive('m-1', letter());
    await app.nest.get(ReceivePending).receive();
    const { id } = await inbox('m-1');
    const finished = { finishedAt: app.clock.now(), outcome: 'givenUp' as const };
    const key = `exchange.acknowledge:${id}`;
    await app.nest.get(UnitOfWork).run((tx) => tx.update(OutboxEntity, { key }, finished));
    await take();
    expect(app.transport.isPending('m-1')).toBe(false);
  });

  it('costs no transaction at the next look while its acknowledgement is on its way', async () => {
    arrive('m-1', letter());
    await app.nest.get(ReceivePending).receive();
    const transactions = jest.spyOn(app.nest.get(UnitOfWork), 'run');
    await app.nest.get(ReceivePending).receive();
    expect(transactions).not.toHaveBeenCalled();
    await app.work();
    expect(app.transport.acknowledged).toHaveLength(1);
  });

  it('is said on the ticket when the hotline writes again under a known number', async () => {
    const ticket = await app.receive();
    const { bytes } = await firstOf(app);
    const again = new EdxmlCodec().read(bytes).message;
    if (again?.kind !== 'document') throw new Error('The hotline sends documents.');
    const documentId = `${again.documentId}-bis`;
    arrive('m-2', new EdxmlCodec().write({ ...again, documentId, subject: 'Bổ sung' }), again.from.id);
    await take();
    const lines = await app.nest
      .get(Database)
      .reader.getRepository(TicketEntryEntity)
      .findBy({ ticketId: ticket.id, kind: 'furtherDocument' });
    expect(lines.map(({ title }) => title)).toEqual(['Tổng đài gửi thêm văn bản, số đến 2']);
  });

  it('is answered 06 only after the reply has its receipt, and once', async () => {
    const ticket = await app.receive();
    const sent = (): (string | null)[] => app.transport.sent.map(({ consignmentId }) => consignmentId);
    app.transport.notTaken.set('document', new OutsideRefused('EO-SIZE', 'Tệp quá lớn.'));
    const outgoingId = await releasedLetter(app, ticket);
    await app.work();
    const about = ticket.incomingDocumentId;
    expect(sent()).toEqual([`SGDDT-${about}-01`, `SGDDT-${about}-03`]);

    app.transport.notTaken.clear();
    await sendAgain(app);
    await sendAgain(app);
    const answered = expect.stringMatching(new RegExp(`^SGDDT-${about}-06-`, 'u')) as string;
    expect(sent().slice(2)).toEqual([`SGDDT-${about}-reply-${outgoingId}`, answered]);
    const reply = await app.nest.get(Database).reader.getRepository(DispatchEntity).findOneBy({ kind: 'document' });
    expect(reply).toMatchObject({ failure: null, receiptId: 'R' });
  });
});

async function firstOf(app: TestApp): Promise<{ bytes: Buffer }> {
  const [first] = await app.nest.get(Database).reader.getRepository(InboxMessageEntity).find();
  return { bytes: await app.nest.get(FileStore).get(first?.sha256 ?? '') };
}

/** What a clerk does with a job that was given up, and what a worker does that was killed before it wrote. */
async function sendAgain(app: TestApp): Promise<void> {
  const open = {
    finishedAt: null,
    outcome: null,
    attempts: 0,
    dueAt: app.clock.now(),
    leasedBy: null,
    leasedUntil: null,
  };
  await app.nest.get(UnitOfWork).run((tx) => tx.update(OutboxEntity, { kind: 'exchange.send' }, open));
  await app.work();
}
