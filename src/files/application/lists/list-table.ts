import { DomainError } from '../../../kernel/domain-error.js';
import { readXlsxTable } from '../sheet/sheet-threads.js';
import type { SheetCell } from '../sheet/sheet-table.js';

/** A list that cannot be taken, and why, for the person who chose the file. */
export function unreadableList(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'file', message });
}

/** A list that can be read, and in which something is wrong: all of it is written down, or nothing. */
export function flawedList(): DomainError {
  return unreadableList('Tệp còn dòng phải sửa; chưa nhập dòng nào. Sửa trong tệp rồi chọn lại.');
}

/** A list that was confirmed before: nothing of it is written down again. */
export function confirmedList(): DomainError {
  return unreadableList('Tệp này đã nhập rồi, không nhập lại lần nữa. Mở lại trang để xem đã nhập những gì.');
}

/** The cells of the first sheet. @throws DomainError `input-invalid` saying why the workbook cannot be read */
export async function readListTable(content: Buffer, mostRows: number): Promise<readonly (readonly SheetCell[])[]> {
  const reading = await readXlsxTable(content, mostRows);
  if (!reading.ok) throw unreadableList(reading.flaw);
  return reading.table;
}
