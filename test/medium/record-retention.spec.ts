import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { RecordQueries, RetainRecordFile, WarnOfHandOver } from '../../src/records/index.js';
import { FiledTicket } from '../support/filed-ticket.js';
import { PARTIES } from '../support/life-of-a-ticket.js';

const { clerk, officer, head, leader, supervisor, stranger } = PARTIES;
const CONSENT = 'Công văn 15/SGDĐT-VP ngày 01/4/2027 đồng ý giữ lại.';
const MINUTES = 'Biên bản giao nhận số 03/BB ngày 01/4/2027.';

/** The work ended on 27/04/2026; the file is handed over by 27/04/2027 and kept until 31/12/2036. */
describe('a file whose work has ended', () => {
  let filed: FiledTicket;
  let id: string;
  beforeEach(async () => {
    filed = await FiledTicket.begin();
    await filed.ended();
    await filed.follow();
    ({ id } = await filed.closed());
  });
  afterEach(() => filed.life.end());

  const retain = (): RetainRecordFile => filed.life.get(RetainRecordFile);
  const warn = (): Promise<number> => filed.life.get(WarnOfHandOver).run();
  const on = (day: string): void => {
    const { clock } = filed.life.app;
    clock.advance(Date.parse(`${day}T02:00:00Z`) - clock.now().getTime());
  };
  const heard = async (who: string): Promise<string[]> =>
    (await filed.life.noticed(who)).filter((words) => words.startsWith('Hồ sơ '));

  describe('rule 57: the warning', () => {
    it('comes thirty days ahead, to officer, head and registry, once whatever restarts', async () => {
      on('2027-03-27');
      expect(await warn()).toBe(0);
      on('2027-03-28');
      expect([await warn(), await warn()]).toEqual([1, 0]);
      for (const { id: who } of [officer, head, clerk]) {
        expect(await heard(who)).toEqual([
          'Hồ sơ PAKN.0001 phải nộp lưu chậm nhất 27/04/2027. Xem lại mục lục rồi nộp, hoặc ghi văn bản đồng ý cho giữ lại.',
        ]);
      }
      expect(await heard(stranger.id)).toEqual([]);
      expect(await filed.rows.countBy(JournalEntryEntity, { action: 'file.warn' })).toBe(1);
    });

    it('is told by one of several workers', async () => {
      on('2027-04-01');
      const told = await Promise.all([warn(), warn(), warn()]);
      expect(told.toSorted()).toEqual([0, 0, 1]);
      expect((await heard(clerk.id)).length).toBe(1);
    });

    it('comes again before the later day to which it is kept back', async () => {
      on('2027-04-01');
      await warn();
      await retain().keepBack(officer, id, { until: '2028-06-30', consent: CONSENT });
      expect(await warn()).toBe(0);
      on('2028-06-01');
      expect(await warn()).toBe(1);
      expect((await heard(clerk.id)).at(-1)).toContain('30/06/2028');
    });

    it('lists what is due soon, for those who see it', async () => {
      on('2027-04-01');
      const by = civilDate('2027-05-01');
      const listed = async (actor: typeof clerk): Promise<number> =>
        (await filed.life.get(RecordQueries).toHandOver(actor, by)).length;
      expect([await listed(clerk), await listed(officer), await listed(stranger)]).toEqual([1, 1, 0]);
    });
  });

  describe('the hand-over', () => {
    it('is written down by the registry and leaves nothing to change', async () => {
      on('2027-04-02');
      const given = { on: '2027-04-01', minutes: MINUTES };
      await expect(retain().handOver(officer, id, given)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(retain().handOver(clerk, id, { ...given, on: '2027-04-03' })).rejects.toMatchObject({
        details: { field: 'on' },
      });
      await retain().handOver(clerk, id, given);
      expect(await filed.file()).toMatchObject({
        state: 'handedOver',
        handedOverOn: '2027-04-01',
        handedOverBy: MINUTES,
      });
      const { title } = await filed.file();
      const described = { title, retention: '15', rights: 'Hạn chế', description: '' };
      await expect(filed.keep.describe(officer, id, described)).rejects.toMatchObject({ code: 'file-act-barred' });
      await expect(retain().handOver(clerk, id, given)).rejects.toMatchObject({ code: 'file-act-barred' });
      expect(await warn()).toBe(0);
    });

    it('waits no longer than two years, and not without a consent', async () => {
      await expect(retain().keepBack(officer, id, { until: '2029-04-28', consent: CONSENT })).rejects.toMatchObject({
        details: { field: 'until' },
      });
      await expect(retain().keepBack(officer, id, { until: '2029-04-27', consent: '' })).rejects.toMatchObject({
        details: { field: 'consent' },
      });
      await retain().keepBack(officer, id, { until: '2029-04-27', consent: CONSENT });
      expect(await filed.file()).toMatchObject({ handOverBy: '2029-04-27', keptBackConsent: CONSENT });
      const [line] = await filed.rows.findBy(JournalEntryEntity, { action: 'file.keepBack' });
      expect(line).toMatchObject({ detail: { before: '2027-04-27', handOverBy: '2029-04-27' } });
    });
  });

  describe('rule 56: after its years', () => {
    const listed = async (): Promise<(string | null)[]> =>
      (await filed.life.get(RecordQueries).pastRetention(clerk, civilDate('2037-01-01'))).map(
        ({ heldBecause }) => heldBecause,
      );

    it('is listed from the next day on, and a hold says so', async () => {
      expect((await filed.life.get(RecordQueries).pastRetention(clerk, civilDate('2036-12-31'))).length).toBe(0);
      expect(await listed()).toEqual([null]);
      await retain().hold(leader, id, 'Đang phục vụ thanh tra.');
      expect(await listed()).toEqual(['Đang phục vụ thanh tra.']);
      await retain().release(supervisor, id, 'Thanh tra đã kết luận.');
      expect(await listed()).toEqual([null]);
      expect(await filed.rows.countBy(JournalEntryEntity, { objectId: id, action: 'file.hold' })).toBe(1);
    });

    it.each([
      ['the officer', officer],
      ['the head of the unit', head],
    ])('is not held by %s', async (_who, actor) => {
      await expect(retain().hold(actor, id, 'Đang phục vụ thanh tra.')).rejects.toMatchObject({ code: 'forbidden' });
    });
  });
});
