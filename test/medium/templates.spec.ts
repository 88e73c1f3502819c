import { readFileSync } from 'node:fs';
import { templateFile } from '../../templates/catalogue.js';
import {
  DraftQueries,
  PublishTemplate,
  Templates,
  UploadTemplate,
  WithdrawTemplate,
  WriteDraft,
  type DraftEntity,
} from '../../src/drafting/index.js';
import type { TemplateReport } from '../../src/drafting/domain/template-lint/finding.js';
import { added, BODY, HIDDEN_WORDS, inBody, REPLY, spoilt } from '../../src/drafting/lint/spoilt-template.fixture.js';
import { TemplateUploadEntity, TemplateVersionEntity } from '../../src/drafting/persistence/template.entities.js';
import { PdfMaker, type DocxOrigin } from '../../src/drafting/ports/pdf-maker.port.js';
import { TemplateRenderer } from '../../src/drafting/rendering/template-renderer.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { atOnce, DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import type { TestPdfMaker } from '../support/test-outside.js';

const { clerk, officer } = PARTIES;
const REASON = 'Công văn 12/SGDĐT-VP ngày 17/3/2026 về câu mở đầu.';
const WEIGHED = 'Chữ ẩn là lời dặn người soạn, không in ra.';

const ours = readFileSync(templateFile(REPLY));
/** The department's own wording in the first sentence. */
const reworded = spoilt(inBody('nhận được {loai_y_kien}', 'đã tiếp nhận {loai_y_kien}'));

