import { EnterPaper, RouteDocument, SettleDocument } from '../../src/correspondence/index.js';
import { FILE_DOCUMENT, RegisterQueries } from '../../src/documents/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { SYSTEM, type Actor } from '../../src/kernel/actor.js';
import { newId } from '../../src/kernel/ids.js';
import { CloseUnit } from '../../src/succession/index.js';
import { WorkInHand } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { FilesAndCopies1765000000020 } from '../../src/platform/database/migrations/0020-files-and-copies.js';
import { MIGRATIONS } from '../../src/platform/database/migrations/all.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import {
  DocumentFiles,
  FileDocument,
  FilePlans,
  FollowTickets,
  KeepRecordFile,
  PaperReader,
  PublishFilePlan,
  RecordFiles,
  RecordQueries,
  RequestExport,
} from '../../src/records/index.js';
import {
  RecordExportEntity,
  RecordFileEntity,
  RecordPaperEntity,
} from '../../src/records/persistence/records.entities.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { TestApp } from '../support/test-app.js';

const { clerk, officer, head, stranger } = PARTIES;
const ADMINISTRATOR: Actor = { id: 'quantri', name: 'Lê Văn An', unitId: 'van-phong', roles: ['administrator'] };
const NOT_OF_UNIT = { details: { message: 'Chọn hồ sơ văn bản của chính đơn vị chủ trì văn bản này.' } };

