import type { CivilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';

/** `inspection`: how a unit handled a ticket · `verification`: whether what the citizen says happened. Source: source letter, part 2 (xác thực vụ việc). */
export const NOTE_KINDS = ['inspection', 'verification'] as const;

export type NoteKind = (typeof NOTE_KINDS)[number];

/** What was found: of an inspection, whether it was handled as it should; of a verification, whether it is true. */
export const FINDINGS = ['right', 'partly', 'wrong', 'unclear'] as const;

export type Finding = (typeof FINDINGS)[number];

export const NOTE_LENGTHS = { shortest: 10, longest: 8000 } as const;

export const PURPOSE_LENGTHS = { shortest: 5, longest: 500 } as const;

export const MAX_PLACE_LENGTH = 200;

/** More is no sample that people look through. */
export const MAX_SAMPLE_SIZE = 500;

/** Out of how many a sample is drawn at most; a longer list is narrowed by its period. */
export const MAX_POPULATION_SIZE = 50_000;

/** @throws DomainError `input-invalid` */
export function requireSize(size: number): number {
  if (Number.isSafeInteger(size) && size >= 1 && size <= MAX_SAMPLE_SIZE) return size;
  throw new DomainError('input-invalid', { field: 'size', message: `Ghi số phiếu từ 1 đến ${MAX_SAMPLE_SIZE}.` });
}

/** @throws DomainError `input-invalid` for a day that has not come */
export function requireHappenedOn(day: CivilDate | null, today: CivilDate): CivilDate {
  const happenedOn = day ?? today;
  if (happenedOn <= today) return happenedOn;
  throw new DomainError('input-invalid', { field: 'happenedOn', message: 'Ngày kiểm tra không thể sau hôm nay.' });
}
