import { civilDate } from '../../kernel/civil-date.js';
import { digestLetter, hasWords, type DigestFacts } from './digest.js';

const FACTS: DigestFacts = {
  day: civilDate('2026-03-18'),
  reader: 'Vũ Đức Thắng',
  appUrl: 'https://hoi-am.example',
  parts: [
    {
      heading: 'Quá hạn',
      total: 3,
      lines: [
        { code: 'PAKN.20260311.0008', words: 'Phòng A & B <GDTrH>, hạn 17:30 ngày 17/03/2026', path: '/phieu/8' },
        { code: 'PAKN.20260311.0009', words: 'hạn 17:30 ngày 17/03/2026', path: '/phieu/9' },
      ],
    },
    { heading: 'Đến hạn hôm nay', total: 0, lines: [] },
  ],
  unread: 2,
};

describe('the mail of a day', () => {
  const { subject, text, html } = digestLetter(FACTS);

  it('says in its subject how much there is', () => {
    expect(subject).toBe('Việc ngày 18/03/2026: 3 quá hạn, 2 thông báo chưa đọc');
  });

  it('says the same in plain text and in HTML, and how many it leaves out', () => {
    expect(text).toContain(
      'Quá hạn (3)\n- PAKN.20260311.0008: Phòng A & B <GDTrH>, hạn 17:30 ngày 17/03/2026\n  https://hoi-am.example/phieu/8',
    );
    expect(text).toContain('- và 1 việc nữa');
    expect(html).toContain('<a href="https://hoi-am.example/phieu/8">PAKN.20260311.0008</a>');
    expect(html).toContain('<li>và 1 việc nữa</li>');
    expect(html).toContain('<a href="https://hoi-am.example/thong-bao">Thông báo chưa đọc: 2</a>');
  });

  it('leaves out what is empty', () => {
    expect(text).not.toContain('Đến hạn hôm nay');
    expect(html).not.toContain('Đến hạn hôm nay');
  });

  it('lets no name become markup', () => {
    expect(html).toContain('Phòng A &amp; B &lt;GDTrH&gt;');
  });

  it('has nothing to say when nothing waits and nothing is unread', () => {
    expect(hasWords({ parts: [{ heading: 'Quá hạn', total: 0, lines: [] }], unread: 0 })).toBe(false);
    expect(hasWords(FACTS)).toBe(true);
  });
});
