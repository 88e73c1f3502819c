import { DomainError } from '../../kernel/domain-error.js';
import { isFaithful, requireMatters, type Matter } from './split.js';

const ORIGINAL = 'Cô giáo thu 450.000 đồng mỗi tháng.\n\nBếp ăn bán trú  không sạch.\nCổng trường bị hỏng.';

const matter = (change: Partial<Matter> = {}): Matter => ({
  subject: 'Bếp ăn bán trú',
  words: 'Bếp ăn bán trú không sạch.',
  category: 'boardingMeals',
  level: 'normal',
  ...change,
});

/** Beside which field a refusal stands. */
function refusedField(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error.details['field'];
    throw error;
  }
  return null;
}

describe('the matters of a ticket', () => {
  it('rule 19: are two to five, the first of which keeps the ticket', () => {
    expect(requireMatters([matter()])).toHaveLength(1);
    expect(requireMatters(Array.from({ length: 4 }, () => matter()))).toHaveLength(4);
  });

  it.each<[string, Matter[], string]>([
    ['none', [], 'subject2'],
    ['more than five with the first', Array.from({ length: 5 }, () => matter()), 'subject5'],
    ['one without a subject', [matter({ subject: ' ' })], 'subject2'],
    ['one without the citizen’s words', [matter(), matter({ words: 'ngắn' })], 'words3'],
  ])('rule 19: refuses %s, beside the field', (_what, further, field) => {
    expect(refusedField(() => requireMatters(further))).toBe(field);
  });

  it.each([
    ['a paragraph as it is', 'Bếp ăn bán trú không sạch.', true],
    ['several paragraphs, from anywhere', 'Cổng trường bị hỏng.\n\nCô giáo thu 450.000 đồng mỗi tháng.', true],
    ['decomposed letters', 'Bếp ăn bán trú không sạch.'.normalize('NFD'), true],
    ['a word changed', 'Bếp ăn bán trú rất bẩn.', false],
    ['a word added', 'Bếp ăn bán trú không sạch. Đề nghị kiểm tra.', false],
  ])('rule 19: an excerpt is the citizen’s own words: %s', (_what, excerpt, faithful) => {
    expect(isFaithful(excerpt, ORIGINAL)).toBe(faithful);
  });
});
