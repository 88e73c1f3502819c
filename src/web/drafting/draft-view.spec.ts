import { builtInCalendar } from '../../calendar/index.js';
import { readSettings } from '../../config/settings.js';
import type { DraftApprovalEntity, DraftEntity } from '../../drafting/index.js';
import { civilDate } from '../../kernel/civil-date.js';
import { firstUnwritten, savedFields, storedLetter, unwritten, letterFields } from './draft-form.js';
import { draftSteps } from './draft-steps.js';
import { isBeingMade, lacksOf } from './draft-lacks.js';

const written = {
  ky_hieu: 'SGDĐT-GDTrH',
  trich_yeu: 'trả lời kiến nghị',
  kinh_gui: ['Tổng đài 1022'],
  ve_viec: 'thu tiền',
  ket_qua_xac_minh: 'Đã xác minh.',
  bien_phap_xu_ly: 'Đã xử lý.',
  loi_ket: 'Trân trọng cảm ơn./.',
  noi_nhan: ['Như trên', 'Lưu: VT, GDTrH.'],
  tham_quyen_ky: ['GIÁM ĐỐC'],
  nguoi_ky: 'Đỗ Quốc Khánh',
};

const draft = (change: Partial<DraftEntity> = {}): DraftEntity => ({
  id: 'd',
  caseKind: 'ticket',
  round: 1,
  caseId: 't',
  amendment: null,
  amendsId: null,
  template: 'cong-van-tra-loi',
  templateVersion: '1',
  fields: written,
  revision: 2,
  state: 'editing',
  unitId: 'u',
  authorId: 'ngoc',
  writerId: 'ngoc',
  writerIds: ['ngoc'],
  contentApproverId: null,
  signerId: 'khanh',
  docxSha256: 'd',
  pdfSha256: 'p',
  pdfProblem: null,
  returnReason: null,
  keptDetails: null,
  savedAt: new Date('2026-03-18T02:00:00Z'),
  version: 1,
  ...change,
});

const reply = (fields: object) => ({ fields, template: 'cong-van-tra-loi' });

const textsOf = (...given: Parameters<typeof lacksOf>): string[] => lacksOf(...given).map(({ text }) => text);

describe('where the writing of a letter goes on', () => {
  it.each([
    ['at the first needed part that is empty', { ket_qua_xac_minh: ' ', bien_phap_xu_ly: '' }, 'ket_qua_xac_minh'],
    ['at no part that may stay empty', { theo_doi: '' }, null],
  ])('%s', (_rule, change, expected) => {
    expect(firstUnwritten(storedLetter(reply({ ...written, ...change })))).toBe(expected);
  });
});

