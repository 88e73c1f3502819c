import { DOCUMENT_TYPES, hasSymbolForm, letterSymbol, typedSymbol, type DocumentType } from './symbol.js';

describe('rule 33: the symbol of a document', () => {
  it('joins agency and drafting unit by a hyphen', () => expect(letterSymbol('SGDĐT', 'VP')).toBe('SGDĐT-VP'));

  it.each([
    ['QĐ', 'QĐ-SGDĐT'],
    ['BC', 'BC-SGDĐT'],
    ['QyĐ', 'QyĐ-SGDĐT'],
  ] as const)('puts the type %s before the agency', (type, symbol) => {
    expect(typedSymbol(type, 'SGDĐT')).toBe(symbol);
  });

  it('knows the 27 types of the decree, each of which makes a symbol of the right form', () => {
    const types = Object.keys(DOCUMENT_TYPES) as DocumentType[];
    expect(types).toHaveLength(27);
    expect(types.filter((type) => !hasSymbolForm(typedSymbol(type, 'SGDĐT')))).toEqual([]);
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
