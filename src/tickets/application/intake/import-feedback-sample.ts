import { listSample } from '../../../files/index.js';
import { IMPORT_COLUMNS } from '../../domain/intake/import-columns.js';

const MARK = '\ufeff';

/** The sample of a file of feedback, as a workbook: all cells are text, so that telephones keep their zero. */
export function importSampleXlsx(): Promise<Buffer> {
  return listSample(IMPORT_COLUMNS);
}

/** The same as text that Excel opens with its letters right. */
export function importSampleCsv(): Buffer {
  const lines = [IMPORT_COLUMNS.map(({ heading }) => heading), IMPORT_COLUMNS.map(({ sample }) => sample)];
  return Buffer.from(`${MARK}${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`);
}
