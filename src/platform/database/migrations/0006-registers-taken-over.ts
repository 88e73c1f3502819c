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
    name: 'register_take_over',
    key: 'pk_register_take_over',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['book', { text: 20 }],
      ['year', 'integer'],
      ['name', { text: 200 }],
      ['sha256', { text: 64 }],
      ['source', { text: 200 }],
      ['uploadedById', { text: 36 }],
      ['uploadedAt', 'instant'],
    ],
    indices: [{ name: 'ix_register_take_over_book', columns: ['book', 'year', 'uploadedAt'] }],
  },
];

const ADDITIONS: readonly TableAddition[] = [
  { table: 'signature_request', columns: [['numberThere', { text: 120 }, 'nullable']] },
  { table: 'register_start', columns: [['takeOverId', { text: 36 }, 'nullable']] },
  {
    table: 'incoming_document',
    columns: [
      ['takenOver', 'json', 'nullable'],
      ['routedOn', 'day', 'nullable'],
      ['receipt', { text: 400 }, 'nullable'],
    ],
  },
  {
    table: 'outgoing_document',
    columns: [
      ['takenOver', 'json', 'nullable'],
      ['receipt', { text: 400 }, 'nullable'],
    ],
  },
];

const LOCKS = [
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
] as const satisfies readonly YearLock[];

/** What another register said of a line stands still with it once the book is closed; who took a document over is followed on. */
async function lockAlso(runner: QueryRunner, more: readonly string[]): Promise<void> {
  for (const { columns, ...lock } of LOCKS) {
    await unlockYears(runner, lock);
    await lockYears(runner, { ...lock, columns: [...columns, ...more] });
  }
}

/** The year's earlier lines of another register stand in ours, marked as its; both registers say when and by whom a document was taken over. */
export class RegistersTakenOver1765000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    for (const addition of ADDITIONS) await extendTable(runner, addition);
    await lockAlso(runner, ['takenOver']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await lockAlso(runner, []);
    for (const addition of ADDITIONS.toReversed()) await reduceTable(runner, addition);
    await dropTables(runner, TABLES);
  }
}
