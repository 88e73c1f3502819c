import { isLiteral, tokensOf, wordsOf, writtenTable, type Captured } from './read-statement.js';
import type { ColumnFacts, SchemaFacts } from './schema-facts.js';
import { aggregatesSubquery, derivesBadly, groupsByAlias, ordersInside } from './selects.js';

export type FaultKind =
  | 'indexKey'
  | 'cascadePaths'
  | 'outputOnTrigger'
  | 'parameters'
  | 'collation'
  | 'lockOrder'
  | 'pageWithoutOrder'
  | 'booleanLiteral'
  | 'sqliteFunction'
  | 'concatenation'
  | 'sqliteWord'
  | 'literalWithoutN'
  | 'orderedTwice'
  | 'tooManyRows'
  | 'uniqueNulls'
  | 'aggregateOfSubquery'
  | 'orderInside'
  | 'derivedTable'
  | 'groupByAlias'
  | 'readAfterUpdate';

/** What SQL Server would refuse, or do otherwise than SQLite. */
export interface Fault {
  readonly kind: FaultKind;
  /** The index, the tables, or the statement. */
  readonly where: string;
}

/** Bytes of a clustered key, and of any other. */
const KEY_BYTES = { clustered: 900, other: 1700 };

/** `sp_executesql` takes 2,100 parameters, two of which are the statement and the list of the others. */
const PARAMETERS = 2098;
/** Error 10738. */
const ROWS = 1000;

/** Of what makes the tables. */
export function schemaFaults(schema: SchemaFacts): readonly Fault[] {
  return [...wideKeys(schema), ...severalPaths(schema), ...uniqueNulls(schema)];
}

function wideKeys(schema: SchemaFacts): readonly Fault[] {
  return [...schema].flatMap(([table, { indices, columns }]) =>
    indices
      .filter(({ columns: keys, isClustered }) => {
        const bytes = keys.reduce((sum, key) => sum + (columns.get(key)?.bytes ?? 0), 0);
        return bytes > (isClustered ? KEY_BYTES.clustered : KEY_BYTES.other);
      })
      .map(({ name }) => ({ kind: 'indexKey' as const, where: `${table}.${name}` })),
  );
}

/** Error 2601 at the second row: to SQL Server two that hold nothing are alike. */
function uniqueNulls(schema: SchemaFacts): readonly Fault[] {
  return [...schema].flatMap(([table, { indices, columns }]) =>
    indices
      .filter(({ isUnique, isFiltered }) => isUnique && !isFiltered)
      .filter(({ columns: keys }) => keys.every((key) => columns.get(key)?.isNullable === true))
      .map(({ name }) => ({ kind: 'uniqueNulls' as const, where: `${table}.${name}` })),
  );
}

/** Error 1785: a row that is deleted would reach another table by two ways, or come back to its own. */
function severalPaths(schema: SchemaFacts): readonly Fault[] {
  const next = (table: string): readonly string[] =>
    [...schema].flatMap(([from, { references }]) =>
      references.filter(({ to, cascades }) => cascades && to === table).map(() => from),
    );
  const reached = (table: string, way: readonly string[]): readonly string[] =>
    next(table).flatMap((one) => (way.includes(one) ? [one] : [one, ...reached(one, [...way, one])]));
  const parents = [...schema.values()].flatMap(({ references }) => references.map(({ to }) => to));
  return [...new Set(parents)].flatMap((table) => {
    const all = reached(table, [table]);
    const twice = all.filter((one, index) => one === table || all.indexOf(one) !== index);
    return [...new Set(twice)].map((one) => ({ kind: 'cascadePaths' as const, where: `${table} → ${one}` }));
  });
}

/** Of one statement that is sent. */
export function statementFaults(captured: Captured, schema: SchemaFacts): readonly Fault[] {
  const words = wordsOf(captured.text);
  return RULES.filter(([, isFaulty]) => isFaulty({ ...captured, words, schema })).map(([kind]) => ({
    kind,
    where: captured.text,
  }));
}

interface Read extends Captured {
  readonly words: readonly string[];
  readonly schema: SchemaFacts;
}

const RULES: readonly (readonly [FaultKind, (read: Read) => boolean])[] = [
  ['parameters', ({ values }) => values > PARAMETERS],
  ['outputOnTrigger', isOutputOnTrigger],
  ['collation', comparesCollations],
  ['pageWithoutOrder', pagesWithoutOrder],
  ['booleanLiteral', ({ words }) => words.includes('TRUE') || words.includes('FALSE')],
  ['sqliteFunction', callsSqlite],
  ['concatenation', ({ words }) => words.includes('||')],
  ['sqliteWord', ({ words }) => SQLITE_WORDS.some((some) => containsAll(words, some))],
  ['literalWithoutN', ({ text }) => tokensOf(text).some((one) => one.startsWith("'") && !/^\p{ASCII}*$/u.test(one))],
  ['orderedTwice', ordersTwice],
  ['tooManyRows', ({ words }) => words.includes('VALUES') && rowsOf(words) > ROWS],
  ['aggregateOfSubquery', ({ words }) => aggregatesSubquery(words)],
  ['orderInside', ({ words }) => ordersInside(words)],
  ['derivedTable', ({ words }) => derivesBadly(words)],
  ['groupByAlias', ({ words }) => groupsByAlias(words)],
  ['readAfterUpdate', readsWhatOthersMade],
];

