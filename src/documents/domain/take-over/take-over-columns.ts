import { fold } from '../../../kernel/vietnamese.js';
import type { TakenOverBook } from './taken-over.js';

export interface TakeOverColumn {
  readonly field: TakeOverField;
  readonly heading: string;
  /** Whether the file must have the column. */
  readonly required: boolean;
  readonly sample: string;
  /** In characters. */
  readonly width: number;
}

export type TakeOverField =
  | 'code'
  | 'issuedDate'
  | 'subject'
  | 'signerName'
  | 'recipients'
  | 'keeper'
  | 'copies'
  | 'sentOn'
  | 'receipt'
  | 'note'
  | 'arrivalDate'
  | 'arrivalNumber'
  | 'senderName'
  | 'handler';

const SUBJECT = 'Tên loại và trích yếu nội dung văn bản';

/**
 * The columns of the two registers, in their legal order and with their legal headings, so that a register in a spreadsheet is pasted as it is.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV.
 */
export const TAKE_OVER_COLUMNS: Readonly<Record<TakenOverBook, readonly TakeOverColumn[]>> = {
  outgoing: [
    { field: 'code', heading: 'Số, ký hiệu văn bản', required: true, sample: '05/SGDĐT-VP', width: 22 },
    { field: 'issuedDate', heading: 'Ngày tháng văn bản', required: true, sample: '08/01/2026', width: 14 },
    {
      field: 'subject',
      heading: SUBJECT,
      required: true,
      width: 60,
      sample: 'Công văn: trả lời kiến nghị về thời khóa biểu của Trường THPT Núi Voi',
    },
    { field: 'signerName', heading: 'Người ký', required: false, sample: 'Đỗ Quốc Khánh', width: 24 },
    {
      field: 'recipients',
      heading: 'Nơi nhận văn bản',
      required: false,
      width: 40,
      sample: 'Trường THPT Núi Voi; UBND phường Kiến An',
    },
    { field: 'keeper', heading: 'Đơn vị, người nhận bản lưu', required: false, sample: 'VT, VP', width: 18 },
    { field: 'copies', heading: 'Số lượng bản', required: false, sample: '03', width: 10 },
    { field: 'sentOn', heading: 'Ngày chuyển', required: false, sample: '09/01/2026', width: 12 },
    { field: 'receipt', heading: 'Ký nhận', required: false, sample: '', width: 14 },
    { field: 'note', heading: 'Ghi chú', required: false, sample: '', width: 30 },
  ],
  incoming: [
    { field: 'arrivalDate', heading: 'Ngày đến', required: true, sample: '08/01/2026', width: 12 },
    { field: 'arrivalNumber', heading: 'Số đến', required: true, sample: '12', width: 9 },
    { field: 'senderName', heading: 'Tác giả', required: true, sample: 'UBND phường Kiến An', width: 32 },
    { field: 'code', heading: 'Số, ký hiệu văn bản', required: false, sample: '15/UBND-VHXH', width: 22 },
    { field: 'issuedDate', heading: 'Ngày tháng văn bản', required: true, sample: '07/01/2026', width: 14 },
    {
      field: 'subject',
      heading: SUBJECT,
      required: true,
      width: 60,
      sample: 'Công văn: phối hợp bảo đảm an toàn trường học',
    },
    { field: 'handler', heading: 'Đơn vị hoặc người nhận', required: false, sample: 'Phòng GDTrH', width: 28 },
    { field: 'sentOn', heading: 'Ngày chuyển', required: false, sample: '08/01/2026', width: 12 },
    { field: 'receipt', heading: 'Ký nhận', required: false, sample: 'Lê Thị Ngọc', width: 14 },
    { field: 'note', heading: 'Ghi chú', required: false, sample: '', width: 30 },
  ],
};

export type TakeOverHeadings =
  | { readonly ok: true; readonly fields: readonly (TakeOverField | null)[] }
  | { readonly ok: false; readonly flaw: string };

/** Which field stands in which column; a column that means nothing to us is left out. */
export function readTakeOverHeadings(book: TakenOverBook, headings: readonly string[]): TakeOverHeadings {
  const columns = TAKE_OVER_COLUMNS[book];
  const fields = headings.map((heading) => {
    const folded = fold(heading);
    return columns.find((column) => fold(column.heading) === folded)?.field ?? null;
  });
  const missing = columns.filter(({ field, required }) => required && !fields.includes(field));
  if (missing.length > 0) {
    const names = missing.map(({ heading }) => heading).join('; ');
    return { ok: false, flaw: `Dòng đầu phải là tên cột; chưa thấy cột: ${names}. Tải tệp mẫu để so.` };
  }
  const twice = fields.find((field, at) => field !== null && fields.indexOf(field) !== at);
  if (twice === undefined || twice === null) return { ok: true, fields };
  return { ok: false, flaw: `Có hai cột “${takeOverHeading(book, twice)}”; giữ một cột rồi chọn lại tệp.` };
}

export function takeOverHeading(book: TakenOverBook, field: TakeOverField): string {
  return TAKE_OVER_COLUMNS[book].find((column) => column.field === field)?.heading ?? '';
}
