import { jest } from '@jest/globals';
import { readZipDirectory } from '../../src/files/domain/zip/zip-directory.js';
import { unpackEntry } from '../../src/files/domain/zip/unpack.js';
import { Notices } from '../../src/notices/index.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { CheckReport, DraftDueReports, KeepReport, ReportQueries, ReportSheet } from '../../src/reports/index.js';
import { ReportEntity } from '../../src/reports/persistence/report.entities.js';
import { RateAnswer, ReopenTicket, ReturnTicket } from '../../src/tickets/index.js';
import { TicketStandingEntity } from '../../src/tickets/persistence/ticket-standing.entity.js';
import { DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

let life: LifeOfATicket;

beforeAll(async () => {
  life = await LifeOfATicket.begin();
});

afterAll(() => life.end());

const standings = () => life.rows.find(TicketStandingEntity, { order: { ticketId: 'ASC', seq: 'ASC' } });

describe('where a ticket stood', () => {
  it('is kept with each act', async () => {
    await life.answered();
    await life.get(RateAnswer).rate(PARTIES.clerk, life.id, { stars: 2, comment: '' });
    life.app.clock.advance(2 * DAY);
    await life.get(ReopenTicket).reopen(PARTIES.clerk, life.id, 'Nhà trường chưa trả lại tiền như đã trả lời.');
    const other = await life.app.receive();
    await life.get(ReturnTicket).return(PARTIES.clerk, other.id, {
      agency: 'Công an phường Lê Chân',
      text: 'Nội dung thuộc thẩm quyền của công an phường, không thuộc Sở.',
    });

    const kept = await standings();
    const own = kept.filter(({ ticketId }) => ticketId === life.id);
    expect(own.map(({ state, outcome, entry, cycle }) => [state, outcome, entry, cycle])).toEqual([
      ['received', null, 'new', 1],
      ['assigned', null, 'new', 1],
      ['verifying', null, 'new', 1],
      ['waitingApproval', null, 'new', 1],
      ['answered', 'answered', 'new', 1],
      ['reopened', null, 'reopened', 2],
    ]);
    expect(own.map(({ until }) => until)).toEqual([...own.slice(1).map(({ at }) => at), null]);
    expect(own.at(4)).toMatchObject({ leadUnitId: 'gdtrh', answerMode: 'direct' });
  });

  it('is reported by itself when a period is over: a draft waits for a person, whose freezing makes the document', async () => {
    life.app.clock.set('2026-04-16T01:00:00.000Z');
    const due = life.get(DraftDueReports);
    // A draft of which nobody could be told is not made, and so is made and told the next time.
    const untold = jest.spyOn(life.get(Notices), 'tellEach').mockRejectedValueOnce(new Error('crashed'));
    await expect(due.run()).rejects.toThrow('crashed');
    untold.mockRestore();
    expect(await life.rows.count(ReportEntity)).toBe(0);
    expect(await due.run()).toBe(2);
    expect(await due.run()).toBe(0);
    const reports = await life.rows.find(ReportEntity, { order: { kind: 'ASC' } });
    expect(reports).toMatchObject([
      { kind: 'monthly', cutOff: 'day15', firstDay: '2026-03-15', lastDay: '2026-04-14', state: 'draft' },
      { kind: 'weekly', firstDay: '2026-04-06', lastDay: '2026-04-12', state: 'draft' },
    ]);
    const [monthly] = reports;
    if (monthly === undefined) throw new Error('No report');
    expect(monthly.figures.total).toMatchObject({ received: 3, answered: 1, returned: 1, open: 1, dissatisfied: 1 });
    const told = await life.rows.findBy(NoticeEntity, { staffId: 'giamsat' });
    expect(told.map(({ words }) => words)).toContainEqual(expect.stringContaining('dự thảo báo cáo tháng 4 năm 2026'));

    const keep = life.get(KeepReport);
    const words = { addressee: ' ', assessment: '', proposals: '' };
    await expect(keep.write(PARTIES.supervisor, monthly.id, words)).rejects.toMatchObject({ code: 'input-invalid' });
    await keep.write(PARTIES.supervisor, monthly.id, {
      ...{ addressee: 'Ủy ban nhân dân thành phố', assessment: 'Một phiếu phải mở lại.', proposals: '' },
    });
    await expect(keep.freeze(PARTIES.supervisor, monthly.id, 'khác')).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    await keep.freeze(PARTIES.supervisor, monthly.id, monthly.snapshotSha256);
    await life.app.work();

    const frozen = await life.get(ReportQueries).one(monthly.id);
    expect(frozen).toMatchObject({ state: 'frozen', documentProblem: null, frozenByName: 'giamsat' });
    const text = await documentText(await life.get(FileStore).get(frozen.docxSha256 ?? ''));
    for (const said of ['tháng 4 năm 2026', 'Tổng cộng', 'Một phiếu phải mở lại.']) {
      expect(text).toContain(said);
    }
    expect(frozen.pdfSha256).not.toBeNull();
    expect((await life.get(ReportSheet).xlsx(frozen)).subarray(0, 2).toString()).toBe('PK');
    expect(Object.values(await life.get(CheckReport).check(monthly.id))).not.toContain(false);
  });
});

/** What is written in a Word file, whatever its runs. */
async function documentText(docx: Buffer): Promise<string> {
  const entry = readZipDirectory(docx).find(({ name }) => name === 'word/document.xml');
  if (entry === undefined) throw new Error('No document');
  return (await unpackEntry(docx, entry)).toString().replaceAll(/<[^>]+>/gu, '');
}
