import { withoutPeople } from './find-private.js';
import { NOBODY_KNOWN, type KnownPerson } from './known-person.js';

const KHAI: KnownPerson = {
  name: 'Bùi Văn Khải',
  phone: '0900 000 142',
  email: 'khai.bv@example.com',
  address: 'Số 142 đường Lạch Tray, phường Gia Viên',
};

describe('rule 21: a person who is known leaves a text', () => {
  it.each([
    ['by the whole name', 'do Bùi Văn Khải viết', 'do [tên người] viết'],
    ['by the name without its surname', 'Văn Khải gửi', '[tên người] gửi'],
    ['by the given name alone', 'gia đình Khải rất lo', 'gia đình [tên người] rất lo'],
    ['by the given name that begins a sentence', 'Đã gọi. Khải không nghe.', 'Đã gọi. [tên người] không nghe.'],
    ['by the name in capitals', 'ĐƠN CỦA BÙI VĂN KHẢI', 'ĐƠN CỦA [tên người]'],
    ['by the name without marks', 'nguoi viet bui van khai', 'nguoi viet [tên người]'],
    ['by the name in NFD', 'do Bùi Văn Khải viết'.normalize('NFD'), 'do [tên người] viết'],
    ['by the end of the telephone number', 'số có đuôi 000142', 'số có đuôi [số điện thoại]'],
    ['by the number as +84', 'máy +84900000142', 'máy [số điện thoại]'],
    ['by the part of the e-mail before @', 'tài khoản khai.bv của tôi', 'tài khoản [thư điện tử] của tôi'],
    ['by the house', 'ngay 142 Lạch Tray', 'ngay [địa chỉ]'],
    ['by the house with its words', 'Số 142 đường Lạch Tray', '[địa chỉ]'],
  ])('rule 21: %s', (_how, text, without) => {
    expect(withoutPeople(text, KHAI)).toBe(without);
  });

  it.each([
    ['a school that bears the given name', 'Trường THCS Khải Hoàn'],
    ['a word that begins a sentence', 'Khải hoàn trở về.'],
    ['the ward', 'phường Gia Viên, quận Ngô Quyền'],
    ['the street without the house', 'đường Lạch Tray ngập'],
    ['three figures', 'có 142 học sinh'],
  ])('rule 21: but not %s', (_what, text) => {
    expect(withoutPeople(text, KHAI)).toBe(text);
  });

  it('takes a name for a name where the person is one', () => {
    expect(withoutPeople('hoa hồng y moan êban', { ...NOBODY_KNOWN, name: 'y moan êban' })).toBe(
      'hoa hồng [tên người]',
    );
  });

  it('knows that words for anybody are no name', () => {
    expect(withoutPeople('Phụ huynh lo lắng', { ...NOBODY_KNOWN, name: 'Phụ huynh' })).toBe('Phụ huynh lo lắng');
  });

  it('leaves the text alone where nothing is known', () => {
    expect(withoutPeople('Trường thu 450.000 đồng.', NOBODY_KNOWN)).toBe('Trường thu 450.000 đồng.');
  });
});
