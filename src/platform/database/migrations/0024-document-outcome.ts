import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const OUTCOME: TableAddition = {
  table: 'incoming_document',
  columns: [
    ['outcome', { text: 20 }, 'nullable'],
    ['outcomeOn', 'day', 'nullable'],
    ['joinedToId', { text: 36 }, 'nullable'],
  ],
};

const ANSWERED: TableAddition = { table: 'incoming_document', columns: [['answeredOn', 'day', 'nullable']] };

/** What became of documents that ended before it was kept; those of several tickets are left to their next act. */
const KNOWN = [
  `UPDATE "incoming_document" SET "outcome" = 'direct', "outcomeOn" = "answeredOn" WHERE "answeredOn" IS NOT NULL`,
  `UPDATE "incoming_document" SET "outcome" = 'letter' WHERE "answeredOn" IS NULL AND EXISTS (
    SELECT 1 FROM "ticket" t WHERE t."incomingDocumentId" = "incoming_document"."id" AND t."answerMode" = 'letter' AND t."open" = 0)`,
  `UPDATE "incoming_document" SET "outcome" = (
    SELECT MIN(t."state") FROM "ticket" t WHERE t."incomingDocumentId" = "incoming_document"."id")
    WHERE "outcome" IS NULL AND 1 = (
      SELECT COUNT(*) FROM "ticket" t WHERE t."incomingDocumentId" = "incoming_document"."id")
    AND EXISTS (SELECT 1 FROM "ticket" t WHERE t."incomingDocumentId" = "incoming_document"."id"
      AND t."state" IN ('returned', 'rejected', 'withdrawn'))`,
] as const;

const ONLY_DIRECT = `UPDATE "incoming_document" SET "answeredOn" = "outcomeOn" WHERE "outcome" = 'direct'`;

/** The incoming register keeps what became of each document, not only that it was answered without a letter. */
export class DocumentOutcome1764000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, OUTCOME);
    for (const known of KNOWN) await runner.query(known);
    await reduceTable(runner, ANSWERED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await extendTable(runner, ANSWERED);
    await runner.query(ONLY_DIRECT);
    await reduceTable(runner, OUTCOME);
  }
}
