import { termsOf } from './nature-terms.js';

const keysOf = (text: string): readonly string[] => termsOf(text).map(({ key }) => key);

describe('the terms of a text', () => {
  it.each([
    ['words, pairs of neighbours, and words with their marks', 'Bị cháy', ['bi', '~bị', 'chay', 'bi chay', '~chaý']],
    ['one spelling for both places of a tone', 'hoà hòa', ['hoa', '~hoà', 'hoa hoa']],
    ['every number is one', 'ba, 120.000', ['ba', '~ba', '0', 'ba 0', '0 0']],
    ['nothing of signs alone', '… (!)', []],
  ])('are %s', (_rule, text, keys) => {
    expect(keysOf(text).toSorted()).toEqual([...keys].toSorted());
  });

  it('stand where they are written first', () => {
    const text = 'Tôi tố cáo. TỐ CÁO!';
    const told = termsOf(text).filter(({ key }) => key === 'to cao');
    expect(told.map(({ from, to }) => text.slice(from, to))).toEqual(['tố cáo']);
  });
});
