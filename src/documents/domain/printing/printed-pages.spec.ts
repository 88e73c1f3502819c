import { brokenLines } from './broken-lines.js';
import { printedPages, type PageMeasures, type PrintedLine } from './printed-pages.js';

/** One column of 100 points in 10-point letters; ten lines on the first page, twenty on others. */
const MEASURES: PageMeasures = {
  widths: [100],
  letterSize: 10,
  lineHeight: 10,
  padding: 0,
  firstPage: 100,
  otherPages: 200,
  end: 50,
};

const lineOf = (text: string, voided = false): PrintedLine => ({ cells: [text], voided });
const many = (count: number, text = 'Một dòng'): readonly PrintedLine[] =>
  Array.from({ length: count }, () => lineOf(text));

describe('lines in a column', () => {
  it.each([
    ['break between words', 'Phòng Giáo dục Trung học cơ sở', ['Phòng Giáo dục Trung ', 'học cơ sở']],
    ['break behind a hyphen', 'Số 513/SGDĐT-GDTrH-VP', ['Số 513/SGDĐT-', 'GDTrH-VP']],
    ['do not break before a digit', 'abcdefghijklmnop 1022-260312', ['abcdefghijklmnop ', '1022-260312']],
    ['cut a word that is wider than the column', 'x'.repeat(25), ['x'.repeat(20), 'x'.repeat(5)]],
    ['are none where there is no text', ' \n\t', []],
    ['take what is no letter for a space', 'a\u0000b\ud800c', ['a b c']],
  ])('%s', (_rule, text, lines) => {
    expect(brokenLines(text, 100, 10)).toEqual(lines);
  });

  it('give the text again, whatever its width', () => {
    const text = 'Trả lời kiến nghị về việc thu tiền học thêm môn Toán-Lý tại Trường THPT Núi Voi';
    for (const width of [5, 20, 60, 300]) expect(brokenLines(text, width, 11).join('')).toBe(text);
  });
});

describe('registers printable with page totals (rule 48)', () => {
  it('count the documents of each page and all so far', () => {
    const { pages, lines, voided } = printedPages([...many(24), lineOf('Một dòng', true)], MEASURES);
    expect(pages.map(({ rows, ...totals }) => [rows.length, totals.lines, totals.linesSoFar])).toEqual([
      [10, 10, 10],
      [15, 15, 25],
    ]);
    expect([lines, voided]).toEqual([25, 1]);
  });

  it('never put more on a page than it has room for, and lose no word', () => {
    const texts = Array.from({ length: 200 }, (_, at) => `Dòng ${at}: ${'chữ '.repeat((at * 7) % 90)}`.trim());
    const { pages } = printedPages(
      texts.map((text) => lineOf(text)),
      MEASURES,
    );
    for (const [at, { rows }] of pages.entries()) {
      const height = rows.reduce((sum, row) => sum + row.height, 0);
      expect(height).toBeLessThanOrEqual(at === 0 ? 100 : 200);
    }
    const printed = pages.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).join(' ');
    expect(printed).toBe(texts.join(' '));
  });

  it('go on over pages where one line is longer than a page, and count it where it begins', () => {
    const long = Array.from({ length: 55 }, (_, at) => `${at}`.padStart(18, 'x')).join(' ');
    const { pages } = printedPages([lineOf('Một dòng'), lineOf(long), lineOf('Sau cùng')], MEASURES);
    expect(pages.map(({ rows, lines }) => [rows.length, lines])).toEqual([
      [2, 2],
      [1, 0],
      [1, 0],
      [2, 1],
    ]);
    expect(pages.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).join(' ')).toBe(`Một dòng ${long} Sau cùng`);
  });

  it('give the end a page of its own where the last one is full', () => {
    expect(printedPages(many(5), MEASURES).endsOnOwnPage).toBe(false);
    expect(printedPages(many(6), MEASURES).endsOnOwnPage).toBe(true);
  });

  it('have one page where the register is empty', () => {
    expect(printedPages([], MEASURES)).toMatchObject({ pages: [{ rows: [], lines: 0, linesSoFar: 0 }], lines: 0 });
  });
});
