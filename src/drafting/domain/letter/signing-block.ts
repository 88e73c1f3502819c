import type { WordReading } from '../word/word-reading.js';

/**
 * What is wrong with the block of a signature, line by line, power to name; null when it is the one that the table gives.
 *
 * @param inWord whether it stands in a file that is corrected in Word
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, phần I, mục II.7.
 */
export function blockFlaw(stands: readonly string[], given: readonly string[], inWord = false): string | null {
  const isSame = stands.length === given.length && stands.every((line, at) => bare(line) === bare(given[at] ?? ''));
  if (isSame) return null;
  const mend = inWord
    ? 'Bỏ bản sửa trong Word, lưu lại biểu mẫu để dùng khối ký hiện nay, rồi tải về sửa lại trong Word.'
    : 'Lưu lại bản thảo để dùng khối ký hiện nay.';
  return `Khối ký của bản thảo là “${stands.join(' / ')}”, theo bảng thẩm quyền ký nay là “${given.join(' / ')}”. ${mend}`;
}

/** The block as it stands in a file that was written in Word. */
export function blockIn({ head: { authority, signer } }: WordReading): readonly string[] {
  return signer === null ? authority : [...authority, signer];
}

function bare(line: string): string {
  return line.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
