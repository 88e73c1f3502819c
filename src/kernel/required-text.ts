import { DomainError } from './domain-error.js';
import { clean } from './vietnamese.js';

export interface TextLengths {
  /** Characters. */
  readonly shortest: number;
  readonly longest: number;
}

/**
 * Text that an act cannot do without, cleaned and trimmed.
 *
 * @param field the form's field, beside which the sentence stands
 * @throws DomainError `input-invalid` with what is missing in words
 */
export function requireText(field: string, text: string, { shortest, longest }: TextLengths): string {
  const words = clean(text).trim();
  const { length } = words;
  if (length < shortest) {
    throw new DomainError('input-invalid', {
      field,
      message: `Viết thêm: cần từ ${shortest} ký tự, hiện có ${length}.`,
    });
  }
  if (length > longest) {
    throw new DomainError('input-invalid', {
      field,
      message: `Viết gọn lại: nhiều nhất ${longest} ký tự, hiện có ${length}.`,
    });
  }
  return words;
}
