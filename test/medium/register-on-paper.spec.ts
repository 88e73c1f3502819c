import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SofficePdfMaker } from '../../integrations/pdf-converter/soffice-pdf-maker.js';
import { columnsOf } from '../../src/documents/application/register-rows.js';
import type { PrintedLine } from '../../src/documents/domain/printing/printed-pages.js';
import { REGISTER_TITLES, type PrintedBook } from '../../src/documents/domain/register-span.js';
import { registerDocument } from '../../src/documents/printing/register-document.js';

const WORDS = 'về việc thu tiền học thêm môn Toán trong giờ chính khóa tại Trường THPT Núi Voi-Kiến An năm 2026'.split(
  ' ',
);

/** Lines of every length, some longer than a page, the same on every run. */
function lines(columns: number, count: number): readonly PrintedLine[] {
  const text = (words: number, from: number): string =>
    Array.from({ length: words }, (_, at) => WORDS[(from + at * 7) % WORDS.length]).join(' ');
  return Array.from({ length: count }, (_, line) => ({
    voided: line % 11 === 0,
    cells: Array.from({ length: columns }, (_, column) =>
      column === 0
        ? String(line + 1)
        : text(line % 17 === 5 && column === 4 ? 420 : (line * 5 + column * 3) % 23, line),
    ),
  }));
}

describe('a register that LibreOffice has made a PDF of', () => {
  let directory: string;
  let maker: SofficePdfMaker;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-so-'));
    maker = new SofficePdfMaker({ soffice: 'soffice', workDirectory: directory, timeoutMs: 60_000 });
  });
  afterAll(async () => {
    await maker.onModuleDestroy();
    await rm(directory, { recursive: true, force: true });
  });

  const pagesOf = async (docx: Buffer): Promise<readonly string[]> => {
    const [made] = await maker.convert([docx], 'app');
    if (made?.status !== 'done') throw new Error(made?.reason);
    const file = join(directory, 'so.pdf');
    await writeFile(file, made.pdf);
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    return text.split('\f').slice(0, -1);
  };

  it.each<[PrintedBook]>([['outgoing'], ['incoming'], ['tracking'], ['postal']])(
    'has the pages that were laid out, each with its total (rule 48): %s',
    async (book) => {
      const columns = columnsOf(book);
      const frame = {
        ...{ parent: 'UBND THÀNH PHỐ HẢI PHÒNG', letterhead: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO', place: 'Hải Phòng' },
        ...{ title: REGISTER_TITLES[book], period: 'Năm 2026' },
        start:
          'Sổ bắt đầu từ số 412 theo sổ giấy văn bản đi năm 2026, số cuối 411 ngày 12/06/2026, biên bản bàn giao 03/BB-VP ngày 15/06/2026 giữa văn thư cũ và văn thư mới, có xác nhận của lãnh đạo Văn phòng Sở và quản trị hệ thống.',
      };
      const printed = registerDocument({ frame, columns, lines: lines(columns.length, 60) });
      const pages = await pagesOf(printed.docx);
      expect(pages).toHaveLength(printed.pages);
      const totals = pages.map((page) =>
        [...page.matchAll(/Cộng trang: (\d+) văn bản/gu)].map(([, total]) => Number(total)),
      );
      expect(totals.slice(0, -1).every(({ length }) => length === 1)).toBe(true);
      expect(totals.flat().reduce((sum, total) => sum + total, 0)).toBe(60);
      expect(pages.every((page) => page.includes('Cộng trang') === page.includes(`(${columns.length})`))).toBe(true);
      expect(pages.at(-1)).toContain(`Cộng sổ: 60 văn bản, trong đó 6 số hủy; in trên ${pages.length} trang.`);
      expect(pages.slice(1).map((page) => page.trimStart().split(/\s/u)[0])).toEqual(
        pages.slice(1).map((_, at) => String(at + 2)),
      );
    },
    60_000,
  );
});
