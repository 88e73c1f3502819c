/**
 * The letters by which points are counted: the Vietnamese alphabet without its marked vowels; there is no f, j, w, z,
 * and đ follows d.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.
 */
export const POINT_LETTERS: readonly string[] = Array.from('abcdđeghiklmnopqrstuvxy');

/** Why a letter cannot follow the one before it; null when it can. @param before null at the beginning */
export function pointLetterFlaw(letter: string, before: string | null): string | null {
  const at = POINT_LETTERS.indexOf(letter);
  if (at === -1)
    return `Không dùng “${letter})”: điểm đánh theo bảng chữ cái tiếng Việt (a, b, c, d, đ, e, g, h, i, k…).`;
  if (before === null) return null;
  const next = POINT_LETTERS[POINT_LETTERS.indexOf(before) + 1] ?? 'a';
  return letter === next || letter === 'a' ? null : `Sau “${before})” là “${next})”, không phải “${letter})”.`;
}
