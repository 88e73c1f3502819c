import type { TextFlaw } from '../format/rules/finding.js';

export const CLOSING_MARK = './.';

/** The body ends with `./.` (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6). */
export function closingFlaws(text: string): readonly TextFlaw[] {
  const words = text.trimEnd();
  if (words.endsWith(CLOSING_MARK) && !/\s\.\/\.$/u.test(words)) return [];
  const mended = `${words.replace(/(?<![./;,\s])[./;,\s]+$/u, '')}${CLOSING_MARK}`;
  return [{ rule: 'closing-mark', message: 'Cuối nội dung thiếu dấu “./.”.', mended }];
}
