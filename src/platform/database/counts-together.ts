import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Database, Reader } from './database.js';
import { joinSql, sql, toStatement, type Sql } from './sql.js';

interface Asked {
  /** Gives one number as `held`. */
  readonly count: Sql;
  readonly answer: (held: number) => void;
  readonly fail: (error: unknown) => void;
}

interface Row {
  readonly at: number;
  readonly held: number | string;
}

const waiting = new WeakMap<Reader, Asked[]>();

/**
 * A number that a page shows. Counts that are asked for at the same time become one statement: what a page awaits together costs one
 * question. Inside a unit of work it goes through the transaction, as every read.
 *
 * @param count a statement that gives one number as `held`
 */
export function countTogether(database: Database, count: Sql): Promise<number> {
  const { reader } = database;
  return new Promise((answer, fail) => {
    const others = waiting.get(reader);
    if (others !== undefined) {
      others.push({ count, answer, fail });
      return;
    }
    const asked = [{ count, answer, fail }];
    waiting.set(reader, asked);
    // After everything that runs without waiting for the database.
    process.nextTick(() => {
      waiting.delete(reader);
      answerAll(database, reader, asked).catch((error: unknown) => {
        for (const one of asked) one.fail(error);
      });
    });
  });
}

/**
 * Reads rows of which there are mostly none: whether there are any is asked with the other counts of a page, and costs no question of its own.
 *
 * @param place the table with its condition @param none what there is where no row is
 */
export async function whereAny<Rows>(
  database: Database,
  place: Sql,
  read: () => Promise<Rows>,
  none: Rows,
): Promise<Rows> {
  return (await countTogether(database, sql`SELECT COUNT(*) AS "held" FROM ${place}`)) === 0 ? none : read();
}

/** How many rows a query finds, as a statement for `countTogether`. */
export function countOf<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>): Sql {
  const [text, values] = query.clone().select('COUNT(*)', 'held').orderBy().getQueryAndParameters();
  // Every value has a place of its own, `?` or `@0`, `@1`; none stands in the text.
  return { texts: text.split(/\?|@\d+/u), values: values as Sql['values'] };
}

async function answerAll(database: Database, reader: Reader, asked: readonly Asked[]): Promise<void> {
  const counts = asked.map(({ count }, at) => sql`SELECT ${at} AS "at", "held" FROM (${count}) AS c`);
  const rows = await reader.query<readonly Row[]>(...toStatement(joinSql(counts, ' UNION ALL '), database.dialect));
  const held = new Map(rows.map((row) => [row.at, Number(row.held)]));
  for (const [at, { answer }] of asked.entries()) answer(held.get(at) ?? 0);
}
