import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const TICKET: TableAddition = { table: 'record_file', columns: [['ticketId', { text: 36 }, 'nullable']] };
const KEPT: TableAddition = { table: 'record_file', columns: [['ticketKept', { text: 36 }, 'nullable']] };

const ONE_EACH: TableAddition = {
  table: 'record_file',
  indices: [{ name: 'uq_record_file_ticket', columns: ['ticketId'], isUnique: true }],
};
const ONE_EACH_WHERE_THERE_IS_ONE: TableAddition = {
  table: 'record_file',
  indices: [{ name: 'uq_record_file_ticket', columns: ['ticketId'], isUnique: true, where: '"ticketId" IS NOT NULL' }],
};

const COPIES: TableAddition = { table: 'outgoing_document', columns: [['copies', 'json', 'nullable']] };

const PERSON: TableAddition = {
  table: 'document_handling',
  columns: [
    ['personWroteBy', { text: 20 }, 'nullable'],
    ['personAddress', { text: 200 }, 'nullable'],
  ],
};

/**
 * Documents that belong to no ticket have files, too: a file need not have a ticket. Neither database loosens a column in one statement that both know.
 * And how many copies each recipient of a letter gets, and by which way a person wrote who is answered by letter.
 */
export class FilesAndCopies1765000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, COPIES);
    await extendTable(runner, PERSON);
    await extendTable(runner, KEPT);
    await runner.query(`UPDATE "record_file" SET "ticketKept" = "ticketId"`);
    await reduceTable(runner, { ...TICKET, ...ONE_EACH });
    await extendTable(runner, TICKET);
    await runner.query(`UPDATE "record_file" SET "ticketId" = "ticketKept"`);
    await reduceTable(runner, KEPT);
    await extendTable(runner, ONE_EACH_WHERE_THERE_IS_ONE);
  }

  /** What was before knows no file without a ticket: those are named by themselves. The column stays as loose as it was made. */
  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, ONE_EACH_WHERE_THERE_IS_ONE);
    await runner.query(`UPDATE "record_file" SET "ticketId" = "id" WHERE "ticketId" IS NULL`);
    await extendTable(runner, ONE_EACH);
    await reduceTable(runner, PERSON);
    await reduceTable(runner, COPIES);
  }
}
