import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const UNREAD: readonly TableAddition[] = [
  { table: 'agency', columns: [['modifiedAt', 'instant', 'nullable']] },
  { table: 'reconciliation_difference', columns: [['lastRunId', { text: 36 }, 'nullable']] },
];

/** What was written and never read: when the e-office changed its line of an agency, and which comparison saw a difference last. */
export class UnreadColumns1764000000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const columns of UNREAD) await reduceTable(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const columns of UNREAD) await extendTable(runner, columns);
  }
}
