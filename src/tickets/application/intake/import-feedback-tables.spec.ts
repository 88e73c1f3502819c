import PizZip from 'pizzip';
import writeExcelFile from 'write-excel-file/node';
import { readCsvTable } from './import-feedback-csv.js';
import { readXlsxTable as readSheet } from '../../../files/index.js';
import { MAX_IMPORT_ROWS } from '../../domain/intake/import-rows.js';

const MARK = '\ufeff';

const readXlsxTable = (content: Buffer) => readSheet(content, MAX_IMPORT_ROWS);

describe('a table of text', () => {
  it.each([
    ['semicolons', 'Kênh;Nội dung\r\nĐơn thư;"Thu; tiền\nhai dòng"\r\n'],
    ['commas', 'Kênh,Nội dung\nĐơn thư,"Thu; tiền\nhai dòng"'],
    ['tabs', 'Kênh\tNội dung\nĐơn thư\t"Thu; tiền\nhai dòng"'],
    ['a mark before', `${MARK}Kênh;Nội dung\nĐơn thư;"Thu; tiền\nhai dòng"`],
  ])('is read with %s', async (_name, text) => {
    expect(await readCsvTable(Buffer.from(text))).toMatchObject({
      ok: true,
      table: [
        ['Kênh', 'Nội dung'],
        ['Đơn thư', 'Thu; tiền\nhai dòng'],
      ],
    });
  });

  it.each([
    ['a formula, by its cell', 'Kênh;Nội dung\nĐơn thư;=HYPERLINK("x")', 'Ô B2 là công thức.'],
    ['quotes that never close', 'Kênh;Nội dung\n"Đơn thư;x', 'có dấu nháy kép mở mà không đóng'],
  ])('is refused for %s', async (_rule, text, flaw) => {
    expect(await readCsvTable(Buffer.from(text))).toEqual({ ok: false, flaw: expect.stringContaining(flaw) as string });
  });

  it.each([
    ['headings', 'x,'.repeat(200_000)],
    ['cells of a row', `Kênh;Nội dung\n${'x;'.repeat(200_000)}`],
  ])('of 200,000 %s is refused before anything is looked for in them', async (_what, text) => {
    expect(await readCsvTable(Buffer.from(text))).toEqual({
      ok: false,
      flaw: 'Tệp có hơn 104 cột. Xóa các cột thừa rồi chọn lại tệp.',
    });
  });

  it('of 50,000 rows is refused at once with one sentence', async () => {
    const bytes = Buffer.from(`Kênh;Nội dung\n${'Đơn thư;Thu tiền học thêm\n'.repeat(50_000)}`);
    expect(await readCsvTable(bytes)).toEqual({
      ok: false,
      flaw: expect.stringContaining('Tệp có hơn 5.000 dòng.') as string,
    });
  });

  it('keeps a sign of two halves that stands where a piece ends', async () => {
    const words = 'x'.repeat(16 * 1024 - 'Nội dung\n'.length - 1) + '😀 hết';
    const read = await readCsvTable(Buffer.from(`Nội dung\n${words}`));
    expect(read.ok && read.table[1]?.[0] === words).toBe(true);
  });

  it('of 5,000 rows is read, and others have their turns meanwhile', async () => {
    const bytes = Buffer.from(`Kênh;Nội dung\n${'Đơn thư;Thu tiền học thêm\n'.repeat(5000)}`);
    let turns = 0;
    let isRead = false;
    const count = (): void => {
      turns += 1;
      if (!isRead) setImmediate(count);
    };
    setImmediate(count);
    expect(await readCsvTable(bytes)).toMatchObject({ ok: true });
    isRead = true;
    expect(turns).toBeGreaterThan(2);
  });
});

type Cell = string | number | Date | null;

function workbook(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const cells = rows.map((row) =>
    row.map((value) => {
      if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy hh:mm' };
      return typeof value === 'number' ? { value, type: Number } : { value: value ?? '', type: String };
    }),
  );
  return writeExcelFile(cells).toBuffer();
}

