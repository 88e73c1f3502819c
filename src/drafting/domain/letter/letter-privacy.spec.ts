import { disclosureRemark, disclosuresIn, type WordsOfLetter } from './letter-privacy.js';

const INSIDERS = ['Tổng đài 1022 thành phố Hải Phòng', 'Giám đốc Sở', 'Phòng Giáo dục Trung học'];
const KHAI = { name: 'Bùi Văn Khải', phone: '0912 345 678', email: '', address: '142 Lạch Tray' };
const letter = (result: string, ...recipients: string[]): WordsOfLetter => ({
  kinh_gui: ['Tổng đài 1022 thành phố Hải Phòng', 'Tổ chức, cá nhân có phản ánh số 1022-260312-0042'],
  noi_nhan: ['Như trên', 'Giám đốc Sở (để b/c)', 'Phòng Giáo dục Trung học', ...recipients, 'Lưu: VT, GDTrH.'],
  prose: { trich_yeu: 'trả lời phản ánh', ket_qua_xac_minh: result },
});
const NAMING =
  'Em Vũ Bảo Châu, lớp 11A5 Trường THPT Núi Voi, nhà số 142 Lạch Tray, gọi 0912 345 678, CCCD 031085001234.';

describe('rule 21: a letter that names people to those who must not know', () => {
  it.each([
    ['a school', 'Trường THPT Núi Voi (để thực hiện);', 'Trường THPT Núi Voi'],
    ['another agency', '- UBND phường Lê Chân', 'UBND phường Lê Chân'],
    ['another department', 'Giám đốc Sở Xây dựng', 'Giám đốc Sở Xây dựng'],
  ])('rule 21: %s is such a one', (_who, line, name) => {
    const told = disclosuresIn(letter(NAMING, line), { insiders: INSIDERS });
    expect(told.strangers).toEqual([name]);
    expect(new Set(told.disclosures.map(({ kind }) => kind))).toEqual(
      new Set(['childName', 'schoolWithClass', 'address', 'phone', 'citizenId']),
    );
    expect(told.disclosures.find(({ kind }) => kind === 'phone')).toEqual({
      field: 'ket_qua_xac_minh',
      kind: 'phone',
      words: '0912 345 678',
    });
  });

  it('tells nothing amiss to the hotline, the citizen and the agency', () => {
    expect(disclosuresIn(letter(NAMING), { insiders: INSIDERS, known: KHAI })).toEqual({
      strangers: [],
      disclosures: [],
    });
    expect(disclosuresIn(letter(NAMING, 'Ông Bùi Văn Khải'), { insiders: INSIDERS, known: KHAI }).strangers).toEqual(
      [],
    );
  });

  it('names officials, and the sender only where it is known who that is', () => {
    const text = 'Hiệu trưởng Đoàn Văn Lực đã làm việc với ông Khải.';
    const to = letter(text, 'Trường THPT Núi Voi');
    expect(disclosuresIn(to, { insiders: INSIDERS }).disclosures).toEqual([]);
    expect(disclosuresIn(to, { insiders: INSIDERS, known: KHAI }).disclosures).toEqual([
      { field: 'ket_qua_xac_minh', kind: 'personName', words: 'Khải' },
    ]);
  });

  it('is remarked on by kinds, never by the words', () => {
    const told = disclosuresIn(letter('Gọi 0912 345 678.', 'Trường THPT Núi Voi'), { insiders: INSIDERS });
    expect(disclosureRemark(told)).toBe(
      'Công văn còn nêu số điện thoại; nơi nhận không được biết: Trường THPT Núi Voi.',
    );
    expect(
      disclosureRemark(disclosuresIn(letter('Đã trả lại tiền.', 'Trường THPT Núi Voi'), { insiders: [] })),
    ).toBeNull();
  });
});
