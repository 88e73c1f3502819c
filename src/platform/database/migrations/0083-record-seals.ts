import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, makeChangeable } from '../append-only.js';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'record_seal',
    key: 'pk_record_seal',
    columns: [
      ['seq', 'integer', 'key'],
      ['kind', { text: 30 }],
      ['id', { text: 36 }],
      ['sha256', { text: 64 }],
      ['previousHash', { text: 64 }],
      ['hash', { text: 64 }],
    ],
    indices: [{ name: 'ix_record_seal_record', columns: ['kind', 'id', 'seq'] }],
  },
];

/** What tickets, deadlines, courses, roles, passwords, signed files and confirmed changes said when they were decided. Older records are sealed in the background. */
export class RecordSeals1764000000083 implements MigrationInterface {
  readonly name = 'RecordSeals1764000000083';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await makeAppendOnly(runner, 'record_seal');
  }

  async down(runner: QueryRunner): Promise<void> {
    await makeChangeable(runner, 'record_seal');
    await dropTables(runner, TABLES);
  }
}
