import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTables,
  dropTables,
  extendTable,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const EVIDENCE: readonly TablePlan[] = [
  {
    name: 'outbox_evidence',
    key: 'pk_outbox_evidence',
    columns: [
      ['seq', 'integer', 'key'],
      ['note', { text: 1000 }],
      ['receiptId', { text: 100 }, 'nullable'],
      ['sha256', { text: 64 }],
      ['fileName', { text: 255 }],
      ['byId', { text: 36 }],
      ['byName', { text: 100 }],
      ['at', 'instant'],
    ],
  },
];

const HELD: TableAddition = {
  table: 'outbox',
  columns: [
    ['heldAt', 'instant', 'nullable'],
    ['heldByName', { text: 100 }, 'nullable'],
    ['holdReason', { text: 500 }, 'nullable'],
  ],
  indices: [{ name: 'ix_outbox_held', columns: ['heldAt'], where: '"heldAt" IS NOT NULL' }],
};

/** What people do with promises: hold them, and prove that they were kept. */
export class PromisesByHand1764000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, EVIDENCE);
    await extendTable(runner, HELD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, HELD);
    await dropTables(runner, EVIDENCE);
  }
}
