import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TOKENS: readonly TablePlan[] = [
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

/** Keys of programs. */
export class ApiTokens1764000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TOKENS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TOKENS);
  }
}
