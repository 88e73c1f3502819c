import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { latestWithinSkew } from '../../kernel/clock-skew.js';
import { Database } from '../database/database.js';
import { sql, toStatement } from '../database/sql.js';
import { WrittenSince } from '../database/written-since.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Circuits } from './circuits.js';
import { Leases } from './leases.js';
import { OutboxAttemptEntity } from './outbox-attempt.entity.js';
import { OutboxEntity } from './outbox.entity.js';
import { latestDue } from './retry-pause.js';

/** Of all places together: the newest alone may be of one that the old clock never reached. */
const TRIES_LOOKED_AT = 20;
/** More often, the pauses of jobs would be none: twelve tries gone in a minute, a mail server that greylists asked without end. */
const HEEDED_FOR_MS = 60 * 60_000;

/**
 * Brings forward what would wait too long because the clock was set back: jobs, probes of circuits, leases. Legal periods are not touched:
 * they run from instants that messages carry.
 */
@Injectable()
export class ClockSkewCorrection {
  /** The present at this process's turn before. */
  private turnBefore: Date | null = null;
  /** When what the app wrote was last heeded: a host that is always behind another finds a sign at each turn. */
  private heededAt: Date | null = null;
  private readonly writtenSince: WrittenSince;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly circuits: Circuits,
    private readonly leases: Leases,
  ) {
    this.writtenSince = new WrittenSince(database);
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.writtenSince.run(async () => {
      if (!(await this.waits())) return true;
      const latest = latestDue(now, await this.lastKnown(now));
      await this.bringForward(latest);
      if (latest <= now) this.heededAt = now;
      return false;
    });
    this.turnBefore = now;
  }

  /** Whether anything waits at all, or is held: with nothing to do there is nothing to bring forward. */
  private async waits(): Promise<boolean> {
    const { dialect, reader } = this.database;
    const open = sql`SELECT "seq" AS "one" FROM "outbox" WHERE "finishedAt" IS NULL`;
    const away = sql`SELECT 1 FROM "circuit" WHERE "state" <> 'closed'`;
    const found = await reader.query<readonly unknown[]>(
      ...toStatement(sql`SELECT 1 AS "one" WHERE EXISTS (${open}) OR EXISTS (${away})`, dialect),
    );
    return found.length > 0;
  }

  private bringForward(latest: Date): Promise<void> {
    return this.uow.run(async (tx) => {
      await tx.update(OutboxEntity, { finishedAt: IsNull(), dueAt: MoreThan(latest) }, { dueAt: latest });
      await this.circuits.bringForward(tx, latest);
      await this.leases.shorten(tx);
    });
  }

  /** What this process saw itself counts always; what others wrote, once an hour. */
  private async lastKnown(now: Date): Promise<Date | null> {
    const { turnBefore, heededAt } = this;
    if (turnBefore !== null && turnBefore > latestWithinSkew(now)) return turnBefore;
    const isHeeded = heededAt !== null && now.getTime() - heededAt.getTime() < HEEDED_FOR_MS;
    return isHeeded ? null : this.lastWritten();
  }

  /** By the numbers of the rows: the latest by time may be of before. */
  private async lastWritten(): Promise<Date | null> {
    const { manager } = this.database.reader;
    const [jobs, tries] = await Promise.all([
      manager.find(OutboxEntity, { order: { seq: 'DESC' }, select: { seq: true, createdAt: true }, take: 1 }),
      manager.find(OutboxAttemptEntity, { order: { id: 'DESC' }, take: TRIES_LOOKED_AT }),
    ]);
    const instants = [
      ...jobs.map(({ createdAt }) => createdAt.getTime()),
      // A try may begin by the old clock and end by the new one.
      ...tries.flatMap(({ startedAt, endedAt }) => [startedAt.getTime(), (endedAt ?? startedAt).getTime()]),
    ];
    return instants.length === 0 ? null : new Date(Math.max(...instants));
  }
}
