import { answerPageLetter } from './answer-page-letter.js';

describe('the mail with an answer page', () => {
  const letter = answerPageLetter({
    agency: 'Sở Giáo dục và Đào tạo thành phố Hải Phòng',
    unitName: 'Trường Tiểu học "Sao Mai" & bạn',
    code: 'PAKN.20260312.0042',
    dueAt: new Date('2026-03-20T10:30:00Z'),
    address: 'https://hoi-am.example/tra-loi/abc',
  });

  it('says who asks, by when, where, and how one makes sure of it', () => {
    expect(letter.subject).toBe('Đề nghị trả lời việc mã PAKN.20260312.0042 trước 17:30, thứ Sáu 20/03/2026');
    expect(letter.text).toContain('\n\nhttps://hoi-am.example/tra-loi/abc\n\n');
    expect(letter.text).toContain('gọi số điện thoại của Sở đã biết');
  });

  it('holds a name with marks of HTML as text', () => {
    expect(letter.html).toContain('Kính gửi Trường Tiểu học &quot;Sao Mai&quot; &amp; bạn,');
    expect(letter.html).toContain('<a href="https://hoi-am.example/tra-loi/abc">');
  });
});
