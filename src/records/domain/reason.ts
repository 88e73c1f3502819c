import { DomainError } from '../../kernel/domain-error.js';

export const REASON_LENGTHS = { shortest: 10, longest: 1000 } as const;

/** @throws DomainError `input-invalid` when it says nothing, or more than is kept */
export function requireReason(given: string, field = 'reason', ask = 'Ghi lý do'): string {
  const reason = given.trim();
  const { shortest, longest } = REASON_LENGTHS;
  if (reason.length >= shortest && reason.length <= longest) return reason;
  const message = `${ask}: cần từ ${shortest} đến ${longest} ký tự, hiện có ${reason.length}.`;
  throw new DomainError('input-invalid', { field, message });
}
