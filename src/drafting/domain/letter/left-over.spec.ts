import { leftOverIn } from './left-over.js';

const fieldsOf = (fields: object, paragraphs: readonly string[] | null = null): readonly string[] => {
  const head = { subject: null, symbol: null, addressees: [], recipients: [], authority: [], signer: null };
  const agency = { parent: '', letterhead: '', place: null };
  const reading = paragraphs === null ? null : { head, agency, paragraphs, findings: [] };
  return leftOverIn({ fields, reading }).map(({ field }) => field);
};

describe('what was left over in a letter', () => {
  it.each<[string, object, readonly string[] | null, readonly string[]]>([
    ['is found in its subject', { trich_yeu: 'thu tiền ở [lớp]' }, null, ['trich_yeu']],
    ['is found in a line of a list', { kinh_gui: ['Tổng đài 1022', '{ten}'] }, null, ['kinh_gui']],
    ['is found in every part', { ve_viec: '[a]', loi_ket: '«b»' }, null, ['ve_viec', 'loi_ket']],
    ['is found in a file of Word', { trich_yeu: 'thu tiền' }, ['Em [tên học sinh]'], ['file']],
    ['is not looked for in what a correction quotes', { noi_dung_sai: '([lớp])', van_ban_goc: '[lớp]' }, null, []],
    [
      'is not looked for in what a file of Word quotes',
      { noi_dung_sai: 'Thu ở ([lớp]).' },
      ['Đã in: Thu ở ([lớp]).', 'Nay là lớp 11A5.'],
      [],
    ],
    ['is not looked for in rows of the case', { phieu: [{ ve_viec: '[lớp]' }] }, null, []],
    ['is nothing in a finished letter', { trich_yeu: 'thu tiền (học thêm)', nam: '2026' }, null, []],
  ])('%s', (_rule, fields, paragraphs, expected) => {
    expect(fieldsOf(fields, paragraphs)).toEqual(expected);
  });
});
