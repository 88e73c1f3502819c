import { personAddressed, personNamed } from './writing-person.js';

describe('a person who wrote', () => {
  it.each([
    ['with their address', 'Nguyễn Văn An', 'số 5 Lạch Tray', 'Ông/Bà Nguyễn Văn An, địa chỉ: số 5 Lạch Tray'],
    ['by name alone, where the reply is fetched', 'Nguyễn Văn An', '', 'Ông/Bà Nguyễn Văn An'],
    ['by the title that was written', 'Bà Trần Thị Bình', 'số 7 Cầu Đất', 'Bà Trần Thị Bình, địa chỉ: số 7 Cầu Đất'],
  ])('is addressed %s', (_rule, name, address, words) => {
    expect(personAddressed(name, { wroteBy: 'post', address })).toBe(words);
  });

  it('has no title for the beginning of a name', () => {
    expect(personNamed('Ôn Bá Hưng')).toBe('Ông/Bà Ôn Bá Hưng');
    expect(personNamed('ông Lê Văn Cường')).toBe('ông Lê Văn Cường');
  });
});
