import { readXlsxTable, unreadFlaw, writeXlsx } from './sheet-threads.js';
import type { Sheet } from './write-workbook.js';

const ROWS = 2_000;

const sheet = (rows: Sheet['rows']): Sheet => ({
  head: ['Số', 'Trích yếu'],
  rows,
  widths: [10, 40],
  wraps: 'all',
  landscape: true,
  sticksHead: true,
});

describe('a workbook', () => {
  it.each([
    ['few', 3],
    ['many', ROWS],
  ])('of %s rows reads as it was written', async (_how, count) => {
    const rows = Array.from({ length: count }, (_, at) => [at, at === 1 ? '=1+1' : `Văn bản số 0${String(at)}`]);
    const written = await writeXlsx(sheet(rows));
    expect(await readXlsxTable(written, ROWS)).toEqual({
      ok: true,
      table: [['Số', 'Trích yếu'], ...rows.map(([number = 0, text = '']) => [{ number: String(number) }, text])],
    });
  });

  it('lets others have their turns while many rows are put together and read', async () => {
    const rows = Array.from({ length: ROWS }, () => Array.from({ length: 12 }, () => 'Trả lời phản ánh '.repeat(8)));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await readXlsxTable(await writeXlsx(sheet(rows)), ROWS);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });

  it('that is none is refused', async () => {
    expect(await readXlsxTable(Buffer.from('PK nothing'), ROWS)).toMatchObject({ ok: false });
  });

  it.each([
    ['timeout', /quá lâu nên đã dừng/u],
    ['died', /Phần mềm gặp lỗi khi đọc/u],
  ] as const)('is not called broken where its thread ended by %s', (kind, words) => {
    expect(unreadFlaw(kind)).toMatch(words);
    expect(unreadFlaw(kind)).not.toContain('không đọc được');
  });
});
