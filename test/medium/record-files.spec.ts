import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { FilePlans, PublishFilePlan } from '../../src/records/index.js';
import { RecordFileEntity } from '../../src/records/persistence/records.entities.js';
import { ReopenTicket } from '../../src/tickets/index.js';
import { PARTIES, PDF } from '../support/life-of-a-ticket.js';
import { FiledTicket } from '../support/filed-ticket.js';

const { clerk, officer, stranger } = PARTIES;
const REASON = 'Tài liệu của việc khác, để nhầm.';

/** 18/03/2026 */
describe('the file of a ticket', () => {
  let filed: FiledTicket;
  beforeEach(async () => {
    filed = await FiledTicket.begin();
  });
  afterEach(() => filed.life.end());

  const kinds = async (): Promise<string[]> => (await filed.papers()).map(({ kind }) => kind);

  it('is opened under the heading of its year and takes in what the ticket has, once', async () => {
    await filed.life.inHand();
    await filed.life.addFile();
    await filed.follow();
    await filed.follow();
    expect(await filed.file()).toMatchObject({
      notation: 'PAKN.0001',
      year: 2026,
      retention: '10',
      unitId: 'gdtrh',
      state: 'open',
      startedOn: '2026-03-18',
    });
    expect(await kinds()).toEqual(['incoming', 'evidence']);
    expect(await filed.rows.countBy(JournalEntryEntity, { action: 'file.open' })).toBe(1);
  });

  it('names nobody in its title', async () => {
    await filed.follow();
    const { title } = await filed.file();
    expect(title).toContain('Thu tiền học thêm môn Toán');
    expect(title).not.toContain('Khải');
  });

  it('is numbered in order, and opened with what the plan then says', async () => {
    await filed.follow();
    const { entries, version: latest } = await filed.life.get(FilePlans).of(2026);
    const longer = entries.map((entry) => ({ ...entry, retention: '15' }));
    const plan = { year: 2026, latest, entries: longer, reason: 'Quyết định ban hành danh mục.' };
    await filed.life.get(PublishFilePlan).publish(clerk, plan);
    await filed.life.app.receive({ subject: 'Cơ sở vật chất xuống cấp' });
    await filed.follow();
    const files = await filed.rows.find(RecordFileEntity, { order: { notation: 'ASC' } });
    expect(files.map(({ notation, retention }) => [notation, retention])).toEqual([
      ['PAKN.0001', '10'],
      ['PAKN.0002', '15'],
    ]);
  });

  it('keeps the answer', async () => {
    await filed.ended();
    await filed.follow();
    expect(await kinds()).toEqual(['incoming', 'answer']);
  });

  describe('papers in and out', () => {
    it('takes a document of a register in, which stays in its own file too', async () => {
      await filed.life.inHand();
      const other = await filed.life.app.receive({ subject: 'Việc khác' });
      await filed.follow();
      const { id } = await filed.file();
      const document = { book: 'incoming', year: 2026, number: 2 } as const;
      await filed.keep.addPaper(officer, id, document);
      expect((await filed.papers()).map(({ sourceId }) => sourceId)).toContain(other.incomingDocumentId);
      await expect(filed.keep.addPaper(officer, id, document)).rejects.toMatchObject({ details: { field: 'number' } });
      await expect(filed.keep.addPaper(officer, id, { ...document, number: 99 })).rejects.toMatchObject({
        details: { message: 'Sổ năm 2026 không có số 99. Xem lại số và năm.' },
      });
    });

    it('takes a paper out with a reason, in the journal, and does not take it in again by itself', async () => {
      await filed.life.inHand();
      await filed.life.addFile();
      await filed.follow();
      const { id } = await filed.file();
      const paper = (await filed.papers()).find(({ kind }) => kind === 'evidence')!;
      await expect(filed.keep.removePaper(officer, id, paper.id, 'ngắn')).rejects.toMatchObject({
        details: { field: 'reason' },
      });
      await filed.keep.removePaper(officer, id, paper.id, REASON);
      await filed.life.addFile('khac.pdf', Buffer.concat([PDF, Buffer.from('%\n')]));
      await filed.follow();
      expect(await kinds()).toEqual(['incoming', 'evidence']);
      const [line] = await filed.rows.findBy(JournalEntryEntity, { action: 'file.removePaper' });
      expect(line).toMatchObject({ actorId: 'ngoc', detail: { kind: 'evidence', because: REASON } });
      await filed.keep.putBack(officer, id, paper.id);
      expect(await kinds()).toEqual(['incoming', 'evidence', 'evidence']);
    });

    it.each([
      ['somebody of another unit', stranger, 'not-found'],
      ['supervision', PARTIES.supervisor, 'forbidden'],
    ])('is not for %s', async (_who, actor, code) => {
      await filed.life.inHand();
      await filed.follow();
      const [paper] = await filed.papers();
      const { id } = await filed.file();
      await expect(filed.keep.removePaper(actor, id, paper!.id, REASON)).rejects.toMatchObject({ code });
    });
  });

  describe('its end', () => {
    it('waits for the end of the ticket', async () => {
      await filed.life.answered();
      await filed.follow();
      await expect(filed.closed()).rejects.toMatchObject({ code: 'file-act-barred' });
      expect((await filed.file()).state).toBe('open');
    });

    it('rule 56, rule 57: starts the clocks of retention and hand-over, and keeps only one of equal papers', async () => {
      await filed.life.inHand();
      await filed.life.addFile();
      await filed.life.answerAgain();
      await filed.endJudging();
      await filed.follow();
      expect(await filed.closed()).toMatchObject({
        state: 'closed',
        workEndedOn: '2026-04-27',
        handOverBy: '2027-04-27',
        retainedUntil: '2036-12-31',
        closedById: 'ngoc',
      });
      expect(await kinds()).toEqual(['incoming', 'evidence', 'answer']);
    });

    it('counts anew when the retention is changed', async () => {
      await filed.ended();
      await filed.follow();
      const { id, title } = await filed.closed();
      const described = { title, rights: 'Hạn chế', description: '' };
      await filed.keep.describe(officer, id, { ...described, retention: '02' });
      expect(await filed.file()).toMatchObject({ handOverBy: null, retainedUntil: '2028-12-31' });
      await expect(
        filed.keep.describe(officer, id, { ...described, title: 'a'.repeat(501), retention: '10' }),
      ).rejects.toMatchObject({ details: { message: 'Tiêu đề hồ sơ dài 501 ký tự; nhiều nhất 500. Rút ngắn lại.' } });
    });

    it('falls away when the ticket is reopened', async () => {
      await filed.life.answered();
      await filed.life.set({ state: 'closed', open: false, closedAt: filed.life.app.clock.now() });
      await filed.follow();
      await filed.closed();
      await filed.life.get(ReopenTicket).reopen(clerk, filed.life.id, 'Nhà trường vẫn thu tiền học thêm.');
      await filed.follow();
      expect(await filed.file()).toMatchObject({ state: 'open', workEndedOn: null, handOverBy: null });
    });
  });
});
