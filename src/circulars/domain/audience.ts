import type { Role } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { UnitKind } from '../../organisation/domain/functions.js';

/** To whom a circular goes: people of the places named, of any of the roles where some are named, and those named one by one. */
export interface Audience {
  readonly everybody: boolean;
  readonly unitKinds: readonly UnitKind[];
  readonly unitIds: readonly string[];
  /** None: whatever somebody is. */
  readonly roles: readonly Role[];
  readonly staffIds: readonly string[];
}

/** Somebody who may be addressed. */
export interface Addressee {
  readonly id: string;
  readonly unitId: string;
  readonly unitKind: UnitKind;
  readonly roles: readonly Role[];
}

export function isAddressed(audience: Audience, { id, unitId, unitKind, roles }: Addressee): boolean {
  if (audience.staffIds.includes(id)) return true;
  const fits = audience.roles.length === 0 || audience.roles.some((role) => roles.includes(role));
  return fits && isUnitAddressed(audience, { id: unitId, kind: unitKind });
}

/** Whether the whole unit is addressed, so that its head answers for those who have no account. */
export function isUnitAddressed(
  { everybody, unitKinds, unitIds }: Audience,
  unit: { readonly id: string; readonly kind: UnitKind },
): boolean {
  return everybody || unitKinds.includes(unit.kind) || unitIds.includes(unit.id);
}

/** @throws DomainError `input-invalid` at `everybody` where nobody is addressed */
export function requireAudience({ everybody, unitKinds, unitIds, staffIds }: Audience): void {
  if (everybody || unitKinds.length > 0 || unitIds.length > 0 || staffIds.length > 0) return;
  throw new DomainError('input-invalid', {
    field: 'everybody',
    message: 'Chọn nơi nhận: toàn Sở, loại đơn vị, đơn vị hoặc người cụ thể.',
  });
}