/** 18/03/2026. */
describe('a template that the agency brings itself', () => {
  let life: LifeOfATicket;
  beforeEach(async () => {
    life = await LifeOfATicket.begin();
  });
  afterEach(() => life.end());

  const upload = (content: Buffer, actor: Actor = clerk, name = 'mau-tra-loi.docx'): Promise<string> =>
    life.get(UploadTemplate).upload(actor, { kind: REPLY, name, content });
  const publish = (uploadId: string, change: object = {}, actor: Actor = clerk): Promise<{ number: number }> =>
    life
      .get(PublishTemplate)
      .publish(actor, { uploadId, validFrom: '2026-03-18', reason: REASON, acceptedBecause: '', ...change });
  const uploaded = (id: string): Promise<TemplateUploadEntity> =>
    life.rows.findOneByOrFail(TemplateUploadEntity, { id });
  const reportOf = async (id: string): Promise<TemplateReport> => (await uploaded(id)).report;
  const inForce = (day: string): Promise<string> => life.get(Templates).inForce(REPLY, civilDate(day));

  it('is not taken with a tag that nobody knows; says where, which field, which is near, and keeps no file', async () => {
    const id = await upload(spoilt(inBody('{nguoi_ky}', '{nguoi_ki}')));
    const { report, fileSha256, sampleSha256 } = await uploaded(id);
    expect(report.errors).toMatchObject([
      { code: 'tag-unknown', part: BODY, tag: 'nguoi_ki', suggestion: '{nguoi_ky}' },
    ]);
    expect([fileSha256, sampleSha256]).toEqual([null, null]);
    await expect(publish(id)).rejects.toMatchObject({ code: 'template-flawed' });
    expect(await inForce('2026-03-18')).toBe('1');
  });

  it.each<[string, string, Buffer, string]>([
    ['that is no Word file', 'mau.docx', Buffer.from('không phải DOCX'), 'file-unsafe'],
    ['whose name runs', 'mau.docx.exe', ours, 'file-unsafe'],
    ['whose form departs from the decree', 'mau.docx', spoilt(inBody('w:left="1701"', 'w:left="1134"')), 'page-setup'],
  ])('is refused as a file %s', async (_case, name, content, code) => {
    const { errors } = await reportOf(await upload(content, clerk, name));
    expect(errors.map((one) => one.code)).toContain(code);
  });

  it('keeps of a file of nonsense what a person can mend, and no more', async () => {
    const tags = Array.from({ length: 300 }, (_, at) => `{truong_la_${at}}`).join(' ');
    const { errors } = await reportOf(await upload(spoilt(added(`${tags} {${'x'.repeat(2000)}}`))));
    expect(errors).toHaveLength(100);
    expect(JSON.stringify(errors).length).toBeLessThan(100_000);
  });

  it('serves from its day, with who and why in the journal, its report, and pages of its sample', async () => {
    const id = await upload(reworded);
    expect(await publish(id, { validFrom: '2026-04-01' })).toEqual({ kind: REPLY, number: 1, validFrom: '2026-04-01' });
    expect([await inForce('2026-03-31'), await inForce('2026-04-01')]).toEqual(['1', 'own-1']);
    await life.app.work();
    expect(origins()).toEqual(new Set(['outside']));
    expect(await uploaded(id)).toMatchObject({
      report: { errors: [], warnings: [] },
      pdfSha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown,
    });
    const [line] = await life.rows.findBy(JournalEntryEntity, { action: 'template.publish' });
    expect(line).toMatchObject({
      objectId: id,
      actorId: clerk.id,
      detail: { kind: REPLY, number: 1, validFrom: '2026-04-01', reason: REASON, acceptedBecause: null },
    });
  });

  it('is used in spite of warnings only when somebody says why', async () => {
    const id = await upload(spoilt(HIDDEN_WORDS));
    expect(await reportOf(id)).toMatchObject({ errors: [], warnings: [{ code: 'format' }] });
    await expect(publish(id)).rejects.toMatchObject({
      code: 'template-flawed',
      details: { flaws: [{ field: 'acceptedBecause' }] },
    });
    await publish(id, { acceptedBecause: WEIGHED });
    expect(await life.rows.findOneBy(TemplateVersionEntity, { uploadId: id })).toMatchObject({
      acceptedBecause: WEIGHED,
    });
  });

  it('is judged again when it is taken into use, by the rules of that day', async () => {
    const id = await upload(spoilt(HIDDEN_WORDS));
    const lenient = { report: { errors: [], warnings: [] } };
    await life.get(UnitOfWork).run((tx) => tx.update(TemplateUploadEntity, { id }, lenient));
    await expect(publish(id)).rejects.toMatchObject({ details: { flaws: [{ field: 'acceptedBecause' }] } });
    expect(await reportOf(id)).toMatchObject({ errors: [], warnings: [{ code: 'format' }] });
  });

  it('is withdrawn before its day, and not from its day on', async () => {
    await publish(await upload(reworded), { validFrom: '2026-03-20' });
    const withdraw = (): Promise<void> =>
      life.get(WithdrawTemplate).withdraw(clerk, { kind: REPLY, number: 1, reason: 'Chọn nhầm tệp của năm trước.' });
    await withdraw();
    expect(await inForce('2026-03-20')).toBe('1');
    await expect(withdraw()).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await life.rows.countBy(JournalEntryEntity, { action: 'template.withdraw' })).toBe(1);

    await publish(await upload(ours), { validFrom: '2026-03-20' });
    life.app.clock.advance(2 * DAY);
    const late = { kind: REPLY, number: 2, reason: 'Chọn nhầm tệp của năm trước.' };
    await expect(life.get(WithdrawTemplate).withdraw(clerk, late)).rejects.toMatchObject({ code: 'template-in-use' });
    expect(await inForce('2026-03-20')).toBe('own-2');
  });

  it('is brought, used and withdrawn by those alone who look after the form of documents', async () => {
    await expect(upload(reworded, officer)).rejects.toMatchObject({ code: 'forbidden' });
    const id = await upload(reworded);
    await expect(publish(id, {}, officer)).rejects.toMatchObject({ code: 'forbidden' });
    await publish(id, { validFrom: '2026-04-01' });
    const act = { kind: REPLY, number: 1, reason: 'Chọn nhầm tệp của năm trước.' };
    await expect(life.get(WithdrawTemplate).withdraw(officer, act)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is taken into use once, and two at the same moment get two numbers', async () => {
    const [one, other] = [await upload(reworded), await upload(ours)];
    expect(
      await atOnce(
        () => publish(one),
        () => publish(one),
        () => publish(other),
      ),
    ).toEqual([2, ['changed-meanwhile']]);
    const numbers = (await life.get(Templates).ofAgency(REPLY)).map(({ number }) => number);
    expect(numbers).toEqual([1, 2]);
  });

  it('serves drafts that are begun with it; those begun before are made again byte for byte as they were', async () => {
    await life.inHand();
    const old = await life.beginLetter();
    await written(old);
    await life.app.work();
    const before = await draftOf(old);
    await publish(await upload(reworded));
    expect(before.templateVersion).toBe('1');
    expect(origins()).toEqual(new Set(['app']));
    expect((await made(before)).equals(await life.get(FileStore).get(before.docxSha256 ?? ''))).toBe(true);

    const next = await life.app.receive({ subject: 'Nhà vệ sinh khu B hỏng chưa sửa' });
    const later = life.another(next.id);
    await later.inHand();
    const begun = await later.beginLetter();
    await written(begun);
    await life.app.work();
    const fresh = await draftOf(begun);
    expect(fresh.templateVersion).toBe('own-1');
    expect(origins()).toEqual(new Set(['outside']));
    expect(await life.rows.findOneBy(JournalEntryEntity, { action: 'draft.begin', objectId: begun })).toMatchObject({
      detail: { template: REPLY, templateVersion: 'own-1' },
    });
    const page = await life.get(FileStore).get(fresh.docxSha256 ?? '');
    expect((await made(fresh)).equals(page)).toBe(true);
    expect((await made(Object.assign(fresh, { templateVersion: '1' }))).equals(page)).toBe(false);
  });

  /** Where the files came from that pages were made of since it was last asked. */
  function origins(): ReadonlySet<DocxOrigin> {
    return new Set((life.get(PdfMaker) as TestPdfMaker).origins.splice(0));
  }

  async function draftOf(id: string): Promise<DraftEntity> {
    const draft = await life.get(DraftQueries).byId(id);
    if (!draft) throw new Error('No draft.');
    return draft;
  }

  async function written(id: string): Promise<void> {
    const { fields, signerId, version } = await draftOf(id);
    const whole = { ...fields, ket_qua_xac_minh: 'Đã xác minh.', bien_phap_xu_ly: 'Đã xử lý.' };
    await life.get(WriteDraft).save(officer, id, { fields: whole, signerId, version });
  }

  async function made({ template, templateVersion, fields }: DraftEntity): Promise<Buffer> {
    const file = await life.get(Templates).file(template, templateVersion);
    return (await life.get(TemplateRenderer).render(template, fields, file)).docx;
  }
});
