import { civilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { replyWords } from './incoming-note.js';
import {
  INCOMING_COLUMNS,
  OUTGOING_COLUMNS,
  PAPER_WIDTH,
  TRACKING_COLUMNS,
  type IncomingRow,
  type OutgoingRow,
} from './register-columns.js';
import { spanWithin, spanWords } from './register-span.js';

const LETTER: OutgoingRow = {
  receipt: 'Gửi qua bưu điện 11/03/2026, RR1',
  sentByHandOn: null,
  copies: null,
  id: 'a',
  year: 2026,
  number: 7,
  notation: 'SGDĐT-VP',
  issuedDate: civilDate('2026-03-05'),
  typeName: 'Công văn',
  subject: 'trả lời kiến nghị',
  signerName: 'Hoàng Thị Minh Nguyệt',
  keeper: 'VT, VP',
  recipients: ['Tổng đài 1022', 'Thanh tra'],
  state: 'released',
  replyToId: null,
  signatureRequestId: 'b',
  reservedAt: null,
  sealedSha256: null,
  releasedAt: new Date('2026-03-09T18:30:00Z'),
  voidReason: null,
  ...{
    recalledAt: null,
    recallReason: null,
    amendment: null,
    amendsId: null,
    takenOver: null,
    givenBy: null,
    links: { amends: null, amendedBy: [] },
  },
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

  it('say how many copies each receiver gets, where the registry entered them', () => {
    expect(textsOf({ ...LETTER, copies: [2, 1] }).slice(4, 7)).toEqual([
      ...['Tổng đài 1022 (02 bản); Thanh tra', 'VT, VP', '03'],
    ]);
  });

  it('say of a letter what the register holds, with as many copies as have an addressee', () => {
    expect(textsOf(LETTER)).toEqual([
      ...['07/SGDĐT-VP', '05/03/2026', 'Công văn: trả lời kiến nghị', 'Hoàng Thị Minh Nguyệt'],
      ...['Tổng đài 1022; Thanh tra', 'VT, VP', '02', '10/03/2026', 'Gửi qua bưu điện 11/03/2026, RR1', ''],
    ]);
  });

  it('say of a voided number why, and no copies', () => {
    const voided = { ...LETTER, state: 'voided' as const, releasedAt: null, receipt: null, voidReason: 'ký nhầm bản' };
    expect(textsOf(voided).slice(6)).toEqual(['', '', '', 'Số hủy: ký nhầm bản']);
  });
});

const ARRIVAL: IncomingRow = {
  year: 2026,
  arrivalNumber: 17,
  arrivalDate: civilDate('2026-03-05'),
  senderCode: '000.00.22.H24',
  senderName: 'Tổng đài 1022',
  code: '78/TĐ1022',
  issuedDate: civilDate('2026-03-03'),
  typeName: 'Kiến nghị',
  subject: 'thu tiền học thêm',
  priority: 0,
  documentId: '000.00.22.H24,2026/03/03,78/TĐ1022',
  messageId: 'tin-1',
  queuedAt: new Date('2026-03-04T02:00:00Z'),
  amendment: null,
  amendsId: null,
  takenBackAt: null,
  takenOver: null,
  givenBy: null,
  handler: 'Phòng GDTrH',
  routedOn: civilDate('2026-03-06'),
  receipt: 'Lê Thị Ngọc, 09/03/2026',
  dueDate: civilDate('2026-03-20'),
  outcome: 'letter',
  outcomeOn: civilDate('2026-03-12'),
  amends: null,
  same: [],
};

describe('the incoming register, with another day in every column', () => {
  const cells = (row: IncomingRow): readonly string[] => INCOMING_COLUMNS.map(({ text }) => text(row));

  it('says when a document came, was written, handed on, signed for and answered, and no name for programs', () => {
    expect(cells(ARRIVAL)).toEqual([
      ...['05/03/2026', '17', 'Tổng đài 1022', '78/TĐ1022', '03/03/2026', 'Kiến nghị: thu tiền học thêm'],
      ...['Phòng GDTrH', '06/03/2026', 'Lê Thị Ngọc, 09/03/2026', 'Trả lời ngày 12/03/2026'],
    ]);
  });

  it.each<[string, Partial<IncomingRow>, string]>([
    ['is empty while nothing is to be said', { outcome: null, outcomeOn: null }, ''],
    ['says how it ended without a letter', { outcome: 'returned' }, 'Chuyển trả ngày 12/03/2026'],
    [
      'names what it replaces, and what its sender took back',
      { amendment: 'replacement', amends: 12, takenBackAt: new Date('2026-03-10T02:00:00Z'), outcome: null },
      'Thay thế văn bản đến số 12; Nơi gửi lấy lại ngày 10/03/2026',
    ],
    ['names others with the same number', { same: [3, 5], outcome: null }, 'Trùng số, ký hiệu với văn bản đến số 3, 5'],
  ])('has a note that %s', (_what, change, note) => {
    expect(cells({ ...ARRIVAL, ...change }).at(-1)).toBe(note);
  });

  it('leaves to the other register how far its documents are', () => {
    const takenOver = { source: 'sổ giấy 2026', row: 7, sentOn: null, receipt: null, copies: null, note: null };
    const incoming = { ...ARRIVAL, takenOver, outcome: null, outcomeOn: null };
    expect(cells(incoming).at(-1)).toBe('Tiếp quản từ sổ giấy 2026');
    expect(TRACKING_COLUMNS[4]?.text({ incoming, reply: '', joinedTo: null })).toBe('Theo sổ cũ');
  });

  it('leaves days empty that did not come', () => {
    const row = { ...ARRIVAL, handler: null, routedOn: null, receipt: null, outcome: null, outcomeOn: null };
    expect(cells(row).slice(6)).toEqual(['', '', '', '']);
  });

  it('is followed in the tracking register, with the days of the deadline, the end and the answer', () => {
    const pair = { incoming: ARRIVAL, reply: replyWords('513/SGDĐT-VP', civilDate('2026-03-11')), joinedTo: null };
    expect(TRACKING_COLUMNS.map(({ text }) => text(pair)).slice(2)).toEqual([
      ...['Phòng GDTrH', '20/03/2026', 'Đã trả lời, 12/03/2026', '513/SGDĐT-VP, 11/03/2026', ''],
    ]);
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