/** Error 334. TypeORM writes what it wants back INTO a table variable; ours should want nothing back. */
function isOutputOnTrigger({ text, words, schema }: Read): boolean {
  const table = writtenTable(text);
  const output = words.indexOf('OUTPUT');
  if (table === null || output < 0 || schema.get(table)?.hasTrigger !== true) return false;
  const end = words.findIndex(
    (word, index) => index > output && ['VALUES', 'WHERE', 'SELECT', 'DEFAULT'].includes(word),
  );
  return !words.slice(output, end < 0 ? undefined : end).includes('INTO');
}

/** Error 468: two columns are compared whose collations differ. */
function comparesCollations({ text, schema }: Read): boolean {
  const aliases = aliasesIn(text);
  const columnOf = (alias: string, column: string): ColumnFacts | undefined =>
    schema.get(aliases.get(alias) ?? alias)?.columns.get(column);
  return [...text.matchAll(COMPARED)].some(([, a = '', b = '', c = '', d = '']) => {
    const [left, right] = [columnOf(a, b), columnOf(c, d)];
    return left?.isText === true && right?.isText === true && left.collation !== right.collation;
  });
}

const COMPARED = /"?(\w+)"?\."(\w+)"\s*(?:=|<>|<=?|>=?|LIKE)\s*"?(\w+)"?\."(\w+)"(?!\s*COLLATE)/gu;

function aliasesIn(text: string): ReadonlyMap<string, string> {
  const named = text.matchAll(/\b(?:FROM|JOIN|UPDATE|INTO)\s+"(\w+)"(?:\s+(?:AS\s+)?"?(\w+)"?)?/giu);
  return new Map(
    [...named].flatMap(([, table = '', alias = table]) => [[alias, table] as const, [table, table] as const]),
  );
}

/** Some rows of many, and nothing says which; one row that is looked for by its key needs no order. */
function pagesWithoutOrder({ words }: Read): boolean {
  const page = words.findIndex((word) => word === 'OFFSET' || word === 'LIMIT');
  if (page < 0 || words.slice(0, page).lastIndexOf('ORDER') >= 0) {
    return page >= 0 && isOrderOfNothing(words.slice(0, page)) && !takesOne(words.slice(page));
  }
  return true;
}

/** `ORDER BY (SELECT NULL)`: what TypeORM writes where no order was asked for. */
function isOrderOfNothing(words: readonly string[]): boolean {
  return words.slice(words.lastIndexOf('ORDER')).join(' ').startsWith('ORDER BY ( SELECT NULL )');
}

function takesOne(words: readonly string[]): boolean {
  return words.join(' ').startsWith('OFFSET 0 ROWS FETCH NEXT 1 ROWS');
}

/** Each statement of a batch sees what was committed before it: where the update found no row, the question after it may find one that another has made. */
function readsWhatOthersMade({ text, words }: Read): boolean {
  return words[0] === 'UPDATE' && words.slice(words.indexOf(';')).includes('SELECT') && !text.includes('@@ROWCOUNT');
}

const SQLITE_FUNCTIONS = [
  ...['STRFTIME', 'DATETIME', 'DATE', 'TIME', 'JULIANDAY', 'UNIXEPOCH', 'IFNULL', 'GROUP_CONCAT', 'INSTR', 'SUBSTR'],
  ...[
    'LENGTH',
    'PRINTF',
    'RANDOM',
    'TOTAL',
    'TYPEOF',
    'JSON_EXTRACT',
    'JSON_EACH',
    'LAST_INSERT_ROWID',
    'HEX',
    'TRUNC',
  ],
];

function callsSqlite({ words }: Read): boolean {
  return words.some((word, index) => SQLITE_FUNCTIONS.includes(word) && words[index + 1] === '(');
}

const SQLITE_WORDS: readonly (readonly string[])[] = [
  ['LIMIT'],
  ['RETURNING'],
  ['ON', 'CONFLICT'],
  ['INSERT', 'OR'],
  ['GLOB'],
  ['AUTOINCREMENT'],
  ['PRAGMA'],
  ['WITHOUT', 'ROWID'],
  ['ILIKE'],
  ['NULLS', 'LAST'],
  ['NULLS', 'FIRST'],
];

function containsAll(words: readonly string[], some: readonly string[]): boolean {
  return words.some((_, index) => some.every((one, at) => words[index + at] === one));
}

/** Error 169. */
function ordersTwice({ text }: Read): boolean {
  return [...text.matchAll(ORDERED)].some(([, order = '']) => {
    const columns = order.split(',').map((one) => one.trim().replace(/ (?:ASC|DESC)$/u, ''));
    return columns.length !== new Set(columns).size;
  });
}

const ORDERED = /\bORDER BY ((?:(?:"?\w+"?\.)?"\w+"(?: ASC| DESC)?(?:, *)?)+)/gu;

function rowsOf(words: readonly string[]): number {
  const values = words.slice(words.lastIndexOf('VALUES'));
  let [depth, rows] = [0, 0];
  for (const word of values) {
    if (isLiteral(word)) continue;
    if (word === '(' && depth === 0) rows += 1;
    depth += word === '(' ? 1 : word === ')' ? -1 : 0;
  }
  return rows;
}
