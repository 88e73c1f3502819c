import { likelihood, likenessOf, likenessWords, requireMerge, sharedPart, syllablePairs } from './duplicates.js';
import type { ComparableTicket, MergeableTicket } from './duplicates.js';

const WORDS = 'Cô giáo chủ nhiệm lớp 11A5 tổ chức dạy thêm môn Toán vào tiết 5 và thu 450.000 đồng mỗi tháng.';
const TOLD_AGAIN = 'Co giao chu nhiem lop 11A5 to chuc day them mon Toan vao tiet 5, thu 450.000 dong moi thang!';
const OTHER = 'Đề nghị sửa cổng trường và làm lại vỉa hè vì học sinh đi học rất nguy hiểm.';
const RECEIVED = new Date('2026-03-18T02:00:00Z');

function told(id: string, change: Partial<ComparableTicket> = {}): ComparableTicket {
  return {
    id,
    subject: 'Thu tiền học thêm',
    words: WORDS,
    phoneKey: `09000000${id}`,
    complainedUnitId: null,
    incomingDocumentId: `document-${id}`,
    startedAt: RECEIVED,
    ...change,
  };
}

const daysLater = (days: number): Date => new Date(RECEIVED.getTime() + days * 86_400_000);
const alike = (one: Partial<ComparableTicket>, other: Partial<ComparableTicket>) =>
  likenessOf(told('1', one), told('2', other), 30);

describe('what two texts share', () => {
  it.each([
    ['a text with itself: all', WORDS, WORDS, 1],
    ['the same without marks, with other blanks and points: all', WORDS, TOLD_AGAIN, 0.95],
    ['decomposed letters: all', WORDS, WORDS.normalize('NFD'), 1],
  ])('rule 18: %s', (_what, one, other, atLeast) => {
    expect(sharedPart(syllablePairs(one), syllablePairs(other))).toBeGreaterThanOrEqual(atLeast - 0.15);
  });

  it.each([
    ['two matters: next to nothing', WORDS, OTHER, 0.05],
    ['the same syllables in another order: little', 'thu tiền học thêm', 'thêm học tiền thu', 0],
    ['nothing with anything: nothing', '', WORDS, 0],
    ['nothing with nothing: nothing', '', '…', 0],
  ])('rule 18: %s', (_what, one, other, atMost) => {
    expect(sharedPart(syllablePairs(one), syllablePairs(other))).toBeLessThanOrEqual(atMost);
  });
});

describe('which tickets may be one matter', () => {
  it.each<[string, Partial<ComparableTicket>, Partial<ComparableTicket>, string | null]>([
    [
      'one phone, other words',
      { phoneKey: '0912' },
      { phoneKey: '0912', subject: '', words: OTHER },
      'cùng số điện thoại',
    ],
    ['the same words of two people', {}, { words: TOLD_AGAIN }, 'giống'],
    ['other words of two people', {}, { subject: 'Cổng trường', words: OTHER }, null],
    ['no phone at all is not one phone', { phoneKey: '' }, { phoneKey: '', subject: '', words: OTHER }, null],
    [
      'one unit, but other words',
      { complainedUnitId: 'u' },
      { complainedUnitId: 'u', subject: '', words: OTHER },
      null,
    ],
    [
      'one unit, and something in common',
      { complainedUnitId: 'u' },
      { complainedUnitId: 'u', subject: 'Thu tiền học thêm', words: 'Cô giáo chủ nhiệm thu 450.000 đồng mỗi tháng.' },
      'cùng đơn vị bị phản ánh',
    ],
    ['the last day of the window', {}, { startedAt: daysLater(30) }, 'cách 30 ngày'],
    ['a day after the window', {}, { startedAt: daysLater(31) }, null],
    ['before, as after', { startedAt: daysLater(3) }, {}, 'cách 3 ngày'],
    [
      'rule 19: parts of one document',
      { phoneKey: '1', incomingDocumentId: 'd' },
      { phoneKey: '1', incomingDocumentId: 'd' },
      null,
    ],
  ])('rule 18: %s', (_rule, one, other, said) => {
    const found = alike(one, other);
    if (said === null) expect(found).toBeNull();
    else expect(found && likenessWords(found)).toContain(said);
  });

  it('rule 18: a ticket is no duplicate of itself', () => {
    expect(likenessOf(told('1'), told('1'), 30)).toBeNull();
  });

  it('says why in words, and never which number', () => {
    expect(likenessWords({ samePhone: true, sameText: 0.818, sameUnit: true, daysApart: 3 })).toBe(
      'cùng số điện thoại; giống 82% nội dung; cùng đơn vị bị phản ánh; cách 3 ngày',
    );
    expect(likenessWords({ samePhone: true, sameText: 0, sameUnit: false, daysApart: 0 })).toBe(
      'cùng số điện thoại; cùng ngày',
    );
  });

  it('puts the same words before the same phone, and both before one', () => {
    const of = (samePhone: boolean, sameText: number) =>
      likelihood({ samePhone, sameText, sameUnit: false, daysApart: 1 });
    expect(
      [of(true, 0.9), of(false, 0.9), of(true, 0.1)].map(
        (one, index, all) => one === all.toSorted((a, b) => b - a)[index],
      ),
    ).toEqual([true, true, true]);
  });
});

describe('merging', () => {
  const ticket = (id: string, change: Partial<MergeableTicket> = {}): MergeableTicket => ({
    ...{
      id,
      code: `PAKN.${id}`,
      state: 'received',
      open: true,
      mergedIntoId: null,
      legalEndAt: RECEIVED,
      nature: 'feedback',
      ...change,
    },
  });
  const refusal = (into: MergeableTicket, one = ticket('1')): string => {
    try {
      requireMerge(one, into);
      return '';
    } catch (error) {
      return String(error);
    }
  };

  it.each<[string, MergeableTicket, string]>([
    ['into a ticket that goes on', ticket('2'), ''],
    ['never into itself', ticket('1'), 'chính nó'],
    [
      'never into one that was merged itself',
      ticket('2', { mergedIntoId: '3', state: 'merged', open: false }),
      'đã gộp',
    ],
    ['never into one that is over', ticket('2', { state: 'closed', open: false }), 'không còn mở'],
    ['never into what is no feedback (rule 7)', ticket('2', { nature: 'denunciation' }), 'chuyển trả'],
    ['never so that a citizen waits longer', ticket('2', { legalEndAt: daysLater(1) }), 'đến hạn trước'],
  ])('rule 18: %s', (_rule, into, said) => {
    const words = refusal(into);
    expect(said === '' ? words === '' : words.includes(said)).toBe(true);
  });
});
