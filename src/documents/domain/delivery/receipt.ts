import { beginningOf } from '../../../kernel/beginning-of.js';
import type { CivilDate } from '../../../kernel/civil-date.js';
import { dayWords } from '../day-words.js';

/** Characters of what stands where a paper register has a signature. */
export const RECEIPT_LENGTH = 400;

/** `Lê Thị Ngọc, 18/03/2026`: who took a document over, in the place of a signature. Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV, cột ký nhận. */
export function receiptWords(who: string, on: CivilDate): string {
  return `${who}, ${dayWords(on)}`;
}

const BETWEEN = '; ';

/** One receipt after another: a letter may leave by several ways. The last one, with its day, stands whole; where there is no room for all, those before it are cut. */
export function withReceipt(before: string | null, receipt: string): string {
  const room = RECEIPT_LENGTH - receipt.length - BETWEEN.length;
  if (before === null || before === '' || room < 1) return beginningOf(receipt, RECEIPT_LENGTH);
  return `${beginningOf(before, room)}${BETWEEN}${receipt}`;
}
