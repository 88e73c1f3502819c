import { parse } from 'csv-parse/sync';
import { decodeText, type TextEncoding } from '../domain/import-encoding.js';
import { columnLetters } from '../domain/import-columns.js';
import { MOST_IMPORT_ROWS, type ImportCell } from '../domain/import-rows.js';

export type TableReading =
  | { readonly ok: true; readonly table: readonly (readonly ImportCell[])[]; readonly encoding: TextEncoding | null }
  | { readonly ok: false; readonly flaw: string };

export const TOO_MANY_ROWS = `Tệp có hơn ${MOST_IMPORT_ROWS.toLocaleString('vi-VN')} dòng. Chia thành nhiều tệp rồi nhập từng tệp.`;

/** Reads a table of text with commas, semicolons or tabs. Reading stops at the first row that is too many. */
export function readCsvTable(content: Buffer): TableReading {
  const decoding = decodeText(content);
  if (!decoding.ok) return decoding;
  const { text, encoding } = decoding;
  const [first = ''] = text.split(/\r?\n/u, 1);
  const delimiter = [';', '\t'].find((one) => first.includes(one)) ?? ',';
  const table = cellsOf(text, delimiter);
  if (table === null) return { ok: false, flaw: 'Tệp CSV không đọc được: có dấu nháy kép mở mà không đóng.' };
  if (table.length > MOST_IMPORT_ROWS + 1) return { ok: false, flaw: TOO_MANY_ROWS };
  const formula = formulaIn(table);
  return formula === null ? { ok: true, table, encoding } : { ok: false, flaw: formulaWords(formula) };
}

/** What is said of a cell that computes: its value is another one on the next computer. */
export function formulaWords(cell: string): string {
  return `Ô ${cell} là công thức. Chép rồi dán lại dạng giá trị (Paste Values) trước khi chọn tệp.`;
}

function cellsOf(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      to: MOST_IMPORT_ROWS + 2,
    });
  } catch {
    return null;
  }
}

function formulaIn(table: readonly (readonly string[])[]): string | null {
  for (const [row, cells] of table.entries()) {
    const column = cells.findIndex((cell) => /^\s*[=@]/u.test(cell));
    if (column !== -1) return `${columnLetters(column)}${String(row + 1)}`;
  }
  return null;
}
