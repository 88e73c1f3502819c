import { parse } from 'csv-parse/sync';
import { clean, fold } from '../../kernel/vietnamese.js';
import { writtenDay } from '../../kernel/written-time.js';
import { weekdayFrom } from '../domain/shift-lines.js';
import type { Confidence, DayOff } from '../domain/working-calendar.js';
import { changeOfDays, type ChangeReading, type DayReading, type FileOrigin } from './read-days.js';

/** Columns by their folded headings. */
const COLUMNS = { ngay: 'date', loai: 'kind', ten: 'name', 'lam theo gio cua': 'hours', 'can cu': 'source' } as const;
type Column = (typeof COLUMNS)[keyof typeof COLUMNS] | 'confidence';
/** The cells of a line; a missing column is empty. */
type Row = Readonly<Record<Column, string>>;

const KINDS: Readonly<Record<string, DayOff['kind'] | 'makeUp'>> = {
  'nghi le': 'holiday',
  'nghi bu': 'compensatory',
  'nghi hoan doi': 'swapped',
  'lam bu': 'makeUp',
};

const CONFIDENCE: Readonly<Record<string, Confidence>> = {
  'da co van ban': 'confirmed',
  'theo bao chi': 'reported',
  'chua doi chieu': 'unconfirmed',
  'phan mem tu tinh': 'assumed',
};

const MAX_ROWS = 1_000;
const FORMULA = /^[=+@]/u;

/**
 * Reads days off and days made up from a table (CSV with commas, semicolons or tabs) with the headings Ngày, Loại, Tên,
 * Làm theo giờ của, Căn cứ, Tình trạng căn cứ; the last three may be missing. Rows are named by their line in the file.
 */
export function readDayTable(text: string, origin: FileOrigin): ChangeReading {
  const lines = linesOf(text);
  if (lines === null) return { ok: false, flaws: ['Tệp CSV không đọc được: kiểm tra dấu nháy kép rồi lưu lại.'] };
  const [headings = [], ...rows] = lines;
  const columns = headings.map(columnOf);
  const missing = (['date', 'kind', 'name'] as const).filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    return {
      ok: false,
      flaws: ['Dòng đầu phải là tên cột: Ngày, Loại, Tên, Làm theo giờ của, Căn cứ, Tình trạng căn cứ.'],
    };
  }
  if (rows.length > MAX_ROWS) return { ok: false, flaws: [`Tệp có hơn ${MAX_ROWS} dòng: chỉ giữ các ngày nghỉ.`] };
  return changeOfDays(
    rows.flatMap((cells, index) => {
      if (cells.every((cell) => cell.trim() === '')) return [];
      const reading = dayOf(rowOf(columns, cells), origin);
      return typeof reading === 'string' ? [{ flaw: `Dòng ${index + 2}: ${reading}` }] : [reading];
    }),
    origin.mode,
  );
}

/** Cells by the separator of the first line; null when quotes do not close. */
function linesOf(text: string): readonly (readonly string[])[] | null {
  const [first = ''] = text.split(/\r?\n/u, 1);
  const delimiter = [';', '\t'].find((one) => first.includes(one)) ?? ',';
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch {
    return null;
  }
}

function rowOf(columns: readonly (Column | null)[], cells: readonly string[]): Row {
  const cellOf = (column: Column): string => clean(cells[columns.indexOf(column)] ?? '').trim();
  return {
    date: cellOf('date'),
    kind: cellOf('kind'),
    name: cellOf('name'),
    hours: cellOf('hours'),
    source: cellOf('source'),
    confidence: cellOf('confidence'),
  };
}

function columnOf(heading: string): Column | null {
  const folded = fold(heading);
  if (folded === 'tinh trang can cu') return 'confidence';
  return Object.entries(COLUMNS).find(([name]) => name === folded)?.[1] ?? null;
}

/** @returns what is wrong with the line when it says no day */
function dayOf(row: Row, origin: FileOrigin): DayReading | string {
  if (Object.values(row).some((cell) => FORMULA.test(cell))) return 'có ô là công thức; chép lại giá trị của ô.';
  const date = writtenDay(row.date);
  if (date === null) return `“${row.date}” không phải ngày có thật; viết như 26/01/2028.`;
  const kind = KINDS[fold(row.kind)];
  if (kind === undefined) return `loại “${row.kind}” phải là Nghỉ lễ, Nghỉ bù, Nghỉ hoán đổi hoặc Làm bù.`;
  const confidence = row.confidence === '' ? origin.confidence : CONFIDENCE[fold(row.confidence)];
  if (confidence === undefined)
    return 'tình trạng căn cứ phải là Đã có văn bản, Theo báo chí, Chưa đối chiếu hoặc Phần mềm tự tính.';
  const declared = { date, source: row.source === '' ? origin.source : row.source, confidence };
  if (kind !== 'makeUp') return isName(row.name) ? { dayOff: { kind, name: row.name, ...declared } } : NO_NAME;
  const shiftOfWeekday = weekdayFrom(row.hours);
  return shiftOfWeekday === null ? NO_WEEKDAY : { makeUp: { shiftOfWeekday, ...declared } };
}

const NO_NAME = 'tên ngày nghỉ phải có từ 1 đến 200 chữ.';
const NO_WEEKDAY = 'ngày làm bù phải ghi cột Làm theo giờ của, như “thứ Sáu”.';

function isName(name: string): boolean {
  return name !== '' && name.length <= 200;
}
