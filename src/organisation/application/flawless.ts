import { DomainError } from '../../kernel/domain-error.js';
import type { Flaw } from '../../law/policy-draft.js';

/** @throws DomainError `input-invalid` with the first flaw, at its field */
export function requireFlawless([flaw]: readonly Flaw[]): void {
  if (flaw !== undefined) throw new DomainError('input-invalid', { field: flaw.field, message: flaw.sentence });
}
