import { requireStandardText } from './standard-text.js';

const text = 'Sở yêu cầu nhà trường trả lại toàn bộ số tiền đã thu.';

describe('a standard text', () => {
  it('is taken with one blank between the words of its heading', () => {
    expect(requireStandardText({ heading: ' Trả   lại tiền ', text: `${text}\n` })).toEqual({
      heading: 'Trả lại tiền',
      text,
    });
  });

  it.each([
    ['a telephone', { heading: 'Liên hệ', text: `${text} Gọi 0912 345 678.` }, 'text', /số điện thoại “0912 345 678”/u],
    ['a class of a school', { heading: 'Lớp 11A5 Trường THPT Núi Voi', text }, 'heading', /lớp của một trường/u],
    ['too few words', { heading: 'A', text }, 'heading', /Viết thêm/u],
    ['too many words', { heading: 'Dài', text: 'a'.repeat(2_001) }, 'text', /Viết gọn lại/u],
  ])('is refused with %s, beside its field', (_, given, field, sentence) => {
    expect(() => requireStandardText(given)).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        details: { field, message: expect.stringMatching(sentence) as string },
      }) as Error,
    );
  });
});
