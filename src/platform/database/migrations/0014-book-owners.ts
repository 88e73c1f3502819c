import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lockYears, unlockYears, type YearLock } from '../year-lock.js';
import {
  createTables,
  dropTables,
  extendTable,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'number_order',
    key: 'pk_number_order',
    columns: [
      ['requestId', { text: 36 }, 'key'],
      ['state', { text: 20 }],
      ['askedById', { text: 36 }],
      ['askedByName', { text: 100 }],
      ['askedAt', 'instant'],
      ['times', 'integer'],
      ['problem', { text: 500 }, 'nullable'],
      ['stoppedAt', 'instant', 'nullable'],
    ],
    indices: [],
    checks: [{ name: 'ck_number_order_state', column: 'state', values: ['asked', 'given', 'stopped'] }],
  },
];

const SOURCE: TableAddition = { table: 'outgoing_document', columns: [['givenBy', 'json', 'nullable']] };

const LOCK = {
  table: 'outgoing_document',
  book: 'outgoing',
  columns: [
    ...['id', 'year', 'number', 'notation', 'issuedDate', 'typeName', 'subject', 'signerName', 'recipients'],
    ...['keeper', 'state', 'replyToId', 'signatureRequestId', 'sealedSha256', 'releasedAt', 'voidReason'],
    ...['amendment', 'amendsId', 'reservedAt', 'takenOver'],
  ],
} as const satisfies YearLock;

/** Whose word a number is stands still with its line once the book is closed. */
async function lockAlso(runner: QueryRunner, more: readonly string[]): Promise<void> {
  const { columns, ...lock } = LOCK;
  await unlockYears(runner, lock);
  await lockYears(runner, { ...lock, columns: [...columns, ...more] });
}

/** The e-office may own the book of outgoing documents: it is asked for a number, and the line says whose word the number is. */
export class BookOwners1765000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await extendTable(runner, SOURCE);
    await lockAlso(runner, ['givenBy']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await lockAlso(runner, []);
    await reduceTable(runner, SOURCE);
    await dropTables(runner, TABLES);
  }
}
