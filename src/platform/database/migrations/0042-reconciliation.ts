import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'reconciliation_run',
    key: 'pk_reconciliation_run',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['state', { text: 10 }],
      ['comparedFrom', 'instant'],
      ['startedAt', 'instant'],
      ['endedAt', 'instant', 'nullable'],
      ['byName', { text: 100 }],
      ['receivedThere', 'integer', 'nullable'],
      ['sentThere', 'integer', 'nullable'],
      ['found', 'integer', 'nullable'],
      ['failure', { text: 1000 }, 'nullable'],
    ],
    indices: [{ name: 'ix_reconciliation_run_started', columns: ['startedAt'] }],
    checks: [{ name: 'ck_reconciliation_run_state', column: 'state', values: ['running', 'done', 'failed'] }],
  },
  {
    name: 'reconciliation_difference',
    key: 'pk_reconciliation_difference',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['name', { exact: 400 }],
      ['kind', { text: 20 }],
      ['direction', { text: 10 }],
      ['subject', { text: 400 }],
      ['at', 'instant'],
      ['documentId', { exact: 200 }, 'nullable'],
      ['inboxId', { text: 36 }, 'nullable'],
      ['dispatchId', { text: 36 }, 'nullable'],
      ['sha256There', { text: 64 }, 'nullable'],
      ['sha256Here', { text: 64 }, 'nullable'],
      ['facts', 'json'],
      ['state', { text: 10 }],
      ['foundAt', 'instant'],
      ['lastRunId', { text: 36 }],
      ['reason', { text: 1000 }, 'nullable'],
      ['settledAt', 'instant', 'nullable'],
      ['settledByName', { text: 100 }, 'nullable'],
    ],
    indices: [
      { name: 'uq_reconciliation_difference_name', columns: ['name'], isUnique: true },
      { name: 'ix_reconciliation_difference_state', columns: ['state', 'foundAt'] },
    ],
    checks: [
      {
        name: 'ck_reconciliation_difference_kind',
        column: 'kind',
        values: [
          ...['missingHere', 'unacknowledged', 'contentDiffers', 'unknownThere', 'missingThere', 'receiptUnknown'],
          ...['unknownHere', 'statusDiffers', 'numberTaken'],
        ],
      },
      {
        name: 'ck_reconciliation_difference_state',
        column: 'state',
        values: ['open', 'repairing', 'settled', 'explained'],
      },
    ],
  },
  {
    name: 'e_office_clock',
    key: 'pk_e_office_clock',
    columns: [
      ['name', { text: 20 }, 'key'],
      ['askedAt', 'instant'],
      ['skewMs', 'integer'],
      ['product', { text: 200 }],
      ['contractVersion', { text: 40 }],
    ],
  },
];

/** Comparisons of both sides of the exchange, what they found, and what the e-office's clock says. */
export class Reconciliation1764000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
