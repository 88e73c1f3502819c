/** A cell of a table; a day with its time comes from spreadsheets alone, as the wall clock shows it. */
export type SheetCell = string | { readonly wallClock: Date } | { readonly number: string };

export type SheetReading =
  | { readonly ok: true; readonly table: readonly (readonly SheetCell[])[] }
  | { readonly ok: false; readonly flaw: string };

export function tooManyRows(most: number): string {
  return `Tệp có hơn ${most.toLocaleString('vi-VN')} dòng. Chia thành nhiều tệp rồi nhập từng tệp.`;
}

/** Finding for a cell with a formula, whose value may differ on the next computer. */
export function formulaWords(cell: string): string {
  return `Ô ${cell} là công thức. Chép rồi dán lại dạng giá trị (Paste Values) trước khi chọn tệp.`;
}
