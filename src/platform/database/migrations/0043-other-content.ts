import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const INBOX: TableAddition = {
  table: 'inbox_message',
  columns: [
    ['otherSha256', { text: 64 }, 'nullable'],
    ['otherSeenAt', 'instant', 'nullable'],
  ],
};

/** A message that came once more under its own name with other bytes. */
export class OtherContent1764000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, INBOX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, INBOX);
  }
}
