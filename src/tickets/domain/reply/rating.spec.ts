import { commentForUnit, requireStars, suggestsReopening } from './rating.js';

const SENDER = { senderName: 'Nguyễn Văn Khải', senderPhone: '0912345678', senderEmail: '', senderAddress: '' };

describe('rule 17: a rating', () => {
  it.each([1, 2, 3, 4, 5])('may be %p', (stars) => {
    expect(requireStars(stars)).toBe(stars);
  });

  it.each([0, 6, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('may not be %p', (stars) => {
    expect(() => requireStars(stars)).toThrow(/input-invalid/u);
  });

  it.each([
    [1, true],
    [2, true],
    [3, false],
    [5, false],
  ])('of %p offers reopening: %p', (stars, offers) => {
    expect(suggestsReopening(stars)).toBe(offers);
  });
});

describe('rule 17: the words beside the stars', () => {
  it.each([
    ['stay as they are where nobody is named', 'Trả lời rõ ràng, cảm ơn.', 'Trả lời rõ ràng, cảm ơn.'],
    ['are composed', 'Hài lòng'.normalize('NFD'), 'Hài lòng'],
    ['are nothing where only blanks were typed', ' \n ', null],
  ])('%s', (_rule, given, kept) => {
    expect(commentForUnit(given, SENDER)).toBe(kept);
  });

  it.each([
    ['a phone', 'Gọi lại cho tôi số 0912 345 678.', /0912/u],
    ['an e-mail', 'Trả lời qua khai.bv@example.com giúp.', /example/u],
    ['the own name where nothing announces it', 'Ký thay cho Khải và gia đình.', /Khải/u],
    ['the own name', 'Tôi là Nguyễn Văn Khải, chưa hài lòng.', /Khải/u],
  ])('lose %s before they are kept', (_what, given, private_) => {
    const kept = commentForUnit(given, SENDER);
    expect(kept).not.toMatch(private_);
    expect(kept).toMatch(/\[.+\]/u);
  });

  it('are at most 2,000 characters', () => {
    expect(commentForUnit('x'.repeat(2000), SENDER)).toHaveLength(2000);
    expect(() => commentForUnit('x'.repeat(2001), SENDER)).toThrow(/input-invalid/u);
  });
});
