import { lockOrderFaults } from '../support/t-sql/lock-order.js';
import { schemaFacts } from '../support/t-sql/schema-facts.js';
import { schemaFaults, statementFaults, type FaultKind } from '../support/t-sql/t-sql-faults.js';

const TABLES = [
  `CREATE TABLE "ticket" ("id" nvarchar(36) NOT NULL, "code" nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL, "name" nvarchar(100), CONSTRAINT "pk_ticket" PRIMARY KEY ("id"))`,
  `CREATE TABLE "line" ("id" int NOT NULL IDENTITY(1,1), "ticketCode" nvarchar(40) NOT NULL, CONSTRAINT "pk_line" PRIMARY KEY ("id"))`,
  `CREATE TRIGGER "tr_ticket" ON "ticket" AFTER INSERT AS SET NOCOUNT ON`,
];
const SCHEMA = schemaFacts(TABLES);

const kindsOf = (text: string, values = 0): readonly FaultKind[] =>
  statementFaults({ text, values }, SCHEMA).map(({ kind }) => kind);

const madeBy = (...statements: readonly string[]) => schemaFaults(schemaFacts(statements));

const referring = (name: string, parent: string, rule: string): string =>
  `ALTER TABLE "${name}" ADD CONSTRAINT "fk_${name}_${parent}" FOREIGN KEY ("x") REFERENCES "${parent}"("id") ON DELETE ${rule}`;

