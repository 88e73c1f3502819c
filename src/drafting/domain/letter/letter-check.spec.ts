import {
  checkLetter,
  LETTER_RULES,
  mendLetter,
  rulesKept,
  type LetterFields,
  type LetterRule,
} from './letter-check.js';
import { cpuSeconds } from '../../../../test/support/cpu-seconds.js';

const good: LetterFields = {
  ky_hieu: 'SGDĐT-GDTrH',
  trich_yeu: 'trả lời kiến nghị về thu tiền học thêm tại Trường THPT Núi Voi',
  loi_ket: 'Trân trọng cảm ơn tổ chức, cá nhân đã gửi kiến nghị./.',
  noi_nhan: ['Như trên', 'Giám đốc Sở (để b/c)', 'Lưu: VT, GDTrH.'],
  tham_quyen_ky: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  nguoi_ky: 'Đỗ Quốc Khánh',
};

describe('the form of a letter', () => {
  it('finds nothing in a good one', () => {
    expect(checkLetter(good)).toEqual([]);
    expect(rulesKept(good)).toHaveLength(LETTER_RULES.length);
  });

  it.each<[LetterRule, string, Partial<LetterFields>]>([
    ['symbol-form', 'spaces in the symbol', { ky_hieu: 'SGDĐT - GDTrH' }],
    ['abstract-length', 'an abstract of 501 signs', { trich_yeu: 'a'.repeat(501) }],
    ['abstract-form', 'V/v typed twice', { trich_yeu: 'V/v trả lời kiến nghị' }],
    ['abstract-form', 'a full stop after the abstract', { trich_yeu: 'trả lời kiến nghị.' }],
    ['closing-mark', 'a full stop alone at the end', { loi_ket: 'Trân trọng cảm ơn.' }],
    ['filing-line', 'no line that says who keeps the copy', { noi_nhan: ['Như trên.'] }],
    ['filing-full-stop', 'the last recipient without a full stop', { noi_nhan: ['Như trên', 'Lưu: VT, GDTrH'] }],
    ['authority-form', 'a deputy without the own position', { tham_quyen_ky: ['KT. GIÁM ĐỐC'] }],
    ['signer-without-title', 'a degree before the name', { nguoi_ky: 'TS. Đỗ Quốc Khánh' }],
    ['signer-without-title', 'an address before the name', { nguoi_ky: 'Ông Đỗ Quốc Khánh' }],
  ])('%s: %s', (rule, _mistake, mistake) => {
    const letter = { ...good, ...mistake };
    const findings = checkLetter(letter);
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(findings[0]?.field).toBe(Object.keys(mistake)[0]);

    if (findings[0]?.mend !== undefined) expect(checkLetter({ ...letter, ...mendLetter(letter, rule) })).toEqual([]);
    else expect(mendLetter(letter, rule)).toEqual({});
  });

  it.each<[string, string, boolean, boolean]>([
    ['no title, as a rule', 'TS. Đỗ Quốc Khánh', false, false],
    ['a title where the agency allows it', 'TS. Đỗ Quốc Khánh', true, true],
    ['no word of address even there', 'Ông Đỗ Quốc Khánh', true, false],
  ])('rule 39: %s', (_rule, nguoi_ky, titlesAllowed, isKept) => {
    const rules = checkLetter({ ...good, nguoi_ky }, { titlesAllowed }).map(({ rule }) => rule);
    expect(rules).toEqual(isKept ? [] : ['signer-without-title']);
  });

  it('offers no correction of what is not written', () => {
    for (const empty of [{ loi_ket: ' ' }, { noi_nhan: [] }]) {
      const letter = { ...good, ...empty };
      const rules = checkLetter(letter);
      expect(rules.length).toBeGreaterThan(0);
      expect(rules.filter(({ mend }) => mend !== undefined)).toEqual([]);
      for (const { rule } of rules) expect({ ...letter, ...mendLetter(letter, rule) }).toEqual(letter);
    }
  });

  it('is checked and mended at once, however many blanks stand in it', () => {
    const long = `a${' '.repeat(200_000)}b`;
    const letter = { ...good, trich_yeu: long, loi_ket: long, noi_nhan: [long] };
    expect(cpuSeconds(() => checkLetter(letter))).toBeLessThan(2);
  });

  it('mends no more than is wrong', () => {
    expect(mendLetter({ ...good, loi_ket: 'Trân trọng cảm ơn.' }, 'closing-mark')).toEqual({
      loi_ket: 'Trân trọng cảm ơn./.',
    });
    expect(mendLetter({ ...good, nguoi_ky: 'PGS. TS. Đỗ Quốc Khánh' }, 'signer-without-title')).toEqual({
      nguoi_ky: 'Đỗ Quốc Khánh',
    });
    expect(mendLetter({ ...good, noi_nhan: ['Như trên', 'Lưu: VT;'] }, 'filing-full-stop')).toEqual({
      noi_nhan: ['Như trên', 'Lưu: VT.'],
    });
  });
});
