import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const ADDED: readonly TableAddition[] = [
  {
    table: 'directory_run',
    columns: [['underWay', 'integer', 'nullable']],
    indices: [
      { name: 'uq_directory_run_under_way', columns: ['underWay'], isUnique: true, where: '"underWay" IS NOT NULL' },
    ],
  },
  {
    table: 'trust_proposal',
    indices: [
      {
        name: 'uq_trust_proposal_waiting',
        columns: ['kind', 'sha256'],
        isUnique: true,
        where: `"state" = 'waiting'`,
      },
    ],
  },
  {
    table: 'officer_change',
    indices: [{ name: 'uq_officer_change_waiting', columns: ['unitId'], isUnique: true, where: `"state" = 'waiting'` }],
  },
];

/** What may stand only once at a time is held by the database itself, not by a look before the write. */
export class OneAtATime1764000000081 implements MigrationInterface {
  readonly name = 'OneAtATime1764000000081';

  async up(runner: QueryRunner): Promise<void> {
    for (const addition of ADDED) await extendTable(runner, addition);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const addition of ADDED.toReversed()) await reduceTable(runner, addition);
  }
}
