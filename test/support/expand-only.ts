import BetterSqlite3 from 'better-sqlite3';
import { DataSource, type MigrationInterface } from 'typeorm';

export type Step = new () => MigrationInterface;

/** What a step says to the database, by its statements. */
export async function statementsOf(steps: readonly Step[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const source = new DataSource({ type: 'better-sqlite3', driver: BetterSqlite3, database: ':memory:' });
  await source.initialize();
  const runner = source.createQueryRunner();
  const said = new Map<string, readonly string[]>();
  let statements: string[] = [];
  const ask = runner.query.bind(runner) as (...asked: unknown[]) => Promise<unknown>;
  runner.query = ((...asked: unknown[]) => {
    statements.push(String(asked[0]));
    return ask(...asked);
  }) as typeof runner.query;
  try {
    for (const Step of steps) {
      statements = [];
      await new Step().up(runner);
      said.set(Step.name, statements);
    }
  } finally {
    await runner.release();
    await source.destroy();
  }
  return said;
}

/** @returns the statements of a step that do more than add what older software never meets: it writes rows without the new columns, and fills no new table */
export function narrowing(statements: readonly string[]): readonly string[] {
  const own = new Set(statements.flatMap((one) => /^CREATE TABLE "(\w+)"/u.exec(one)?.slice(1) ?? []));
  return statements.filter((one) => !isHarmless(one, own));
}

function isHarmless(statement: string, own: ReadonlySet<string>): boolean {
  if (/^(?:SELECT|PRAGMA|CREATE TABLE) /u.test(statement)) return true;
  const [, table = '', rest = ''] = /^ALTER TABLE "(\w+)" ADD "\w+" ([^;]*)$/u.exec(statement) ?? [];
  if (table !== '') return !rest.includes('NOT NULL');
  const [, unique, indexed = ''] = /^CREATE (UNIQUE )?INDEX "\w+" ON "(\w+)"/u.exec(statement) ?? [];
  if (indexed !== '') return unique === undefined || own.has(indexed);
  const [, watched = ''] = /^CREATE TRIGGER "\w+"[^]*? ON "(\w+)"/u.exec(statement) ?? [];
  return own.has(watched);
}
