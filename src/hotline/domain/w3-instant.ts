import { isCivilDate } from '../../kernel/civil-date.js';

const FORM =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/u;

/**
 * A moment as GeoReport writes it: ISO 8601 with a zone, which must be there.
 *
 * Source: GeoReport v2, "Date/time format"; https://www.w3.org/TR/NOTE-datetime.
 *
 * @returns null for anything else, and for days that do not exist
 */
export function w3Instant(text: string): Date | null {
  const [, day = ''] = FORM.exec(text) ?? [];
  return isCivilDate(day) ? new Date(text) : null;
}
