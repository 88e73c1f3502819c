import { civilDate } from '../../../kernel/civil-date.js';
import type { ListCell } from '../../../organisation/domain/list-cells.js';
import { TAKE_OVER_COLUMNS, type TakeOverField } from './take-over-columns.js';
import { MAX_MISSING, readTakenOver, type TakeOverReading } from './take-over-rows.js';
import type { TakenOverBook } from './taken-over.js';
import { voidReasonIn, writtenCode, writtenSubject } from './written-line.js';

type Cells = Partial<Record<TakeOverField, ListCell>>;

const SOUND: Readonly<Record<TakenOverBook, Cells>> = {
  outgoing: { code: '05/SGDĐT-VP', issuedDate: '08/01/2026', subject: 'Công văn: trả lời', recipients: 'A; B' },
  incoming: {
    arrivalDate: '08/01/2026',
    arrivalNumber: '12',
    senderName: 'UBND phường Kiến An',
    code: '15/UBND',
    issuedDate: '30/12/2025',
    subject: 'Công văn: phối hợp',
  },
};

function read(book: TakenOverBook, ...rows: readonly Cells[]): TakeOverReading {
  const columns = TAKE_OVER_COLUMNS[book];
  const table = rows.map((row) => columns.map(({ field }): ListCell => ({ ...SOUND[book], ...row })[field] ?? ''));
  const surroundings = { book, year: 2026, today: civilDate('2026-06-15') };
  return readTakenOver([columns.map(({ heading }) => heading), ...table], surroundings);
}

function registerOf(book: TakenOverBook, ...rows: readonly Cells[]) {
  const reading = read(book, ...rows);
  if (!reading.ok) throw new Error(reading.flaw);
  return reading;
}

