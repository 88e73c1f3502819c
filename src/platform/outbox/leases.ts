import { hostname } from 'node:os';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { latestWithinSkew } from '../../kernel/clock-skew.js';
import { changedRows } from '../database/changed-rows.js';
import { Database } from '../database/database.js';
import { instantText, joinSql, sql, type Sql } from '../database/sql.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Log } from '../telemetry/log.js';
import { Attempts } from './attempts.js';
import type { OutsideChannel } from './channels.js';
import { Circuits } from './circuits.js';
import { JobHandlers } from './job-handlers.js';
import { OutboxEntity } from './outbox.entity.js';

const LEASE_MS = 5 * 60_000;
const RENEWED_EVERY_MS = 60_000;
const HOST = hostname().slice(0, 30);

/** What becomes of a job that was held. */
export type Ending = Partial<Pick<OutboxEntity, 'attempts' | 'dueAt' | 'finishedAt' | 'outcome' | 'lastError'>>;

/** Another worker holds the job by now: what this one found out no longer counts. */
export class LeaseLost extends Error {
  constructor(seq: number) {
    super(`Lease of job ${seq} is lost`);
    this.name = 'LeaseLost';
  }
}

/** Lets one worker of all work on a job, as long as it lives. */
@Injectable()
export class Leases {
  /** Host, process and run: tells whether the holder of a lease still lives. */
  private readonly holder = `${HOST}/${process.pid}/${newId().slice(0, 8)}`;
  /** Held by this worker, though it does nothing with them any more: the database would not take down what became of them. */
  private readonly leftBehind = new Map<number, OutsideChannel | null>();

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly circuits: Circuits,
    private readonly attempts: Attempts,
    private readonly handlers: JobHandlers,
    private readonly log: Log,
  ) {}

  /**
   * Written by hand, as `end`: each job asks it.
   *
   * @param early whether it may be taken before it is due
   * @returns whether this worker holds the job now
   */
  async takeIn(tx: EntityManager, seq: number, early: boolean): Promise<boolean> {
    const now = instantText(this.clock.now());
    const leased = sql`UPDATE "outbox" SET "leasedBy" = ${this.holder}, "leasedUntil" = ${instantText(this.until())}
      WHERE "seq" = ${seq} AND "finishedAt" IS NULL AND "heldAt" IS NULL${early ? sql`` : sql` AND "dueAt" <= ${now}`}`;
    if ((await changedRows(tx, sql`${leased} AND "leasedUntil" IS NULL`)) === 1) return true;
    if ((await changedRows(tx, sql`${leased} AND "leasedUntil" < ${now}`)) !== 1) return false;
    await this.attempts.cutOff(tx, seq);
    return true;
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

  /** Lets go of a job with what became of it. @throws LeaseLost when another worker holds it by now */
  async end(tx: EntityManager, seq: number, ending: Ending): Promise<void> {
    const ended = sql`UPDATE "outbox" SET ${changesOf(ending)}, "leasedBy" = NULL, "leasedUntil" = NULL
      WHERE "seq" = ${seq} AND "leasedBy" = ${this.holder} AND "finishedAt" IS NULL`;
    if ((await changedRows(tx, ended)) !== 1) throw new LeaseLost(seq);
  }

  /** What became of a job could not be written: it is let go as soon as the database takes that, not when its lease runs out. */
  leaveBehind({ seq, kind }: Pick<OutboxEntity, 'seq' | 'kind'>): void {
    this.leftBehind.set(seq, this.handlers.outsideChannelOf(kind));
  }

  async freeThoseLeftBehind(): Promise<void> {
    for (const [seq, channel] of this.leftBehind) {
      await this.free({ seq, leasedBy: this.holder }, channel);
      this.leftBehind.delete(seq);
    }
  }

  /** At the end of a process that can wait no longer: what it holds is free at once, and not only when its leases run out. */
  async giveBack(): Promise<void> {
    const leasedBy = this.holder;
    const held = await this.database.reader
      .getRepository(OutboxEntity)
      .find({ where: { finishedAt: IsNull(), leasedBy }, select: { seq: true, kind: true } });
    for (const { seq, kind } of held) await this.free({ seq, leasedBy }, this.handlers.outsideChannelOf(kind));
  }

  /** At the start of a process: jobs held by processes of this host that were killed are free at once. */
  async freeThoseOfTheDead(): Promise<void> {
    const held = await this.database.reader.getRepository(OutboxEntity).find({
      where: { finishedAt: IsNull(), leasedBy: Not(IsNull()) },
      select: { seq: true, leasedBy: true, kind: true },
    });
    for (const { seq, leasedBy, kind } of held) {
      if (leasedBy === null || !this.isDeadHere(leasedBy)) continue;
      await this.free({ seq, leasedBy }, this.handlers.outsideChannelOf(kind));
    }
  }

  /** No lease lasts longer than it could by this clock: it may have been put back. */
  async shorten(tx: EntityManager): Promise<void> {
    const longest = latestWithinSkew(this.until());
    await tx.update(
      OutboxEntity,
      { finishedAt: IsNull(), leasedUntil: MoreThan(longest) },
      { leasedUntil: this.until() },
    );
  }

  /** Its try was cut off; if it was the probe of its channel, another may go. */
  private async free(held: { seq: number; leasedBy: string }, channel: OutsideChannel | null): Promise<void> {
    await this.uow.run(async (tx) => {
      const { affected } = await tx.update(OutboxEntity, held, { leasedBy: null, leasedUntil: null });
      if (affected !== 1 || channel === null) return;
      await this.attempts.cutOff(tx, held.seq);
      await this.circuits.probeLost(tx, channel);
    });
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

/** What is set of a job, as `SET` says it. */
function changesOf(ending: Ending): Sql {
  const columns = Object.entries(ending).map(([name, value]) => {
    const column = { texts: [`"${name}"`], values: [] };
    return value === null
      ? sql`${column} = NULL`
      : sql`${column} = ${value instanceof Date ? instantText(value) : value}`;
  });
  return joinSql(columns, ', ');
}
