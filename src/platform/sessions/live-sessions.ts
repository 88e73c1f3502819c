import { Injectable } from '@nestjs/common';
import { And, In, IsNull, LessThanOrEqual, MoreThan, Not, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { whereAny } from '../database/counts-together.js';
import { Database } from '../database/database.js';
import { instantText, sql } from '../database/sql.js';
import { SessionEntity } from './session.entity.js';

/** What is left of a session that has ended: the row alone, so that nothing brings it back to life. */
export const ENDED = { content: '{}', staffId: null, address: null, agent: null } as const;

/** A browser in which somebody is signed in. */
export interface LiveSession {
  /** Of the row; it opens no session. */
  readonly id: string;
  readonly createdAt: Date | null;
  readonly lastSeenAt: Date | null;
  readonly address: string | null;
  readonly agent: string | null;
}

/** A session of a person that timed out, idle or at its longest life. */
export interface TimedOutSession {
  readonly staffId: string;
  readonly endedAt: Date;
}

/** Which sessions of somebody are to end: one, all but one, or all. */
export type WhichSessions = { readonly only: string } | { readonly allBut: string } | 'all';

/** The sessions of a person, for those who look at them and end them. */
@Injectable()
export class LiveSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In which browsers somebody is signed in, the one used last first; where a code is still owed nobody is. */
  async of(staffId: string): Promise<readonly LiveSession[]> {
    return this.database.reader.getRepository(SessionEntity).find({
      where: { staffId, expiresAt: MoreThan(this.clock.now()), address: Not(IsNull()) },
      select: { id: true, createdAt: true, lastSeenAt: true, address: true, agent: true },
      order: { lastSeenAt: 'DESC', id: 'ASC' },
    });
  }

  /** Ids of the rows of sessions that ended after a moment, by sign-out, by an act of somebody or by their time. */
  async endedSince(since: Date): Promise<ReadonlySet<string>> {
    const now = this.clock.now();
    const read = async (): Promise<readonly SessionEntity[]> =>
      this.database.reader.getRepository(SessionEntity).find({
        where: { expiresAt: And(MoreThan(since), LessThanOrEqual(now)) },
        select: { id: true },
      });
    const ended = sql`"session" WHERE "expiresAt" > ${instantText(since)} AND "expiresAt" <= ${instantText(now)}`;
    return new Set((await whereAny(this.database, ended, read, [])).map(({ id }) => id));
  }

  /** Ends sessions of somebody within a transaction, those where a code is still owed too. @returns how many ended; those of others never do */
  async end(tx: EntityManager, staffId: string, which: WhichSessions): Promise<number> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() - 1);
    const { affected } = await tx.update(
      SessionEntity,
      { staffId, expiresAt: MoreThan(now), ...idOf(which) },
      { ...ENDED, expiresAt },
    );
    return affected ?? 0;
  }

  /**
   * Empties the rows of sessions that timed out, within a transaction, so that each is returned once.
   *
   * @returns at most `most`, the oldest first; sign-ins that never got as far as the code are left out
   */
  async takeTimedOut(tx: EntityManager, most: number): Promise<readonly TimedOutSession[]> {
    const where = { address: Not(IsNull()), expiresAt: LessThanOrEqual(this.clock.now()) };
    const rows = await tx.find(SessionEntity, { where, order: { expiresAt: 'ASC', id: 'ASC' }, take: most });
    if (rows.length > 0) await tx.update(SessionEntity, { id: In(rows.map(({ id }) => id)) }, ENDED);
    return rows.map(({ staffId, expiresAt }) => ({ staffId: staffId ?? '', endedAt: expiresAt }));
  }
}

function idOf(which: WhichSessions): { id?: string | ReturnType<typeof Not<string>> } {
  if (which === 'all') return {};
  return { id: 'only' in which ? which.only : Not(which.allBut) };
}
