import type { Page } from '../../soap/contract-parts.js';
import { invalid } from './refusals.js';

/** The position after which a page begins; without a cursor, the beginning. @throws SoapRefusal EO-VALIDATION */
export function positionOf(page: Page | undefined): number {
  const cursor = page?.cursor ?? '0';
  if (!/^\d{1,15}$/u.test(cursor)) throw invalid('Con trỏ trang không do hệ thống này cấp.', 'page/cursor');
  return Number(cursor);
}

/**
 * Cuts a page out of what was read with one row too many.
 *
 * @param cursorOf where the next page begins, when this is its last row
 */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (last: T) => string,
): { readonly rows: readonly T[]; readonly nextCursor?: string; readonly more: boolean } {
  const cut = rows.slice(0, limit);
  const last = cut.at(-1);
  return { rows: cut, nextCursor: last === undefined ? undefined : cursorOf(last), more: rows.length > limit };
}
