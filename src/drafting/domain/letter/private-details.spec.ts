import { keptOf, privateDetailsIn, unkeptOf, withoutDetails } from './private-details.js';

const PUPIL = 'Em Nguyễn Văn An, lớp 11A5 Trường THPT Núi Voi, 0912 345 678';
const letter = (fields: object) => ({ fields, reading: null });
const kindsIn = (fields: object) => privateDetailsIn(letter(fields)).map(({ field, kind }) => `${field} ${kind}`);

describe('private details of a letter', () => {
  it.each(['trich_yeu', 've_viec', 'ket_qua_xac_minh', 'bien_phap_xu_ly', 'theo_doi', 'loi_ket', 'noi_dung_dung'])(
    'are found in %s, for every recipient',
    (field) => {
      expect(kindsIn({ [field]: PUPIL })).toEqual([`${field} childName`, `${field} schoolWithClass`, `${field} phone`]);
    },
  );

  it('are found in each line of a list', () => {
    expect(
      kindsIn({ kinh_gui: ['Tổng đài 1022', PUPIL], noi_nhan: ['Như trên', 'Ông Trần Hòa, 0912 345 678'] }),
    ).toEqual([...['kinh_gui childName', 'kinh_gui schoolWithClass', 'kinh_gui phone', 'noi_nhan phone']]);
  });

  it('are found in a file of Word, but for how the agency is reached', () => {
    const head = { subject: null, symbol: null, addressees: [], recipients: [], authority: [], signer: null };
    const agency = { parent: '', letterhead: '', place: null };
    const reading = { head, agency, paragraphs: ['Điện thoại: 0225 3846 777', PUPIL], findings: [] };
    const found = privateDetailsIn({ fields: { lien_he: ['Điện thoại: 0225 3846 777'] }, reading });
    expect(found.map(({ field, kind }) => `${field} ${kind}`)).toEqual([
      ...['van_ban childName', 'van_ban schoolWithClass', 'van_ban phone'],
    ]);
  });

  it('are found in the names of annexes, which go out with it', () => {
    const annexes = [{ name: 'Danh sách thu chi.pdf' }, { name: 'Đơn_của-em-Nguyễn-Văn-An_lớp_11A5_0912-345-678.pdf' }];
    const found = privateDetailsIn({ ...letter({ trich_yeu: 'về thu chi' }), annexes });
    expect(found.map(({ field, kind }) => `${field} ${kind}`)).toEqual([
      ...['annexes childName', 'annexes schoolWithClass', 'annexes phone'],
    ]);
  });

  it('are no names of officials, and nothing of the agency itself', () => {
    expect(
      kindsIn({ ket_qua_xac_minh: 'Ông Trần Văn Hòa, Hiệu trưởng, đã xin lỗi.', lien_he: ['0225 3846 777'] }),
    ).toEqual([]);
  });

  it('are settled by the reason for which they were kept, and by no other', () => {
    const kept = { words: ['0912 345 678'], reason: 'Người phản ánh đề nghị ghi số để liên hệ.' };
    const details = privateDetailsIn(letter({ loi_ket: 'Liên hệ 0912 345 678 hoặc 0933 444 555.' }));
    expect(unkeptOf(details, kept).map(({ words }) => words)).toEqual(['0933 444 555']);
    expect(keptOf(details, kept).map(({ words }) => words)).toEqual(['0912 345 678']);
    expect(unkeptOf(details, null)).toHaveLength(2);
  });

  it.each([
    [PUPIL, 'Em học sinh, một lớp Trường THPT Núi Voi'],
    ['Về việc thu tiền ở [lớp], [số điện thoại]', 'Về việc thu tiền ở một lớp, số điện thoại đã cung cấp'],
    ['Gọi 0912 345 678 để hẹn.', 'Gọi số điện thoại đã cung cấp để hẹn.'],
    ['Trường đã dừng thu, trả lại tiền.', 'Trường đã dừng thu, trả lại tiền.'],
    ['- Dừng thu;\n- Trả lại tiền;\n\n- Báo cáo.', '- Dừng thu;\n- Trả lại tiền;\n\n- Báo cáo.'],
    ['Mua bàn, ghế, ... cho lớp; gọi, 0912 345 678, rồi hẹn.', 'Mua bàn, ghế, ... cho lớp; gọi, rồi hẹn.'],
  ])('are replaced by words: %s', (text, expected) => {
    const mended = withoutDetails(text);
    expect(mended).toBe(expected);
    expect(privateDetailsIn(letter({ ve_viec: mended }))).toEqual([]);
  });
});
