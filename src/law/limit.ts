import { DomainError } from '../kernel/domain-error.js';

/**
 * What a limit is counted in. A working day is never turned into hours: the two differ as soon as shifts change.
 * `days` and `hours` are calendar time.
 */
export const LIMIT_UNITS = ['workingDays', 'workingHours', 'days', 'hours'] as const;

export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** How long a duty may take. */
export interface Limit {
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** Above this a limit is a slip of the pen: ten years in days. */
export const MAX_LIMIT = 3650;

export function isLimitUnit(text: string): text is LimitUnit {
  return LIMIT_UNITS.some((unit) => unit === text);
}

/** @throws DomainError `deadline-limit-invalid` unless the amount is a whole number from 1 to `MAX_LIMIT` */
export function requireLimit(limit: Limit): void {
  if (!Number.isInteger(limit.amount) || limit.amount < 1 || limit.amount > MAX_LIMIT) {
    throw new DomainError('deadline-limit-invalid', { amount: limit.amount, unit: limit.unit });
  }
}

export const LIMIT_UNIT_WORDS: Readonly<Record<LimitUnit, string>> = {
  workingDays: 'ngày làm việc',
  workingHours: 'giờ làm việc',
  days: 'ngày',
  hours: 'giờ',
};

/** `5 ngày làm việc` */
export function limitWords({ amount, unit }: Limit): string {
  return `${amount} ${LIMIT_UNIT_WORDS[unit]}`;
}
