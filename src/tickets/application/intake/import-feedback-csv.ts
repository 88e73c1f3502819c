import { setImmediate as nextTurn } from 'node:timers/promises';
import { parse, type Parser } from 'csv-parse';
import { formulaWords, tooManyRows } from '../../../files/index.js';
import { inTurns, type Steps } from '../../../kernel/turns.js';
import { decodingSteps, type TextEncoding } from '../../domain/intake/import-encoding.js';
import { columnLetters } from '../../domain/intake/import-columns.js';
import { MAX_IMPORT_ROWS, type ImportCell } from '../../domain/intake/import-rows.js';

/** Characters that are read without a break. */
const PIECE = 16 * 1024;

/** As far out as a cell of a spreadsheet may lie. */
const MAX_COLUMNS = 104;
const TOO_WIDE = 'Tệp có hơn 104 cột. Xóa các cột thừa rồi chọn lại tệp.';

export type TableReading =
  | { readonly ok: true; readonly table: readonly (readonly ImportCell[])[]; readonly encoding: TextEncoding | null }
  | { readonly ok: false; readonly flaw: string };

/** Reads a table of text with commas, semicolons or tabs. Reading stops at the first row that is too many. */
export async function readCsvTable(content: Buffer): Promise<TableReading> {
  const decoding = await inTurns(decodingSteps(content));
  if (!decoding.ok) return decoding;
  const { text, encoding } = decoding;
  const [first = ''] = text.split(/\r?\n/u, 1);
  const delimiter = [';', '\t'].find((one) => first.includes(one)) ?? ',';
  const table = await cellsOf(text, delimiter);
  if (table === 'tooWide') return { ok: false, flaw: TOO_WIDE };
  if (table === null) return { ok: false, flaw: 'Tệp CSV không đọc được: có dấu nháy kép mở mà không đóng.' };
  if (table.length > MAX_IMPORT_ROWS + 1) return { ok: false, flaw: tooManyRows(MAX_IMPORT_ROWS) };
  const formula = await formulaIn(table);
  return formula === null ? { ok: true, table, encoding } : { ok: false, flaw: formulaWords(formula) };
}

/** In pieces, so that others have their turns. @returns null for what is no CSV */
async function cellsOf(text: string, delimiter: string): Promise<string[][] | 'tooWide' | null> {
  const rows: string[][] = [];
  const parser = parse({ bom: true, delimiter, relax_column_count: true, relax_quotes: true });
  const failures: Error[] = [];
  parser.on('data', (row: string[]) => rows.push(row)).on('error', (error) => failures.push(error));
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length && rows.length <= MAX_IMPORT_ROWS + 1; at += PIECE) {
      await written(parser, bytes.subarray(at, at + PIECE));
      await nextTurn();
    }
    if (rows.length > MAX_IMPORT_ROWS + 1) return rows;
    if (rows.some(isTooWide)) return 'tooWide';
    if (failures.length > 0) return null;
    const over = new Promise<void>((resolve, reject) => parser.once('end', resolve).once('error', reject));
    parser.end();
    await over;
    return rows.some(isTooWide) ? 'tooWide' : rows;
  } catch {
    return null;
  } finally {
    parser.destroy();
  }
}

function written(parser: Parser, piece: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(piece, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

function isTooWide(row: readonly string[]): boolean {
  return row.length > MAX_COLUMNS;
}

function formulaIn(table: readonly (readonly string[])[]): Promise<string | null> {
  return inTurns(formulaSteps(table));
}

function* formulaSteps(table: readonly (readonly string[])[]): Steps<string | null> {
  for (const [row, cells] of table.entries()) {
    const column = cells.findIndex((cell) => /^\s*[=@]/u.test(cell));
    if (column !== -1) return `${columnLetters(column)}${String(row + 1)}`;
    yield;
  }
  return null;
}
