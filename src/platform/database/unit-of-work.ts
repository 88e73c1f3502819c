import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';
import { isWorthRepeating } from './database-errors.js';
import { Database } from './database.js';

const TRIES = 8;

/**
 * The only way to write. What runs inside becomes visible whole or not at all; an inner `run` joins the outer one.
 *
 * No outside system is called inside: a promise to the outside is an outbox row. On SQLite runs queue, because two open
 * transactions on its one connection would become one; the transaction begins IMMEDIATE, because another process may write too.
 */
@Injectable()
export class UnitOfWork {
  private readonly current = new AsyncLocalStorage<EntityManager>();
  private tail: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Database) {}

  /** @returns what `work` returns, after commit @throws what `work` throws, after rollback */
  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const joined = this.current.getStore();
    if (joined) return work(joined);
    if (this.database.dialect === 'mssql') return this.repeatedly(() => this.onServer(work));
    const turn = this.tail.then(() => this.repeatedly(() => this.onSqlite(work)));
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  private async repeatedly<T>(attempt: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (tried >= TRIES || !isWorthRepeating(error)) throw error;
        await pause(20 * 2 ** tried * (0.5 + Math.random()));
      }
    }
  }

  private onServer<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.writer.transaction((tx) => this.current.run(tx, () => work(tx)));
  }

  private async onSqlite<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const runner: QueryRunner = this.database.writer.createQueryRunner();
    await runner.query('BEGIN IMMEDIATE');
    try {
      const result = await this.current.run(runner.manager, () => work(runner.manager));
      await runner.query('COMMIT');
      return result;
    } catch (error) {
      // On a full disk SQLite has rolled back by itself and refuses to do so again: that must not hide why.
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}
