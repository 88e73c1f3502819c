import { fold } from '../../../kernel/vietnamese.js';
import type { GivenFeedback } from './intake.js';

/** A column of a file of feedback: what it is read as, and how the sample shows it. */
export interface ImportColumn {
  readonly field: 'externalId' | Exclude<keyof GivenFeedback, 'complainedUnitId'> | 'complainedUnit';
  readonly heading: string;
  /** Whether the file must have the column; single cells of it may still be empty. */
  readonly required: boolean;
  readonly sample: string;
}

export type ImportField = ImportColumn['field'];

/** In the order of the sample. */
export const IMPORT_COLUMNS: readonly ImportColumn[] = [
  { field: 'externalId', heading: 'Mã phản ánh', required: false, sample: 'TD.2026.000123' },
  { field: 'channel', heading: 'Kênh', required: true, sample: 'Đơn thư' },
  { field: 'receivedAt', heading: 'Thời điểm nhận', required: true, sample: '18/03/2026 08:30' },
  { field: 'subject', heading: 'Trích yếu', required: false, sample: 'Thu tiền học thêm' },
  {
    field: 'words',
    heading: 'Nội dung',
    required: true,
    sample: 'Nhà trường thu tiền học thêm môn Toán mỗi tháng 450.000 đồng.',
  },
  { field: 'place', heading: 'Nơi xảy ra', required: false, sample: 'Trường THPT Núi Voi' },
  { field: 'category', heading: 'Lĩnh vực', required: false, sample: 'Thu chi, dạy thêm' },
  { field: 'level', heading: 'Mức độ', required: false, sample: 'Bình thường' },
  { field: 'kind', heading: 'Loại', required: false, sample: 'Phản ánh' },
  { field: 'senderName', heading: 'Họ và tên', required: false, sample: 'Nguyễn Văn A' },
  { field: 'senderPhone', heading: 'Điện thoại', required: false, sample: '0900000142' },
  { field: 'senderEmail', heading: 'Thư điện tử', required: false, sample: 'nguyenvana@example.com' },
  { field: 'senderAddress', heading: 'Địa chỉ', required: false, sample: 'Phường Lê Chân' },
  { field: 'keepSecret', heading: 'Giữ bí mật', required: false, sample: 'Có' },
  { field: 'complainedUnit', heading: 'Đơn vị bị phản ánh', required: false, sample: '' },
];

export type HeadingReading =
  | { readonly ok: true; readonly fields: readonly (ImportField | null)[] }
  | { readonly ok: false; readonly flaw: string };

/** Which field stands in which column; a column that means nothing to us is left out. */
export function readHeadings(headings: readonly string[]): HeadingReading {
  const fields = headings.map(fieldOf);
  const missing = IMPORT_COLUMNS.filter(({ field, required }) => required && !fields.includes(field));
  if (missing.length > 0) {
    const names = missing.map(({ heading }) => heading).join(', ');
    return { ok: false, flaw: `Dòng đầu phải là tên cột; chưa thấy cột: ${names}. Tải tệp mẫu để so.` };
  }
  const twice = fields.find((field, at) => field !== null && fields.indexOf(field) !== at);
  if (twice === undefined || twice === null) return { ok: true, fields };
  return { ok: false, flaw: `Có hai cột “${headingOf(twice)}”; giữ một cột rồi chọn lại tệp.` };
}

export function headingOf(field: ImportField): string {
  return IMPORT_COLUMNS.find((column) => column.field === field)?.heading ?? '';
}

function fieldOf(heading: string): ImportField | null {
  const folded = fold(heading);
  return IMPORT_COLUMNS.find((column) => fold(column.heading) === folded)?.field ?? null;
}

/** `A`, `Z`, `AA`: how a spreadsheet names its column, counted from 0. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
