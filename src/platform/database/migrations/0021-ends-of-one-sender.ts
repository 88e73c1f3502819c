import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const OWN_END: TableAddition = { table: 'ticket', columns: [['ownEnd', { text: 20 }, 'nullable']] };

/** A ticket keeps how the matter of its own sender ended while it goes on for the senders of tickets merged into it. */
export class EndsOfOneSender1764000000021 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return extendTable(runner, OWN_END);
  }

  down(runner: QueryRunner): Promise<void> {
    return reduceTable(runner, OWN_END);
  }
}
