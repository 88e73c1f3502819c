import { AssignTicket, BeginReply, WorkOnTicket } from '../../src/tickets/index.js';
import { DraftQueries, ReviewDraft, WriteDraft, type DraftEntity } from '../../src/drafting/index.js';
import {
  AgencyProfiles,
  PublishAgencyProfile,
  type PublishAgencyProfileCommand,
} from '../../src/agency-profile/index.js';
import { AgencyProfileVersionEntity } from '../../src/agency-profile/persistence/agency-profile.entities.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { civilDate, civilDateOf } from '../../src/kernel/civil-date.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { TemplateRenderer } from '../../src/drafting/rendering/template-renderer.js';
import { savedFields, storedLetter } from '../../src/web/drafting/draft-form.js';
import { DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const administrator: Actor = { id: 'quantri', name: 'Lê Văn An', unitId: 'van-phong', roles: ['administrator'] };
const REASON = 'Nghị quyết của Hội đồng nhân dân thành phố về tổ chức lại các sở.';
const RENAMED = { letterhead: 'SỞ GIÁO DỤC, ĐÀO TẠO VÀ THANH NIÊN', shortName: 'Sở Giáo dục, Đào tạo và Thanh niên' };

/** 18/03/2026; the department is renamed from 01/04/2026. */
describe('what documents say of the agency', () => {
  let life: LifeOfATicket;
  beforeEach(async () => {
    life = await LifeOfATicket.begin();
  });
  afterEach(() => life.end());

  const rename = async (change: Partial<PublishAgencyProfileCommand> = {}, actor = administrator): Promise<void> => {
    const facts = { ...(await life.get(AgencyProfiles).today()), ...RENAMED };
    const command = { facts, validFrom: '2026-04-01', reason: REASON, latest: 1, ...change };
    await life.get(PublishAgencyProfile).publish(actor, command);
  };
  const letterhead = async (day: string): Promise<string> =>
    (await life.get(AgencyProfiles).at(civilDate(day))).letterhead;
  const rows = (): Promise<number> => life.rows.count(AgencyProfileVersionEntity);

  it('changes from a day on and keeps what was before', async () => {
    await rename();
    expect([await letterhead('2026-03-31'), await letterhead('2026-04-01')]).toEqual([
      'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
      RENAMED.letterhead,
    ]);
  });

  it('is in the journal with what changed, from what to what, and why', async () => {
    await rename();
    const [line] = await life.rows.findBy(JournalEntryEntity, { action: 'agencyProfile.publish' });
    expect(line).toMatchObject({
      objectId: '2',
      actorId: 'quantri',
      detail: {
        validFrom: '2026-04-01',
        reason: REASON,
        changed: [
          { field: 'letterhead', before: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO', after: RENAMED.letterhead },
          { field: 'shortName', before: 'Sở Giáo dục và Đào tạo', after: RENAMED.shortName },
        ],
      },
    });
    expect(
      (await life.get(AgencyProfiles).history()).map(({ version, publication }) => [version, publication?.byName]),
    ).toEqual([
      [1, undefined],
      [2, 'Lê Văn An'],
    ]);
  });

  it.each<[string, Partial<PublishAgencyProfileCommand>, Actor, object]>([
    ['by who may not', {}, PARTIES.officer, { code: 'forbidden' }],
    ['for a day that is over', { validFrom: '2026-03-17' }, administrator, { code: 'agency-profile-invalid' }],
    ['without a reason', { reason: '' }, administrator, { code: 'agency-profile-invalid' }],
    ['over somebody else’s change', { latest: 0 }, administrator, { code: 'changed-meanwhile' }],
  ])('is not changed %s', async (_case, change, actor, refusal) => {
    await expect(rename(change, actor)).rejects.toMatchObject(refusal);
    expect(await rows()).toBe(0);
  });

  it('is changed once when two do it at the same moment', async () => {
    const results = await Promise.allSettled([rename(), rename()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rows()).toBe(1);
  });

  describe('when the department is renamed', () => {
    const draftOf = async (id: string): Promise<DraftEntity> => {
      const draft = await life.get(DraftQueries).byId(id);
      if (!draft) throw new Error('No draft.');
      return draft;
    };
    const render = async (fields: object): Promise<Buffer> =>
      (await life.get(TemplateRenderer).render('cong-van-tra-loi', fields)).docx;

    /** Saved as the form saves it, with everything written that a page needs. */
    const save = async (id: string): Promise<void> => {
      const draft = await draftOf(id);
      const { version } = draft;
      const written = { ket_qua_xac_minh: 'Đã xác minh.', bien_phap_xu_ly: 'Đã xử lý.', theo_doi: '' };
      const signer = { lines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], name: 'Đỗ Quốc Khánh' };
      const facts = await life.get(AgencyProfiles).today();
      const today = civilDateOf(life.app.clock.now());
      const saved = savedFields(draft, { ...storedLetter(draft), ...written }, { signer, facts, today });
      await life.get(WriteDraft).save(PARTIES.officer, id, { fields: saved, signerId: 'khanh', version });
      await life.app.work();
    };

    it('an old letter is made again byte for byte with its old name, and a new one bears the new name', async () => {
      await life.inHand();
      const old = await life.get(BeginReply).begin(PARTIES.officer, life.id);
      await save(old);
      const before = await draftOf(old);
      await rename();
      life.app.clock.advance(20 * DAY);

      const kept = await life.get(FileStore).get(before.docxSha256 ?? '');
      expect((await render((await draftOf(old)).fields)).equals(kept)).toBe(true);

      const other = await life.app.receive({ subject: 'Nhà vệ sinh khu B hỏng chưa sửa' });
      const { fields } = await draftOf(await beginFor(other.id));
      expect(fields).toMatchObject({ co_quan_ban_hanh: RENAMED.letterhead, ten_co_quan: RENAMED.shortName });
    });

    it('a letter that is being written is held up until it is saved under the new name', async () => {
      await life.inHand();
      const id = await life.get(BeginReply).begin(PARTIES.officer, life.id);
      await save(id);
      await rename();
      life.app.clock.advance(20 * DAY);
      await expect(life.get(ReviewDraft).send(PARTIES.officer, id)).rejects.toMatchObject({
        code: 'input-invalid',
        details: { message: expect.stringContaining(`nay là “${RENAMED.letterhead}”`) as unknown },
      });
      await save(id);
      await expect(life.get(ReviewDraft).send(PARTIES.officer, id)).resolves.toBeUndefined();
    });

    it('so is a letter that was begun last year, whose date would be of the year before', async () => {
      await life.inHand();
      const id = await life.get(BeginReply).begin(PARTIES.officer, life.id);
      await save(id);
      life.app.clock.set('2027-01-04T02:00:00.000Z');
      await expect(life.get(ReviewDraft).send(PARTIES.officer, id)).rejects.toMatchObject({
        code: 'input-invalid',
        details: { message: expect.stringContaining('ghi “năm 2026”, nay là “năm 2027”') as unknown },
      });
      await save(id);
      expect((await draftOf(id)).fields).toMatchObject({ nam: '2027' });
      await expect(life.get(ReviewDraft).send(PARTIES.officer, id)).resolves.toBeUndefined();
    });

    const beginFor = async (ticketId: string): Promise<string> => {
      await life.get(AssignTicket).assign(PARTIES.clerk, { ticketId, unitId: 'gdtrh', officerId: 'ngoc' });
      await life.get(WorkOnTicket).accept(PARTIES.officer, ticketId);
      return life.get(BeginReply).begin(PARTIES.officer, ticketId);
    };
  });
});
