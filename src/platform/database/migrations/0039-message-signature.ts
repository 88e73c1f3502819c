import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const INCOMING: TableAddition = { table: 'incoming_document', columns: [['messageSignature', 'json', 'nullable']] };

/** What the XML signature of the message that brought a document was worth. */
export class MessageSignature1764000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, INCOMING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, INCOMING);
  }
}
