import type { SessionStore } from '@fastify/session';
import type { Session } from 'fastify';
import { LessThan, MoreThan } from 'typeorm';
import { DAY_MS } from '../../kernel/civil-date.js';
import { sha256Of } from '../../kernel/sha256.js';
import type { Clock } from '../../kernel/clock.js';
import type { Database } from '../database/database.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { SessionEntity } from './session.entity.js';

type Done = (error?: Error | null) => void;

const TOUCH_EVERY_MS = 60_000;
const ENDED_KEPT_MS = DAY_MS;

/**
 * Sessions in the database, under the hash of their id: they outlive a restart, and ending the row signs out at once. An ended row stays
 * a day, so that a request which was still under way at sign-out cannot bring it back to life.
 */
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
      const expiresAt = new Date(this.clock.now().getTime() - 1);
      await this.uow.run((tx) => tx.update(SessionEntity, { id: hashed(sessionId) }, { content: '{}', expiresAt }));
    });
  }

  private async find(id: string): Promise<Session | null> {
    const now = this.clock.now();
    const row = await this.database.reader.getRepository(SessionEntity).findOneBy({ id, expiresAt: MoreThan(now) });
    if (!row) return null;
    const expiresAt = new Date(now.getTime() + this.idleMs);
    if (expiresAt.getTime() - row.expiresAt.getTime() > TOUCH_EVERY_MS) {
      await this.uow.run((tx) => tx.update(SessionEntity, { id, expiresAt: MoreThan(now) }, { expiresAt }));
    }
    return JSON.parse(row.content) as Session;
  }

  private async keep(id: string, content: string): Promise<void> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.idleMs);
    await this.uow.run(async (tx) => {
      const live = await tx.update(SessionEntity, { id, expiresAt: MoreThan(now) }, { content, expiresAt });
      if (live.affected === 1 || (await tx.existsBy(SessionEntity, { id }))) return;
      await tx.insert(SessionEntity, { id, content, expiresAt });
      await tx.delete(SessionEntity, { expiresAt: LessThan(new Date(now.getTime() - ENDED_KEPT_MS)) });
    });
  }
}

function hashed(sessionId: string): string {
  return sha256Of(sessionId);
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