describe('the reader of T-SQL names a planted fault', () => {
  it.each<[FaultKind, string, string]>([
    [
      'outputOnTrigger',
      `INSERT INTO "ticket" ("id") OUTPUT INSERTED."id" VALUES (@0)`,
      `INSERT INTO "ticket" ("id") OUTPUT INSERTED."id" INTO @made VALUES (@0)`,
    ],
    [
      'outputOnTrigger',
      `UPDATE "ticket" SET "name" = @0 OUTPUT INSERTED."name" WHERE "id" = @1`,
      `UPDATE "line" SET "id" = @0 OUTPUT INSERTED."id" WHERE "id" = @1`,
    ],
    [
      'collation',
      `SELECT 1 FROM "ticket" t JOIN "line" l ON l."ticketCode" = t."code"`,
      `SELECT 1 FROM "ticket" t JOIN "line" l ON l."ticketCode" = t."id"`,
    ],
    [
      'pageWithoutOrder',
      `SELECT "id" FROM "ticket" OFFSET 0 ROWS FETCH NEXT 20 ROWS ONLY`,
      `SELECT "id" FROM "ticket" ORDER BY "id" OFFSET 0 ROWS FETCH NEXT 20 ROWS ONLY`,
    ],
    [
      'pageWithoutOrder',
      `SELECT "id" FROM "ticket" ORDER BY (SELECT NULL) OFFSET 0 ROWS FETCH NEXT 20 ROWS ONLY`,
      `SELECT "id" FROM "ticket" ORDER BY (SELECT NULL) OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY`,
    ],
    [
      'booleanLiteral',
      `SELECT 1 FROM "ticket" WHERE "open" = TRUE`,
      `SELECT 1 FROM "ticket" WHERE "open" = 1 AND "name" = 'TRUE'`,
    ],
    [
      'sqliteFunction',
      `SELECT date("at", '+7 hours') FROM "ticket"`,
      `SELECT CONVERT(date, "at") AS "date" FROM "ticket"`,
    ],
    ['sqliteFunction', `SELECT IFNULL("name", '') FROM "ticket"`, `SELECT COALESCE("name", '') FROM "ticket"`],
    ['concatenation', `SELECT "id" || "name" FROM "ticket"`, `SELECT CONCAT("id", '||', "name") FROM "ticket"`],
    ['sqliteWord', `INSERT OR IGNORE INTO "line" ("id") VALUES (1)`, `INSERT INTO "line" ("limit") VALUES (1)`],
    ['sqliteWord', `DELETE FROM "line" WHERE "id" = 1 RETURNING "id"`, `DELETE FROM "line" WHERE "returning" = 1`],
    ['literalWithoutN', `UPDATE "ticket" SET "name" = 'Lê Lợi'`, `UPDATE "ticket" SET "name" = N'Lê Lợi'`],
    [
      'orderedTwice',
      `SELECT 1 FROM "ticket" t ORDER BY t."id" ASC, t."id" DESC`,
      `SELECT 1 FROM "ticket" t JOIN "line" l ON 1 = 1 ORDER BY t."id", l."id"`,
    ],
    [
      'aggregateOfSubquery',
      `SELECT SUM(CASE WHEN EXISTS (SELECT 1 FROM "line") THEN 1 ELSE 0 END) AS "n" FROM "ticket"`,
      `SELECT SUM("n") AS "n" FROM (SELECT COUNT(*) AS "n" FROM "line") AS c`,
    ],
    [
      'orderInside',
      `SELECT COUNT(*) AS "n" FROM (SELECT "id" FROM "line" ORDER BY "id") AS c`,
      `SELECT COUNT(*) AS "n" FROM (SELECT "id", ROW_NUMBER() OVER (ORDER BY "id") AS "no" FROM "line" ORDER BY "id" OFFSET 0 ROWS FETCH NEXT 2 ROWS ONLY) AS c`,
    ],
    [
      'derivedTable',
      `SELECT COUNT(*) AS "n" FROM (SELECT "id", COUNT(*) FROM "line" GROUP BY "id") AS c`,
      `SELECT COUNT(*) AS "n" FROM (SELECT DISTINCT "id", COUNT(*) AS lines FROM "line" GROUP BY "id") AS c`,
    ],
    [
      'derivedTable',
      `SELECT COUNT(*) AS "n" FROM (SELECT a."id", b."id" FROM "line" a JOIN "line" b ON 1 = 1) c`,
      `SELECT COUNT(*) AS "n" FROM (SELECT a.*, b."id" AS "other" FROM "line" a JOIN "line" b ON 1 = 1) c`,
    ],
    [
      'derivedTable',
      `SELECT COUNT(*) AS "n" FROM (SELECT "id" FROM "line")`,
      `SELECT COUNT(*) AS "n" FROM (SELECT "id" FROM "line" UNION ALL SELECT 1) AS c`,
    ],
    [
      'groupByAlias',
      `SELECT CONVERT(nvarchar(10), "at", 23) AS "day", COUNT(*) AS "n" FROM "ticket" GROUP BY "day"`,
      `SELECT "day", COUNT(*) AS "n" FROM (SELECT CONVERT(nvarchar(10), "at", 23) AS "day" FROM "ticket") AS t GROUP BY "day" HAVING COUNT(*) > 1`,
    ],
    [
      'groupByAlias',
      `SELECT 1 AS "n" UNION ALL SELECT 1 + 1 AS "day" FROM "ticket" GROUP BY "day"`,
      `SELECT 1 + 1 AS "day" UNION ALL SELECT t."day" AS "day" FROM "ticket" t GROUP BY "day", t."id"`,
    ],
    [
      'readAfterUpdate',
      `UPDATE "line" SET "id" = "id" + 1 WHERE "id" = @0; SELECT "id" FROM "line" WHERE "id" = @0`,
      `UPDATE "line" SET "id" = "id" + 1 WHERE "id" = @0; IF @@ROWCOUNT = 1 SELECT "id" FROM "line" WHERE "id" = @0`,
    ],
    [
      'readAfterUpdate',
      `UPDATE "line" SET "id" = 1; SELECT 1`,
      `UPDATE "line" SET "id" = 1 WHERE "id" IN (SELECT "id" FROM "ticket")`,
    ],
  ])('%s: %s', (kind, faulty, sound) => {
    expect([kindsOf(faulty), kindsOf(sound)]).toEqual([[kind], []]);
  });

  it('parameters: two of the 2,100 are the statement itself and the list of the others', () => {
    expect([kindsOf('SELECT 1', 2099), kindsOf('SELECT 1', 2098)]).toEqual([['parameters'], []]);
  });

  it('tooManyRows: a list of values has 1,000 at most', () => {
    const inserting = (rows: number) =>
      `INSERT INTO "line" ("id") VALUES ${Array.from({ length: rows }, () => '(COALESCE(1, 2))').join(', ')}`;
    expect([kindsOf(inserting(1001)), kindsOf(inserting(1000))]).toEqual([['tooManyRows'], []]);
  });

  it.each([
    ['a clustered key beyond 900 bytes', 'CONSTRAINT "k" PRIMARY KEY ("a", "b")', 225, 226],
    ['an index beyond 1,700 bytes', 'CONSTRAINT "k" UNIQUE ("a", "b")', 425, 426],
  ])('indexKey: %s', (_what, constraint, fitting, beyond) => {
    const table = (length: number) =>
      `CREATE TABLE "t" ("a" nvarchar(${length}) NOT NULL, "b" nvarchar(${length}), ${constraint})`;
    expect(madeBy(table(fitting))).toEqual([]);
    expect(madeBy(table(beyond))).toEqual([{ kind: 'indexKey', where: 't.k' }]);
    const index = `CREATE UNIQUE INDEX "ix" ON "t" ("a", "b") WHERE "a" IS NOT NULL`;
    expect(madeBy('CREATE TABLE "t" ("a" nvarchar(800), "b" nvarchar(51))', index)).toEqual([
      { kind: 'indexKey', where: 't.ix' },
    ]);
    expect(madeBy('CREATE TABLE "t" ("a" nvarchar(10), "b" nvarchar(MAX))', index)).toEqual([
      { kind: 'indexKey', where: 't.ix' },
    ]);
  });

  it('uniqueNulls: two rows that hold nothing there are alike', () => {
    const table = (rule: string) => `CREATE TABLE "t" ("id" int NOT NULL, "a" nvarchar(10)${rule})`;
    expect(madeBy(table(''), 'CREATE UNIQUE INDEX "ix" ON "t" ("a")')).toEqual([
      { kind: 'uniqueNulls', where: 't.ix' },
    ]);
    expect(madeBy(table(''), 'CREATE UNIQUE INDEX "ix" ON "t" ("a") WHERE "a" IS NOT NULL')).toEqual([]);
    expect(madeBy(table(''), 'CREATE UNIQUE INDEX "ix" ON "t" ("id", "a")')).toEqual([]);
    expect(madeBy(table(''), 'CREATE UNIQUE INDEX "ix" ON "t" ("a")', 'DROP INDEX "ix" ON "t"')).toEqual([]);
    expect(madeBy(table(' NOT NULL'), 'CREATE UNIQUE INDEX "ix" ON "t" ("a")')).toEqual([]);
    expect(madeBy(table(', CONSTRAINT "k" UNIQUE ("a")'))).toEqual([{ kind: 'uniqueNulls', where: 't.k' }]);
  });

  it('cascadePaths: by two ways to one table, or back to its own', () => {
    const [byUnit, byPerson, viaUnit] = [
      referring('note', 'unit', 'CASCADE'),
      referring('note', 'person', 'CASCADE'),
      referring('person', 'unit', 'SET NULL'),
    ];
    expect(madeBy(byUnit, byPerson)).toEqual([]);
    expect(madeBy(byUnit, byPerson, viaUnit)).toEqual([{ kind: 'cascadePaths', where: 'unit → note' }]);
    expect(madeBy(byUnit, referring('note', 'person', 'NO ACTION'), viaUnit)).toEqual([]);
    expect(madeBy(referring('unit', 'unit', 'CASCADE'))).toEqual([{ kind: 'cascadePaths', where: 'unit → unit' }]);
  });

  it('lockOrder: two transactions that write two tables in the opposite order', () => {
    expect(
      lockOrderFaults([
        ['ticket', 'outbox'],
        ['ticket', 'journal', 'outbox'],
      ]),
    ).toEqual([]);
    expect(
      lockOrderFaults([
        ['ticket', 'outbox'],
        ['outbox', 'ticket', 'outbox'],
      ]),
    ).toEqual([{ kind: 'lockOrder', where: 'outbox ↔ ticket' }]);
  });
});
