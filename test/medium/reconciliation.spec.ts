import Sqlite from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { REPLY } from '../../integrations/e-office/edxml/golden/messages.js';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { LookForMessages, Reconcile, RepairDifference } from '../../src/exchange/index.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import {
  EOfficeClockEntity,
  ReconciliationDifferenceEntity,
  ReconciliationRunEntity,
} from '../../src/exchange/persistence/reconciliation.entities.js';
import type { Difference } from '../../src/exchange/domain/reconciliation.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { MemoryBytes } from '../../src/kernel/held-bytes.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { TicketDeadlineEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { HouseAtOffice } from '../support/house-at-office.js';
import { DEPARTMENT, FEEDBACK, HOTLINE } from '../support/test-app.js';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** A house and a simulated e-office over SOAP; each test goes on where the one before it ended. */
describe('both sides compared', () => {
  let office: HouseAtOffice;
  beforeAll(async () => {
    office = await HouseAtOffice.open();
    await office.robot('/api/feedback', FEEDBACK);
    await office.house.app.get(LookForMessages).first();
    await office.house.work();
  });
  afterAll(() => office.close());

  const rows = () => office.house.app.get(Database).reader.manager;
  const standing = (): Promise<ReconciliationDifferenceEntity[]> =>
    rows().findBy(ReconciliationDifferenceEntity, { state: 'open' });
  const compare = async (): Promise<readonly Difference['kind'][]> => {
    office.house.clock.advance(HOUR_MS);
    await office.house.app.get(Reconcile).execute(SYSTEM);
    await office.house.work();
    return (await standing()).map(({ kind }) => kind);
  };

  it('agree when nothing went wrong', async () => {
    expect(await compare()).toEqual([]);
    const [run] = await rows().find(ReconciliationRunEntity);
    expect(run).toMatchObject({ state: 'done', receivedThere: 1, sentThere: 2, found: 0, byName: 'Hệ thống' });
    expect(await rows().find(EOfficeClockEntity)).toMatchObject([{ skewMs: 0, contractVersion: '1.0' }]);
  });

  it('after a restored backup bring back what was taken since, under its number, before anything new', async () => {
    const lost = (await office.robot('/api/feedback', FEEDBACK)) as { readonly messageId: string };
    const { messageId } = lost;
    const { sha256 } = await office.client.call('GetMessage', { messageId });
    await office.client.call('AcknowledgeMessage', { messageId, outcome: 'done', sha256 });
    await office.client.call('RegisterIncoming', {
      ...{ clientRequestId: 'SGDDT-IN-before-the-restore', bookCode: 'incoming', fromName: HOTLINE.name, file: [] },
      ...{ subject: 'Phản ánh', receivedAt: office.house.clock.now(), messageId, arrivalNumber: '2' },
    });
    const news = (await office.robot('/api/feedback', FEEDBACK)) as { readonly messageId: string };

    office.house.clock.advance(2 * DAY_MS);
    await office.house.app.get(LookForMessages).first();
    const [found] = await rows().findBy(ReconciliationDifferenceEntity, { kind: 'numberTaken' });
    expect(found).toMatchObject({ subject: 'incoming 2026 2', state: 'open' });
    await office.house.work();
    const lines = await rows().find(IncomingDocumentEntity, { order: { arrivalNumber: 'ASC' } });
    expect(lines.slice(1).map((line) => [line.messageId, line.arrivalNumber])).toEqual([
      [messageId, 2],
      [news.messageId, 3],
    ]);
    expect(await rows().count(TicketEntity)).toBe(3);
    expect(await office.unkept()).toEqual([]);

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
    await office.house.app.get(RepairDifference).execute(await office.letters.actor('vanthu'), difference!.id);
    await office.house.work();

    expect(atOffice((db) => db.prepare('select id from consignment where id = ?').all(consignmentId))).toHaveLength(1);
    const after = await rows().findOneByOrFail(DispatchEntity, { id });
    expect([after.sentAt, after.receiptId === dispatch!.receiptId]).toEqual([dispatch!.sentAt, false]);
    expect(await rows().find(TicketDeadlineEntity, { order: { id: 'ASC' } })).toEqual(deadlines);
    expect(await compare()).toEqual([]);
  });

  it('name a letter that left in our name, and its number, before the number is given again', async () => {
    const documentId = `${DEPARTMENT.id},2026/03/20,513/SGDĐT-GDTrH`;
    const edxml = new EdxmlCodec().write({ ...REPLY, from: DEPARTMENT, to: [HOTLINE], documentId, codeNumber: '513' });
    const sha256 = createHash('sha256').update(edxml).digest('hex');
    const send = (consignmentId: string) =>
      office.client.call('SendMessage', { consignmentId, kind: 'document', sha256, edxml: new MemoryBytes(edxml) });
    await send('SGDDT-before-the-restore');
    await send('SGDDT-before-the-restore-again');

    expect((await compare()).toSorted()).toEqual(['numberTaken', 'unknownHere', 'unknownHere']);
    const explained = await standing();
    const clerk = await office.letters.actor('vanthu');
    for (const { id } of explained) {
      await office.house.app.get(RepairDifference).explain(clerk, id, 'Công văn 513 đã ghi lại vào sổ giấy.');
    }
    expect(await compare()).toEqual([]);
  });

  it('say when the e-office does not list, and leave what was found as it was', async () => {
    atOffice((db) => db.exec('alter table queuedMessage rename to gone'));
    await expect(office.house.app.get(Reconcile).execute(SYSTEM)).rejects.toThrow();
    atOffice((db) => db.exec('alter table gone rename to queuedMessage'));
    const runs = await rows().find(ReconciliationRunEntity, { where: { state: 'failed' } });
    expect(runs).toMatchObject([{ failure: expect.stringContaining('E-office chưa trả lời') as string }]);
  });

  function atOffice<T>(work: (db: Sqlite.Database) => T): T {
    const db = new Sqlite(join(office.directory, 'simulator.db'));
    try {
      return work(db);
    } finally {
      db.close();
    }
  }
});
