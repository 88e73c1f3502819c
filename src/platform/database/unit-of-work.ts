import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';
import { nextTurn } from '../../kernel/turns.js';
import { isConnectionLost, isUniqueViolation, isWorthRepeating } from './database-errors.js';
import { inStep } from '../telemetry/spans.js';
import { Database } from './database.js';

const TRIES = 8;
/** Of work that met a row with its key: where somebody wrote that row between our look and our write, the second look finds it. */
const TRIES_AT_A_KEY = 2;

/** The line to the server broke before anything could be committed. */
class LostBeforeCommit extends Error {}

/**
 * The only way to write. What runs inside becomes visible whole or not at all; an inner `run` joins the outer one.
 *
 * No outside system is called inside: what must happen outside is a job in the outbox. On SQLite runs queue, because two open
 * transactions on its one connection would become one; the transaction begins IMMEDIATE, because another process may write too. Its statements
 * never yield, so the event loop gets a turn between one run and the next: however many jobs wait, pages are answered among them.
 * Work may run more than once: when the database was busy, and when somebody else wrote the same key after the work had looked for it.
 */
@Injectable()
export class UnitOfWork implements OnApplicationShutdown {
  private tail: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Database) {}

  onApplicationShutdown(): void {
    this.database.endWork();
  }

  /** @returns what `work` returns, after commit @throws what `work` throws, after rollback */
  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const joined = this.database.openTransaction;
    if (joined) return work(joined);
    return inStep('transaction', {}, () => this.whole(work));
  }

  private async whole<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (this.database.dialect === 'mssql') return this.repeatedly(() => this.onServer(work));
    const turn = this.tail.then(() => this.repeatedly(() => this.onSqlite(work)));
    this.tail = turn.then(nextTurn, nextTurn);
    return turn;
  }

  private async repeatedly<T>(attempt: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await attempt();
      } catch (error) {
        const lost = error instanceof LostBeforeCommit;
        if (tried < TRIES_AT_A_KEY && isUniqueViolation(error)) continue;
        if (tried >= TRIES || !(lost || isWorthRepeating(error))) throw lost ? error.cause : error;
        await pause(20 * 2 ** tried * (0.5 + Math.random()));
      }
    }
  }

  /** When the connection breaks at the commit, nobody knows whether it was done: that is not repeated here, but by a caller that can check. */
  private async onServer<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const own: { isDone: boolean; tx?: EntityManager } = { isDone: false };
    try {
      const result = await this.database.writer.transaction(async (tx) => {
        own.tx = tx;
        const worked = await this.database.within(tx, work);
        own.isDone = true;
        return worked;
      });
      if (own.tx) this.database.committed(own.tx);
      return result;
    } catch (error) {
      throw !own.isDone && isConnectionLost(error) ? new LostBeforeCommit('', { cause: error }) : error;
    }
  }

  private async onSqlite<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const runner: QueryRunner = this.database.writer.createQueryRunner();
    await runner.query('BEGIN IMMEDIATE');
    try {
      const result = await this.database.within(runner.manager, work);
      await runner.query('COMMIT');
      this.database.committed(runner.manager);
      return result;
    } catch (error) {
      // On a full disk SQLite has rolled back by itself and refuses to do so again: that must not hide why.
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}
