import { isTextInside, toldWith } from './told-outside.js';

describe('the text of a line that the citizen hears of', () => {
  it.each<[string, string, boolean, boolean]>([
    ['goes out where it is a note that was sent', 'progress', true, false],
    ['stays inside where it is a directive beside an assignment', 'assigned', true, true],
    ['stays inside where it is a reason of a merge', 'merged', true, true],
    ['stays inside where it is a reason of a reopening', 'reopened', true, true],
    ['is no matter where nothing was told', 'assigned', false, false],
  ])('%s', (_rule, kind, toHotline, inside) => {
    expect(isTextInside({ kind, toHotline })).toBe(inside);
    const told = toldWith({ kind, title: 'Giao GDTrH chủ trì', text: 'Kiểm tra ngay.' });
    expect(told.includes('Kiểm tra ngay.')).toBe(kind === 'progress');
  });
});
