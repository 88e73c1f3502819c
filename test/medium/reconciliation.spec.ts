import Sqlite from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Like } from 'typeorm';
import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { REPLY } from '../../integrations/e-office/edxml/golden/messages.js';
import {
  CheckRegister,
  IncomingDocumentEntity,
  NumberingHold,
  OutgoingDocumentEntity,
  OutgoingRegister,
} from '../../src/documents/index.js';
import { HOLD, NumberingHoldEntity } from '../../src/documents/persistence/numbering-hold.entity.js';
import {
  ResumeNumbering,
  LookForMessages,
  Reconcile,
  RecoverNumbers,
  RepairDifference,
} from '../../src/exchange/index.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import {
  EOfficeClockEntity,
  ReconciliationDifferenceEntity,
  ReconciliationRunEntity,
} from '../../src/exchange/persistence/reconciliation.entities.js';
import type { Difference } from '../../src/exchange/domain/difference.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { MemoryBytes } from '../../src/kernel/held-bytes.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { TicketDeadlineEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { AppAtOffice } from '../support/app-at-office.js';
import { DEPARTMENT, FEEDBACK, HOTLINE } from '../support/test-app.js';

const HOUR_MS = 60 * 60_000;

/** The app and a simulated e-office over SOAP; each test goes on where the one before it ended. */
describe('both sides compared', () => {
  let office: AppAtOffice;
  beforeAll(async () => {
    office = await AppAtOffice.open();
    await office.robot('/api/feedback', FEEDBACK);
    await office.app.nest.get(LookForMessages).first();
    await office.app.work();
  });
  afterAll(() => office.close());

  const rows = () => office.app.nest.get(Database).reader.manager;
  const standing = (): Promise<ReconciliationDifferenceEntity[]> =>
    rows().findBy(ReconciliationDifferenceEntity, { state: 'open' });
  const compare = async (): Promise<readonly Difference['kind'][]> => {
    office.app.clock.advance(HOUR_MS);
    await office.app.nest.get(Reconcile).reconcile(SYSTEM);
    await office.app.work();
    return (await standing()).map(({ kind }) => kind);
  };

  it('agree when nothing went wrong', async () => {
    expect(await compare()).toEqual([]);
    const [run] = await rows().find(ReconciliationRunEntity);
    expect(run).toMatchObject({ state: 'done', receivedThere: 1, sentThere: 2, found: 0, byName: 'Hệ thống' });
    expect(await rows().find(EOfficeClockEntity)).toMatchObject([{ skewMs: 0, contractVersion: '1.0' }]);
  });

  it('after a backup restored within the minute bring back what was taken since, under its number, before anything new', async () => {
    const lost = (await office.robot('/api/feedback', FEEDBACK)) as { readonly messageId: string };
    const { messageId } = lost;
    const { sha256 } = await office.client.call('GetMessage', { messageId });
    await office.client.call('AcknowledgeMessage', { messageId, outcome: 'done', sha256 });
    await office.client.call('RegisterIncoming', {
      ...{ clientRequestId: 'SGDDT-IN-before-the-restore', bookCode: 'incoming', fromName: HOTLINE.name, file: [] },
      ...{ subject: 'Phản ánh', receivedAt: office.app.clock.now(), messageId, arrivalNumber: '2' },
    });
    const news = (await office.robot('/api/feedback', FEEDBACK)) as { readonly messageId: string };

    office.app.clock.advance(60_000);
    const heldSince = office.app.clock.now();
    await office.app.nest.get(RecoverNumbers).atStart();
    // A start waits three seconds at most; what a slow database has not done by then is done behind it.
    while (await office.app.nest.get(NumberingHold).isHeld()) await pause(50);
    const [found] = await rows().findBy(ReconciliationDifferenceEntity, { kind: 'numberTaken' });
    expect(found).toMatchObject({ subject: 'incoming 2026 2', state: 'settled' });
    expect(await saidOfRecovery()).toContain('lấy lại 1 văn bản đúng số cũ');
    await crashBeforeEnd(heldSince);
    expect(await office.app.nest.get(RecoverNumbers).run()).toBe(true);
    expect(await saidOfRecovery()).toContain('lấy lại 1 văn bản đúng số cũ');
    await office.app.nest.get(LookForMessages).first();
    await office.app.work();
    const lines = await rows().find(IncomingDocumentEntity, { order: { arrivalNumber: 'ASC' } });
    expect(lines.slice(1).map((line) => [line.messageId, line.arrivalNumber])).toEqual([
      [messageId, 2],
      [news.messageId, 3],
    ]);
    expect(await rows().count(TicketEntity)).toBe(3);
    expect(await office.unfinishedJobs()).toEqual([]);

    expect(await compare()).toEqual([]);
    expect(await rows().count(TicketEntity)).toBe(3);
    const words = (await rows().find(NoticeEntity)).map((notice) => notice.words).join();
    expect(words).toContain('1 tin thiếu ở bên Sở đang được lấy lại');
  });

  it('have what the e-office lost sent once more under its name, and no period counted anew', async () => {
    const [dispatch] = await rows().findBy(DispatchEntity, { status: '03' });
    const { id, consignmentId } = dispatch!;
    const deadlines = await rows().find(TicketDeadlineEntity, { order: { id: 'ASC' } });
    atOffice((db) => {
      db.prepare('delete from consignmentReference where consignmentId = ?').run(consignmentId);
      db.prepare('delete from consignment where id = ?').run(consignmentId);
    });

    expect(await compare()).toEqual(['missingThere']);
    const [difference] = await standing();
    await office.app.nest.get(RepairDifference).repair(await office.letters.actor('vanthu'), difference!.id);
    await office.app.work();

    expect(atOffice((db) => db.prepare('select id from consignment where id = ?').all(consignmentId))).toHaveLength(1);
    const after = await rows().findOneByOrFail(DispatchEntity, { id });
    expect([after.sentAt, after.receiptId === dispatch!.receiptId]).toEqual([dispatch!.sentAt, false]);
    expect(await rows().find(TicketDeadlineEntity, { order: { id: 'ASC' } })).toEqual(deadlines);
    expect(await compare()).toEqual([]);
  });

  it('name a letter that left in our name, and give its number to no other letter', async () => {
    const documentId = `${DEPARTMENT.id},2026/03/20,02/SGDĐT-GDTrH`;
    const edxml = new EdxmlCodec().write({ ...REPLY, from: DEPARTMENT, to: [HOTLINE], documentId, codeNumber: '02' });
    const sha256 = createHash('sha256').update(edxml).digest('hex');
    const send = (consignmentId: string) =>
      office.client.call('SendMessage', { consignmentId, kind: 'document', sha256, edxml: new MemoryBytes(edxml) });
    await send('SGDDT-before-the-restore');
    await send('SGDDT-before-the-restore-again');

    expect((await compare()).toSorted()).toEqual(['numberTaken', 'unknownHere', 'unknownHere']);
    expect(await office.app.nest.get(NumberingHold).isHeld()).toBe(true);
    await expect(takeOutgoing()).rejects.toMatchObject({ code: 'numbering-held' });

    const heldSince = (await office.app.nest.get(NumberingHold).current())?.heldAt ?? new Date(Number.NaN);
    expect(await office.app.nest.get(RecoverNumbers).run()).toBe(true);
    expect(await saidOfRecovery()).toContain('2 văn bản đi đã có số');
    await crashBeforeEnd(heldSince);
    expect(await office.app.nest.get(RecoverNumbers).run()).toBe(true);
    expect(await saidOfRecovery()).toContain('2 văn bản đi đã có số');
    expect(await takeOutgoing()).toBe(3);
    const lines = await rows().find(OutgoingDocumentEntity, { order: { number: 'ASC' } });
    expect(lines.map(({ number, notation, state }) => [number, notation, state])).toEqual([
      [1, '', 'voided'],
      [2, 'SGDĐT-GDTrH', 'voided'],
      [3, 'SGDĐT-GDTrH', 'numbered'],
    ]);
    const verdict = await office.app.nest.get(CheckRegister).withoutFiles({ book: 'outgoing', year: 2026 });
    expect(verdict).toMatchObject({ accept: true, gaps: [], duplicates: [] });

    const clerk = await office.letters.actor('vanthu');
    for (const { id } of await standing()) {
      await office.app.nest.get(RepairDifference).explain(clerk, id, 'Công văn 02 đã ghi lại vào sổ giấy.');
    }
    expect(await compare()).toEqual([]);
    expect(await office.app.nest.get(NumberingHold).isHeld()).toBe(false);
  });

  it('give a letter back the number under which the e-office has it', async () => {
    const draftId = await office.approved();
    const submitted = await office.submitted(draftId);
    const verified = await office.acts('sign', submitted);
    const seal = {
      ...{ clientRequestId: verified.clientRequestId, signatureRequestId: verified.remoteId ?? '' },
      ...{ fileId: verified.fileId ?? '', sha256: verified.signedSha256 ?? '' },
      ...{ documentNumber: '05', documentNotation: verified.notation, issuedDate: civilDate('2026-03-17') },
    };
    await office.client.call('ApplySeal', seal);
    await office.app.nest.get(NumberingHold).hold('Người quản trị báo vừa phục hồi dữ liệu.');
    expect(await office.app.nest.get(RecoverNumbers).run()).toBe(true);

    const released = await office.seals(await office.letters.request(verified.id));
    await office.app.work();
    const line = await rows().findOneByOrFail(OutgoingDocumentEntity, { id: released.outgoingDocumentId ?? '' });
    expect([line.number, line.issuedDate]).toEqual([5, '2026-03-17']);
    expect(await rows().countBy(OutgoingDocumentEntity, { year: 2026 })).toBe(5);
  });

  it('say when the e-office does not list, and leave what was found as it was', async () => {
    atOffice((db) => db.exec('alter table queuedMessage rename to gone'));
    await expect(office.app.nest.get(Reconcile).reconcile(SYSTEM)).rejects.toThrow();
    atOffice((db) => db.exec('alter table gone rename to queuedMessage'));
    const runs = await rows().find(ReconciliationRunEntity, { where: { state: 'failed' } });
    expect(runs).toMatchObject([
      { failure: expect.stringContaining('Hệ thống quản lý văn bản chưa trả lời') as string },
    ]);
  });

  it('let two people go on without a comparison, and nobody alone', async () => {
    const [hold, goOn] = [office.app.nest.get(NumberingHold), office.app.nest.get(ResumeNumbering)];
    await hold.hold('Người quản trị báo vừa phục hồi dữ liệu.');
    await office.fails();
    expect(await office.app.nest.get(RecoverNumbers).run()).toBe(false);
    expect(await hold.current()).toMatchObject({
      failure: expect.stringContaining('Hệ thống quản lý văn bản chưa trả lời') as string,
    });
    await expect(takeOutgoing()).rejects.toMatchObject({ code: 'numbering-held' });

    const [clerk, administrator] = [await office.letters.actor('vanthu'), await office.letters.actor('quantri')];
    const reason = 'Đã đối chiếu sổ giấy tới số 6.';
    await expect(goOn.resume(await office.letters.actor('ngoc'), reason)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(goOn.resume(clerk, 'vội')).rejects.toMatchObject({ code: 'input-invalid' });
    expect(await goOn.resume(clerk, reason)).toBe(false);
    expect(await goOn.resume(clerk, reason)).toBe(false);
    expect(await goOn.resume(administrator, '')).toBe(true);
    expect(await takeOutgoing()).toBe(6);
    await office.returns();
  });

  /** What administrators were told last of a recovery. */
  async function saidOfRecovery(): Promise<string> {
    const [notice] = await rows().find(NoticeEntity, {
      where: { words: Like('Đã đối chiếu sau phục hồi%') },
      order: { at: 'DESC' },
    });
    return notice?.words ?? '';
  }

  /** As a process leaves it that is killed when all numbers are known, and before it says so. */
  async function crashBeforeEnd(heldAt: Date): Promise<void> {
    const { nest } = office.app;
    await nest.get(UnitOfWork).run(async (tx) => {
      await tx.update(NumberingHoldEntity, { name: HOLD }, { heldAt });
      await tx.delete(NoticeEntity, { words: Like('Đã đối chiếu sau phục hồi%') });
    });
  }

  async function takeOutgoing(): Promise<number> {
    const clerk = await office.letters.actor('vanthu');
    const entry = { notation: 'SGDĐT-GDTrH', typeName: 'Công văn', subject: 'trả lời', signerName: 'Đỗ Quốc Khánh' };
    const rest = { recipients: ['Tổng đài 1022'], keeper: 'VT', replyToId: null, signatureRequestId: newId() };
    const register = office.app.nest.get(OutgoingRegister);
    const taken = await office.app.nest.get(UnitOfWork).run((tx) => register.number(tx, clerk, { ...entry, ...rest }));
    return taken.number;
  }

  function atOffice<T>(work: (db: Sqlite.Database) => T): T {
    const db = new Sqlite(join(office.directory, 'simulator.db'));
    try {
      return work(db);
    } finally {
      db.close();
    }
  }
});
