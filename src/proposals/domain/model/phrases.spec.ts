import { cpuSeconds } from '../../../../test/support/cpu-seconds.js';
import { listed, phraseOf, phrasesIn } from './phrases.js';

const KNOWN = new Set(['bao luc hoc duong', 'duong', 'sotien mot thang', 'bep an']);
const found = (text: string) => phrasesIn(text, 'bare', (phrase) => KNOWN.has(phrase));
const phrases = (text: string) => found(text).map(({ phrase }) => phrase);

describe('the known phrases of a text', () => {
  it('are told whole, and not what stands within them', () => {
    expect(phrases('bạo lực học đường')).toEqual(['bao luc hoc duong']);
    expect(phrases('bạo lực, đường')).toEqual(['bao', 'luc', 'duong']);
  });

  it('do not run from one sentence into the next', () => {
    expect(phrases('Bếp. Ăn')).toEqual(['bep', 'an']);
  });

  it.each(['150.000đ', '500k', '1tr8', '2 triệu', '1.200.000 đồng'])('take %s for a sum of money', (sum) => {
    expect(phrases(`${sum} một tháng`)).toEqual(['sotien mot thang']);
  });

  it.each(['1', '1.', '1k1'])('are found soon in a text of %s alone', (digits) => {
    expect(cpuSeconds(() => phrases(digits.repeat(60_000)))).toBeLessThan(2);
  });

  it('are stressed at the beginning, and where somebody says what they want', () => {
    const long = 'một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba mười bốn mười lăm';
    const stressed = (text: string) => found(text).find(({ phrase }) => phrase === 'bep an')?.isStressed;
    expect([stressed('Bếp ăn bẩn'), stressed(`${long}. Bếp ăn bẩn`), stressed(`${long}. Đề nghị xem bếp ăn`)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('are compared with their marks, or without', () => {
    expect([phraseOf('Thu 100k', 'marked'), phraseOf('Bếp ăn', 'bare')]).toEqual(['thu sotien', 'bep an']);
    expect(phrasesIn('hoà', 'marked', () => false)).toEqual(phrasesIn('hòa', 'marked', () => false));
  });

  it('are listed with commas, over lines', () => {
    expect(listed('bếp\n  ăn,\n nhà bếp,')).toEqual(['bếp ăn', 'nhà bếp']);
  });
});
