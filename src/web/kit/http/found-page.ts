import { DomainError } from '../../../kernel/domain-error.js';

/** @throws DomainError `not-found` for null or undefined */
export function requireFound<T>(part: T | null | undefined): T {
  if (part === null || part === undefined) throw new DomainError('not-found', { what: 'page' });
  return part;
}

/** @throws DomainError `not-found` unless the text is a page number */
export function pageNumber(text: string): number {
  if (!/^[1-9]\d{0,2}$/u.test(text)) throw new DomainError('not-found', { what: 'page' });
  return Number(text);
}
