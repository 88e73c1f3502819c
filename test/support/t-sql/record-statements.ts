import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import mssql from 'mssql';
import { writtenTable } from './read-statement.js';

/** A line of a record: a statement that was sent, or the tables whose rows a transaction changed, in their order. */
export type Recorded = { readonly text: string; readonly values: number } | { readonly changed: readonly string[] };

type Method = (...given: unknown[]) => unknown;

const known = new Set<string>();
const changed = new WeakMap<object, string[]>();

/**
 * From here on everything that this process sends to SQL Server is written down, each once, in the folder that MSSQL_TEST_STATEMENTS names; `npm run
 * test:mssql` reads it at the end.
 */
export function recordStatements(): void {
  const folder = process.env['MSSQL_TEST_STATEMENTS'];
  if (folder === undefined) return;
  const record = (line: Recorded): void => {
    const text = JSON.stringify(line);
    const hash = createHash('sha256').update(text).digest('base64');
    if (known.has(hash)) return;
    known.add(hash);
    appendFileSync(join(folder, `${String(process.pid)}.jsonl`), `${text}\n`);
  };
  const query = Reflect.get(mssql.Request.prototype, 'query') as Method;
  mssql.Request.prototype.query = function recorded(this: mssql.Request, ...given: unknown[]) {
    const [text] = given;
    if (typeof text === 'string') {
      // The types of the package leave out what a request stands in.
      const { parent } = this as unknown as { readonly parent: object };
      noteChange(parent, text);
      record({ text, values: Object.keys(this.parameters).length });
    }
    return Reflect.apply(query, this, given) as never;
  };
  const commit = Reflect.get(mssql.Transaction.prototype, 'commit') as Method;
  mssql.Transaction.prototype.commit = function recorded(this: mssql.Transaction, ...given: unknown[]) {
    const tables = changed.get(this) ?? [];
    if (tables.length > 1) record({ changed: tables });
    return Reflect.apply(commit, this, given) as never;
  };
}

/** No other transaction waits for a row that is inserted: it is not seen before the commit. */
function noteChange(transaction: object, text: string): void {
  if (!(transaction instanceof mssql.Transaction) || /^\s*INSERT\b/iu.test(text)) return;
  const table = writtenTable(text);
  const tables = changed.get(transaction) ?? [];
  if (table !== null && !tables.includes(table)) changed.set(transaction, [...tables, table]);
}
