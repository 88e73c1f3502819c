import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const ADDITIONS: readonly TableAddition[] = [
  { table: 'document_file', columns: [['signature', 'json', 'nullable']] },
  { table: 'inbox_message', columns: [['returnedAt', 'instant', 'nullable']] },
];

/** What the signatures of incoming files are worth, and which messages went back to their senders; what came before was not looked at. */
export class IncomingSignatures1764000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const addition of ADDITIONS) await extendTable(runner, addition);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const addition of ADDITIONS.toReversed()) await reduceTable(runner, addition);
  }
}
