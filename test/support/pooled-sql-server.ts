import mssql from 'mssql';
import type { SqlServerDriver } from '../../src/platform/database/sql-server-driver.js';

/** A statement as it reached the server: its text, and the type and scale that each parameter was sent as. */
export interface SentStatement {
  readonly text: string;
  /** On which connection, counted from 1. */
  readonly connection: number;
  /** How long the driver lets a statement of this connection run, in milliseconds; undefined: as long as it does by itself, 0: without end. */
  readonly limitMs: number | undefined;
  readonly parameters: readonly {
    readonly type: unknown;
    readonly value: unknown;
    readonly scale?: number;
    readonly length?: number | string;
  }[];
}

interface Connection {
  readonly number: number;
  readonly limitMs: number | undefined;
  on(): void;
  removeListener(): void;
  beginTransaction(done: () => void): void;
  commitTransaction(done: () => void): void;
  rollbackTransaction(done: () => void): void;
}

interface Lender {
  acquire(asked: unknown, done: (error: Error | null, connection: Connection) => void): void;
  release(connection: Connection): void;
}

type Answer = (error: Error | null, recordsets?: readonly object[], output?: object, rowsAffected?: number[]) => void;

const CONNECTION: Omit<Connection, 'number' | 'limitMs'> = {
  on: () => undefined,
  removeListener: () => undefined,
  beginTransaction: (done) => setImmediate(done),
  commitTransaction: (done) => setImmediate(done),
  rollbackTransaction: (done) => setImmediate(done),
};

/** What a server says to a statement: rows and how many it changed, or why not. */
export type Answerer = (text: string) => { readonly rows?: readonly object[]; readonly affected?: number } | Error;

/**
 * The driver `mssql` with its own pools, transactions and types of parameters, whose connections lead nowhere: each statement takes a connection as it
 * would from a server, and is answered with nothing, unless `answer` says otherwise.
 */
export function pooledSqlServer(answer: Answerer = () => ({})): {
  readonly driver: SqlServerDriver;
  readonly sent: readonly SentStatement[];
} {
  const sent: SentStatement[] = [];
  let made = 0;

  class ConnectionPool extends mssql.ConnectionPool {
    _poolCreate(): Promise<Connection> {
      made += 1;
      // The types of the package leave out what its own drivers are written with.
      const { config } = this as unknown as { readonly config: mssql.config };
      return Promise.resolve({ ...CONNECTION, number: made, limitMs: config.requestTimeout });
    }

    _poolValidate(): boolean {
      return true;
    }

    _poolDestroy(): Promise<void> {
      return Promise.resolve();
    }
  }

  class Request extends mssql.Request {
    _query(text: string, done: Answer): void {
      // Left out of the types as well.
      const { parent, parameters } = this as unknown as {
        readonly parent: Lender;
        readonly parameters: Readonly<Record<string, SentStatement['parameters'][number]>>;
      };
      parent.acquire(this, (error, connection) => {
        if (error) {
          done(error);
          return;
        }
        const { number, limitMs } = connection;
        sent.push({ text, connection: number, limitMs, parameters: Object.values(parameters) });
        setImmediate(() => {
          parent.release(connection);
          const said = answer(text);
          if (said instanceof Error) done(said);
          else done(null, [said.rows ?? knownRows(text)], {}, [said.affected ?? 1]);
        });
      });
    }
  }

  return { driver: { ...mssql, ConnectionPool, Request, Transaction: mssql.Transaction }, sent };
}

/** What the driver must know before it writes anything. */
function knownRows(text: string): readonly object[] {
  if (text.includes('DB_NAME')) return [{ db_name: 'x' }];
  return text.includes('SCHEMA_NAME') ? [{ schema_name: 'dbo' }] : [];
}
