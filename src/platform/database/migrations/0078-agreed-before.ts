import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const AGREED: TableAddition = {
  table: 'substitution',
  columns: [
    ['agreedAt', 'instant', 'nullable'],
    ['agreedById', { text: 36 }, 'nullable'],
    ['agreedByName', { text: 100 }, 'nullable'],
  ],
};

const KEPT_DETAILS: TableAddition = { table: 'draft', columns: [['keptDetails', 'json', 'nullable']] };

/** Who made it for themselves agreed by that; whether anybody agreed to the others nobody knows. */
const BY_THE_PRINCIPAL = `UPDATE "substitution" SET "agreedAt" = "createdAt", "agreedById" = "createdById",
  "agreedByName" = "createdByName" WHERE "createdById" = "principalId"`;

/** What somebody answers for before it goes on: that one acts for another, and that private details stay in a letter. */
export class AgreedBefore1764000000078 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, AGREED);
    await extendTable(runner, KEPT_DETAILS);
    await runner.query(BY_THE_PRINCIPAL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, KEPT_DETAILS);
    await reduceTable(runner, AGREED);
  }
}
