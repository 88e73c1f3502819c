import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTables,
  dropTables,
  extendTable,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const RUNS: TablePlan = {
  name: 'directory_run',
  key: 'pk_directory_run',
  columns: [
    ['id', { text: 36 }, 'key'],
    ['kind', { text: 10 }],
    ['state', { text: 10 }],
    ['byId', { text: 36 }],
    ['byName', { text: 100 }],
    ['approvedById', { text: 36 }, 'nullable'],
    ['approvedByName', { text: 100 }, 'nullable'],
    ['approvedHash', { text: 64 }, 'nullable'],
    ['startedAt', 'instant'],
    ['movedAt', 'instant'],
    ['finishedAt', 'instant', 'nullable'],
    ['seen', 'integer'],
    ['added', 'integer'],
    ['changed', 'integer'],
    ['disabled', 'integer'],
    ['untouched', 'integer'],
    ['refused', 'integer'],
    ['plan', 'json', 'nullable'],
    ['planHash', { text: 64 }, 'nullable'],
    ['needs', 'json', 'nullable'],
    ['mark', { text: 200 }, 'nullable'],
    ['reason', { text: 500 }, 'nullable'],
  ],
  indices: [{ name: 'ix_directory_run_started', columns: ['startedAt'] }],
  checks: [
    { name: 'ck_directory_run_kind', column: 'kind', values: ['full', 'delta'] },
    {
      name: 'ck_directory_run_state',
      column: 'state',
      values: ['asked', 'reading', 'planned', 'approved', 'applied', 'failed'],
    },
  ],
};

const STAFF: TableAddition = {
  table: 'staff',
  columns: [
    ['directoryId', { text: 64 }, 'nullable'],
    ['directoryName', { text: 400 }, 'nullable'],
    ['directorySeenAt', 'instant', 'nullable'],
    ['leftAt', 'instant', 'nullable'],
  ],
  indices: [
    { name: 'uq_staff_directory', columns: ['directoryId'], isUnique: true, where: '"directoryId" IS NOT NULL' },
  ],
};

/** Staff know who they are in a directory, and each reading of it is kept with its plan. */
export class DirectorySync1764000000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [RUNS]);
    await extendTable(runner, STAFF);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, STAFF);
    await dropTables(runner, [RUNS]);
  }
}
