import { addresseeForm, filingLine, recipientLines, receiversNamed } from './addressees.js';
import { cpuSeconds } from '../../../../test/support/cpu-seconds.js';

describe('Kính gửi', () => {
  it('rule 37: puts one addressee on the same line', () => {
    expect(addresseeForm(['Bà Vũ Thị Hạnh.'])).toEqual({ kind: 'inline', name: 'Bà Vũ Thị Hạnh' });
  });

  it('rule 37: lists several, with semicolons and a final full stop, whatever was typed', () => {
    expect(addresseeForm(['- Tổng đài 1022;', 'Trường THPT Núi Voi'])).toEqual({
      kind: 'list',
      lines: ['Tổng đài 1022;', 'Trường THPT Núi Voi.'],
    });
  });

  it('does not let a letter go to nobody', () => {
    expect(() => addresseeForm([])).toThrow(RangeError);
  });
});

describe('Nơi nhận', () => {
  it('closes each line but the last, which a clerk answers for', () => {
    expect(recipientLines(['Như trên', 'Giám đốc Sở (để b/c);', 'Lưu: VT, GDTrH'])).toEqual([
      'Như trên;',
      'Giám đốc Sở (để b/c);',
      'Lưu: VT, GDTrH',
    ]);
  });

  it('ends with who keeps the copy', () => {
    expect(filingLine('GDTrH')).toBe('Lưu: VT, GDTrH.');
    expect(filingLine()).toBe('Lưu: VT.');
  });

  it('names a person in the register without where they live', () => {
    const letter = { kinh_gui: ['Ông/Bà Nguyễn Văn An, địa chỉ: số 5 Lạch Tray, Hải Phòng'], noi_nhan: ['Như trên'] };
    expect(receiversNamed(letter)).toEqual(['Ông/Bà Nguyễn Văn An']);
    expect(receiversNamed({ ...letter, kinh_gui: ['Sở Nội vụ'] })).toEqual(['Sở Nội vụ']);
  });

  it.each([
    'Ông/Bà Nguyễn Văn An, địa chỉ: số 5 Lạch Tray, Hải Phòng;',
    'Ông/Bà Nguyễn Văn An, địa chỉ: số 5 Lạch Tray (ngõ 12), Hải Phòng (để biết);',
    '- Ông/Bà Nguyễn Văn An , Địa chỉ : số 5 Lạch Tray',
  ])('names them so, too, where they stand under Nơi nhận alone: %s', (line) => {
    const noi_nhan = [line, 'Sở Nội vụ (để p/h);', 'Lưu: VT, GDTrH.'];
    expect(receiversNamed({ kinh_gui: [], noi_nhan })).toEqual(['Ông/Bà Nguyễn Văn An', 'Sở Nội vụ']);
  });
});

it('recipients are read at once, however many blanks stand inside a line', () => {
  const line = `Sở Nội vụ (để p/h)${' '.repeat(50_000)}b`;
  expect(cpuSeconds(() => recipientLines([line, 'Lưu: VT.']))).toBeLessThan(1);
  expect(cpuSeconds(() => receiversNamed({ kinh_gui: [], noi_nhan: [line] }))).toBeLessThan(1);
});
