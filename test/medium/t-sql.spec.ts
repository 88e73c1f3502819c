import { capturedMigrations } from '../support/captured-sql-server.js';

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

  it('keeps every index within the 1,700 bytes of a key', () => {
    const widths = new Map(
      ours('CREATE TABLE').flatMap((statement) => {
        const [, table = ''] = /^CREATE TABLE "(\w+)"/u.exec(statement) ?? [];
        return columnsOf(statement).map((column): [string, number] => {
          const [, name = '', length = '4'] = /^"(\w+)" (?:nvarchar\((\d+|MAX)\))?/u.exec(column) ?? [];
          return [`${table}.${name}`, length === 'MAX' ? Number.POSITIVE_INFINITY : 2 * Number(length)];
        });
      }),
    );
    for (const statement of statements.filter((one) => /^CREATE (UNIQUE )?INDEX/u.test(one))) {
      const [, table = '', keys = ''] = / ON "(\w+)" \(([^)]*)\)/u.exec(statement) ?? [];
      const width = keys
        .split(', ')
        .reduce((sum, key) => sum + (widths.get(`${table}.${key.replaceAll('"', '')}`) ?? 0), 0);
      expect({ statement, fits: width <= 1700 }).toEqual({ statement, fits: true });
    }
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
