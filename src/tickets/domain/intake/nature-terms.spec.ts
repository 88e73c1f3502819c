import { termsOf } from './nature-terms.js';
import { cpuSeconds } from '../../../../test/support/cpu-seconds.js';

const keysOf = (text: string): readonly string[] => termsOf(text).map(({ key }) => key);
const wordsOf = (text: string): readonly string[] => keysOf(text).filter((key) => !/^[#$]/u.test(key));

describe('the terms of a text', () => {
  it.each([
    ['words, pairs of neighbours, and words with their marks', 'Bị cháy', ['bi', '~bị', 'chay', 'bi chay', '~chaý']],
    ['one spelling for both places of a tone', 'hoà hòa', ['hoa', '~hoà', 'hoa hoa']],
    ['every number is one', 'ba, 120.000', ['ba', '~ba', '0', 'ba 0', '0 0']],
    ['short forms are written out', 'hs đc', ['hoc', 'hoc sinh', 'sinh', 'sinh duoc', 'duoc', '~hs', '~đc']],
    ['an initial is no short form', 'cô K', ['co', '~cô', 'co k', 'k', '~k']],
    ['nothing of signs alone', '… (!)', []],
  ])('are %s', (_rule, text, keys) => {
    expect(wordsOf(text).toSorted()).toEqual([...keys].toSorted());
  });

  it.each([
    ['what is wanted', 'Trường ồn. Xin nhà trường xem. Trân trọng.', ['$nha', '$truong', '$xem', '$xin']],
    ['how it is written', 'SỞ ƠI GIÚP em, được không?? =)', ['#asks', '#capitals', '#faces', '#loud']],
    ['how long it is', 'tôi '.repeat(40), ['#length4']],
  ])('tell %s', (_rule, text, keys) => {
    expect(keysOf(text)).toEqual(expect.arrayContaining(keys));
  });

  it('of thousands of sentences of one word are found in a moment', () => {
    const text = 'a.'.repeat(6000);
    termsOf('a');
    expect(cpuSeconds(() => termsOf(text))).toBeLessThan(0.5);
  });

  it('tell nothing of capitals where a text begins with blanks', () => {
    expect(keysOf(`${' '.repeat(8)}Trường ồn.`)).not.toContain('#capitals');
  });

  it('stand where they are written first', () => {
    const text = 'Tôi tố cáo. TỐ CÁO!';
    const told = termsOf(text).filter(({ key }) => key === 'to cao');
    expect(told.map(({ from, to }) => text.slice(from, to))).toEqual(['tố cáo']);
  });
});
