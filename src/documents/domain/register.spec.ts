import { printedCode, printedNumber } from './register.js';

describe('rule 29: a number of a register', () => {
  it.each([
    ['has a leading zero below ten', 5, '05'],
    ['stands bare from ten on', 10, '10'],
    ['has no upper end', 12_345, '12345'],
  ])('%s', (_rule, number, expected) => expect(printedNumber(number)).toBe(expected));

  it.each([0, -1, 1.5, Number.NaN])('is never %p', (number) => expect(() => printedNumber(number)).toThrow(RangeError));

  it('goes before the notation with a stroke and no spaces', () => {
    expect(printedCode(5, 'SGDĐT-VP')).toBe('05/SGDĐT-VP');
  });
});