describe('why a letter cannot be sent on', () => {
  it('rule 11: nothing proves the result, and nobody has said why', () => {
    const because = lacksOf(storedLetter(reply(written)), {
      draft: draft(),
      outdated: [],
      lapsed: null,
      word: null,
      details: [],
      titlesAllowed: false,
      ticket: { id: 't', evidence: null },
    });
    expect(because).toEqual([
      {
        text: expect.stringContaining('thêm tài liệu hoặc ghi lý do không có') as string,
        mend: { href: '/phieu/t#them-tai-lieu', label: 'Mở phần Tài liệu của phiếu' },
      },
    ]);
  });

  it.each([
    [
      'parts are missing',
      { ...written, ket_qua_xac_minh: ' ' },
      {},
      'Còn phải viết: Kết quả xác minh. Viết xong bấm Lưu.',
    ],
    ['its form is wrong', { ...written, loi_ket: 'Cảm ơn' }, {}, 'Còn 1 lỗi thể thức phải sửa trước khi trình.'],
    [
      'a mask is left in its subject',
      { ...written, trich_yeu: 'trả lời kiến nghị về thu tiền ở [lớp]' },
      {},
      'Trích yếu: Còn chỗ để trống hoặc bị che chưa viết lại: [lớp]. Thay bằng nội dung, không để dấu ngoặc hay thẻ của mẫu.',
    ],
    [
      'a tag is left among its recipients',
      { ...written, noi_nhan: ['Như trên', '{don_vi}', 'Lưu: VT, GDTrH.'] },
      {},
      'Nơi nhận: Còn chỗ để trống hoặc bị che chưa viết lại: {don_vi}. Thay bằng nội dung, không để dấu ngoặc hay thẻ của mẫu.',
    ],
    ['its page is being made', written, { pdfSha256: null }, 'Đang tạo trang in; chờ vài giây.'],
    ['its page could not be made', written, { pdfSha256: null, pdfProblem: 'x' }, 'Chưa tạo được trang in.'],
    ['nothing stands in the way', written, {}, null],
  ])('%s', (_rule, fields, change, expected) => {
    const reading = {
      draft: draft({ fields, ...change }),
      outdated: [],
      lapsed: null,
      word: null,
      details: [],
      titlesAllowed: false,
      ticket: { id: 't', evidence: 'files' as const },
    };
    expect(textsOf(storedLetter(reply(fields)), reading)).toEqual(expected === null ? [] : [expected]);
  });

  it('its signer holds no certificate that counts', () => {
    const lapsed = 'Chứng thư của Đỗ Quốc Khánh đã hết hạn từ 18/05/2026.';
    const read = {
      outdated: [],
      lapsed,
      word: null,
      details: [],
      titlesAllowed: false,
      ticket: { id: 't', evidence: 'files' as const },
    };
    expect(textsOf(storedLetter(reply(written)), { draft: draft(), ...read })).toEqual([lapsed]);
  });

  it('it says a name that the agency no longer bears', () => {
    const outdated = ['Bản thảo ghi “Sở A”, nay là “Sở B”.'];
    const read = {
      outdated,
      lapsed: null,
      word: null,
      details: [],
      titlesAllowed: false,
      ticket: { id: 't', evidence: 'files' as const },
    };
    const reading = { draft: draft(), ...read };
    expect(textsOf(storedLetter(reply(written)), reading)).toEqual(['Còn 1 lỗi thể thức phải sửa trước khi trình.']);
  });

  it('several things at once are all told, with the evidence that is asked for besides', () => {
    const read = {
      outdated: [],
      lapsed: null,
      word: null,
      details: [],
      titlesAllowed: false,
      ticket: { id: 't', evidence: null },
    };
    const lacks = lacksOf(storedLetter(reply({ ...written, ket_qua_xac_minh: '' })), { draft: draft(), ...read });
    expect(lacks.map(({ mend }) => mend?.href)).toEqual(['#t-noi-dung', '/phieu/t#them-tai-lieu']);
  });

  it('reads a half written letter, whatever stands in it', () => {
    expect(unwritten(storedLetter(reply({ kinh_gui: 'không phải danh sách', trich_yeu: 7 })))).toHaveLength(7);
  });

  it('waits for a page only while none was made and none was refused', () => {
    expect(isBeingMade({ pdfSha256: null, pdfProblem: null })).toBe(true);
    expect(isBeingMade({ pdfSha256: null, pdfProblem: 'x' })).toBe(false);
  });
});

