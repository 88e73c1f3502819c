import { requireCleanText } from './clean-text.js';

function refusalOf(text: string, left: readonly string[] = []): unknown {
  try {
    requireCleanText(text, left);
    return null;
  } catch (error) {
    return error;
  }
}

describe('rule 20: text that the public reads', () => {
  it.each([
    ['a phone', 'Gọi 0912 345 678 để hỏi.', 'phone'],
    ['an identity number', 'CCCD 031085001234', 'citizenId'],
    ['an e-mail', 'Gửi khai.bv@example.com', 'email'],
    ['a child', 'em Nguyễn Văn An đã được xin lỗi', 'childName'],
    ['a parent', 'phụ huynh Bùi Thị Hoa', 'personName'],
    ['a home', 'ở số nhà 12 đường Lê Lợi', 'address'],
    ['a class', 'lớp 5A Trường Tiểu học Kim Đồng', 'schoolWithClass'],
  ])('rule 20: is stopped for %s', (_rule, text, kind) => {
    expect(refusalOf(text)).toMatchObject({ code: 'text-names-private', details: { kinds: [kind] } });
  });

  it('rule 20: passes without private words', () => {
    expect(refusalOf('Trường THPT Lê Hồng Phong đã trả lại 450.000 đồng cho mỗi học sinh lớp 10.')).toBeNull();
  });

  it('rule 20: the refusal names places, never the words', () => {
    const words = JSON.stringify(refusalOf('em Nguyễn Văn An, 0912345678, lớp 5A'));
    expect(words).toContain('"offset":3');
    expect(words).not.toMatch(/Nguyễn|0912345678|lớp 5A/u);
  });

  it.each<[string, string, string[], boolean]>([
    ['an official’s name may stay', 'Hiệu trưởng Trần Văn Bình đã xin lỗi', ['Trần Văn Bình'], true],
    ['a school’s address may stay', 'nộp tại số 12 đường Lê Lợi', ['số 12 đường Lê Lợi'], true],
    ['what was left is left in NFD too', 'cô Trần Thị Hoà'.normalize('NFD'), ['Trần Thị Hoà'], true],
    ['another name may not', 'Hiệu trưởng Trần Văn Bình, cô Lê Thị Hoa', ['Trần Văn Bình'], false],
    ['a phone never stays', 'gọi 0912345678', ['0912345678'], false],
    ['a child never stays', 'em Nguyễn Văn An', ['Nguyễn Văn An'], false],
  ])('rule 20: %s', (_rule, text, left, clean) => {
    expect(refusalOf(text, left) === null).toBe(clean);
  });
});
