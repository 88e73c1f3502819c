import { REPLY } from '../../src/cli/demo/texts.js';
import {
  CompareRevisions,
  KeepDetails,
  ReviewDraft,
  ImportWordRevision,
  WordLetters,
  WriteDraft,
} from '../../src/drafting/index.js';
import { DraftRevisionEntity } from '../../src/drafting/persistence/draft-revision.entities.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { SigningAuthorityEntity } from '../../src/delegation/index.js';
import { PdfMaker } from '../../src/drafting/ports/pdf-maker.port.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { ApproveReply, KeepEvidence, SendReply, SubmitReply } from '../../src/tickets/index.js';
import { LifeOfATicket, NO_EVIDENCE, PARTIES } from '../support/life-of-a-ticket.js';
import type { TestPdfMaker } from '../support/test-outside.js';
import { anywhere, edited, line, words, type WordEdit } from '../support/word-edits.js';

const { officer, head, clerk, stranger } = PARTIES;
const FOUND = 'Nhà trường đã tổ chức thu';

let life: LifeOfATicket;
let id: string;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
  await life.inHand();
  id = await life.beginLetter();
  await save();
});
afterEach(() => life.end());

const now = () => life.rows.findOneByOrFail(DraftEntity, { id });
const revision = (number: number) => life.rows.findOneByOrFail(DraftRevisionEntity, { draftId: id, revision: number });

async function save(change: object = {}): Promise<void> {
  const { fields, signerId, version } = await now();
  const form = { fields: { ...fields, ...REPLY, ...change }, signerId, version };
  await life.get(WriteDraft).save(officer, id, form);
  await life.app.work();
}

/** The file that the app gives out of a revision. */
async function downloaded(number: number): Promise<Buffer> {
  const { docxSha256 } = await revision(number);
  const docx = await life.get(FileStore).get(docxSha256 ?? '');
  return life.get(WordLetters).bound(docx, { draftId: id, revision: number });
}

async function changed(number: number, ...edits: readonly WordEdit[]): Promise<Buffer> {
  let docx = await downloaded(number);
  for (const edit of edits) docx = (await edited(docx, edit)).docx;
  return docx;
}

async function bring(
  content: Buffer,
  { reason = '', base = null as number | null, actor = officer, name = 'a.docx' } = {},
) {
  const { version } = await now();
  return life.get(ImportWordRevision).import(actor, id, { name, content, base, reason, version });
}

const OTHER = words(FOUND, 'Nhà trường đã tự tổ chức thu');