describe('a register that is taken over', () => {
  it('is read with its numbers in order, whatever the order of its rows', () => {
    const { rows, first, last, missing, flaw } = registerOf(
      'outgoing',
      { code: '7 / SGDĐT-GDTrH', issuedDate: '10/01/2026' },
      { code: '05/SGDĐT-VP', sentOn: '09/01/2026', copies: '03', receipt: 'Bưu tá', note: 'gửi bưu điện' },
    );
    expect({ first, last, missing, flaw }).toEqual({ first: 5, last: 7, missing: [6], flaw: null });
    expect(rows.map(({ number, notation, row }) => [number, notation, row])).toEqual([
      [5, 'SGDĐT-VP', 3],
      [7, 'SGDĐT-GDTrH', 2],
    ]);
    expect(rows[0]).toMatchObject({
      sentOn: '2026-01-09',
      copies: '03',
      receipt: 'Bưu tá',
      note: 'gửi bưu điện',
      flaws: [],
      typeName: 'Công văn',
      subject: 'trả lời',
      recipients: ['A', 'B'],
      voidReason: null,
    });
  });

  it('takes days and numbers as a spreadsheet keeps them', () => {
    const { rows } = registerOf('incoming', {
      arrivalDate: { wallClock: new Date('2026-01-08T00:00:00Z') },
      arrivalNumber: { number: '12' },
    });
    expect(rows[0]).toMatchObject({ number: 12, enteredOn: '2026-01-08', issuedDate: '2025-12-30', flaws: [] });
  });

  it.each<[string, TakenOverBook, readonly Cells[], string]>([
    ['a number twice', 'outgoing', [{}, {}], 'Số, ký hiệu văn bản: số 5 trùng với dòng 2.'],
    ['an arrival number twice', 'incoming', [{}, {}], 'Số đến: số 12 trùng với dòng 2.'],
    [
      'another year',
      'outgoing',
      [{}, { code: '06/SGDĐT-VP', issuedDate: '31/12/2025' }],
      'Ngày tháng văn bản: thuộc năm 2025; chỉ tiếp quản sổ năm 2026.',
    ],
    [
      'an arrival in another year',
      'incoming',
      [{}, { arrivalNumber: '13', arrivalDate: '02/01/2027' }],
      'Ngày đến: thuộc năm 2027; chỉ tiếp quản sổ năm 2026.',
    ],
    [
      'a day that is still to come',
      'outgoing',
      [{}, { code: '6', issuedDate: '16/06/2026' }],
      'Ngày tháng văn bản: sau hôm nay.',
    ],
    [
      'a day that is none',
      'outgoing',
      [{}, { code: '6', issuedDate: '31/02/2026' }],
      'Ngày tháng văn bản: “31/02/2026” không phải ngày; ghi như 01/07/2025.',
    ],
    [
      'no number',
      'outgoing',
      [{}, { code: 'SGDĐT-VP' }],
      'Số, ký hiệu văn bản: “SGDĐT-VP” không phải số và ký hiệu như 05/SGDĐT-VP.',
    ],
    [
      'nothing that it is about',
      'outgoing',
      [{}, { code: '6', subject: '' }],
      'Tên loại và trích yếu nội dung văn bản: để trống; ghi trích yếu.',
    ],
    ['no author', 'incoming', [{}, { arrivalNumber: '13', senderName: '' }], 'Tác giả: để trống; ghi tác giả.'],
    [
      'more than there is room for',
      'outgoing',
      [{}, { code: '6', subject: 'x'.repeat(501) }],
      'Tên loại và trích yếu nội dung văn bản: dài quá 500 ký tự.',
    ],
  ])('names a row with %s', (_what, book, rows, flaw) => {
    const named = registerOf(book, ...rows).rows.flatMap(({ row, flaws }) => flaws.map((one) => [row, one]));
    expect(named).toEqual([[3, flaw]]);
  });

  it('names one agency’s number that came twice, and takes it all the same', () => {
    const { rows } = registerOf(
      'incoming',
      {},
      { arrivalNumber: '13' },
      { arrivalNumber: '14', senderName: 'UBND phường Lê Chân' },
    );
    expect(rows.map(({ flaws, doubts }) => [...flaws, ...doubts])).toEqual([
      [],
      ['Cùng tác giả, số và ký hiệu với dòng 2.'],
      [],
    ]);
  });

  it('is not the whole register where too many numbers are missing', () => {
    const { flaw } = registerOf('outgoing', {}, { code: `${6 + MAX_MISSING + 1}` });
    expect(flaw).toContain('Tệp thiếu hơn 300 số');
  });

  it.each([
    ['a column', [['Số', 'Ngày']], 'chưa thấy cột: Số, ký hiệu văn bản; Ngày tháng văn bản'],
    ['any line', [TAKE_OVER_COLUMNS.outgoing.map(({ heading }) => heading)], 'không có văn bản nào'],
  ])('is refused without %s', (_what, table, words) => {
    const reading = readTakenOver(table, { book: 'outgoing', year: 2026, today: civilDate('2026-06-15') });
    expect(reading.ok ? '' : reading.flaw).toContain(words);
  });
});

describe('a line of another register', () => {
  it.each([
    ['05/SGDĐT-VP', { number: 5, notation: 'SGDĐT-VP' }],
    ['412 / SGDĐT - VP', { number: 412, notation: 'SGDĐT - VP' }],
    ['17', { number: 17, notation: '' }],
    ['SGDĐT-VP', null],
    ['', null],
  ])('has number and symbol: %s', (text, code) => expect(writtenCode(text)).toEqual(code));

  it.each([
    ['Công văn: về lịch thi', 'Công văn', 'về lịch thi'],
    ['Công văn về lịch thi', 'Công văn', 'về lịch thi'],
    ['QUYẾT ĐỊNH thành lập đoàn kiểm tra', 'Quyết định', 'thành lập đoàn kiểm tra'],
    ['V/v báo cáo: lần 2', 'Văn bản', 'V/v báo cáo: lần 2'],
    ['Đơn vị phối hợp', 'Văn bản', 'Đơn vị phối hợp'],
  ])('has a kind and what it is about: %s', (text, typeName, subject) => {
    expect(writtenSubject(text)).toEqual({ typeName, subject });
  });

  it.each([
    ['Hủy: ghi nhầm nơi nhận', 'ghi nhầm nơi nhận'],
    ['Số hủy', 'sổ tiếp quản ghi hủy, không ghi lý do'],
    ['Huỷ do in sai', 'do in sai'],
    ['Đã hủy số (trùng)', 'trùng'],
    ['Hủy bỏ công văn 12', null],
    ['gửi bưu điện', null],
    ['', null],
  ])('says that its number was voided, or does not: %s', (note, reason) => expect(voidReasonIn(note)).toBe(reason));
});
