import { hostname } from 'node:os';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, LessThanOrEqual, Not, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Log } from '../telemetry/log.js';
import { OutboxEntity } from './outbox.entity.js';

const LEASE_MS = 5 * 60_000;
const RENEWED_EVERY_MS = 60_000;
const HOST = hostname().slice(0, 30);

/** What becomes of a promise that was held. */
export type Ending = Partial<Pick<OutboxEntity, 'attempts' | 'dueAt' | 'finishedAt' | 'outcome' | 'lastError'>>;

/** Another worker holds the promise by now: what this one found out no longer counts. */
export class LeaseLost extends Error {
  constructor(seq: number) {
    super(`Lease of promise ${seq} is lost`);
    this.name = 'LeaseLost';
  }
}

/** Lets one worker of all work on a promise, for as long as it lives. */
@Injectable()
export class Leases {
  /** Host, process and run: tells whether the holder of a lease still lives. */
  private readonly holder = `${HOST}/${process.pid}/${newId().slice(0, 8)}`;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @returns whether this worker holds the promise now */
  async take(seq: number): Promise<boolean> {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const open = { seq, finishedAt: IsNull(), dueAt: LessThanOrEqual(now) };
      const held = { leasedBy: this.holder, leasedUntil: this.until() };
      const never = await tx.update(OutboxEntity, { ...open, leasedUntil: IsNull() }, held);
      if (never.affected === 1) return true;
      return (await tx.update(OutboxEntity, { ...open, leasedUntil: LessThan(now) }, held)).affected === 1;
    });
  }

  /** Does work that may last longer than a lease, and renews the lease meanwhile. */
  async during<T>(seq: number, work: () => Promise<T>): Promise<T> {
    const timer = setInterval(() => void this.renew(seq), RENEWED_EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  async renew(seq: number): Promise<void> {
    try {
      await this.uow.run((tx) =>
        tx.update(OutboxEntity, { seq, leasedBy: this.holder, finishedAt: IsNull() }, { leasedUntil: this.until() }),
      );
    } catch (error) {
      this.log.warn('outbox.lease-not-renewed', { seq, error });
    }
  }

  /** Lets go of a promise with what became of it. @throws LeaseLost when another worker holds it by now */
  async end(tx: EntityManager, seq: number, ending: Ending): Promise<void> {
    const mine = { seq, leasedBy: this.holder, finishedAt: IsNull() };
    const ended = await tx.update(OutboxEntity, mine, { ...ending, leasedBy: null, leasedUntil: null });
    if (ended.affected !== 1) throw new LeaseLost(seq);
  }

  /** At the start of a process: promises held by processes of this host that were killed are free at once. */
  async freeThoseOfTheDead(): Promise<void> {
    const held = await this.database.reader.getRepository(OutboxEntity).find({
      where: { finishedAt: IsNull(), leasedBy: Not(IsNull()) },
      select: { seq: true, leasedBy: true },
    });
    for (const { seq, leasedBy } of held) {
      if (leasedBy === null || !this.isDeadHere(leasedBy)) continue;
      await this.uow.run((tx) => tx.update(OutboxEntity, { seq, leasedBy }, { leasedBy: null, leasedUntil: null }));
    }
  }

  private until(): Date {
    return new Date(this.clock.now().getTime() + LEASE_MS);
  }

  private isDeadHere(holder: string): boolean {
    const [host, pid] = holder.split('/');
    if (host !== HOST || pid === undefined) return false;
    if (Number(pid) === process.pid) return holder !== this.holder;
    try {
      process.kill(Number(pid), 0);
      return false;
    } catch {
      return true;
    }
  }
}
