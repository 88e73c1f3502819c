import { parse } from 'csv-parse/sync';
import { formulaWords, tooManyRows } from '../../files/index.js';
import { decodeText, type TextEncoding } from '../domain/import-encoding.js';
import { columnLetters } from '../domain/import-columns.js';
import { MOST_IMPORT_ROWS, type ImportCell } from '../domain/import-rows.js';

export type TableReading =
  | { readonly ok: true; readonly table: readonly (readonly ImportCell[])[]; readonly encoding: TextEncoding | null }
  | { readonly ok: false; readonly flaw: string };

/** Reads a table of text with commas, semicolons or tabs. Reading stops at the first row that is too many. */
export function readCsvTable(content: Buffer): TableReading {
  const decoding = decodeText(content);
  if (!decoding.ok) return decoding;
  const { text, encoding } = decoding;
  const [first = ''] = text.split(/\r?\n/u, 1);
  const delimiter = [';', '\t'].find((one) => first.includes(one)) ?? ',';
  const table = cellsOf(text, delimiter);
  if (table === null) return { ok: false, flaw: 'Tệp CSV không đọc được: có dấu nháy kép mở mà không đóng.' };
  if (table.length > MOST_IMPORT_ROWS + 1) return { ok: false, flaw: tooManyRows(MOST_IMPORT_ROWS) };
  const formula = formulaIn(table);
  return formula === null ? { ok: true, table, encoding } : { ok: false, flaw: formulaWords(formula) };
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
