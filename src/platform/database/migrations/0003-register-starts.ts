import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'register_start',
    key: 'pk_register_start',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['book', { text: 20 }],
      ['year', 'integer'],
      ['first', 'integer'],
      ['basis', { text: 500 }],
      ['state', { text: 20 }],
      ['proposedById', { text: 36 }],
      ['proposedByName', { text: 100 }],
      ['proposedAt', 'instant'],
      ['decidedByName', { text: 100 }, 'nullable'],
      ['decidedAt', 'instant', 'nullable'],
      ['refusedBecause', { text: 500 }, 'nullable'],
    ],
    indices: [
      { name: 'ix_register_start_book', columns: ['book', 'year', 'proposedAt'] },
      { name: 'uq_register_start_waiting', columns: ['book', 'year'], isUnique: true, where: `"state" = 'waiting'` },
    ],
    checks: [{ name: 'ck_register_start_state', column: 'state', values: ['waiting', 'confirmed', 'refused'] }],
  },
];

/** A book that goes on from another register begins at a number that two people have set. */
export class RegisterStarts1765000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
