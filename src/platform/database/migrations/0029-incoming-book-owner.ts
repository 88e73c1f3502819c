import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';
import { lockYears, unlockYears, type YearLock } from '../year-lock.js';

const SOURCE: TableAddition = {
  table: 'incoming_document',
  columns: [
    ['givenBy', 'json', 'nullable'],
    ['numberProblem', { text: 500 }, 'nullable'],
  ],
};

const LOCK = {
  table: 'incoming_document',
  book: 'incoming',
  columns: [
    ...['id', 'year', 'arrivalNumber', 'arrivalDate', 'senderCode', 'senderName', 'code', 'issuedDate'],
    ...['typeName', 'subject', 'priority', 'documentId', 'messageId', 'queuedAt', 'takenOver'],
  ],
} as const satisfies YearLock;

/** Whose word a number is stands still with its line once the book is closed. */
async function lockAlso(runner: QueryRunner, more: readonly string[]): Promise<void> {
  const { columns, ...lock } = LOCK;
  await unlockYears(runner, lock);
  await lockYears(runner, { ...lock, columns: [...columns, ...more] });
}

/** The e-office may own the book of incoming documents: the line says whose word its number is, and why a number that came for it cannot stand. */
export class IncomingBookOwner1765000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, SOURCE);
    await lockAlso(runner, ['givenBy']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await lockAlso(runner, []);
    await reduceTable(runner, SOURCE);
  }
}
