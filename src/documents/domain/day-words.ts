import type { CivilDate } from '../../kernel/civil-date.js';

/** `18/03/2026`, as registers write days. */
export function dayWords(day: CivilDate): string {
  return day.split('-').toReversed().join('/');
}
