import { editBetween, letterEdits, type TextEdit } from './text-edits.js';

function edited(text: string, edits: readonly TextEdit[]): string {
  return edits.toReversed().reduce((now, { from, to, text: put }) => now.slice(0, from) + put + now.slice(to), text);
}

describe('letters are mended wherever they stand', () => {
  it.each([
    ['text-double-space', 'Sở  Giáo dục   và Đào tạo', 'Sở Giáo dục và Đào tạo'],
    ['text-double-space', '  lùi đầu dòng và cuối dòng  ', '  lùi đầu dòng và cuối dòng  '],
    ['text-double-space', 'trang\u00a0 12', 'trang 12'],
    ['text-invisible', 'ph\u00adản ánh \ufeffgửi', 'phản ánh gửi'],
    ['text-not-composed', 'Thực hiện'.normalize('NFD'), 'Thực hiện'],
    ['text-not-composed', 'Thực hiện', 'Thực hiện'],
    ['text-look-alike', 'Ðà Nẵng, lạc ðà', 'Đà Nẵng, lạc đà'],
  ] as const)('%s: %s', (rule, before, after) => {
    expect(edited(before, letterEdits(rule, before) ?? [])).toBe(after);
  });

  it('has no answer where a rule is about one line', () => {
    expect(letterEdits('number-zero', 'Số: 5/SGDĐT-VP')).toBeNull();
  });
});

describe('the edit between two lines', () => {
  it.each([
    ['Số: 5/SGDĐT-VP', 'Số: 05/SGDĐT-VP', { from: 4, to: 4, text: '0' }],
    ['Số 05/SGDĐT-VP', 'Số: 05/SGDĐT-VP', { from: 2, to: 2, text: ':' }],
    ['Độc lập – Tự do', 'Độc lập - Tự do', { from: 8, to: 9, text: '-' }],
    ['aa', 'aaa', { from: 2, to: 2, text: 'a' }],
  ])('is the smallest: %s', (before, after, edit) => {
    expect(editBetween(before, before, after)).toEqual(edit);
  });

  it('keeps the blanks at the ends of what the file holds', () => {
    expect(editBetween('  Số 5 ', 'Số 5', 'Số 05')).toEqual({ from: 5, to: 5, text: '0' });
  });

  it('is none where a page shows other letters than the file holds', () => {
    expect(editBetween('số: 5', 'SỐ: 5', 'Số: 05')).toBeNull();
  });
});
