import { DAY_MS } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { w3Instant } from './w3-instant.js';

/** The longest span that one question may cover. Source: GeoReport v2, GET Service Requests. */
export const MAX_DAYS = 90;

/** The most that one answer holds. Source: GeoReport v2, "Response Volume". */
export const MAX_REQUESTS = 1000;

const MAX_MS = MAX_DAYS * DAY_MS;

export interface AskedRange {
  readonly from: Date;
  readonly to: Date;
}

/**
 * The span of time that is asked for: the last ninety days by default, ninety days from or up to the one moment that is.
 *
 * @throws DomainError `input-invalid` for a moment that is not one, an end before its beginning, a longer span
 */
export function askedRange(start: string | undefined, end: string | undefined, now: Date): AskedRange {
  const [from, to] = [momentOf('start_date', start), momentOf('end_date', end)];
  if (from === null) return { from: new Date((to ?? now).getTime() - MAX_MS), to: to ?? now };
  const until = to ?? new Date(from.getTime() + MAX_MS);
  if (until < from) throw refused('end_date', 'end_date phải sau start_date.');
  if (until.getTime() - from.getTime() > MAX_MS) {
    throw refused(
      'end_date',
      `Từ start_date đến end_date nhiều nhất ${String(MAX_DAYS)} ngày; chia thành nhiều lần hỏi.`,
    );
  }
  return { from, to: until };
}

function momentOf(field: string, text: string | undefined): Date | null {
  if (text === undefined || text.trim() === '') return null;
  const moment = w3Instant(text.trim());
  if (moment !== null) return moment;
  throw refused(
    field,
    `${field} phải là thời điểm có thật, viết theo ISO 8601 có múi giờ, như 2026-03-12T00:00:00+07:00.`,
  );
}

function refused(field: string, message: string): DomainError {
  return new DomainError('input-invalid', { field, message });
}
