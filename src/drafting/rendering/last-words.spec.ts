import { keepLastWords } from './last-words.js';

const paragraph = (style: string, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe('the last words of a document', () => {
  const closing = paragraph('LoiKet', 'Trân trọng./.');

  it('take the paragraph before them along to the next page', () => {
    const kept = keepLastWords(paragraph('NoiDung', 'một') + paragraph('NoiDung', 'hai') + closing);
    expect(kept).toBe(
      paragraph('NoiDung', 'một') +
        paragraph('NoiDung', 'hai').replace('/></w:pPr>', '/><w:keepNext/></w:pPr>') +
        closing,
    );
  });

  it.each([
    ['a table', `<w:tbl></w:tbl>${closing}`],
    ['a head', paragraph('DeMuc', '3. Hạn') + closing],
    ['nothing', closing],
    ['no closing sentence', paragraph('NoiDung', 'một')],
  ])('leave a document as it is where before them stands %s', (_what, document) => {
    expect(keepLastWords(document)).toBe(document);
  });
});
