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

  describe('where text is compared by code point', () => {
    const EXACT = /^ALTER TABLE "(\w+)" ALTER COLUMN "(\w+)" (nvarchar\((?:\d+|MAX)\)) COLLATE (\w+) (NOT )?NULL$/u;
    const altered = (): readonly RegExpExecArray[] =>
      statements.map((one) => EXACT.exec(one)).filter((one) => one !== null);

    it('does so for the words of the search and the names that others give', () => {
      expect(altered().map(([, table, column, , collation]) => `${table}.${column} ${collation}`)).toEqual(
        [
          'ticket_word.word',
          ...['text', 'name', 'sender', 'code', 'fact'].map((kind) => `ticket_search.${kind}Words`),
          ...['saved_search.nameKey', 'ticket.hotlineCode', 'ticket_intake.key'],
          ...['inbox_message.remoteId', 'inbox_message.documentId', 'e_office_event.eventId'],
          ...['incoming_document.documentId', 'incoming_document.messageId', 'outbox.key'],
        ].map((column) => `${column} Latin1_General_100_BIN2`),
      );
    });

    it('makes the words of people so from the start', () => {
      expect(statements).toContain(
        'ALTER TABLE "ticket_search" ADD "peopleWords" nvarchar(MAX) COLLATE Latin1_General_100_BIN2',
      );
    });

    it('leaves length and nullability as they were', () => {
      for (const [, table = '', column = '', type = '', , not = ''] of altered()) {
        const [made = ''] = ours(`CREATE TABLE "${table}" (`)
          .flatMap(columnsOf)
          .filter((one) => one.startsWith(`"${column}" `));
        expect(made).toBe(`"${column}" ${type}${not === '' ? '' : ' NOT NULL'}`);
      }
    });

    it('takes away every key and index that holds such a column, and puts it back as it was', () => {
      for (const [statement, table = '', column = ''] of altered()) {
        const at = statements.indexOf(statement);
        const holding = statements
          .slice(0, at)
          .filter((one) => one.startsWith('CREATE ') && one.includes(` ON "${table}" (`));
        for (const index of holding.filter((one) => one.split(' ON ')[1]?.includes(`"${column}"`))) {
          const [, name = ''] = /INDEX "(\w+)"/u.exec(index) ?? [];
          expect(statements.slice(0, at)).toContain(`DROP INDEX "${name}" ON "${table}"`);
          expect(statements.slice(at).map((one) => one.trim())).toContain(index.trim());
        }
        const [made = ''] = ours(`CREATE TABLE "${table}" (`);
        const [, key = '', columns = ''] = /CONSTRAINT "(\w+)" PRIMARY KEY \(([^)]+)\)/u.exec(made) ?? [];
        if (!columns.split(', ').includes(`"${column}"`)) continue;
        expect(statements.slice(0, at)).toContain(`ALTER TABLE "${table}" DROP CONSTRAINT "${key}"`);
        expect(statements.slice(at)).toContain(
          `ALTER TABLE "${table}" ADD CONSTRAINT "${key}" PRIMARY KEY (${columns})`,
        );
      }
    });
  });

  it('holds no text of its own outside ASCII, and nothing of SQLite', () => {
    for (const statement of ours('CREATE')) {
      expect(statement).not.toMatch(
        /[^\p{ASCII}]|\b(AUTOINCREMENT|LIMIT|RETURNING|datetime\(|strftime|ntext|varchar\((?!\d+\)|MAX\)))/u,
      );
    }
  });
});
