import { createHash } from 'node:crypto';
import type { SessionStore } from '@fastify/session';
import type { Session } from 'fastify';
import { LessThan } from 'typeorm';
import type { Clock } from '../../kernel/clock.js';
import type { Database } from '../database/database.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { SessionEntity } from './session.entity.js';

type Done = (error?: Error | null) => void;

/** Sessions in the database, under the hash of their id: they outlive a restart, and deleting a row signs out at once. */
export class DatabaseSessionStore implements SessionStore {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly idleMs: number,
  ) {}

  set(sessionId: string, session: Session, done: Done): void {
    answer(done, () => this.keep(hashed(sessionId), JSON.stringify(session)));
  }

  get(sessionId: string, done: (error: Error | null, session?: Session | null) => void): void {
    this.find(hashed(sessionId)).then(
      (session) => done(null, session),
      (error: unknown) => done(asError(error)),
    );
  }

  destroy(sessionId: string, done: Done): void {
    answer(done, async () => {
      await this.uow.run((tx) => tx.delete(SessionEntity, { id: hashed(sessionId) }));
    });
  }

  private async find(id: string): Promise<Session | null> {
    const row = await this.database.reader.getRepository(SessionEntity).findOneBy({ id });
    return row && row.expiresAt > this.clock.now() ? (JSON.parse(row.content) as Session) : null;
  }

  private async keep(id: string, content: string): Promise<void> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.idleMs);
    await this.uow.run(async (tx) => {
      const known = await tx.update(SessionEntity, { id }, { content, expiresAt });
      if (known.affected !== 1) await tx.insert(SessionEntity, { id, content, expiresAt });
      await tx.delete(SessionEntity, { expiresAt: LessThan(now) });
    });
  }
}

function hashed(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('session store');
}

function answer(done: Done, work: () => Promise<void>): void {
  work().then(
    () => done(null),
    (error: unknown) => done(asError(error)),
  );
}
