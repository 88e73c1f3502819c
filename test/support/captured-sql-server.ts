import mssql from 'mssql';
import { DataSource } from 'typeorm';
import { SCHEMA } from '../../src/bootstrap/schema.js';

interface Result {
  readonly recordset: readonly object[];
  readonly rowsAffected: readonly number[];
}

type Answer = (error: null, result: Result) => void;

/**
 * The T-SQL that the migrations would run, captured without a server: TypeORM's own SQL Server driver writes it, and a connection that
 * answers with nothing takes it down.
 */
export async function capturedMigrations(): Promise<readonly string[]> {
  const statements: string[] = [];

  class Request {
    input(): this {
      return this;
    }

    /** Answers by callback or by promise, as mssql does. */
    query(statement: string, answer?: Answer): Promise<Result> {
      statements.push(statement);
      const result = { recordset: knownRows(statement), rowsAffected: [1] };
      if (answer) setImmediate(() => answer(null, result));
      return Promise.resolve(result);
    }

    on(): void {
      return undefined;
    }
  }

  class Transaction {
    begin(...given: unknown[]): void {
      later(given.at(-1));
    }

    commit(done: unknown): void {
      later(done);
    }
  }

  class ConnectionPool {
    connect(done: unknown): this {
      later(done);
      return this;
    }

    close(): Promise<void> {
      return Promise.resolve();
    }

    on(): void {
      return undefined;
    }

    transaction(): Transaction {
      return new Transaction();
    }
  }

  const driver: unknown = { ...mssql, ConnectionPool, Request, Transaction };
  const source = new DataSource({
    type: 'mssql',
    driver,
    host: 'nowhere',
    username: 'x',
    password: 'x',
    database: 'x',
    migrations: [...SCHEMA.migrations],
    migrationsTableName: 'schema_migration',
  });
  await source.initialize();
  await source.runMigrations({ transaction: 'each' });
  return statements;
}

function later(done: unknown): void {
  if (typeof done === 'function')
    setImmediate(() => {
      Reflect.apply(done, undefined, [null]);
    });
}

/** What the driver must know before it writes anything. */
function knownRows(statement: string): readonly object[] {
  if (statement.includes('DB_NAME')) return [{ db_name: 'x' }];
  return statement.includes('SCHEMA_NAME') ? [{ schema_name: 'dbo' }] : [];
}
