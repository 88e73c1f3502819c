import { typedCredentials } from './typed-credentials.js';

describe('what is given at the door', () => {
  it.each([
    ['is an account and its password', 'ngoc', 'mật khẩu', { username: 'ngoc', password: 'mật khẩu' }],
    ['has no blanks around the name', ' ngoc\u00a0', 'x', { username: 'ngoc', password: 'x' }],
    ['is a name in NFC', 'ngọc'.normalize('NFD'), 'x', { username: 'ngọc', password: 'x' }],
    [
      'keeps a password as it was typed',
      'ngoc',
      ' ậ '.normalize('NFD'),
      { username: 'ngoc', password: ' ậ '.normalize('NFD') },
    ],
    ['may hold signs of a filter', 'le(van)*\\an', 'x', { username: 'le(van)*\\an', password: 'x' }],
    ['may have a password of 256 signs', 'ngoc', 'ư'.repeat(256), { username: 'ngoc', password: 'ư'.repeat(256) }],
  ])('%s', (_rule, username, password, expected) => {
    expect(typedCredentials(username, password)).toEqual(expected);
  });

  it.each([
    ['an empty password', 'ngoc', ''],
    ['a blank password', 'ngoc', ' \u00a0\t'],
    ['a password with NUL', 'ngoc', 'x\0'],
    ['a password of 257 signs', 'ngoc', 'x'.repeat(257)],
    ['an empty name', '', 'x'],
    ['a blank name', ' ', 'x'],
    ['a name with NUL', 'ngoc\0', 'x'],
    ['a name with a line break', 'ngoc\nquantri', 'x'],
    ['a name with a sign that is not seen', 'ngoc\u200b', 'x'],
    ['half of a surrogate pair', 'ngoc\ud835', 'x'],
    ['a name of 10,000 signs', 'n'.repeat(10_000), 'x'],
    ['a list of names', ['ngoc'], 'x'],
    ['an object for a password', 'ngoc', { $ne: '' }],
    ['nothing', undefined, undefined],
  ])('is not %s', (_rule, username, password) => {
    expect(typedCredentials(username, password)).toBeNull();
  });
});
