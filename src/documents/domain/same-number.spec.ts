import { civilDate } from '../../kernel/civil-date.js';
import { bearSameNumber, NO_NUMBER, type Numbered } from './same-number.js';

const FIRST: Numbered = {
  id: 'a',
  senderCode: '000.00.22.H24',
  code: '78/TĐ1022',
  issuedDate: civilDate('2026-03-16'),
};

describe('a duplicate of number and symbol from one agency (rule 30)', () => {
  it.each<[string, Partial<Numbered>, boolean]>([
    ['is one where another document bears it', {}, true],
    ['is one on another day of the year', { issuedDate: civilDate('2026-11-02') }, true],
    ['is none in another year, when numbers begin anew', { issuedDate: civilDate('2025-12-31') }, false],
    ['is none from another agency', { senderCode: '000.00.03.H24' }, false],
    ['is none with another symbol', { code: '78/UBND-VP' }, false],
    ['is none with itself', { id: 'a' }, false],
  ])('%s', (_rule, change, same) => {
    expect(bearSameNumber(FIRST, { ...FIRST, id: 'b', ...change })).toBe(same);
  });

  it('is none where nobody gave a number', () => {
    const taken = { ...FIRST, code: NO_NUMBER };
    expect(bearSameNumber(taken, { ...taken, id: 'b' })).toBe(false);
  });
});
