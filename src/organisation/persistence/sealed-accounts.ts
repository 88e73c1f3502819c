import type { SealedRecords } from '../../journal/index.js';
import { StaffEntity, StaffRoleEntity } from './organisation.entities.js';

/** By what somebody signs in and may act. */
export const SEALED_ACCOUNT: SealedRecords = {
  kind: 'staff',
  entity: StaffEntity,
  key: 'id',
  columns: ['passwordHash', 'roles'],
};

export const SEALED_ROLE: SealedRecords = {
  kind: 'staffRole',
  entity: StaffRoleEntity,
  key: 'id',
  columns: ['staffId', 'role', 'validFrom', 'validTo', 'grantedBy', 'grantedAt'],
};
