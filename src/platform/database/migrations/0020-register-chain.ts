import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { canonicalJson } from '../../../kernel/canonical-json.js';
import { makeAppendOnly, makeChangeable } from '../append-only.js';
import type { Dialect } from '../columns.js';
import { databaseNow } from '../database-clock.js';
import { sql, written } from '../sql.js';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const ENTRY: TablePlan = {
  name: 'register_entry',
  key: 'pk_register_entry',
  columns: [
    ['book', { text: 20 }, 'key'],
    ['year', 'integer', 'key'],
    ['seq', 'integer', 'key'],
    ['at', 'instant'],
    ['act', { text: 20 }],
    ['number', 'integer'],
    ['documentId', { text: 36 }],
    ['facts', 'json'],
    ['previousHash', { text: 64 }],
    ['hash', { text: 64 }],
  ],
  indices: [{ name: 'ix_register_entry_document', columns: ['documentId'] }],
};

const CHAINED = ['register_entry', 'journal_entry'] as const;

const INCOMING_FACTS = [
  ...['year', 'arrivalDate', 'typeName', 'subject', 'priority', 'senderCode', 'senderName', 'code', 'issuedDate'],
  ...['documentId', 'messageId'],
];
const FILE_FACTS = ['position', 'name', 'contentType', 'size', 'sha256'];
const OUTGOING_FACTS = [
  ...['year', 'number', 'notation', 'issuedDate', 'typeName', 'subject', 'signerName', 'keeper', 'state', 'replyToId'],
  ...['signatureRequestId', 'sealedSha256', 'voidReason'],
];

type Row = Readonly<Record<string, unknown>>;

/** Registers keep a chain of what is done to them; the lines that stand there already are taken over as they are. Chains are appended to only. */
export class RegisterChain1764000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [ENTRY]);
    await takeOverIncoming(runner);
    await takeOverOutgoing(runner);
    for (const table of CHAINED) await makeAppendOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of CHAINED) await makeChangeable(runner, table);
    await dropTables(runner, [ENTRY]);
  }
}

async function takeOverIncoming(runner: QueryRunner): Promise<void> {
  const rows = await rowsOf(runner, 'SELECT * FROM "incoming_document" ORDER BY "year", "arrivalNumber"');
  if (rows.length === 0) return;
  const chain = new Chain(runner, 'incoming', await databaseNow(runner));
  for (const row of rows) {
    const files = await rowsOf(
      runner,
      `SELECT * FROM "document_file" WHERE "documentId" = '${String(row['id'])}' ORDER BY "position"`,
    );
    const facts = {
      ...picked(row, INCOMING_FACTS),
      number: row['arrivalNumber'],
      queuedAt: instant(row['queuedAt']),
      files: files.map((file) => picked(file, FILE_FACTS)),
    };
    await chain.add(row, facts);
  }
}

async function takeOverOutgoing(runner: QueryRunner): Promise<void> {
  const rows = await rowsOf(runner, 'SELECT * FROM "outgoing_document" ORDER BY "year", "number"');
  if (rows.length === 0) return;
  const chain = new Chain(runner, 'outgoing', await databaseNow(runner));
  for (const row of rows) {
    const recipients = JSON.parse(String(row['recipients'])) as unknown;
    const releasedAt = row['releasedAt'] === null ? null : instant(row['releasedAt']);
    await chain.add(row, { ...picked(row, OUTGOING_FACTS), recipients, releasedAt });
  }
}

/** One book's entries, year by year from the start of a chain. */
class Chain {
  private year: unknown = null;
  private seq = 0;
  private hash = '';

  constructor(
    private readonly runner: QueryRunner,
    private readonly book: string,
    private readonly at: Date,
  ) {}

  async add(row: Row, facts: Row): Promise<void> {
    if (row['year'] !== this.year) [this.year, this.seq, this.hash] = [row['year'], 0, '0'.repeat(64)];
    this.seq += 1;
    const { book, seq, at } = this;
    const named = { book, year: this.year, seq, act: 'takenOver', number: facts['number'], documentId: row['id'] };
    const previousHash = this.hash;
    const said = canonicalJson({ ...named, at: at.toISOString(), facts });
    this.hash = createHash('sha256').update(previousHash).update('\n').update(said).digest('hex');
    const [number, id] = [Number(named.number), String(named.documentId)];
    const place = sql`${book}, ${Number(this.year)}, ${seq}, ${storedInstant(at)}, 'takenOver', ${number}, ${id}`;
    const statement = sql`INSERT INTO "register_entry"
      ("book", "year", "seq", "at", "act", "number", "documentId", "facts", "previousHash", "hash")
      VALUES (${place}, ${JSON.stringify(facts)}, ${previousHash}, ${this.hash})`;
    await this.runner.query(...written(statement, this.runner.dataSource.options.type as Dialect));
  }
}

async function rowsOf(runner: QueryRunner, statement: string): Promise<readonly Row[]> {
  return (await runner.query(statement)) as readonly Row[];
}

function picked(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}

/** SQLite keeps instants as text in UTC without saying so. */
function instant(value: unknown): string {
  return (value instanceof Date ? value : new Date(`${String(value).replace(' ', 'T')}Z`)).toISOString();
}

/** As both databases keep it: UTC with milliseconds, without saying so. */
function storedInstant(at: Date): string {
  return at.toISOString().replace('T', ' ').replace('Z', '');
}
