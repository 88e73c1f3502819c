import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTables,
  dropTables,
  extendTable,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'numbering_hold',
    key: 'pk_numbering_hold',
    columns: [
      ['name', { text: 20 }, 'key'],
      ['begunAt', 'instant'],
      ['markedAt', 'instant', 'nullable'],
      ['heldAt', 'instant', 'nullable'],
      ['why', { text: 500 }, 'nullable'],
      ['failure', { text: 1000 }, 'nullable'],
      ['recoveredAt', 'instant', 'nullable'],
      ['workedBy', { text: 36 }, 'nullable'],
      ['workedUntil', 'instant', 'nullable'],
      ['goOnById', { text: 36 }, 'nullable'],
      ['goOnByName', { text: 100 }, 'nullable'],
      ['goOnAt', 'instant', 'nullable'],
      ['goOnReason', { text: 500 }, 'nullable'],
    ],
  },
  {
    name: 'key_fingerprint',
    key: 'pk_key_fingerprint',
    columns: [
      ['name', { text: 20 }, 'key'],
      ['sha256', { text: 64 }],
      ['seenAt', 'instant'],
    ],
  },
];

const RUN: TableAddition = { table: 'reconciliation_run', columns: [['comparedTo', 'instant', 'nullable']] };

/** What keeps numbers from being given after a restore, how far a comparison reached, and by which keys the database was written. */
export class NumberingHold1764000000076 implements MigrationInterface {
  readonly name = 'NumberingHold1764000000076';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await extendTable(runner, RUN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, RUN);
    await dropTables(runner, TABLES);
  }
}