describe('what a form saves', () => {
  const form = { ...written, theo_doi: ' ', van_ban_goc: '', noi_dung_sai: '', noi_dung_dung: '' };
  const facts = readSettings({}).agencyProfile;
  const today = civilDate('2027-01-04');

  it('lets authority and name follow the signer', () => {
    const signer = { lines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], name: 'Hoàng Thị Minh Nguyệt' };
    const saved = savedFields(reply({}), form, { signer, facts, today });
    expect(saved).toMatchObject({
      tham_quyen_ky: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
      nguoi_ky: 'Hoàng Thị Minh Nguyệt',
    });
  });

  it('takes the names and the year of the day over those that stand', () => {
    const signer = { lines: ['GIÁM ĐỐC'], name: 'A' };
    const saved = savedFields(reply({ co_quan_ban_hanh: 'SỞ CŨ', nam: '2026' }), form, { signer, facts, today });
    expect(saved).toMatchObject({ co_quan_ban_hanh: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO', dia_danh: 'Hải Phòng', nam: '2027' });
  });

  it('keeps to the parts of its kind', () => {
    const standing = { fields: {}, template: 'cong-van-dinh-chinh' };
    const typed = { ...form, van_ban_goc: 'Công văn số 513/SGDĐT-VP', noi_dung_sai: 'a', noi_dung_dung: 'b' };
    const saved = savedFields(standing, typed, { signer: { lines: ['GIÁM ĐỐC'], name: 'A' }, facts, today });
    expect(saved).toMatchObject({ van_ban_goc: 'Công văn số 513/SGDĐT-VP', noi_dung_sai: 'a', noi_dung_dung: 'b' });
    expect(saved).not.toHaveProperty('ket_qua_xac_minh');
    const letter = storedLetter({ fields: { ...saved, noi_dung_sai: ' ' }, template: standing.template });
    expect(unwritten(letter)).toEqual(['Nội dung đã ghi']);
    const names = letterFields({ letter, signerId: 'k', lapsed: null, signers: [], refused: null }).map(
      ({ name }) => name,
    );
    expect(names).toEqual(
      expect.arrayContaining(['van_ban_goc', 'noi_dung_sai', 'noi_dung_dung', 'kinh_gui', 'signerId']),
    );
    expect(names).not.toContain('ket_qua_xac_minh');
  });

  it('leaves an empty part out instead of printing it empty', () => {
    const saved = savedFields(reply({ theo_doi: 'cũ' }), form, {
      signer: { lines: ['GIÁM ĐỐC'], name: 'A' },
      facts,
      today,
    });
    expect(saved).not.toHaveProperty('theo_doi');
  });

  it('offers those who may sign with their block, and says that the one who stands there may no more', () => {
    const signers = [{ person: { id: 'n', fullName: 'Bùi Thị Nguyệt' }, lines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] }];
    const letter = { ...storedLetter(reply(written)), nguoi_ky: 'Đỗ Quốc Khánh' };
    const options = (signerId: string): unknown =>
      letterFields({ letter, signerId, lapsed: null, signers, refused: null }).find(({ name }) => name === 'signerId');
    const nguyet = { value: 'n', label: 'Bùi Thị Nguyệt – KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC' };
    expect(options('n')).toMatchObject({ options: [nguyet] });
    Object.assign(signers[0]?.person ?? {}, { eOfficeCode: null });
    expect(options('n')).toMatchObject({ options: [{ label: `${nguyet.label} – chưa có mã trên hệ thống QLVB` }] });
    Object.assign(signers[0]?.person ?? {}, { eOfficeCode: 'nguyetbt' });
    expect(options('k')).toMatchObject({
      options: [{ value: 'k', label: 'Đỗ Quốc Khánh – không còn được ký' }, nguyet],
    });
  });

  it('shows what was typed and refused in place of what stands', () => {
    const refused = {
      action: '/du-thao/d',
      fields: { ve_viec: 'đang gõ', kinh_gui: ['Một', '', 'Hai'] },
      sentence: 'Trích yếu dài quá.',
      field: 'trich_yeu',
    };
    const fields = letterFields({
      letter: storedLetter(reply(written)),
      signerId: 'k',
      lapsed: null,
      signers: [],
      refused,
    });
    expect(fields.find(({ name }) => name === 've_viec')).toMatchObject({ value: 'đang gõ' });
    expect(fields.find(({ name }) => name === 'kinh_gui')).toMatchObject({ values: ['Một', 'Hai'] });
    expect(fields.find(({ name }) => name === 'loi_ket')).toMatchObject({ value: written.loi_ket, error: null });
    expect(fields.find(({ name }) => name === 'trich_yeu')).toMatchObject({ error: 'Trích yếu dài quá.' });
  });
});

describe('where a draft is on its way', () => {
  const today = { now: new Date('2026-03-18T03:00:00Z'), calendar: builtInCalendar() };
  const approval = (revision: number): DraftApprovalEntity => ({
    id: 'a',
    draftId: 'd',
    revision,
    kind: 'content',
    approverId: 'thang',
    approverName: 'Vũ Đức Thắng',
    contentSha256: 'p',
    at: new Date('2026-03-18T02:30:00Z'),
  });
  const steps = (state: DraftEntity['state'], revision: number): readonly string[] =>
    draftSteps({ draft: draft({ state }), approvals: [approval(revision)], author: 'Nguyễn Thị Hồng Ngọc' }, today).map(
      (step) => `${step.state} ${step.fact ?? ''}`.trim(),
    );

  it.each<[string, DraftEntity['state'], number, string[]]>([
    ['is written', 'editing', 2, ['now Ngọc, 09:00', 'ahead', 'ahead', 'ahead']],
    ['is read for its form', 'formatReview', 2, ['done Ngọc, 09:00', 'done Thắng, 09:30', 'now', 'ahead']],
    ['counts no approval of an earlier revision', 'formatReview', 1, ['done Ngọc, 09:00', 'done', 'now', 'ahead']],
    ['has passed all four', 'done', 2, ['done Ngọc, 09:00', 'done Thắng, 09:30', 'done', 'done']],
  ])('%s', (_rule, state, revision, expected) => {
    expect(steps(state, revision)).toEqual(expected);
  });
});
