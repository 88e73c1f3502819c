import { civilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import {
  INCOMING_COLUMNS,
  OUTGOING_COLUMNS,
  PAPER_WIDTH,
  TRACKING_COLUMNS,
  type OutgoingRow,
} from './register-columns.js';
import { spanWithin, spanWords } from './register-span.js';

const LETTER: OutgoingRow = {
  ...{ id: 'a', year: 2026, number: 7, notation: 'SGDĐT-VP', issuedDate: civilDate('2026-03-05') },
  ...{ typeName: 'Công văn', subject: 'trả lời kiến nghị', signerName: 'Hoàng Thị Minh Nguyệt', keeper: 'VT, VP' },
  ...{ recipients: ['Tổng đài 1022', 'Thanh tra'], state: 'released', replyToId: null, signatureRequestId: 'b' },
  ...{ reservedAt: null, sealedSha256: null, releasedAt: new Date('2026-03-05T02:00:00Z'), voidReason: null },
  ...{ recalledAt: null, recallReason: null, amendment: null, amendsId: null, links: { amends: null, amendedBy: [] } },
};

const textsOf = (letter: OutgoingRow): readonly string[] => OUTGOING_COLUMNS.map(({ text }) => text(letter));

describe('registers printable with the exact columns (rule 48)', () => {
  it.each([
    ['outgoing', OUTGOING_COLUMNS, 10],
    ['incoming', INCOMING_COLUMNS, 10],
    ['tracking', TRACKING_COLUMNS, 7],
  ])('%s has its legal number of columns, over the whole width of the paper', (_book, columns, count) => {
    expect(columns).toHaveLength(count);
    expect(columns.reduce((sum, { paper }) => sum + paper, 0)).toBe(PAPER_WIDTH);
  });

  it('say of a letter what the register holds, with as many copies as have an addressee', () => {
    expect(textsOf(LETTER)).toEqual([
      ...['07/SGDĐT-VP', '05/03/2026', 'Công văn: trả lời kiến nghị', 'Hoàng Thị Minh Nguyệt'],
      ...['Tổng đài 1022; Thanh tra', 'VT, VP', '02', '05/03/2026', '', ''],
    ]);
  });

  it('say of a voided number why, and no copies', () => {
    const voided = { ...LETTER, state: 'voided' as const, releasedAt: null, voidReason: 'ký nhầm bản' };
    expect(textsOf(voided).slice(6)).toEqual(['', '', '', 'Số hủy: ký nhầm bản']);
  });
});

describe('days of a register', () => {
  const days = (from: string | null, to: string | null) => ({
    from: from === null ? null : civilDate(from),
    to: to === null ? null : civilDate(to),
  });

  it('are the whole year where none is asked for', () => {
    expect(spanWords(spanWithin('outgoing', 2026, days(null, null)))).toBe('Năm 2026');
    expect(spanWords(spanWithin('outgoing', 2026, days('2026-01-01', '2026-03-31')))).toBe(
      'Từ ngày 01/01/2026 đến ngày 31/03/2026',
    );
  });

  it.each([
    ['lie in another year', '2025-12-31', null],
    ['are upside down', '2026-04-01', '2026-03-31'],
  ])('are refused where they %s', (_why, from, to) => {
    expect(() => spanWithin('incoming', 2026, days(from, to))).toThrow(DomainError);
  });
});