function changed(bytes: Buffer, change: (sheet: string) => string): Buffer {
  const zip = new PizZip(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  zip.file(path, change(zip.file(path)?.asText() ?? ''));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

describe('a workbook', () => {
  const moment = new Date('2026-03-17T08:30:00Z');

  it('is read with its text, numbers digit by digit, and moments', async () => {
    const bytes = await workbook([
      ['Điện thoại', 'Số', 'Lúc'],
      ['0900000142', 900000142, moment],
    ]);
    expect(await readXlsxTable(bytes)).toMatchObject({
      ok: true,
      table: [
        ['Điện thoại', 'Số', 'Lúc'],
        ['0900000142', { number: '900000142' }, { wallClock: moment }],
      ],
    });
  });

  it('with a formula is refused, and the cell is named', async () => {
    const bytes = await workbook([
      ['Kênh', 'Số'],
      ['Đơn thư', 5],
    ]);
    const computing = changed(bytes, (sheet) => sheet.replace(/(<c\b[^>]*r="B2"[^>]*>)/u, '$1<f>SUM(A1:A2)</f>'));
    expect(await readXlsxTable(computing)).toEqual({
      ok: false,
      flaw: expect.stringContaining('Ô B2 là công thức.') as string,
    });
  });

  it('of 50,000 rows is refused with one sentence before it is unpacked', async () => {
    const bytes = await workbook([['Kênh'], ['Đơn thư']]);
    const row = '<row r="3"><c r="A3" t="inlineStr"><is><t>Đơn thư</t></is></c></row>';
    const many = changed(bytes, (sheet) => sheet.replace('</sheetData>', `${row.repeat(50_000)}</sheetData>`));
    expect(await readXlsxTable(many)).toEqual({
      ok: false,
      flaw: expect.stringContaining('Tệp có hơn 5.000 dòng.') as string,
    });
  });

  it('with thousands of rows that are only formatted is read', async () => {
    const bytes = await workbook([['Kênh'], ['Đơn thư']]);
    const blank = Array.from(
      { length: 6000 },
      (_, at) => `<row r="${String(at + 3)}"><c r="A${String(at + 3)}"/></row>`,
    );
    const formatted = changed(bytes, (sheet) => sheet.replace('</sheetData>', `${blank.join('')}</sheetData>`));
    expect(await readXlsxTable(formatted)).toMatchObject({ ok: true });
  });

  const single = (sheet: string): string => sheet.replace(/ r="([A-Z]+\d+)"/gu, " r='$1'");

  it.each([
    ['in single quotes', (sheet: string) => single(sheet).replace("r='B2'", "r='CY60000'"), 'Ô CY60000'],
    ['under a prefix', (sheet: string) => sheet.replace('r="B2"', 'x:r="CY60000"'), 'Ô CY60000'],
    ['beside a nearer one', (sheet: string) => sheet.replace('r="B2"', 'r="B2" x:r="CY60000"'), 'Ô CY60000'],
    ['of its row', (sheet: string) => sheet.replace('<row r="2"', "<row r='900000'"), 'Ô A900000'],
    ['in other digits', (sheet: string) => sheet.replace('r="B2"', 'r="B1e9"'), 'lưu lại dạng .xlsx'],
    ['in references', (sheet: string) => sheet.replace('r="B2"', 'r="&#67;Y60000"'), 'lưu lại dạng .xlsx'],
  ])('with a place far out %s is refused before it is filled in', async (_how, change, flaw) => {
    const bytes = await workbook([
      ['Kênh', 'Số'],
      ['Đơn thư', 5],
    ]);
    const far = changed(bytes, (sheet) => {
      const other = change(sheet);
      expect(other).not.toBe(sheet);
      return other;
    });
    expect(await readXlsxTable(far)).toEqual({ ok: false, flaw: expect.stringContaining(flaw) as string });
  });

  it.each([
    ['in single quotes', (sheet: string) => single(sheet).replace(/(<c\b[^>]*r='B2'[^>]*>)/u, '$1<f>SUM(A1:A2)</f>')],
    ['after the value', (sheet: string) => sheet.replace(/(<c\b[^>]*r="B2"[^>]*><v>5<\/v>)/u, '$1<f>SUM(A1:A2)</f>')],
  ])('with a formula %s is refused, and the cell is named', async (_how, change) => {
    const bytes = await workbook([
      ['Kênh', 'Số'],
      ['Đơn thư', 5],
    ]);
    const computing = changed(bytes, (sheet) => change(sheet));
    expect(await readXlsxTable(computing)).toEqual({
      ok: false,
      flaw: expect.stringContaining('Ô B2 là công thức.') as string,
    });
  });

  it('with choices that are taken from other cells is read', async () => {
    const bytes = await workbook([['Kênh'], ['Đơn thư']]);
    const choices = '<extLst><ext><x14:dataValidations><xm:f>Sheet1!$A$1</xm:f></x14:dataValidations></ext></extLst>';
    const choosing = changed(bytes, (sheet) => sheet.replace('</sheetData>', `</sheetData>${choices}`));
    expect(await readXlsxTable(choosing)).toMatchObject({ ok: true });
  });

  it('in single quotes throughout is read', async () => {
    const bytes = await workbook([['Kênh'], ['Đơn thư']]);
    const zip = new PizZip(changed(bytes, single));
    for (const path of ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels']) {
      zip.file(path, (zip.file(path)?.asText() ?? '').replaceAll('"', "'"));
    }
    const quoted = zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
    expect(await readXlsxTable(quoted)).toMatchObject({ ok: true, table: [['Kênh'], ['Đơn thư']] });
  });

  it('of which another sheet is looked at than the one that is read is refused', async () => {
    const bytes = await workbook([['Kênh'], ['Đơn thư']]);
    const zip = new PizZip(bytes);
    const rels = zip.file('xl/_rels/workbook.xml.rels')?.asText() ?? '';
    const [own = ''] = /<Relationship\b[^>]*worksheet"[^>]*>/u.exec(rels) ?? [];
    zip.file('xl/_rels/workbook.xml.rels', rels.replace(own, `${own}${own.replace('sheet1.xml', 'sheet2.xml')}`));
    zip.file('xl/worksheets/sheet2.xml', zip.file('xl/worksheets/sheet1.xml')?.asText() ?? '');
    const doubled = zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
    expect(await readXlsxTable(doubled)).toMatchObject({ ok: false });
  });

  it.each(['A1048576', 'XFD2'])('with a cell as far out as %s is refused, and the cell is named', async (cell) => {
    const bytes = await workbook([['Kênh'], ['Đơn thư']]);
    const far = changed(bytes, (sheet) => sheet.replace('r="A2"', `r="${cell}"`));
    expect(await readXlsxTable(far)).toEqual({
      ok: false,
      flaw: expect.stringContaining(`Ô ${cell} nằm quá xa`) as string,
    });
  });

  it('that is a bomb is refused by its size', async () => {
    const bytes = await workbook([['Kênh'], ['Đơn thư']]);
    const bomb = changed(bytes, (sheet) =>
      sheet.replace('</sheetData>', `<!--${' '.repeat(70_000_000)}--></sheetData>`),
    );
    expect(bomb.length).toBeLessThan(200_000);
    expect(await readXlsxTable(bomb)).toEqual({
      ok: false,
      flaw: expect.stringContaining('lớn quá mức cho phép') as string,
    });
  });

  it('that announces less than it holds is refused', async () => {
    const bytes = Buffer.from(await workbook([['Kênh'], ['Đơn thư']]));
    const at = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    bytes.writeUInt32LE(10, at + 24);
    expect(await readXlsxTable(bytes)).toMatchObject({ ok: false });
  });

  it.each([
    ['no archive', Buffer.from('Kênh;Nội dung')],
    ['an archive of something else', new PizZip().file('a.txt', 'x').generate({ type: 'nodebuffer' })],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ])('that is %s is refused with what to do', async (_rule, bytes) => {
    expect(await readXlsxTable(bytes)).toEqual({
      ok: false,
      flaw: expect.stringContaining('lưu lại dạng .xlsx') as string,
    });
  });
});
