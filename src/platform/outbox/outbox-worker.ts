import { hostname } from 'node:os';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { OutsideRefused, OutsideUnavailable } from '../../kernel/outside-failure.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Log } from '../telemetry/log.js';
import { OutboxEntity } from './outbox.entity.js';
import { PromiseKeepers } from './outbox.js';
import { pauseBeforeTry } from './retry-pause.js';

const LEASE_MS = 5 * 60_000;
const BATCH = 50;
const MAX_TRIES = 12;

/** Keeps promises after commit: at least once, in order within a lane, with growing pauses while the outside is down. */
@Injectable()
export class OutboxWorker {
  /** Host, process and run: tells whether the holder of a lease still lives. */
  private readonly name = `${hostname().slice(0, 30)}/${process.pid}/${newId().slice(0, 8)}`;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly keepers: PromiseKeepers,
    private readonly log: Log,
  ) {}

  /** Works through what is due now. @returns how many promises were kept */
  async runOnce(): Promise<number> {
    let kept = 0;
    for (const row of await this.due()) {
      if (!(await this.lease(row.seq))) continue;
      if (await this.keep(row)) kept += 1;
    }
    return kept;
  }

  /** At the start of a process: promises held by processes of this host that were killed are free at once. */
  async freeLeasesOfTheDead(): Promise<void> {
    const held = await this.database.reader.getRepository(OutboxEntity).find({
      where: { finishedAt: IsNull(), leasedBy: Not(IsNull()) },
      select: { seq: true, leasedBy: true },
    });
    for (const { seq, leasedBy } of held) {
      if (leasedBy === null || !this.isDeadHere(leasedBy)) continue;
      await this.uow.run((tx) => tx.update(OutboxEntity, { seq, leasedBy }, { leasedBy: null, leasedUntil: null }));
    }
  }

  private isDeadHere(holder: string): boolean {
    const [host, pid] = holder.split('/');
    if (host !== hostname().slice(0, 30) || pid === undefined) return false;
    if (Number(pid) === process.pid) return holder !== this.name;
    try {
      process.kill(Number(pid), 0);
      return false;
    } catch {
      return true;
    }
  }

  /** The first open row of each lane, and rows without a lane, that are due. */
  private async due(): Promise<readonly OutboxEntity[]> {
    const open = await this.database.reader.getRepository(OutboxEntity).find({
      where: { finishedAt: IsNull() },
      order: { seq: 'ASC' },
      take: 1000,
    });
    const now = this.clock.now();
    const blocked = new Set<string>();
    const ready: OutboxEntity[] = [];
    for (const row of open) {
      if (row.lane !== null && blocked.has(row.lane)) continue;
      if (row.lane !== null) blocked.add(row.lane);
      const leased = row.leasedUntil !== null && row.leasedUntil > now;
      if (row.dueAt <= now && !leased) ready.push(row);
      if (ready.length === BATCH) break;
    }
    return ready;
  }

  private async lease(seq: number): Promise<boolean> {
    const now = this.clock.now();
    const free = { leasedBy: this.name, leasedUntil: new Date(now.getTime() + LEASE_MS) };
    return this.uow.run(async (tx) => {
      const open = { seq, finishedAt: IsNull(), dueAt: LessThanOrEqual(now) };
      const never = await tx.update(OutboxEntity, { ...open, leasedUntil: IsNull() }, free);
      if (never.affected === 1) return true;
      return (await tx.update(OutboxEntity, { ...open, leasedUntil: LessThan(now) }, free)).affected === 1;
    });
  }

  private async keep(row: OutboxEntity): Promise<boolean> {
    const keeper = this.keepers.of(row.kind);
    if (!keeper) return this.giveUp(row, `Không có bộ phận nào nhận việc "${row.kind}".`);
    try {
      await keeper.keep(row.payload);
      await this.finish(row.seq, 'kept', null);
      return true;
    } catch (error) {
      return this.afterFailure(row, error);
    }
  }

  private async afterFailure(row: OutboxEntity, error: unknown): Promise<boolean> {
    const reason = error instanceof Error ? error.message.slice(0, 1000) : 'Lỗi không rõ.';
    const final =
      error instanceof OutsideRefused || (error instanceof DomainError && error.code !== 'changed-meanwhile');
    this.log.warn('outbox.failed', { seq: row.seq, kind: row.kind, attempt: row.attempts + 1, final, error });
    if (final || row.attempts + 1 >= MAX_TRIES) {
      return this.giveUp(row, error instanceof OutsideRefused ? error.reason : reason);
    }
    const asked = error instanceof OutsideUnavailable ? error.options.retryAfterSeconds : undefined;
    const dueAt = new Date(this.clock.now().getTime() + pauseBeforeTry(row.attempts + 1, asked));
    await this.uow.run((tx) =>
      tx.update(
        OutboxEntity,
        { seq: row.seq },
        { attempts: row.attempts + 1, dueAt, leasedBy: null, leasedUntil: null, lastError: reason },
      ),
    );
    return false;
  }

  private async giveUp(row: OutboxEntity, reason: string): Promise<false> {
    await this.keepers.of(row.kind)?.giveUp?.(row.payload, reason);
    await this.finish(row.seq, 'givenUp', reason);
    return false;
  }

  private async finish(seq: number, outcome: 'kept' | 'givenUp', lastError: string | null): Promise<void> {
    const finishedAt = this.clock.now();
    await this.uow.run((tx) => tx.update(OutboxEntity, { seq }, { finishedAt, outcome, lastError }));
  }
}