describe('a letter that comes back from Word', () => {
  it('is a revision of its own, whose page is made of the file', async () => {
    const file = await changed(2, OTHER);
    const { origins } = life.get(PdfMaker) as TestPdfMaker;
    expect(new Set(origins.splice(0))).toEqual(new Set(['app']));
    expect(await bring(file, { reason: 'Sửa câu chữ.' })).toEqual({ kind: 'saved', revision: 3, errors: 0 });
    await life.app.work();
    expect(origins).toEqual(['outside']);
    const kept = await revision(3);
    expect(kept).toMatchObject({ source: 'word', basedOn: 2, writerId: 'ngoc', reason: 'Sửa câu chữ.' });
    expect(kept.fields).toEqual((await revision(2)).fields);
    expect(kept.reading?.paragraphs.join('\n')).toContain('đã tự tổ chức thu');
    expect((await life.get(FileStore).get(kept.docxSha256 ?? '')).equals(file)).toBe(true);
    expect(await now()).toMatchObject({ revision: 3, docxSha256: kept.docxSha256, pdfSha256: kept.pdfSha256 });
    expect(kept.pdfSha256).not.toBeNull();
  });

  it('may go out and come back again', async () => {
    await bring(await changed(2, OTHER));
    await life.app.work();
    expect(await bring(await changed(3, words('đã tự tổ chức', 'đã tổ chức')))).toMatchObject({ revision: 4 });
    expect((await revision(4)).basedOn).toBe(3);
  });

  it('changes nothing where the draft has moved on, until somebody says that the file has it all', async () => {
    const file = await changed(2, OTHER);
    await save({ bien_phap_xu_ly: 'Đã yêu cầu dừng thu.' });
    expect(await bring(file)).toEqual({ kind: 'movedOn', base: 2, present: 3 });
    expect((await now()).revision).toBe(3);
    expect(await bring(file, { base: 3 })).toMatchObject({ kind: 'saved', revision: 4 });
  });

  it('is taken over nothing that somebody saved while it was read', async () => {
    const { version } = await now();
    const file = { name: 'a.docx', content: await changed(2, OTHER), base: null, reason: '', version: version + 7 };
    await expect(life.get(ImportWordRevision).import(officer, id, file)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    expect((await now()).revision).toBe(2);
  });

  it.each<[string, () => Promise<Buffer>, RegExp]>([
    [
      'a place that was typed over',
      () => changed(2, line('Số: ', 'Số: 12/SGDĐT-GDTrH')),
      /mất chỗ trống dành cho số văn bản; chép chỗ ấy từ bản 2/u,
    ],
    [
      'another subject than the register tells',
      () => changed(2, words('V/v trả lời', 'V/v phúc đáp')),
      /Trích yếu trong tệp là “phúc đáp.*trong biểu mẫu là “trả lời/u,
    ],
    ['another addressee', () => changed(2, words('Tổng đài', 'Ban Tổng đài')), /Kính gửi trong tệp/u],
    [
      'another signer',
      () => changed(2, words('Đỗ Quốc Khánh', 'Đỗ Quốc Khanh')),
      /Người ký trong tệp là “Đỗ Quốc Khanh”/u,
    ],
    ['another authority', () => changed(2, words('KT. GIÁM ĐỐC', 'TL. GIÁM ĐỐC')), /Thẩm quyền ký trong tệp/u],
    [
      'one recipient more',
      () => changed(2, words('- Như trên;', '- Như trên, UBND thành phố;')),
      /Nơi nhận trong tệp/u,
    ],
    [
      'letters of VNI',
      () => changed(2, anywhere('Times New Roman', 'VNI-Times', 'word/styles.xml')),
      /phông cũ VNI-Times.*Unicode/u,
    ],
    ['text of TCVN3', () => changed(2, words(FOUND, 'Nhµ tr­êng ®· tæ chøc thu')), /bảng mã TCVN3/u],
    [
      'changes that nobody settled',
      () =>
        changed(
          2,
          anywhere('</w:body>', '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>x</w:t></w:r></w:ins></w:p></w:body>'),
        ),
      /Track Changes/u,
    ],
    [
      'a field that writes by itself',
      () =>
        changed(
          2,
          anywhere(
            '</w:body>',
            '<w:p><w:fldSimple w:instr=" DOCPROPERTY So "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p></w:body>',
          ),
        ),
      /trường tự thay chữ \(DOCPROPERTY\)/u,
    ],
    ['no Word file', () => Promise.resolve(Buffer.from('không phải Word')), /a\.docx/u],
  ])('is refused with %s, and says what to do', async (_what, file, message) => {
    await expect(bring(await file())).rejects.toMatchObject({
      code: 'input-invalid',
      details: { field: 'file', message: expect.stringMatching(message) as string },
    });
    expect((await now()).revision).toBe(2);
  });

  it('is refused where it names no revision, or one of another letter', async () => {
    const docx = await life.get(FileStore).get((await revision(2)).docxSha256 ?? '');
    await expect(bring(docx)).rejects.toThrow(/không ghi sửa từ bản nào/u);
    expect(await bring(docx, { base: 2 })).toMatchObject({ revision: 3 });
    const foreign = await life.get(WordLetters).bound(docx, { draftId: 'khac', revision: 3 });
    await expect(bring(foreign, { base: 3 })).rejects.toThrow(/công văn khác/u);
  });

  it('comes from those alone who may write the letter', async () => {
    const file = await downloaded(2);
    await expect(bring(file, { actor: stranger })).rejects.toMatchObject({ code: 'not-found' });
    await expect(bring(file, { actor: clerk })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a revision from Word, compared', () => {
  it('is compared with one of the form by what both documents say', async () => {
    await bring(await changed(2, OTHER));
    const comparison = await life
      .get(CompareRevisions)
      .compare('cong-van-tra-loi', await revision(2), await revision(3));
    const paragraphs = comparison.kind === 'compared' ? (comparison.parts[0]?.paragraphs ?? []) : [];
    const changes = paragraphs.flatMap(({ stretches }) => stretches.filter(({ change }) => change !== 'same'));
    expect(changes).toEqual([{ change: 'added', text: ' tự' }]);
  });
});

describe('the form, once a letter is written in Word', () => {
  it('saves nothing over it, and is taken up again knowingly', async () => {
    await bring(await changed(2, OTHER));
    await expect(save()).rejects.toMatchObject({ code: 'draft-in-word' });
    const { version } = await now();
    await life.get(ImportWordRevision).leave(officer, id, { version, reason: '' });
    await life.app.work();
    expect(await revision(4)).toMatchObject({ source: 'form', reading: null, basedOn: null });
    expect((await revision(4)).docxSha256).toBe((await revision(2)).docxSha256);
    await save({ ve_viec: 'thu tiền' });
    expect((await now()).revision).toBe(5);
    await expect(life.get(ImportWordRevision).leave(officer, id, { version: 9, reason: '' })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });
});

describe('what is judged of a letter written in Word is its text', () => {
  beforeEach(() => life.get(KeepEvidence).stateNone(officer, life.id, NO_EVIDENCE));

  const send = async (): Promise<void> => {
    await life.app.work();
    await life.get(SendReply).send(officer, id);
  };

  it.each<[string, WordEdit, RegExp]>([
    ['a missing end mark', words('kiến nghị./.', 'kiến nghị.'), /“\.\/\.”/u],
    ['text in another font', anywhere('Times New Roman', 'Arial', 'word/styles.xml'), /phông Arial/u],
    ['marks set apart from their letters (NFD)', words(FOUND, FOUND.normalize('NFD')), /dựng sẵn/u],
    ['letters that nobody sees', words(FOUND, `Nhà\u200b trường đã tổ chức thu`), /ẩn/u],
  ])('%s is told when it is saved, and keeps it from being sent', async (_what, edit, message) => {
    const taken = await bring(await changed(2, edit));
    expect(taken).toMatchObject({ kind: 'saved', revision: 3 });
    expect(taken.kind === 'saved' && taken.errors).toBeGreaterThan(0);
    await expect(send()).rejects.toMatchObject({
      code: 'input-invalid',
      details: { message: expect.stringMatching(message) as string },
    });
  });

  it('rule 36: invisible letters and letters in two pieces are read as they are seen', async () => {
    await bring(await changed(2, words(FOUND, 'Tru\u031bo\u031b\u0300ng\u200b đã tổ chức thu')));
    expect((await revision(3)).reading?.paragraphs.join('\n')).toContain('Trường đã tổ chức thu');
  });

  it.each([
    ['names of the agency', 'SỞ GIÁO DỤC VÀ ĐÀO TẠO', 'SỞ GIÁO DỤC, ĐÀO TẠO'],
    ['the year of its date', 'năm 2026', 'năm 2025'],
  ])('what is no longer so keeps it from being sent: %s', async (_what, now, says) => {
    await bring(await changed(2, words(now, says)));
    await expect(send()).rejects.toMatchObject({
      details: {
        message: expect.stringContaining(`ghi “${says}”, nay là “${now}”. Sửa trong Word`) as string,
      },
    });
  });

  it('rule 38: a block that the table gives no more keeps it from being sent, and says the way to the present one', async () => {
    await bring(await changed(2, OTHER));
    const position = 'Phó Giám đốc phụ trách';
    await life.get(UnitOfWork).run((tx) => tx.update(SigningAuthorityEntity, { id: 'khanh-KT' }, { position }));
    const mend = 'Bỏ bản sửa trong Word, lưu lại biểu mẫu để dùng khối ký hiện nay';
    await expect(send()).rejects.toMatchObject({
      code: 'signing-not-allowed',
      details: { message: expect.stringContaining(mend) as string },
    });
  });

  it('rule 38: the block is held against the table as it stands in the file, to the letter', async () => {
    await bring(await changed(2, words('PHÓ GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC,')));
    await expect(send()).rejects.toMatchObject({ code: 'signing-not-allowed' });
  });

  it('rule 21: people named to those who must not know are told, wherever in the file they stand', async () => {
    await save({ noi_nhan: ['Như trên', 'Trường THPT Núi Voi (để thực hiện)', 'Lưu: VT, GDTrH.'] });
    await bring(await changed(3, words(FOUND, `Cháu Vũ Bảo Châu, số 0987 654 321. ${FOUND}`)));
    await expect(send()).rejects.toMatchObject({ code: 'input-invalid', details: { field: 'van_ban' } });
    const { version } = await now();
    await life.get(KeepDetails).keep(officer, id, { reason: 'Nhà trường cần biết đúng học sinh.', version });
    await send();
    const remark = await life.get(ApproveReply).approve(head, id);
    expect(remark).toBe('Công văn còn nêu tên học sinh, số điện thoại; nơi nhận không được biết: Trường THPT Núi Voi.');
  });

  it('and the telephone of the agency itself is nobody’s secret', async () => {
    await save({ noi_nhan: ['Như trên', 'Trường THPT Núi Voi (để thực hiện)', 'Lưu: VT, GDTrH.'] });
    await bring(await changed(3, OTHER));
    await send();
    expect(await life.get(ApproveReply).approve(head, id)).toBeNull();
  });

  it('rule 40: a change in Word voids both approvals, and is to say why', async () => {
    await send();
    await life.get(ApproveReply).approve(head, id);
    await life.get(ReviewDraft).approve(clerk, id, 'format');
    const file = await changed(2, OTHER);
    await expect(bring(file)).rejects.toMatchObject({ details: { field: 'reason' } });
    expect((await now()).state).toBe('approved');
    await bring(file, { reason: 'Sửa theo ý lãnh đạo.' });
    await life.app.work();
    expect(await now()).toMatchObject({ state: 'editing', contentApproverId: null });
    await expect(life.get(SubmitReply).submit(officer, id)).rejects.toMatchObject({ code: 'forbidden' });
    await send();
    await life.get(ApproveReply).approve(head, id);
    await life.get(ReviewDraft).approve(clerk, id, 'format');
    expect(await life.get(SubmitReply).submit(officer, id)).toMatch(/^[0-9a-f-]{36}$/u);
  });
});
