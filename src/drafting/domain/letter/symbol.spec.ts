import { hasSymbolForm, letterSymbol } from './symbol.js';

describe('the symbol of a letter', () => {
  it('joins agency and drafting unit by a hyphen', () => expect(letterSymbol('SGDĐT', 'VP')).toBe('SGDĐT-VP'));

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
