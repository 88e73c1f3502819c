import { capturedMigrations } from '../support/captured-sql-server.js';
import { schemaFacts } from '../support/t-sql/schema-facts.js';
import { schemaFaults, statementFaults } from '../support/t-sql/t-sql-faults.js';

/** The only types that keep Vietnamese letters, milliseconds and whole texts on SQL Server. */
const COLUMN =
  /^"\w+" (int|bit|datetime2\(3\)|nvarchar\((\d+|MAX)\)( COLLATE Latin1_General_100_BIN2)?)( NOT NULL)?( IDENTITY\(1,1\))?$/u;

/** The columns of a CREATE TABLE, without its constraints. */
function columnsOf(statement: string): readonly string[] {
  const inside = statement.slice(statement.indexOf('(') + 1, statement.lastIndexOf(')'));
  const [columns = ''] = inside.split(', CONSTRAINT ');
  return columns.split(/, (?=")/u);
}

describe('the T-SQL of the migrations', () => {
  let statements: readonly string[];
  beforeAll(async () => {
    statements = await capturedMigrations();
  });

  // TypeORM's own table of migrations is none of ours.
  const ours = (start: string): readonly string[] =>
    statements.filter((statement) => statement.startsWith(start) && !statement.includes('schema_migration'));

  it('makes every column of a type that loses nothing', () => {
    const columns = ours('CREATE TABLE').flatMap(columnsOf);
    expect(columns.length).toBeGreaterThan(200);
    expect(columns.filter((column) => !COLUMN.test(column))).toEqual([]);
  });

  it('makes tables that SQL Server takes, by statements that it runs as SQLite does', () => {
    const schema = schemaFacts(statements);
    expect(schema.size).toBeGreaterThan(150);
    expect(schemaFaults(schema)).toEqual([]);
    expect(statements.flatMap((text) => statementFaults({ text, values: 0 }, schema))).toEqual([]);
  });

  it('compares by code point the words of the search and the names that others give', () => {
    const exact = ours('CREATE TABLE').flatMap((statement) => {
      const [, table = ''] = /^CREATE TABLE "(\w+)"/u.exec(statement) ?? [];
      const columns = columnsOf(statement).filter((column) => column.includes('COLLATE'));
      return columns.map((column) => `${table}.${/^"(\w+)"/u.exec(column)?.[1] ?? ''}`);
    });
    const words = ['text', 'name', 'sender', 'code', 'fact', 'people'].map((kind) => `ticket_search.${kind}Words`);
    expect(exact.sort()).toEqual(
      [
        ...[
          ...words,
          'ticket_word.word',
          'saved_search.nameKey',
          'agency_word.word',
          'document_word.word',
          'report_fact.marks',
        ],
        ...['ticket.hotlineCode', 'hotline_call.hotlineCode', 'ticket_intake.key', 'outbox.key'],
        ...['inbox_message.remoteId', 'inbox_message.documentId', 'e_office_event.eventId', 'awaited_document.name'],
        ...['incoming_document.documentId', 'incoming_document.messageId', 'exchange_trace.messageId'],
        ...['reconciliation_difference.name', 'reconciliation_difference.documentId', 'dispatch.receiverCode'],
        ...['agency.code', 'agency.legacyCode', 'agency.parentCode', 'agency_word.code', 'letter_recipient.code'],
      ].sort(),
    );
  });

  it('holds no text of its own outside ASCII, and nothing of SQLite', () => {
    for (const statement of ours('CREATE')) {
      expect(statement).not.toMatch(
        /[^\p{ASCII}]|\b(AUTOINCREMENT|LIMIT|RETURNING|datetime\(|strftime|ntext|varchar\((?!\d+\)|MAX\)))/u,
      );
    }
  });
});
