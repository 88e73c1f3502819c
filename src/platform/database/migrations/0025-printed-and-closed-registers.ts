import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, makeChangeable } from '../append-only.js';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';
import { lockYears, unlockYears, type YearLock } from '../year-lock.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'register_print',
    key: 'pk_register_print',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['book', { text: 20 }],
      ['year', 'integer'],
      ['fromDay', 'day'],
      ['toDay', 'day'],
      ['requestedBy', { text: 200 }],
      ['requestedAt', 'instant'],
      ['forClosing', 'boolean'],
      ['lines', 'integer', 'nullable'],
      ['pages', 'integer', 'nullable'],
      ['pdfSha256', { text: 64 }, 'nullable'],
      ['problem', { text: 1000 }, 'nullable'],
    ],
    indices: [{ name: 'ix_register_print_book', columns: ['book', 'year', 'requestedAt'] }],
  },
  {
    name: 'register_closing',
    key: 'pk_register_closing',
    columns: [
      ['book', { text: 20 }, 'key'],
      ['year', 'integer', 'key'],
      ['closedAt', 'instant'],
      ['closedById', { text: 36 }],
      ['closedBy', { text: 200 }],
    ],
  },
  {
    name: 'register_closing_seal',
    key: 'pk_register_closing_seal',
    columns: [
      ['book', { text: 20 }, 'key'],
      ['year', 'integer', 'key'],
      ['printId', { text: 36 }],
      ['signed', 'json'],
    ],
  },
];

const KEPT = ['register_closing', 'register_closing_seal'] as const;

const LOCKED: readonly YearLock[] = [
  { table: 'outgoing_document', book: 'outgoing' },
  {
    table: 'incoming_document',
    book: 'incoming',
    columns: [
      ...['id', 'year', 'arrivalNumber', 'arrivalDate', 'senderCode', 'senderName', 'code', 'issuedDate'],
      ...['typeName', 'subject', 'priority', 'documentId', 'messageId', 'queuedAt'],
    ],
  },
];

/** Print-outs of registers; books that are closed, whose lines the database itself refuses to add to, change or remove. */
export class PrintedAndClosedRegisters1764000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    for (const table of KEPT) await makeAppendOnly(runner, table);
    for (const lock of LOCKED) await lockYears(runner, lock);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const lock of LOCKED) await unlockYears(runner, lock);
    for (const table of KEPT) await makeChangeable(runner, table);
    await dropTables(runner, TABLES);
  }
}
