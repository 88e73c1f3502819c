import { holderWarnings } from './holder-warnings.js';

const KHANH = { name: 'Đỗ Quốc Khánh', position: 'Phó Giám đốc', code: 'khanh.dq' };
const NAMED = { commonName: 'Đỗ Quốc Khánh', title: 'Phó Giám đốc', serialNumber: 'khanh.dq' };
const AGENCY = { name: 'Sở Giáo dục và Đào tạo', position: null, code: '000.00.03.H24' };

describe('what a certificate says otherwise than the agency', () => {
  it.each([
    ['nothing', NAMED, KHANH, []],
    ['the name', { ...NAMED, commonName: 'Đặng Vĩnh Phúc' }, KHANH, ['đứng tên “Đặng Vĩnh Phúc”']],
    ['the title of before an appointment', { ...NAMED, title: 'Trưởng phòng' }, KHANH, ['chức danh “Trưởng phòng”']],
    ['no title', { commonName: NAMED.commonName }, KHANH, ['không ghi chức danh']],
    ['the code', { ...NAMED, serialNumber: 'phuc' }, KHANH, ['Mã trong chứng thư là phuc']],
    ['nothing of an agency named as organisation', { organization: AGENCY.name }, AGENCY, []],
    ["another agency's name", { commonName: 'Sở Y tế' }, AGENCY, ['đứng tên “Sở Y tế”']],
  ])('is %s', (_what, subject, holder, words) => {
    const warnings = holderWarnings(subject, holder);
    expect(warnings).toHaveLength(words.length);
    for (const [at, word] of words.entries()) expect(warnings[at]).toContain(word);
  });
});
