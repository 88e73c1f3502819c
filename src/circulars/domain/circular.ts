import { addDays, type CivilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';

/** A draft is nobody's duty; what was sent stays as it was sent. */
export const CIRCULAR_STATES = ['draft', 'sent', 'withdrawn'] as const;

export type CircularState = (typeof CIRCULAR_STATES)[number];

/** `lapsed`: no longer asked of this person, who has left or works elsewhere. */
export const RECEIPT_STATES = ['open', 'acknowledged', 'lapsed'] as const;

export type ReceiptState = (typeof RECEIPT_STATES)[number];

/** A file that goes with a circular. */
export interface CircularFile {
  readonly name: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

export const MAX_FILES = 5;
export const TITLE_LENGTHS = { shortest: 10, longest: 300 } as const;
export const SYMBOL_LENGTHS = { shortest: 0, longest: 60 } as const;
export const TEXT_LENGTHS = { shortest: 20, longest: 20_000 } as const;
export const REASON_LENGTHS = { shortest: 10, longest: 500 } as const;

/** What decides whether a circular holds. */
export interface CircularTerms {
  readonly state: CircularState;
  /** Last day; null where it holds until something takes its place. */
  readonly validTo: CivilDate | null;
  /** The circular that took its place. */
  readonly replacedById: string | null;
}

export type Standing = 'draft' | 'inForce' | 'expired' | 'replaced' | 'withdrawn';

/** Whether a circular holds on a day (còn hiệu lực), and if not, why. */
export function standingOf({ state, validTo, replacedById }: CircularTerms, today: CivilDate): Standing {
  if (state !== 'sent') return state;
  if (replacedById !== null) return 'replaced';
  return validTo !== null && validTo < today ? 'expired' : 'inForce';
}

export interface CircularDays {
  readonly dueOn: CivilDate;
  readonly validTo: CivilDate | null;
}

/** @throws DomainError `input-invalid` for days that nobody could keep */
export function requireDays({ dueOn, validTo }: CircularDays, today: CivilDate): void {
  if (dueOn < today)
    throw new DomainError('input-invalid', { field: 'dueOn', message: 'Hạn xác nhận phải từ hôm nay trở đi.' });
  if (validTo !== null && validTo < dueOn)
    throw new DomainError('input-invalid', { field: 'validTo', message: 'Ngày hết hiệu lực không thể trước hạn.' });
}

/** Days before the last day on which people are reminded for the first time. */
const REMINDED_BEFORE = 2;
const WEEK = 7;

/**
 * Which reminder is owed on a day; null where none is. Each is told once: two days before the last day, on it, and once a week after it.
 *
 * @param dueOn last day on which an acknowledgement is in time
 */
export function reminderStep(dueOn: CivilDate, today: CivilDate): string | null {
  if (today < addDays(dueOn, -REMINDED_BEFORE)) return null;
  if (today < dueOn) return 'before';
  if (today === dueOn) return 'due';
  let week = 1;
  while (today > addDays(dueOn, week * WEEK)) week += 1;
  return `late-${week}`;
}

export function isLateStep(step: string): boolean {
  return step.startsWith('late-');
}
