import { POLICY_SETS } from '../../../law/index.js';
import { columnLetters, IMPORT_COLUMNS, readHeadings } from './import-columns.js';
import { readImportRows, type ImportCell, type ImportRow } from './import-rows.js';

const [policy] = POLICY_SETS;
if (policy === undefined) throw new Error('The app starts with a policy.');
const AROUND = {
  now: new Date('2026-03-18T02:00:00Z'),
  policy,
  units: [{ id: 'nui-voi', name: 'Trường THPT Núi Voi' }],
};

const HEADINGS = IMPORT_COLUMNS.map(({ heading }) => heading);
const ROW: Readonly<Record<string, ImportCell>> = {
  'Mã phản ánh': 'DT-7',
  Kênh: 'Đơn thư',
  'Thời điểm nhận': '17/03/2026 08:30',
  'Nội dung': 'Nhà trường thu tiền học thêm môn Toán mỗi tháng.',
  'Lĩnh vực': 'Thu chi, dạy thêm',
  'Điện thoại': '0900000142',
  'Họ và tên': 'Nguyễn Văn A',
};

function rowsOf(...changes: readonly Readonly<Record<string, ImportCell>>[]): readonly ImportRow[] {
  const body = changes.map((change) => HEADINGS.map((heading) => ({ ...ROW, ...change })[heading] ?? ''));
  const reading = readImportRows([HEADINGS, ...body], AROUND);
  if (!reading.ok) throw new Error(reading.flaw);
  return reading.rows;
}

describe('the headings of a file of feedback', () => {
  it('are known in any case, in NFD, and in any order', () => {
    const given = ['NỘI DUNG', 'kênh'.normalize('NFD'), 'Ghi chú', 'Thời điểm  nhận'];
    expect(readHeadings(given)).toEqual({ ok: true, fields: ['words', 'channel', null, 'receivedAt'] });
  });

  it.each([
    ['miss what every row needs', ['Kênh', 'Nội dung'], 'chưa thấy cột: Thời điểm nhận'],
    ['come twice', ['Kênh', 'Kenh', 'Nội dung', 'Thời điểm nhận'], 'Có hai cột “Kênh”'],
    ['are of another encoding', ['Kªnh', 'Néi dung'], 'chưa thấy cột: Kênh, Thời điểm nhận, Nội dung'],
  ])('are refused when they %s', (_rule, headings, flaw) => {
    expect(readHeadings(headings)).toEqual({ ok: false, flaw: expect.stringContaining(flaw) as string });
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
  ])('column %d is %s', (index, letters) => expect(columnLetters(index)).toBe(letters));
});

describe('a row of feedback', () => {
  it('is read as a clerk would write it down', () => {
    const [row] = rowsOf({ 'Đơn vị bị phản ánh': 'truong thpt nui voi', 'Giữ bí mật': 'không', Loại: 'KIẾN NGHỊ' });
    expect(row).toMatchObject({
      line: 2,
      key: 'letter:DT-7',
      flaws: [],
      repeats: null,
      feedback: {
        channel: 'letter',
        receivedAt: new Date('2026-03-17T01:30:00Z'),
        subject: 'Nhà trường thu tiền học thêm môn Toán mỗi tháng.',
        category: 'fees',
        level: 'normal',
        kind: 'petition',
        complainedUnitId: 'nui-voi',
        senderPhone: '0900000142',
        keepSecret: false,
      },
    });
  });

  it.each<[string, ImportCell, string]>([
    ['keeps the leading zero of a telephone', '0900000142', '0900000142'],
    ['gives a number back the zero that the spreadsheet dropped', { number: '900000142' }, '0900000142'],
    ['adds no zero to a number with a country code', { number: '84900000142' }, '84900000142'],
  ])('%s', (_rule, cell, phone) => {
    expect(rowsOf({ 'Điện thoại': cell })[0]?.feedback.senderPhone).toBe(phone);
  });

  it('reads a spreadsheet’s own moment as the clock on the wall', () => {
    const cell = { wallClock: new Date('2026-03-17T08:30:00Z') };
    expect(rowsOf({ 'Thời điểm nhận': cell })[0]?.feedback.receivedAt).toEqual(new Date('2026-03-17T01:30:00Z'));
  });

  it.each<[string, Readonly<Record<string, ImportCell>>, string]>([
    [
      'a day that does not exist',
      { 'Thời điểm nhận': '31/02/2026' },
      'Thời điểm nhận: “31/02/2026” không phải ngày có thật',
    ],
    ['a day to come', { 'Thời điểm nhận': '19/03/2026' }, 'Thời điểm nhận: Thời điểm nhận không thể sau lúc này.'],
    ['a day of another age', { 'Thời điểm nhận': '17/03/1926' }, 'Thời điểm nhận: Thời điểm nhận đã quá một năm'],
    ['no day', { 'Thời điểm nhận': '' }, 'Thời điểm nhận: ghi ngày nhận'],
    ['a number where a day should be', { 'Thời điểm nhận': { number: '46098' } }, 'Thời điểm nhận: “46098”'],
    ['no channel', { Kênh: '' }, 'Kênh: ghi một trong: Điện thoại đến Sở'],
    ['a channel nobody knows', { Kênh: 'bồ câu' }, 'Kênh: ghi một trong'],
    ['a level nobody knows', { 'Mức độ': 'gấp lắm' }, 'Mức độ: ghi một trong: Khẩn'],
    ['a unit nobody knows', { 'Đơn vị bị phản ánh': 'Trường X' }, 'Đơn vị bị phản ánh: không có đơn vị “Trường X”'],
    ['nothing said', { 'Nội dung': '' }, 'Nội dung: Ghi nội dung phản ánh.'],
    ['an e-mail nobody can write to', { 'Thư điện tử': 'a@b' }, 'Thư điện tử: Ghi địa chỉ'],
    [
      'a hotline ticket without its number',
      { Kênh: 'Tổng đài 1022', 'Mã phản ánh': '' },
      'Mã phản ánh: phiếu của Tổng đài',
    ],
  ])('%s is a flaw of its row', (_rule, change, flaw) => {
    const [row] = rowsOf(change);
    expect(row?.flaws).toEqual([expect.stringContaining(flaw)]);
  });

  it('rule 1: that comes again in the file points to the first', () => {
    expect(rowsOf({}, { Kênh: 'Thư điện tử của Sở' }, {}).map(({ repeats }) => repeats)).toEqual([null, null, 2]);
  });

  it('rule 1: without a number is known by what was said, by whom and when', () => {
    const [first, same, other] = rowsOf(
      { 'Mã phản ánh': '' },
      {
        'Mã phản ánh': '',
        'Nội dung': 'NHÀ TRƯỜNG THU TIỀN học thêm môn Toán mỗi tháng.',
        'Trích yếu': 'Nhà trường thu tiền học thêm môn Toán mỗi tháng.',
      },
      { 'Mã phản ánh': '', 'Điện thoại': '0900000143' },
    );
    expect(same?.key).toBe(first?.key);
    expect(other?.key).not.toBe(first?.key);
  });

  it('is passed over when empty, and the others keep their numbers', () => {
    const empty = HEADINGS.map(() => '');
    const full = HEADINGS.map((heading) => ROW[heading] ?? '');
    const reading = readImportRows([HEADINGS, empty, full], AROUND);
    expect(reading.ok && reading.rows.map(({ line }) => line)).toEqual([3]);
  });
});
