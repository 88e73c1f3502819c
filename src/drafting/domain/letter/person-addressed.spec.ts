import { isAddressedByName, personAddressed, personNamed, titleAddressed } from './person-addressed.js';

describe('a person to whom a letter is addressed', () => {
  it.each([
    ['with their address', 'Nguyễn Văn An', 'số 5 Lạch Tray', 'Ông/Bà Nguyễn Văn An, địa chỉ: số 5 Lạch Tray'],
    ['by name alone, where the reply is fetched', 'Nguyễn Văn An', '', 'Ông/Bà Nguyễn Văn An'],
    ['by the title that was written', 'Bà Trần Thị Bình', 'số 7 Cầu Đất', 'Bà Trần Thị Bình, địa chỉ: số 7 Cầu Đất'],
    ['without a title, being an organisation', 'Hội cha mẹ học sinh', '', 'Hội cha mẹ học sinh'],
  ])('is addressed %s', (_rule, name, address, words) => {
    expect(personAddressed(name, { address })).toBe(words);
  });

  it('has no title for the beginning of a name', () => {
    expect(personNamed('Ôn Bá Hưng')).toBe('Ông/Bà Ôn Bá Hưng');
    expect(personNamed('ông Lê Văn Cường')).toBe('ông Lê Văn Cường');
    expect(['Đoàn Thị Hương', 'ĐOÀN VĂN HẬU', 'Ban Văn Sửu'].filter((name) => personNamed(name) === name)).toEqual([]);
    expect(personNamed('Đoàn thanh niên phường Kiến An')).toBe('Đoàn thanh niên phường Kiến An');
  });

  it.each([
    ['Ông/Bà Nguyễn Văn An', true],
    ['Hội cha mẹ học sinh, địa chỉ: số 5 Lạch Tray', true],
    ['Tổ chức, cá nhân có phản ánh số PAKN.20260318.0001', false],
    ['Tổng đài 1022 thành phố Hải Phòng', false],
  ])('stands there by name in “%s”: %s', (line, expected) => {
    expect(isAddressedByName(line)).toBe(expected);
  });

  it.each([
    ['Hội cha mẹ học sinh lớp 5A', ['Hội cha mẹ học sinh lớp 5A'], true],
    ['Nguyễn Văn An (để biết)', ['NGUYỄN VĂN  AN'], true],
    ['Trường THPT An Dương', ['An Dươn', '', ' '], false],
  ])('stands there by the name that is known, in “%s” of %j: %s', (line, senders, expected) => {
    expect(isAddressedByName(line, senders)).toBe(expected);
  });

  it.each([
    [['Ông/Bà Nguyễn Văn An, địa chỉ: số 5'], 'Ông/Bà'],
    [['Tổng đài 1022', 'bà Trần Thị Bình'], 'Bà'],
    [['Hội cha mẹ học sinh, địa chỉ: số 5'], null],
    [['Tổ chức, cá nhân có phản ánh số 1'], null],
  ])('is called in the text by the title of %j', (lines, title) => {
    expect(titleAddressed(lines)).toBe(title);
  });
});
