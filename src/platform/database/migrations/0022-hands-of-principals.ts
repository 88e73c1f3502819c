import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const ADDITIONS: readonly TableAddition[] = [
  { table: 'ticket_publication', columns: [['endorsedForId', { text: 36 }, 'nullable']] },
  { table: 'proposed_decision', columns: [['proposedForId', { text: 36 }, 'nullable']] },
];

/** In whose place the first of two people acted: that person is not the second. */
export class HandsOfPrincipals1765000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const addition of ADDITIONS) await extendTable(runner, addition);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const addition of ADDITIONS) await reduceTable(runner, addition);
  }
}
