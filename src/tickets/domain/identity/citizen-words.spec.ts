import { keptWords, MAX_WORDS_LENGTH } from './citizen-words.js';

describe('the words of a citizen', () => {
  it.each(['', 'Thu tiền học thêm.', 'ơ'.repeat(MAX_WORDS_LENGTH)])('are kept as they came up to the limit', (text) => {
    expect(keptWords(text)).toBe(text);
  });

  it('begin as they came where they are longer, and say how much longer', () => {
    const text = 'Cô giáo thu 450.000 đồng. '.repeat(40_000);
    const kept = keptWords(text);
    expect(kept).toHaveLength(MAX_WORDS_LENGTH);
    expect(text.startsWith(kept.slice(0, kept.indexOf('…')))).toBe(true);
    expect(kept).toContain('dài 1.040.000 ký tự; phiếu chỉ ghi phần đầu');
  });
});
