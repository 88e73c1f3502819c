import type { QueryRunner } from 'typeorm';
import type { Dialect } from '../../columns.js';
import { lockYears, YEAR_CLOSED, type YearLock } from '../../year-lock.js';

const LOCKS: readonly YearLock[] = [
  {
    table: 'incoming_document',
    book: 'incoming',
    columns: [
      ...['id', 'year', 'arrivalNumber', 'arrivalDate', 'senderCode', 'senderName', 'code', 'issuedDate'],
      ...['typeName', 'subject', 'priority', 'documentId', 'messageId', 'queuedAt'],
    ],
  },
  {
    table: 'outgoing_document',
    book: 'outgoing',
    columns: [
      ...['id', 'year', 'number', 'notation', 'issuedDate', 'typeName', 'subject', 'signerName', 'recipients'],
      ...['keeper', 'state', 'replyToId', 'signatureRequestId', 'sealedSha256', 'releasedAt', 'voidReason'],
      ...['amendment', 'amendsId', 'reservedAt'],
    ],
  },
  { table: 'copy_document', book: 'copies' },
];

const RECALL_ONCE = 'tr_outgoing_document_closed_recall';

/** Locks the lines of closed registers; a released letter in one can still be recalled, once. */
export async function lockClosedYears(runner: QueryRunner): Promise<void> {
  for (const lock of LOCKS) await lockYears(runner, lock);
  await runner.query(recallOnce(runner.dataSource.options.type as Dialect));
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
