import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly, makeChangeable } from '../append-only.js';
import type { Dialect } from '../columns.js';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

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

interface Locked {
  readonly table: string;
  readonly book: string;
  /** Columns that may not change once the book is closed; all where it is left out. What is followed rather than vouched for goes on. */
  readonly columns?: readonly string[];
}

const LOCKED: readonly Locked[] = [
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

const REFUSED = 'the register of this year is closed';

/** Print-outs of registers; books that are closed, whose lines the database itself refuses to add to, change or remove. */
export class PrintedAndClosedRegisters1764000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    for (const table of KEPT) await makeAppendOnly(runner, table);
    for (const statement of LOCKED.flatMap((locked) => locking(locked, dialectOf(runner)))) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table } of LOCKED) {
      for (const ending of dialectOf(runner) === 'mssql'
        ? ['closed']
        : ['closed_insert', 'closed_update', 'closed_delete'])
        await runner.query(`DROP TRIGGER "tr_${table}_${ending}"`);
    }
    for (const table of KEPT) await makeChangeable(runner, table);
    await dropTables(runner, TABLES);
  }
}

function dialectOf(runner: QueryRunner): Dialect {
  return runner.dataSource.options.type as Dialect;
}

function locking({ table, book, columns = [] }: Locked, dialect: Dialect): readonly string[] {
  if (dialect === 'mssql') {
    const changed = columns.map((column) => `UPDATE("${column}")`).join(' OR ');
    const counts = columns.length === 0 ? '' : ` AND (${changed} OR NOT EXISTS (SELECT 1 FROM inserted))`;
    return [
      `CREATE TRIGGER "tr_${table}_closed" ON "${table}" AFTER INSERT, UPDATE, DELETE AS SET NOCOUNT ON; ` +
        `IF EXISTS (SELECT 1 FROM "register_closing" c WHERE c."book" = '${book}' AND ` +
        `c."year" IN (SELECT "year" FROM inserted UNION SELECT "year" FROM deleted))${counts} THROW 51000, '${REFUSED}', 1`,
    ];
  }
  const trigger = (act: string, what: string, row: string): string =>
    `CREATE TRIGGER "tr_${table}_closed_${act}" BEFORE ${what} ON "${table}" ` +
    `WHEN EXISTS (SELECT 1 FROM "register_closing" WHERE "book" = '${book}' AND "year" IN (${row})) ` +
    `BEGIN SELECT RAISE(ABORT, '${REFUSED}'); END`;
  const listed = columns.map((column) => `"${column}"`).join(', ');
  return [
    trigger('insert', 'INSERT', 'NEW."year"'),
    trigger('update', columns.length === 0 ? 'UPDATE' : `UPDATE OF ${listed}`, 'OLD."year", NEW."year"'),
    trigger('delete', 'DELETE', 'OLD."year"'),
  ];
}
