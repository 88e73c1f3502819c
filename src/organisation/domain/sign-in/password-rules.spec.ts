import { passwordFlaw } from './password-rules.js';

const NAMES = ['quantri', 'Lê Văn An', 'Nguyễn Thị Hồng Ngọc'];

describe('the rules of passwords', () => {
  it.each([
    ['a sentence', 'mật khẩu thử 2026'],
    ['many signs', 'x7#Pq!m2Zw@9Lk'],
    ['a sentence with the name in it', 'quantri thích uống trà sen buổi sáng'],
    ['twelve signs of any script', 'đ ẫ ề ộ ữ ỵ '],
    ['sixty-four signs', 'ab cd ef gh '.repeat(5) + 'wxyz'],
  ])('welcome %s', (_rule, password) => {
    expect(passwordFlaw(password, NAMES)).toBeNull();
  });

  it.each([
    ['eleven signs', 'x7#Pq!m2Zw@', 'từ 12 ký tự, hiện có 11'],
    ['eleven signs of which each takes several bytes', '😀😁😂🤣😃😄😅😆😉😊😋', 'hiện có 11'],
    ['more than anybody types', 'ab1'.repeat(100), 'dài quá'],
    ['what everybody takes', 'Password1234', 'nhiều người dùng'],
    ['what everybody takes, with marks of Vietnamese', 'Hải-Phòng-2026', 'nhiều người dùng'],
    ['the same again and again', 'abababababab', 'lặp lại'],
    ['keys in a row', 'qwertyuiop[]asdfgh', 'bàn phím'],
    ['digits in a row', '0123456789012', 'bàn phím'],
    ['the name of the account', 'quantri-2026', 'tên tài khoản'],
    ['the name of the person', 'nguyenthihongngoc90', 'họ tên'],
  ])('refuse %s', (_rule, password, words) => {
    expect(passwordFlaw(password, NAMES)).toContain(words);
  });

  it('ask for as many signs as the settings say', () => {
    expect(passwordFlaw('x7#Pq!m2Zw@9L', NAMES, 14)).toContain('từ 14 ký tự, hiện có 13');
    expect(passwordFlaw('x7#Pq!m2Zw@9Lk', NAMES, 14)).toBeNull();
  });
});
