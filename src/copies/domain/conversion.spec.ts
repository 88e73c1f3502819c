import { printedLookUpCode, readLookUpCode } from '../../documents/domain/look-up-code.js';
import { conversionMark, newConversionCode } from './conversion.js';

const CODE = 'k3f7h9xw2mpq4rs5tv6y7z8abc';

describe('rule 50: the mark of a printed copy', () => {
  const mark = conversionMark({
    code: CODE,
    publicUrl: 'https://hoi-am.example/',
    owner: 'Sở Giáo dục và Đào tạo thành phố Hải Phòng',
    madeAt: new Date('2026-03-18T02:15:30.900Z'),
    madeBy: 'Ngô Thị Thư',
    unit: 'Văn phòng Sở',
  });
  const text = mark.lines.join('\n');

  it.each([
    ['the mark in words, with its law', 'BẢN GIẤY CHUYỂN ĐỔI TỪ VĂN BẢN ĐIỆN TỬ theo Điều 12 Luật Giao dịch điện tử'],
    ['the system and its owner', 'Hệ thống: Hồi Âm. Chủ quản: Sở Giáo dục và Đào tạo thành phố Hải Phòng'],
    ['the code, in groups', 'Mã: k3f7h-9xw2m-pq4rs-5tv6y-7z8ab-c'],
    ['where to look it up', 'Tra cứu: https://hoi-am.example/tra-cuu/k3f7h9xw2mpq4rs5tv6y7z8abc'],
    ['when and by whom', 'Chuyển đổi lúc 2026-03-18T09:15:30+07:00. Người chuyển đổi: Ngô Thị Thư, Văn phòng Sở'],
    ['that its signatures are no longer signatures', 'Chữ ký số chỉ kiểm tra được trên bản điện tử'],
  ])('says %s', (_rule, words) => expect(text).toContain(words));

  it('leads to the same address by its QR code', () => {
    expect(mark.address).toBe(`https://hoi-am.example/tra-cuu/${CODE}`);
  });
});

describe('the code of a printed copy', () => {
  it('is never the same twice and has 26 letters that nobody mistakes', () => {
    const codes = Array.from({ length: 200 }, newConversionCode);
    expect(new Set(codes).size).toBe(200);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/u);
  });

  it.each([
    ['as it is printed', printedLookUpCode(CODE), CODE],
    ['in capitals with spaces', 'K3F7H 9XW2M PQ4RS 5TV6Y 7Z8AB C', CODE],
    ['with letters for digits', 'oil', '011'],
    ['cut short, however long', 'a'.repeat(500), 'a'.repeat(52)],
  ])('is read %s', (_rule, typed, code) => expect(readLookUpCode(typed)).toBe(code));
});
