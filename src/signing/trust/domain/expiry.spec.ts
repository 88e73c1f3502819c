import { expiryStep, expiryWords, isRenewed, whyNotSigning } from './expiry.js';

const NOW = new Date('2026-03-18T02:00:00Z');
const inDays = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);
const until = (days: number, isRevoked = false) => ({ notBefore: inDays(-100), notAfter: inDays(days), isRevoked });

describe('the end of a certificate', () => {
  it.each([
    [61, null],
    [60, 60],
    [31, 60],
    [30, 30],
    [7, 7],
    [0, 7],
    [-1, 0],
  ])('%i days away reaches the step %s', (days, step) => {
    expect(expiryStep(inDays(days), NOW)).toBe(step);
  });

  it('is told with its day and how many are left', () => {
    expect(expiryWords('Đỗ Quốc Khánh', inDays(7), NOW)).toBe(
      'Chứng thư của Đỗ Quốc Khánh hết hạn ngày 25/03/2026, còn 7 ngày.',
    );
    expect(expiryWords('Sở', inDays(-2), NOW)).toBe('Chứng thư của Sở đã hết hạn từ 16/03/2026.');
  });

  it('is no news once there is another that counts longer', () => {
    expect(isRenewed(until(7), [until(400)], NOW)).toBe(true);
    expect(isRenewed(until(7), [until(5), { notBefore: inDays(1), notAfter: inDays(400) }], NOW)).toBe(false);
  });
});

describe('a person who is asked to sign', () => {
  it.each([
    ['none was ever bound', null],
    ['one of two counts', [until(-1), until(30)]],
  ])('may, when %s', (_when, bound) => {
    expect(whyNotSigning('Đỗ Quốc Khánh', bound, NOW)).toBeNull();
  });

  it.each([
    ['all are over', [until(-3), until(-1)], 'đã hết hạn từ 17/03/2026'],
    ['the only one was revoked', [until(30, true)], 'đã bị thu hồi'],
    ['the last one was taken out', [], 'đã rút khỏi kho'],
  ])('may not, when %s', (_when, bound, words) => {
    const why = whyNotSigning('Đỗ Quốc Khánh', bound, NOW);
    expect(why).toContain(words);
    expect(why).toContain('Chứng thư số tin cậy (/kho-tin-cay)');
  });
});
