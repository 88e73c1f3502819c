import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const CONVERSION: TablePlan = {
  name: 'conversion',
  key: 'pk_conversion',
  columns: [
    ['code', { text: 26 }, 'key'],
    ['kind', { text: 20 }],
    ['documentId', { text: 36 }],
    ['fileId', { text: 36 }, 'nullable'],
    ['originalSha256', { text: 64 }],
    ['copySha256', { text: 64 }],
    ['madeAt', 'instant'],
    ['madeById', { text: 36 }],
    ['madeByName', { text: 100 }],
    ['unitName', { text: 200 }, 'nullable'],
  ],
  indices: [{ name: 'ix_conversion_document', columns: ['documentId', 'madeAt'] }],
  checks: [{ name: 'ck_conversion_kind', column: 'kind', values: ['outgoing', 'incoming'] }],
};

/** Copies of documents: those printed with a mark. */
export class Copies1764000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [CONVERSION]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [CONVERSION]);
  }
}
