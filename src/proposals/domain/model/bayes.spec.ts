import { classifierOf, classify, countTerms, coverage, mixed } from './bayes.js';
import { termsOf } from './terms.js';

const paper = (of: string, text: string) => ({ of, terms: termsOf(text) });

describe('terms of a text', () => {
  it('are syllables with a meaning and pairs, folded, without numbers', () => {
    expect([...termsOf('Thu tiền học phí 450.000 đồng')]).toEqual([
      'thu',
      'tien',
      'thu tien',
      'tien hoc',
      'phi',
      'hoc phi',
      'dong',
      'phi dong',
    ]);
  });
});

describe('what is learnt', () => {
  it('holds no term that fewer than three papers share', () => {
    const papers = [paper('a', 'bếp ăn ông Khải'), paper('a', 'bếp ăn bẩn'), paper('a', 'bếp ăn dột')];
    expect(Object.keys(countTerms(papers).terms)).toEqual(['bep', 'an', 'bep an']);
  });

  it('balances its classes: what is common does not swallow what is rare', () => {
    const papers = [
      ...Array.from({ length: 90 }, () => paper('fees', 'thu tiền quỹ lớp')),
      ...Array.from({ length: 3 }, () => paper('meals', 'bữa trưa có ruồi')),
    ];
    const classifier = classifierOf(countTerms(papers));
    expect(classify(classifier, termsOf('bữa trưa thu tiền có ruồi'))[0]?.of).toBe('meals');
  });

  it('is mixed with what was known before', () => {
    const scored = (of: string, share: number) => ({ of, share });
    const known = [scored('fees', 0.8), scored('meals', 0.2)];
    expect(mixed(known, [scored('meals', 1), scored('fees', 0)], 0.5)).toEqual([
      scored('meals', 0.6),
      scored('fees', 0.4),
    ]);
    expect(mixed(known, [], 0.5)).toEqual(known);
    expect(mixed(known, [scored('meals', 1)], 0.5)).toEqual(known);
  });

  it('says which part of a paper it knows', () => {
    const classifier = classifierOf(countTerms([paper('fees', 'học phí')], 1));
    expect([coverage(classifier, termsOf('học phí xe buýt')), coverage(classifier, new Set())]).toEqual([2 / 6, 0]);
  });

  it('says nothing of unknown terms', () => {
    expect(classify(classifierOf(countTerms([paper('fees', 'học phí')], 1)), termsOf('xe buýt'))).toEqual([]);
  });

  it('takes terms named like parts of an object for what they are', () => {
    const classifier = classifierOf(countTerms([paper('fees', 'constructor học phí')], 1));
    expect(classify(classifier, termsOf('toString valueOf'))).toEqual([]);
  });
});
