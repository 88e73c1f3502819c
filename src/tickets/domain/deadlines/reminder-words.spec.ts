import { togetherWords } from './reminder-words.js';

describe('several reminders of one ticket', () => {
  it.each([
    ['one stays as it is', ['Một.'], 20, 'Một.'],
    ['they stand one after another', ['Một.', 'Hai.'], 20, 'Một. Hai.'],
    [
      'what would not fit is counted',
      ['Một.', 'Hai.', 'Ba thì dài hơn chỗ còn lại của thông báo.'],
      42,
      'Một. Hai. Còn 1 việc khác của phiếu này.',
    ],
    [
      'the first is always said',
      ['Một việc có tên rất dài.', 'Hai.', 'Ba.'],
      5,
      'Một việc có tên rất dài. Còn 2 việc khác của phiếu này.',
    ],
  ])('%s', (_rule, sentences, longest, words) => {
    expect(togetherWords(sentences, longest)).toBe(words);
  });
});
