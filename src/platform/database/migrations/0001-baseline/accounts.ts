import type { TablePlan } from '../../table-plan.js';

/** Attempts to sign in, devices, second factors, and the tokens of programs. */
export const ACCOUNTS_TABLES: readonly TablePlan[] = [
  {
    name: 'sign_in_attempt',
    key: 'pk_sign_in_attempt',
    columns: [
      ['id', { text: 64 }, 'key'],
      ['failures', 'integer'],
      ['lastAt', 'instant'],
    ],
    indices: [{ name: 'ix_sign_in_attempt_last', columns: ['lastAt'] }],
  },
  {
    name: 'known_device',
    key: 'pk_known_device',
    columns: [
      ['id', { text: 64 }, 'key'],
      ['staffId', { text: 36 }, 'key'],
      ['lastSeenAt', 'instant'],
    ],
    indices: [{ name: 'ix_known_device_seen', columns: ['lastSeenAt'] }],
  },
  {
    name: 'second_factor',
    key: 'pk_second_factor',
    columns: [
      ['staffId', { text: 36 }, 'key'],
      ['secret', { text: 200 }],
      ['confirmedAt', 'instant'],
      ['lastStep', 'integer'],
    ],
  },
  {
    name: 'recovery_code',
    key: 'pk_recovery_code',
    columns: [
      ['id', { text: 64 }, 'key'],
      ['staffId', { text: 36 }],
    ],
    indices: [{ name: 'ix_recovery_code_staff', columns: ['staffId'] }],
  },
  {
    name: 'api_token',
    key: 'pk_api_token',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['name', { text: 60 }],
      ['hash', { text: 64 }],
      ['scopes', 'json'],
      ['ownerId', { text: 36 }],
      ['createdById', { text: 36 }],
      ['createdByName', { text: 100 }],
      ['createdAt', 'instant'],
      ['expiresAt', 'instant'],
      ['confirmedAt', 'instant', 'nullable'],
      ['lastUsedAt', 'instant', 'nullable'],
      ['revokedAt', 'instant', 'nullable'],
      ['revokedByName', { text: 100 }, 'nullable'],
    ],
    indices: [
      { name: 'uq_api_token_hash', columns: ['hash'], isUnique: true },
      { name: 'ix_api_token_owner', columns: ['ownerId'] },
    ],
  },
];
