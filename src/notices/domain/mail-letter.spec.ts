import { listLetter, messageIdOf } from './mail-letter.js';

describe('a mail', () => {
  it.each([
    ['of a person and a day', ['viec', '2026-03-18', 'ngoc'], '<viec.2026-03-18.ngoc@hoi-am.example>'],
    ['of an id with signs that a Message-ID cannot hold', ['viec', 'a@b c'], '<viec.a_b_c@hoi-am.example>'],
  ])('is named by what it is: %s', (_what, name, expected) => {
    expect(messageIdOf('https://hoi-am.example:8443/', ...name)).toBe(expected);
  });

  it('ends with its closing words, whether it lists something or not', () => {
    const { text, html } = listLetter({
      subject: 'Phiếu đang mở',
      reader: 'Vũ Đức Thắng',
      appUrl: 'https://hoi-am.example',
      parts: [],
      closing: 'Thư gửi mỗi tuần.',
    });
    expect(text).toBe('Kính gửi Vũ Đức Thắng,\n\nThư gửi mỗi tuần.\n');
    expect(html).toContain('<title>Phiếu đang mở</title>');
    expect(html).toContain('<p>Thư gửi mỗi tuần.</p>');
  });
});
