import { DomainError } from '../../kernel/domain-error.js';
import { requireText } from '../../kernel/required-text.js';
import { detailWords, privateDetailsIn } from './letter/private-details.js';

/** How many texts a unit keeps: its writers look through the list of them all. */
export const MAX_STANDARD_TEXTS = 100;
export const HEADING_LENGTHS = { shortest: 3, longest: 100 } as const;
export const TEXT_LENGTHS = { shortest: 10, longest: 2_000 } as const;

export interface StandardText {
  readonly heading: string;
  readonly text: string;
}

/**
 * A text that goes into letters about other people: it holds no personal data.
 *
 * Source: Luật 91/2025/QH15, Điều 3 (only for the purpose for which data were given).
 *
 * @throws DomainError `input-invalid` naming the field, and what is private in it
 */
export function requireStandardText(given: StandardText): StandardText {
  const heading = requireText('heading', given.heading.replace(/\s+/gu, ' '), HEADING_LENGTHS);
  const text = requireText('text', given.text, TEXT_LENGTHS);
  const [first, ...further] = privateDetailsIn({ fields: { heading, text }, reading: null });
  if (first === undefined) return { heading, text };
  throw new DomainError('input-invalid', {
    field: first.field,
    message: `Đoạn mẫu dùng cho nhiều công văn nên không được có thông tin riêng: ${detailWords([first, ...further])}. Thay bằng lời chung.`,
  });
}