/** 18/03/2026 */
describe('documents without a ticket', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.open();
  });
  afterEach(() => app.close());

  const rows = () => app.nest.get(Database).reader.manager;
  const files = () => rows().find(RecordFileEntity, { order: { notation: 'ASC' } });
  const papersIn = async (fileId: string): Promise<string[]> =>
    (await app.nest.get(RecordQueries).papersIn(fileId)).map(({ sourceId }) => sourceId);

  const entered = async (
    subject: string,
    leadUnitId = 'gdtrh',
    coordinatingUnitIds: string[] = [],
  ): Promise<string> => {
    const paper = {
      ...{ senderCode: '', senderName: 'Sở Nội vụ', code: '41/SNV', issuedDate: civilDate('2026-03-10') },
      ...{ typeName: 'Công văn', subject, priority: 0, person: null },
    };
    const documentId = await app.nest.get(EnterPaper).enter(clerk, { key: newId(), paper, files: [] });
    const routing = { directedById: 'khanh', direction: 'Xử lý theo thẩm quyền.', leadUnitId, coordinatingUnitIds };
    const days = { directedOn: civilDate('2026-03-11'), dueOn: null };
    await app.nest.get(RouteDocument).route(clerk, { ...routing, ...days, documentId, version: 1 });
    return documentId;
  };
  const settle = async (id: string, by = officer): Promise<string> => {
    await app.nest.get(SettleDocument).settle(by, id, { settlement: 'handled', result: 'Đã cung cấp số liệu.' });
    await app.work();
    app.clock.advance(60_000);
    return id;
  };
  const settled = async (subject: string): Promise<string> => settle(await entered(subject));
  const settledElsewhere = async (): Promise<RecordFileEntity> => {
    await settle(await entered('việc của trường', 'nui-voi'), stranger);
    return (await files()).find(({ unitId }) => unitId === 'nui-voi')!;
  };

  it('lie in no file while somebody works on them, and in that of their unit once they are done', async () => {
    await entered('việc đang làm');
    await app.work();
    expect(await files()).toEqual([]);
    const [first, second] = [await settled('báo cáo quý I'), await settled('báo cáo quý II')];
    const [file, ...others] = await files();
    expect(others).toEqual([]);
    expect(file).toMatchObject({
      ...{ ticketId: null, notation: 'VB.0001', unitId: 'gdtrh', year: 2026, retention: '05', state: 'open' },
      title: 'Văn bản đi, văn bản đến không gắn với phiếu, năm 2026',
    });
    expect(await papersIn(file!.id)).toEqual([first, second]);
    await app.nest.get(FileDocument).handle({ book: 'incoming', documentId: first });
    expect(await papersIn(file!.id)).toEqual([first, second]);
  });

  it('go under the heading of their unit, where the plan has one', async () => {
    const { entries, version: latest } = await app.nest.get(FilePlans).of(2026);
    const own = {
      notation: '03.GDTrH',
      title: 'Công văn trao đổi',
      retention: '10',
      unitId: 'gdtrh',
      forTickets: false,
    };
    const other = { ...own, notation: '04.NV', unitId: 'nui-voi' };
    const plan = { year: 2026, latest, entries: [...entries, other, own], reason: 'Quyết định ban hành danh mục.' };
    await app.nest.get(PublishFilePlan).publish(clerk, plan);
    await settled('báo cáo quý I');
    expect(await files()).toMatchObject([{ notation: '03.GDTrH.0001', retention: '10' }]);
  });

  it('go into the file that somebody chooses, out of the one where they lay, and stay there when they are done again', async () => {
    const filing = app.nest.get(FileDocument);
    const id = await settled('báo cáo quý I');
    const [ruled] = await files();
    const { entries, version: latest } = await app.nest.get(FilePlans).of(2026);
    const heading = { notation: '05', title: 'Thi đua', retention: '15', unitId: 'gdtrh', forTickets: false };
    const plan = { year: 2026, latest, entries: [...entries, heading], reason: 'Quyết định ban hành danh mục.' };
    await app.nest.get(PublishFilePlan).publish(clerk, plan);
    const document = { book: 'incoming', documentId: id } as const;
    await expect(filing.choose(stranger, document, { entry: '05' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(filing.choose(officer, document, { entry: 'PAKN' })).rejects.toMatchObject({
      details: { field: 'place' },
    });
    await filing.choose(officer, document, { entry: '05' });
    const chosen = (await files()).find(({ notation }) => notation === '05.0001');
    expect([await papersIn(ruled!.id), await papersIn(chosen!.id)]).toEqual([[], [id]]);
    expect(await rows().findOneBy(RecordPaperEntity, { fileId: ruled!.id })).toMatchObject({
      ...{ removedById: 'ngoc', removedBecause: 'Chuyển sang hồ sơ 05.0001.' },
    });
    await filing.handle(document);
    expect([await papersIn(ruled!.id), await papersIn(chosen!.id)]).toEqual([[], [id]]);
    await filing.choose(officer, document, { fileId: ruled!.id });
    expect([await papersIn(ruled!.id), await papersIn(chosen!.id)]).toEqual([[id], []]);
  });

  it('are moved by those who keep the files of their unit alone, and into its own files of documents', async () => {
    const filing = app.nest.get(FileDocument);
    const { id: elsewhere } = await settledElsewhere();
    const documentId = await settle(await entered('hỏi ý kiến trường', 'gdtrh', ['nui-voi']));
    const file = (await files()).find(({ unitId }) => unitId === 'gdtrh');
    const document = { book: 'incoming', documentId } as const;
    await expect(filing.choose(stranger, document, { fileId: elsewhere })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(filing.choose(clerk, document, { fileId: elsewhere })).rejects.toMatchObject(NOT_OF_UNIT);
    const { id: ticketId } = await app.receive();
    await app.nest.get(FollowTickets).run();
    const ofTicket = (await files()).find((one) => one.ticketId === ticketId);
    await expect(filing.choose(clerk, document, { fileId: ofTicket!.id })).rejects.toMatchObject(NOT_OF_UNIT);
    expect(await papersIn(file!.id)).toEqual([documentId]);
  });

  it('lie in a file of their unit, whatever another unit puts into its own', async () => {
    const elsewhere = await settledElsewhere();
    const documentId = await entered('hỏi ý kiến trường', 'gdtrh', ['nui-voi']);
    const { year, arrivalNumber: number } = (await app.nest.get(RegisterQueries).incomingById(documentId))!;
    await app.nest.get(KeepRecordFile).addPaper(stranger, elsewhere.id, { book: 'incoming', year, number });
    await settle(documentId);
    const own = (await files()).find(({ unitId }) => unitId === 'gdtrh');
    expect(await papersIn(own!.id)).toEqual([documentId]);
    const { entries, version: latest } = await app.nest.get(FilePlans).of(2026);
    const heading = { notation: '05', title: 'Thi đua', retention: '15', unitId: 'gdtrh', forTickets: false };
    const plan = { year: 2026, latest, entries: [...entries, heading], reason: 'Quyết định ban hành danh mục.' };
    await app.nest.get(PublishFilePlan).publish(clerk, plan);
    await app.nest.get(FileDocument).choose(officer, { book: 'incoming', documentId }, { entry: '05' });
    expect([await papersIn(own!.id), (await papersIn(elsewhere.id)).length]).toEqual([[], 2]);
  });

  it('of a ticket are filed with it alone', async () => {
    const { incomingDocumentId: documentId } = await app.receive();
    const document = { book: 'incoming', documentId } as const;
    await app.nest.get(FileDocument).handle(document);
    expect(await files()).toEqual([]);
    await expect(app.nest.get(FileDocument).choose(clerk, document, { entry: 'VB' })).rejects.toMatchObject({
      details: { message: 'Văn bản của phiếu nằm trong hồ sơ của phiếu.' },
    });
  });

  it('are shown to their unit and to those who see every unit', async () => {
    await settled('báo cáo quý I');
    const [file] = await files();
    const seen = (actor: typeof officer) => app.nest.get(RecordFiles).requireVisible(actor, file!.id);
    expect(await seen(officer)).toMatchObject({ ticket: null });
    expect(await seen(PARTIES.supervisor)).toMatchObject({ ticket: null });
    await expect(seen(stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(app.nest.get(KeepRecordFile).close(PARTIES.supervisor, file!.id)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('rule 56, rule 57: are closed with their file, whose clocks begin, and the next go into another', async () => {
    await settled('báo cáo quý I');
    const [file] = await files();
    app.clock.advance(24 * 3_600_000);
    await app.nest.get(KeepRecordFile).close(head, file!.id);
    expect((await files())[0]).toMatchObject({
      ...{ state: 'closed', workEndedOn: '2026-03-18', handOverBy: '2027-03-18', retainedUntil: '2031-12-31' },
    });
    const next = await settled('báo cáo quý II');
    const [, second] = await files();
    expect([second?.notation, await papersIn(second!.id)]).toEqual(['VB.0002', [next]]);
  });

  it('rule 56: are not closed with their file while one is in hand, and ended on the day when the last was settled', async () => {
    const first = await settled('báo cáo quý I');
    const [file] = await files();
    const late = await entered('báo cáo quý II');
    app.clock.advance(24 * 3_600_000);
    const { year, arrivalNumber: number } = (await app.nest.get(RegisterQueries).incomingById(late))!;
    await app.nest.get(KeepRecordFile).addPaper(head, file!.id, { book: 'incoming', year, number });
    await expect(app.nest.get(KeepRecordFile).close(head, file!.id)).rejects.toMatchObject({ code: 'file-act-barred' });
    await settle(late);
    app.clock.advance(24 * 3_600_000);
    await app.nest.get(KeepRecordFile).close(head, file!.id);
    expect(await papersIn(file!.id)).toEqual([first, late]);
    expect(await files()).toMatchObject([{ workEndedOn: '2026-03-19' }]);
  });

  it('are exported whole with their file', async () => {
    await settled('báo cáo quý I');
    const [file] = await files();
    await app.nest.get(KeepRecordFile).close(head, file!.id);
    await app.nest.get(RequestExport).request(officer, file!.id);
    await app.work();
    expect(await rows().find(RecordExportEntity)).toMatchObject([{ state: 'ready', total: 1, problem: null }]);
    const { name } = await app.nest.get(RequestExport).archive(officer, file!.id);
    expect(name).toBe('ho-so-2026-VB.0001.zip');
  });

  it('go with their file to the unit that follows', async () => {
    await settled('báo cáo quý I');
    const handOver = {
      from: { unitId: 'gdtrh' },
      to: { unitId: 'van-phong', officerId: null },
      because: 'Sắp xếp lại.',
    };
    await app.nest.get(UnitOfWork).run((tx) => app.nest.get(WorkInHand).handOver(tx, SYSTEM, handOver));
    expect(await files()).toMatchObject([{ unitId: 'van-phong' }]);
  });

  it('are read and kept by the unit that follows one that is closed, which files what was done late', async () => {
    const [documentId, late] = [await settled('báo cáo quý I'), await entered('báo cáo quý II')];
    await app.nest.get(SettleDocument).settle(officer, late, { settlement: 'handled', result: 'Đã xong.' });
    const opens = async (actor: typeof officer) => {
      const [file] = await app.nest.get(RecordQueries).holding(documentId);
      const papers = await app.nest.get(RecordQueries).papersIn(file!.id);
      const facts = await app.nest.get(PaperReader).of(actor, null, papers);
      return facts.map(({ mayRead }) => mayRead);
    };
    const follower = { ...stranger, unitId: 'van-phong' };
    expect(await opens(follower)).toEqual([false]);
    const closing = { successorId: 'van-phong', from: '2026-03-18', reason: 'Quyết định 12/QĐ-SGDĐT' };
    await app.nest.get(CloseUnit).close(ADMINISTRATOR, 'gdtrh', closing);
    await app.work();
    expect(await rows().find(RecordFileEntity)).toMatchObject([{ unitId: 'van-phong' }]);
    expect(await opens(follower)).toEqual([true, true]);
    expect(await opens(stranger)).toEqual([false, false]);
    const places = await app.nest.get(DocumentFiles).of(follower, { book: 'incoming', documentId });
    expect(places.lies).toHaveLength(1);
  });

  it('leave files of tickets their tickets, when the database learns of files without one', async () => {
    const { id: ticketId } = await app.receive();
    await app.nest.get(FollowTickets).run();
    const database = app.nest.get(Database);
    const since = MIGRATIONS.length - MIGRATIONS.indexOf(FilesAndCopies1765000000020);
    for (let step = 0; step < since; step += 1) await database.writer.undoLastMigration();
    expect(await database.migrate()).toBe(since);
    expect(await files()).toMatchObject([{ ticketId }]);
  });

  it('are filed by a job that is done each time they are done', () => {
    const keyOf = (time: number) => FILE_DOCUMENT.of({ book: 'incoming', documentId: 'a' }, time).key;
    expect(keyOf(2)).not.toBe(keyOf(4));
  });
});
