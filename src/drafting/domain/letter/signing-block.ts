/**
 * What is wrong with the block of a signature, line by line, power to name; null when it is the one that the table gives.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, phần I, mục II.7.
 */
export function blockFlaw(stands: readonly string[], given: readonly string[]): string | null {
  const isSame = stands.length === given.length && stands.every((line, at) => bare(line) === bare(given[at] ?? ''));
  if (isSame) return null;
  return `Khối ký của bản thảo là “${stands.join(' / ')}”, theo bảng thẩm quyền ký nay là “${given.join(' / ')}”. Lưu lại bản thảo để dùng khối ký hiện nay.`;
}

function bare(line: string): string {
  return line.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
