import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Dialect } from '../columns.js';
import {
  createTables,
  dropTables,
  dropText,
  extendTable,
  indexText,
  reduceTable,
  type IndexPlan,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const TASKS: readonly TablePlan[] = [
  {
    name: 'exchange_task',
    key: 'pk_exchange_task',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['inboxId', { text: 36 }],
      ['kind', { text: 20 }],
      ['aboutDocumentId', { text: 36 }, 'nullable'],
      ['openedAt', 'instant'],
      ['decision', { text: 10 }, 'nullable'],
      ['decisionReason', { text: 500 }, 'nullable'],
      ['decidedById', { text: 36 }, 'nullable'],
      ['decidedByName', { text: 100 }, 'nullable'],
      ['decidedAt', 'instant', 'nullable'],
    ],
    indices: [
      { name: 'uq_exchange_task_message', columns: ['inboxId', 'kind'], isUnique: true },
      { name: 'ix_exchange_task_decided', columns: ['decidedAt', 'openedAt'] },
      { name: 'ix_exchange_task_about', columns: ['aboutDocumentId'] },
    ],
    checks: [
      {
        name: 'ck_exchange_task_kind',
        column: 'kind',
        values: ['revoke', 'update', 'replace', 'askedBack', 'doubtfulSender'],
      },
      { name: 'ck_exchange_task_decision', column: 'decision', values: ['agreed', 'refused'] },
    ],
  },
];

/** Messages that waited for a clerk before there was a place to decide; of which kind, only the sentence of the time says. */
const WAITING = `INSERT INTO "exchange_task" ("id", "inboxId", "kind", "openedAt")
  SELECT "id", "id", CASE
    WHEN "reason" LIKE 'Nơi gửi thu hồi%' THEN 'revoke'
    WHEN "reason" LIKE 'Nơi gửi cập nhật%' THEN 'update'
    WHEN "reason" LIKE 'Nơi gửi thay thế%' THEN 'replace'
    ELSE 'doubtfulSender' END, "receivedAt"
  FROM "inbox_message" WHERE "state" = 'task'`;

const ANSWERS: TableAddition = {
  table: 'dispatch',
  columns: [['answersInboxId', { text: 36 }, 'nullable']],
};

const LATER: TableAddition = {
  table: 'incoming_document',
  columns: [
    ['amendment', { text: 20 }, 'nullable'],
    ['amendsId', { text: 36 }, 'nullable'],
    ['edition', 'integer', 'nullable'],
    ['takenBackAt', 'instant', 'nullable'],
  ],
  indices: [
    {
      name: 'uq_incoming_document_edition',
      columns: ['senderCode', 'documentId', 'edition'],
      isUnique: true,
      where: '"edition" IS NOT NULL',
    },
    { name: 'ix_incoming_document_amends', columns: ['amendsId'] },
  ],
};

const SOURCE: IndexPlan = {
  name: 'uq_incoming_document_source',
  columns: ['senderCode', 'documentId'],
  isUnique: true,
};

/** What another agency asks of a document that it has sent us is decided by a clerk, and its answer and its later versions are kept. */
export class TasksOfTheExchange1764000000049 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TASKS);
    await runner.query(runner.dataSource.options.type === 'mssql' ? unicode(WAITING) : WAITING);
    await extendTable(runner, ANSWERS);
    await extendTable(runner, LATER);
    await replaceSource(runner, { ...SOURCE, where: '"edition" IS NULL' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceSource(runner, SOURCE);
    await reduceTable(runner, LATER);
    await reduceTable(runner, ANSWERS);
    await dropTables(runner, TASKS);
  }
}

async function replaceSource(runner: QueryRunner, index: IndexPlan): Promise<void> {
  await runner.query(dropText('incoming_document', SOURCE.name, runner.dataSource.options.type as Dialect));
  await runner.query(indexText('incoming_document', index));
}

/** SQL Server reads Vietnamese letters only in texts that are marked so. */
function unicode(sql: string): string {
  return sql.replaceAll(/(?<=LIKE )'/gu, "N'");
}
