import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Dialect } from '../columns.js';
import { lockYears, unlockYears, YEAR_CLOSED, type YearLock } from '../year-lock.js';

const WHOLE: YearLock = { table: 'outgoing_document', book: 'outgoing' };

const ALL_BUT_RECALL: YearLock = {
  ...WHOLE,
  columns: [
    ...['id', 'year', 'number', 'notation', 'issuedDate', 'typeName', 'subject', 'signerName', 'recipients', 'keeper'],
    ...[
      'state',
      'replyToId',
      'signatureRequestId',
      'sealedSha256',
      'releasedAt',
      'voidReason',
      'amendment',
      'amendsId',
    ],
  ],
};

const COPIES: YearLock = { table: 'copy_document', book: 'copies' };

const RECALL_ONCE = 'tr_outgoing_document_closed_recall';

/** In a closed book a released letter can still be recalled, once, and nothing else; the book of copies is locked as the others are. */
export class AfterClosing1764000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await unlockYears(runner, WHOLE);
    await lockYears(runner, ALL_BUT_RECALL);
    await runner.query(recallOnce(runner.dataSource.options.type as Dialect));
    await lockYears(runner, COPIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unlockYears(runner, COPIES);
    await runner.query(`DROP TRIGGER "${RECALL_ONCE}"`);
    await unlockYears(runner, ALL_BUT_RECALL);
    await lockYears(runner, WHOLE);
  }
}

function recallOnce(dialect: Dialect): string {
  const recalls = (before: string, after: string): string =>
    `(${before}."state" = 'released' AND ${before}."recalledAt" IS NULL AND ${after}."recalledAt" IS NOT NULL)`;
  const closed = (year: string): string =>
    `EXISTS (SELECT 1 FROM "register_closing" c WHERE c."book" = 'outgoing' AND c."year" = ${year})`;
  if (dialect === 'mssql') {
    return (
      `CREATE TRIGGER "${RECALL_ONCE}" ON "outgoing_document" AFTER UPDATE AS SET NOCOUNT ON; ` +
      `IF (UPDATE("recalledAt") OR UPDATE("recallReason")) AND EXISTS (SELECT 1 FROM inserted i ` +
      `JOIN deleted d ON d."id" = i."id" WHERE ${closed('d."year"')} AND NOT ${recalls('d', 'i')}) ` +
      `THROW 51000, '${YEAR_CLOSED}', 1`
    );
  }
  return (
    `CREATE TRIGGER "${RECALL_ONCE}" BEFORE UPDATE OF "recalledAt", "recallReason" ON "outgoing_document" ` +
    `WHEN ${closed('OLD."year"')} AND NOT ${recalls('OLD', 'NEW')} ` +
    `BEGIN SELECT RAISE(ABORT, '${YEAR_CLOSED}'); END`
  );
}
