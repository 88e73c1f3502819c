import writeExcelFile from 'write-excel-file/node';
import { IMPORT_COLUMNS } from '../../domain/intake/import-columns.js';

const MARK = '\ufeff';
const WIDTH = 22;

/** The sample of a file of feedback, as a workbook: all cells are text, so that telephones keep their zero. */
export function importSampleXlsx(): Promise<Buffer> {
  const head = IMPORT_COLUMNS.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' as const }));
  const row = IMPORT_COLUMNS.map(({ sample }) => ({ value: sample, type: String, format: '@' }));
  return writeExcelFile([head, row], { columns: IMPORT_COLUMNS.map(() => ({ width: WIDTH })) }).toBuffer();
}

/** The same as text that Excel opens with its letters right. */
export function importSampleCsv(): Buffer {
  const lines = [IMPORT_COLUMNS.map(({ heading }) => heading), IMPORT_COLUMNS.map(({ sample }) => sample)];
  return Buffer.from(`${MARK}${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`);
}
