import { beginningOf } from './beginning-of.js';

describe('the beginning of a text that is too long', () => {
  it.each([
    ['leaves what fits', 'Học thêm', 8, 'Học thêm'],
    ['marks what was left out', 'Học thêm', 5, 'Học …'],
    ['cuts no letter in half', 'ab😀cd', 4, 'ab…'],
  ])('%s', (_rule, text, longest, expected) => {
    expect(beginningOf(text, longest)).toBe(expected);
  });
});
