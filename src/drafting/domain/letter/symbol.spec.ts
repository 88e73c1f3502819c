import { hasSymbolForm, letterSymbol, numberAndSymbol, officialNumber } from './symbol.js';

describe('number and symbol', () => {
  it.each([
    ['below ten a leading zero', 5, '05/SGDĐT-VP'],
    ['ten has none', 10, '10/SGDĐT-VP'],
    ['four digits', 1284, '1284/SGDĐT-VP'],
  ])('%s', (_rule, number, expected) => {
    expect(numberAndSymbol(number, letterSymbol('SGDĐT', 'VP'))).toBe(expected);
  });

  it.each([0, -1, 1.5, Number.NaN])('%p is not a number of a register', (number) => {
    expect(() => officialNumber(number)).toThrow(RangeError);
  });

  it.each([
    ['SGDĐT-VP', true],
    ['SGDĐT-GDTrH', true],
    ['QĐ-UBND', true],
    ['SGDĐT', false],
    ['SGDĐT - VP', false],
    ['/SGDĐT-VP', false],
    ['sgdđt-vp', false],
    ['', false],
  ])('%s has the form: %p', (symbol, answer) => {
    expect(hasSymbolForm(symbol)).toBe(answer);
  });
});
