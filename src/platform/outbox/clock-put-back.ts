import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Circuits } from './circuits.js';
import { Leases } from './leases.js';
import { OutboxAttemptEntity } from './outbox-attempt.entity.js';
import { OutboxEntity } from './outbox.entity.js';
import { latestDue } from './retry-pause.js';

/** Of all places together: the newest alone may be of one that the old clock never reached. */
const TRIES_LOOKED_AT = 20;

/**
 * Brings forward what would wait too long because the clock was put back: promises, probes of circuits, leases. Legal periods are none of its
 * matter: they run from instants that messages bear.
 */
@Injectable()
export class ClockPutBack {
  /** What this process has acted upon: the same sign is heeded once. */
  private heeded: number | null = null;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly circuits: Circuits,
    private readonly leases: Leases,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const lastWritten = await this.lastWritten();
    const isHeeded = lastWritten?.getTime() === this.heeded;
    const latest = latestDue(now, isHeeded ? null : lastWritten);
    await this.uow.run(async (tx) => {
      await tx.update(OutboxEntity, { finishedAt: IsNull(), dueAt: MoreThan(latest) }, { dueAt: latest });
      await this.circuits.bringForward(tx, latest);
      await this.leases.shorten(tx);
    });
    if (latest <= now) this.heeded = lastWritten?.getTime() ?? null;
  }

  /** By the numbers of the rows: the latest by time may be of before. */
  private async lastWritten(): Promise<Date | null> {
    const { manager } = this.database.reader;
    const [promises, tries] = await Promise.all([
      manager.find(OutboxEntity, { order: { seq: 'DESC' }, select: { seq: true, createdAt: true }, take: 1 }),
      manager.find(OutboxAttemptEntity, { order: { id: 'DESC' }, take: TRIES_LOOKED_AT }),
    ]);
    const instants = [
      ...promises.map(({ createdAt }) => createdAt.getTime()),
      // A try may begin by the old clock and end by the new one.
      ...tries.flatMap(({ startedAt, endedAt }) => [startedAt.getTime(), (endedAt ?? startedAt).getTime()]),
    ];
    return instants.length === 0 ? null : new Date(Math.max(...instants));
  }
}
