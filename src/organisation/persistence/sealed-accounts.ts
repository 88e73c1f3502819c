import type { SealedRecords } from '../../journal/index.js';
import { StaffEntity, StaffRoleEntity } from './organisation.entities.js';

/** By what a person signs in and may act, and the unit, by which complaints about it are hidden from its people. */
export const SEALED_ACCOUNT: SealedRecords = {
  kind: 'staff',
  entity: StaffEntity,
  key: 'id',
  columns: ['username', 'passwordHash', 'roles', 'unitId', 'active'],
};

export const SEALED_ROLE: SealedRecords = {
  kind: 'staffRole',
  entity: StaffRoleEntity,
  key: 'id',
  columns: ['staffId', 'role', 'validFrom', 'validTo', 'grantedBy', 'grantedAt'],
};
