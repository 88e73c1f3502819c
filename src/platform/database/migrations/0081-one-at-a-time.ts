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

/** Ends all but the eldest of what waits twice; who made it finds it ended and may begin anew. */
function endYounger(table: string, same: readonly string[], since: string, ended: string): string {
  const elder = [
    `"elder"."state" = 'waiting'`,
    ...same.map((column) => `"elder"."${column}" = "${table}"."${column}"`),
    `("elder"."${since}" < "${table}"."${since}"
      OR ("elder"."${since}" = "${table}"."${since}" AND "elder"."id" < "${table}"."id"))`,
  ];
  return `UPDATE "${table}" SET "state" = '${ended}' WHERE "state" = 'waiting'
    AND EXISTS (SELECT 1 FROM "${table}" AS "elder" WHERE ${elder.join(' AND ')})`;
}

/** What may stand only once at a time is held by the database itself, not by a look before the write. */
export class OneAtATime1764000000081 implements MigrationInterface {
  readonly name = 'OneAtATime1764000000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(endYounger('trust_proposal', ['kind', 'sha256'], 'proposedAt', 'refused'));
    await runner.query(endYounger('officer_change', ['unitId'], 'createdAt', 'withdrawn'));
    for (const addition of ADDED) await extendTable(runner, addition);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const addition of ADDED.toReversed()) await reduceTable(runner, addition);
  }
}
