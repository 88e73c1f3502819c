import { nameIn, tokensOf } from './read-statement.js';

export interface ColumnFacts {
  /** Bytes in a key of an index. */
  readonly bytes: number;
  /** Null: as the database is set up. */
  readonly collation: string | null;
  readonly isText: boolean;
  readonly isNullable: boolean;
}

interface IndexFacts {
  readonly name: string;
  readonly columns: readonly string[];
  readonly isClustered: boolean;
  readonly isUnique: boolean;
  readonly isFiltered: boolean;
}

interface Reference {
  readonly to: string;
  readonly cascades: boolean;
}

export interface TableFacts {
  readonly columns: Map<string, ColumnFacts>;
  readonly indices: IndexFacts[];
  readonly references: Reference[];
  hasTrigger: boolean;
}

/** Tables as the statements that make them leave them. */
export type SchemaFacts = ReadonlyMap<string, TableFacts>;

export function schemaFacts(statements: readonly string[]): SchemaFacts {
  const tables = new Map<string, TableFacts>();
  for (const statement of statements) {
    for (const [form, note] of FORMS) {
      const found = form.exec(statement);
      if (found) note(tables, found);
    }
  }
  return tables;
}

type Note = (tables: Map<string, TableFacts>, found: RegExpExecArray) => void;

const FORMS: readonly (readonly [RegExp, Note])[] = [
  [/^CREATE TABLE "(\w+)" \((.*)\)$/su, noteTable],
  [
    /^ALTER TABLE "(\w+)" ADD ("\w+" .*)$/su,
    (tables, [, table = '', column = '']) => noteColumn(factsOf(tables, table), column),
  ],
  [
    /^ALTER TABLE "(\w+)" ADD (CONSTRAINT .*)$/su,
    (tables, [, table = '', part = '']) => noteConstraint(factsOf(tables, table), part),
  ],
  [/^CREATE (UNIQUE )?(CLUSTERED )?INDEX "(\w+)" ON "(\w+)" \(([^)]*)\)(.*)$/su, noteIndex],
  [/^DROP INDEX "(\w+)" ON "(\w+)"/su, dropIndex],
  [/^CREATE TRIGGER "\w+" ON "(\w+)"/su, (tables, [, table = '']) => (factsOf(tables, table).hasTrigger = true)],
];

function factsOf(tables: Map<string, TableFacts>, table: string): TableFacts {
  const found = tables.get(table) ?? { columns: new Map(), indices: [], references: [], hasTrigger: false };
  tables.set(table, found);
  return found;
}

function noteTable(tables: Map<string, TableFacts>, [, table = '', inside = '']: RegExpExecArray): void {
  const facts = factsOf(tables, table);
  for (const part of partsOf(inside)) {
    if (part.startsWith('"')) noteColumn(facts, part);
    else noteConstraint(facts, part);
  }
}

/** What stands between the commas of a list, those in brackets left together. */
function partsOf(list: string): readonly string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (const [at, sign] of list.split('').entries()) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (sign !== ',' || depth > 0) continue;
    parts.push(list.slice(from, at).trim());
    from = at + 1;
  }
  return [...parts, list.slice(from).trim()];
}

function noteColumn(facts: TableFacts, column: string): void {
  const [, name = '', type = ''] = /^"(\w+)" (\w+(?:\([^)]*\))?)/u.exec(column) ?? [];
  const collation = /\bCOLLATE (\w+)/u.exec(column)?.[1] ?? null;
  facts.columns.set(name, {
    bytes: bytesOf(type),
    collation,
    isText: /char/iu.test(type),
    isNullable: !/\bNOT NULL\b/u.test(column),
  });
}

function noteConstraint(facts: TableFacts, constraint: string): void {
  const key = /^CONSTRAINT "(\w+)" (PRIMARY KEY|UNIQUE) (NONCLUSTERED )?(?:CLUSTERED )?\(([^)]*)\)/u.exec(constraint);
  if (key) {
    const isClustered = key[2] === 'PRIMARY KEY' && key[3] === undefined;
    facts.indices.push({
      name: key[1] ?? '',
      columns: namesIn(key[4] ?? ''),
      isClustered,
      isUnique: true,
      isFiltered: false,
    });
  }
  const reference = /REFERENCES "(\w+)"/u.exec(constraint);
  if (reference) facts.references.push({ to: reference[1] ?? '', cascades: CASCADING.test(constraint) });
}

/** SQL Server counts what sets columns to nothing among the cascades. */
const CASCADING = /ON (?:DELETE|UPDATE) (?:CASCADE|SET (?:NULL|DEFAULT))/u;

function noteIndex(tables: Map<string, TableFacts>, found: RegExpExecArray): void {
  const [, unique, clustered, name = '', table = '', columns = '', rest = ''] = found;
  factsOf(tables, table).indices.push({
    name,
    columns: namesIn(columns),
    isClustered: clustered !== undefined,
    isUnique: unique !== undefined,
    isFiltered: /\bWHERE\b/u.test(rest),
  });
}

function dropIndex(tables: Map<string, TableFacts>, [, dropped = '', table = '']: RegExpExecArray): void {
  const { indices } = factsOf(tables, table);
  const at = indices.findIndex(({ name }) => name === dropped);
  if (at >= 0) indices.splice(at, 1);
}

function namesIn(list: string): readonly string[] {
  return tokensOf(list)
    .filter((token) => token.startsWith('"'))
    .map(nameIn);
}

const FIXED: Readonly<Record<string, number>> = { int: 4, bigint: 8, bit: 1, 'datetime2(3)': 7, datetime2: 8 };

function bytesOf(type: string): number {
  const [, isWide, length] = /^(n?)varchar\((\d+|MAX)\)$/iu.exec(type) ?? [];
  if (length === undefined) return FIXED[type] ?? 8;
  return length === 'MAX' ? Number.POSITIVE_INFINITY : Number(length) * (isWide === 'n' ? 2 : 1);
}
