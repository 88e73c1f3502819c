import { readPages } from './page-choice.js';

describe('the pages of an extract', () => {
  it.each([
    ['all when none is named', ' ', null],
    ['one', '5', [5]],
    ['a run', '2-4', [2, 3, 4]],
    ['several, in the order of the file, each once', '5; 1–3, 2', [1, 2, 3, 5]],
  ])('are %s', (_rule, text, pages) => expect(readPages(text)).toEqual(pages));

  it.each(['0', '3-1', 'hai', '1,,2', '201', '1-'])('are not read from %p', (text) =>
    expect(() => readPages(text)).toThrow('input-invalid'),
  );
});
