import type { TextFlaw } from '../format/rules/finding.js';

export const ABSTRACT_MAX = 500;
const OPENING = /^(?:v\s*[/.]?\s*v\s*[:.]?|về việc\s*:?)\s*/iu;

/**
 * What is wrong with the abstract of a letter as it stands under its number: `V/v trả lời kiến nghị`.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5; Phụ lục VI.
 */
export function abstractFlaws(text: string): readonly TextFlaw[] {
  const words = abstractWords(text);
  const flaws = abstractLengthFlaws(words);
  const right = `V/v ${words}`;
  if (text === right) return flaws;
  return [...flaws, { rule: 'abstract-form', message: formWords(text), mended: right }];
}

function formWords(text: string): string {
  if (/[.\s]$/u.test(text) && text.startsWith('V/v ')) return 'Cuối trích yếu không có dấu chấm.';
  return 'Trích yếu công văn viết “V/v” rồi viết tiếp nội dung, không có dấu hai chấm, không lặp lại “V/v”.';
}

/** What follows `V/v`, without a full stop at its end. */
export function abstractWords(text: string): string {
  let words = text.trim();
  while (OPENING.test(words) && /^v\s*[/.]?\s*v|^về việc/iu.test(words)) words = words.replace(OPENING, '');
  return words.replace(/(?<![.\s])[.\s]+$/u, '');
}

export function abstractLengthFlaws(text: string): readonly TextFlaw[] {
  if (text.length <= ABSTRACT_MAX) return [];
  return [{ rule: 'abstract-length', message: `Trích yếu dài ${text.length} ký tự, nhiều nhất ${ABSTRACT_MAX}.` }];
}
