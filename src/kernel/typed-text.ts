import { DomainError } from './domain-error.js';
import { clean } from './vietnamese.js';

/** What was typed cannot be entered; the message stands beside its field. */
export function invalidField(field: string, message: string): DomainError {
  return new DomainError('input-invalid', { field, message });
}

export function tooLong(field: string, longest: number): DomainError {
  return invalidField(field, `Viết gọn lại, nhiều nhất ${String(longest)} ký tự.`);
}

/** @param asked what is said where the field is empty @throws DomainError `input-invalid` beside a field that says nothing, or too much */
export function requireTyped(
  field: string,
  given: string,
  { asked, longest }: { readonly asked: string; readonly longest: number },
): string {
  const text = clean(given).trim();
  if (text === '') throw invalidField(field, asked);
  if (text.length > longest) throw tooLong(field, longest);
  return text;
}
