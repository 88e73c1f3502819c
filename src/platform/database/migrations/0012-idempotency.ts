import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'idempotent_answer',
    key: 'pk_idempotent_answer',
    columns: [
      ['id', { text: 64 }, 'key'],
      ['request', { text: 64 }],
      ['answer', 'longText'],
      ['givenAt', 'instant'],
    ],
    indices: [{ name: 'ix_idempotent_answer_given', columns: ['givenAt'] }],
  },
];

/** Answers to requests that carry a key of the caller's. */
export class Idempotency1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
