import { REPLY } from '../../src/cli/demo/texts.js';
import { SigningAuthorities, SigningAuthorityEntity, WriteAuthority } from '../../src/delegation/index.js';
import { ReviewDraft, WriteDraft } from '../../src/drafting/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { AgencyProfiles, PublishAgencyProfile } from '../../src/agency-profile/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { BeginReply, SubmitReply } from '../../src/tickets/index.js';
import { aSigner } from '../support/a-signer.js';
import { DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const { clerk, officer, head } = PARTIES;
const LETTER = { template: 'cong-van-tra-loi', unitId: 'gdtrh' };
const END = { id: 'khanh-KT', endedFrom: '2026-03-20', reason: 'Chuyển công tác theo Quyết định 9/QĐ-SGDĐT.' };

/** 18/03/2026; Đỗ Quốc Khánh signs KT. for everything. */
describe('rule 38: a letter is signed by those who may', () => {
  let life: LifeOfATicket;
  beforeEach(async () => {
    life = await LifeOfATicket.begin();
  });
  afterEach(() => life.end());

  const change = (what: Partial<SigningAuthorityEntity>) =>
    life.get(UnitOfWork).run((tx) => tx.update(SigningAuthorityEntity, { id: END.id }, what));
  const refusal = (words: string) => ({
    code: 'signing-not-allowed',
    details: { message: expect.stringContaining(words) as unknown },
  });

  async function writtenLetter(): Promise<string> {
    const id = await life.beginLetter();
    await save(id);
    return id;
  }

  async function save(id: string, also: object = {}): Promise<void> {
    const { fields, signerId, version } = await life.rows.findOneByOrFail(DraftEntity, { id });
    await life.get(WriteDraft).save(officer, id, { fields: { ...fields, ...REPLY, ...also }, signerId, version });
    await life.app.work();
  }

  it('begins with the usual signer and his block', async () => {
    await life.inHand();
    const id = await life.beginLetter();
    expect(await life.rows.findOneByOrFail(DraftEntity, { id })).toMatchObject({
      signerId: 'khanh',
      fields: { tham_quyen_ky: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], nguoi_ky: 'Đỗ Quốc Khánh' },
    });
  });

  it('is not begun while nobody may sign it, and says where that is mended', async () => {
    await life.inHand();
    await change({ kinds: ['bao-cao'] });
    await expect(life.get(BeginReply).begin(officer, life.id)).rejects.toMatchObject(refusal('/tham-quyen-ky'));
  });

  it('is not sent to approval once the power has ended', async () => {
    await life.inHand();
    const id = await writtenLetter();
    await life.get(WriteAuthority).end(clerk, END);
    life.app.clock.advance(2 * DAY);
    await expect(life.get(ReviewDraft).send(officer, id)).rejects.toMatchObject(
      refusal('Đỗ Quốc Khánh đã hết thẩm quyền ký.'),
    );
  });

  it('is not sent with a block that the table does not give, until it is saved with the present one', async () => {
    await life.inHand();
    const id = await writtenLetter();
    await change({ position: 'Phó Giám đốc phụ trách' });
    await expect(life.get(ReviewDraft).send(officer, id)).rejects.toMatchObject(
      refusal('nay là “KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC PHỤ TRÁCH / Đỗ Quốc Khánh”'),
    );
    await save(id, { tham_quyen_ky: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC PHỤ TRÁCH'] });
    await expect(life.get(ReviewDraft).send(officer, id)).resolves.toBeUndefined();
  });

  it('is not submitted for signature when its signer may no more sign this kind', async () => {
    await life.inHand();
    const id = await writtenLetter();
    await life.get(ReviewDraft).send(officer, id);
    await life.get(ReviewDraft).approve(head, id, 'content');
    await life.get(ReviewDraft).approve(clerk, id, 'format');
    await change({ kinds: ['bao-cao'] });
    await expect(life.get(SubmitReply).submit(officer, id)).rejects.toMatchObject(
      refusal('không được giao ký loại văn bản này'),
    );
  });

  it('rule 39: prints an academic title before the name only where the agency says so', async () => {
    await change({ academicTitle: 'TS.' });
    const name = async () => (await life.get(SigningAuthorities).usualSigner(LETTER)).name;
    expect(await name()).toBe('Đỗ Quốc Khánh');
    const facts = { ...(await life.get(AgencyProfiles).today()), titlesBeforeNames: true };
    const reason = 'Thông tư của Bộ cho phép ghi học hàm, học vị.';
    const administrator = { id: 'quantri', name: 'Lê Văn An', unitId: null, roles: ['administrator' as const] };
    await life.get(PublishAgencyProfile).publish(administrator, { facts, validFrom: '2026-03-18', reason, latest: 1 });
    expect(await name()).toBe('TS. Đỗ Quốc Khánh');
    await life.inHand();
    const id = await writtenLetter();
    await expect(life.get(ReviewDraft).send(officer, id)).resolves.toBeUndefined();
  });

  it('asks nobody who left the department', async () => {
    await life.app.dismiss('khanh');
    expect(await life.get(SigningAuthorities).signersOf(LETTER)).toEqual([]);
    await expect(life.get(SigningAuthorities).require('khanh', LETTER)).rejects.toMatchObject(
      refusal('không còn làm việc'),
    );
  });

  it('is ended in the journal, once, by the Office alone', async () => {
    const write = life.get(WriteAuthority);
    await expect(write.end(officer, END)).rejects.toMatchObject({ code: 'forbidden' });
    await write.end(clerk, END);
    await expect(write.end(clerk, END)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await life.rows.findBy(JournalEntryEntity, { action: 'authority.end' })).toMatchObject([
      { objectId: 'khanh-KT', actorId: 'vanthu', detail: { endedFrom: '2026-03-20', reason: END.reason } },
    ]);
  });

  it('is ended sooner than was written, and never later', async () => {
    const write = life.get(WriteAuthority);
    const line = () => life.rows.findOneByOrFail(SigningAuthorityEntity, { id: END.id });
    await write.end(clerk, { ...END, endedFrom: '2062-03-20' });
    await write.end(clerk, { ...END, reason: 'Sửa ngày ghi nhầm năm 2062.' });
    expect(await line()).toMatchObject({ endedFrom: '2026-03-20', endedBecause: 'Sửa ngày ghi nhầm năm 2062.' });
    await expect(write.end(clerk, { ...END, endedFrom: '2026-03-21' })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(await life.rows.findBy(JournalEntryEntity, { action: 'authority.end' })).toHaveLength(2);
  });

  it('is signed by the head of the unit that writes it, where it goes to the head of the agency, and by nobody else', async () => {
    const signers = life.get(SigningAuthorities);
    const ofUnit = { template: 'to-trinh-khen-thuong', unitId: 'gdtrh' };
    expect(await signers.usualSigner(ofUnit)).toMatchObject({ name: 'Vũ Đức Thắng', lines: ['TRƯỞNG PHÒNG'] });
    await expect(signers.require('khanh', ofUnit)).rejects.toMatchObject(refusal('thủ trưởng đơn vị'));
    await expect(signers.usualSigner({ ...ofUnit, unitId: 'van-phong' })).rejects.toMatchObject(
      refusal('/to-chuc/nguoi'),
    );
  });

  it('offers a deputy before the head', async () => {
    await life.get(UnitOfWork).run((tx) => tx.insert(SigningAuthorityEntity, aSigner('thang', 'head')));
    const names = (await life.get(SigningAuthorities).signersOf(LETTER)).map(({ person }) => person.id);
    expect(names).toEqual(['khanh', 'thang']);
  });
});
