import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const AWAITED: readonly TablePlan[] = [
  {
    name: 'awaited_document',
    key: 'pk_awaited_document',
    columns: [
      ['inboxId', { text: 36 }, 'key'],
      ['name', { exact: 200 }, 'key'],
      ['kind', { text: 20 }],
      ['until', 'instant'],
    ],
    indices: [
      { name: 'ix_awaited_document_name', columns: ['name'] },
      { name: 'ix_awaited_document_until', columns: ['until'] },
    ],
  },
];

/** A message that speaks of a document which has not come waits for it. */
export class AwaitedDocuments1764000000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, AWAITED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, AWAITED);
  }
}
