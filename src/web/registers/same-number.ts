import { sameNumberWords } from '../../documents/domain/same-number.js';

/** What is said where other documents bear the number of this one; null where none does. */
export function sameNumberWarning(arrivalNumbers: readonly number[] = []): string | null {
  return arrivalNumbers.length === 0 ? null : sameNumberWords(arrivalNumbers);
}
