import { decisionAbstract, mayBeNamed, requireNameless, type NamedRecipient } from './proposal.js';
import { byRank, rankOf, type MeritFacts } from './ranking.js';

const FACTS: MeritFacts = {
  kind: 'unfit',
  effect: 'amended',
  reach: 'unit',
  documentSymbol: '',
  isPetition: false,
  rating: null,
};

describe('rule 59: the weight of a merit', () => {
  it.each<[string, Partial<MeritFacts>, number]>([
    ['a rule that was amended in one unit', {}, 50],
    ['one that was abolished for all schools', { effect: 'abolished', reach: 'sector' }, 70],
    ['one that was supplemented', { effect: 'supplemented' }, 40],
    ['a practice', { effect: 'practice', reach: 'department' }, 35],
    ['with the changed document', { documentSymbol: '12/QĐ-SGDĐT' }, 65],
    ['with a proposal', { isPetition: true }, 60],
    ['as an initiative, which is a proposal too, once', { kind: 'initiative', isPetition: true }, 60],
    ['with a content sender', { rating: 4 }, 55],
    ['with a sender who is not', { rating: 3 }, 50],
  ])('%s', (_words, facts, points) => {
    const ranked = rankOf({ ...FACTS, ...facts });
    expect(ranked.points).toBe(points);
    expect(ranked.reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(points);
    expect(ranked.reasons.every(({ words }) => words !== '')).toBe(true);
  });

  it('orders what weighs the same by time', () => {
    const [early, late] = [new Date('2026-01-01'), new Date('2026-02-01')];
    const rows = [
      { points: 50, flaggedAt: late },
      { points: 50, flaggedAt: early },
      { points: 60, flaggedAt: late },
    ];
    expect(rows.toSorted(byRank).map(({ points, flaggedAt }) => [points, flaggedAt])).toEqual([
      [60, late],
      [50, early],
      [50, late],
    ]);
  });
});

describe('rule 59: a name in a proposal', () => {
  it.each<[NamedRecipient['recipientKind'], NamedRecipient['consent'], boolean]>([
    ['sender', 'unasked', false],
    ['sender', 'refused', false],
    ['sender', 'given', true],
    ['organisation', 'unasked', true],
    ['staff', 'unasked', true],
  ])('of a %s, consent %s: %s', (recipientKind, consent, expected) => {
    expect(mayBeNamed({ recipientKind, consent })).toBe(expected);
  });

  it('comes in by no text', () => {
    const lengths = { shortest: 5, longest: 200 };
    expect(requireNameless('achievement', 'Kiến nghị sửa quy định về xe đưa đón học sinh.', lengths)).toContain(
      'xe đưa',
    );
    expect(() => requireNameless('achievement', 'Gọi số 0912 345 678 để hỏi thêm.', lengths)).toThrow('input-invalid');
  });
});

describe('what a decision on commendations is about', () => {
  it.each([
    ['Đề nghị khen thưởng tổ chức, cá nhân quý I', 'Về việc khen thưởng tổ chức, cá nhân quý I'],
    ['Khen thưởng năm 2026', 'Về việc khen thưởng năm 2026'],
    ['Đợt hai', 'Về việc khen thưởng Đợt hai'],
  ])('%s: %s', (title, abstract) => {
    expect(decisionAbstract(title)).toBe(abstract);
  });
});
