import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const INDICES: readonly TableAddition[] = [
  {
    table: 'inbox_message',
    indices: [{ name: 'ix_inbox_message_queued', columns: ['queuedAt'] }],
  },
  {
    table: 'outgoing_document',
    indices: [{ name: 'ix_outgoing_document_amending', columns: ['year', 'number'], where: '"amendsId" IS NOT NULL' }],
  },
];

/** The first message of all and the letters that amend others were looked for among everything that ever came or went. */
export class FoundByIndex1765000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const addition of INDICES) await extendTable(runner, addition);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const addition of INDICES) await reduceTable(runner, addition);
  }
}
