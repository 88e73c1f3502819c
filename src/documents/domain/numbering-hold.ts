import { hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { clean } from '../../kernel/vietnamese.js';

/** Characters of the reason for giving numbers without having compared. */
export const GO_ON_REASON = { shortest: 10, longest: 500 } as const;

export const NO_GO_ON = { goOnById: null, goOnByName: null, goOnAt: null, goOnReason: null };

/** Who may decide that numbers are given again although nobody could compare. */
export function mayGoOn(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk', 'administrator');
}

/** @throws DomainError `forbidden` */
export function requireGoOn(actor: Actor): void {
  if (!mayGoOn(actor)) throw new DomainError('forbidden', { ability: 'goOnNumbering' });
}

/** @throws DomainError `input-invalid` beside the field `reason` */
export function requireGoOnReason(given: string): string {
  const reason = clean(given);
  const { shortest, longest } = GO_ON_REASON;
  if (reason.length >= shortest && reason.length <= longest) return reason;
  const message = `Ghi lý do từ ${String(shortest)} đến ${String(longest)} ký tự: đã đối chiếu sổ giấy thế nào.`;
  throw new DomainError('input-invalid', { field: 'reason', message });
}
