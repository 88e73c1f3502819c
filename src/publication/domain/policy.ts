import { hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';

/** Roles that may withdraw a published result at once: supervision and leaders, who approve, and the Office, which publishes. */
export const PUBLICATION_KEEPERS: readonly Role[] = ['supervisor', 'leader', 'registryClerk', 'formatChecker'];

/** @throws DomainError `forbidden` */
export function requireKeeper(actor: Actor): void {
  if (!hasRole(actor, ...PUBLICATION_KEEPERS)) throw new DomainError('forbidden', { act: 'withdrawResult' });
}

const REASON = { shortest: 10, longest: 1000 } as const;

/** @throws DomainError `input-invalid` at `reason` */
export function requireReason(given: string): string {
  const reason = given.normalize('NFC').trim();
  if (reason.length < REASON.shortest || reason.length > REASON.longest) {
    const message = `Ghi lý do gỡ, từ ${String(REASON.shortest)} đến ${String(REASON.longest)} ký tự.`;
    throw new DomainError('input-invalid', { field: 'reason', message });
  }
  return reason;
}
