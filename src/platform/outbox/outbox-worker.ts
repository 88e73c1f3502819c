import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { OutsideRefused } from '../../kernel/outside-failure.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Log } from '../telemetry/log.js';
import { CHANNELS, type Channel } from './channels.js';
import { DuePromises } from './due-promises.js';
import { failureOf } from './failure.js';
import { LeaseLost, Leases } from './leases.js';
import type { OutboxEntity } from './outbox.entity.js';
import { PromiseKeepers } from './outbox.js';
import { pauseBeforeTry } from './retry-pause.js';

/**
 * Keeps promises after commit: at least once, in order within a lane, with growing pauses while the outside is down. Channels do not
 * wait for each other; within one, promises are kept one after the other.
 */
@Injectable()
export class OutboxWorker implements BeforeApplicationShutdown {
  private readonly busy = new Set<Channel>();
  private stopping = false;

  constructor(
    private readonly due: DuePromises,
    private readonly leases: Leases,
    private readonly keepers: PromiseKeepers,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Works through what is due now in all channels. @returns how many promises were kept */
  async runOnce(): Promise<number> {
    const kept = await Promise.all(CHANNELS.map((channel) => this.runChannel(channel)));
    return kept.reduce((sum, each) => sum + each, 0);
  }

  /** Works through what is due now in one channel, unless a turn of it still runs. @returns how many promises were kept */
  async runChannel(channel: Channel): Promise<number> {
    if (this.busy.has(channel)) return 0;
    this.busy.add(channel);
    try {
      return await this.turn(channel);
    } finally {
      this.busy.delete(channel);
    }
  }

  /** No promise is begun any more; the one in hand of each channel may end. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  private async turn(channel: Channel): Promise<number> {
    let kept = 0;
    for (const row of await this.due.of(channel)) {
      if (this.stopping) break;
      if ((await this.leases.take(row.seq)) && (await this.handle(row))) kept += 1;
    }
    return kept;
  }

  /** One promise; whatever goes wrong with it, the next one gets its turn. */
  private async handle(row: OutboxEntity): Promise<boolean> {
    try {
      return await this.keep(row);
    } catch (error) {
      const event = error instanceof LeaseLost ? 'outbox.lease-lost' : 'outbox.not-written';
      this.log.warn(event, { seq: row.seq, kind: row.kind, error });
      return false;
    }
  }

  private async keep(row: OutboxEntity): Promise<boolean> {
    try {
      const keeper = this.keepers.of(row.kind);
      if (!keeper) throw new OutsideRefused('no-keeper', `Không có bộ phận nào nhận việc "${row.kind}".`);
      await this.leases.during(row.seq, () => keeper.keep(row.payload));
    } catch (error) {
      await this.afterFailure(row, error);
      return false;
    }
    const finishedAt = this.clock.now();
    await this.uow.run((tx) => this.leases.end(tx, row.seq, { finishedAt, outcome: 'kept', lastError: null }));
    return true;
  }

  private async afterFailure(row: OutboxEntity, error: unknown): Promise<void> {
    const attempts = row.attempts + 1;
    const { pauseMs, reason } = failureOf(error, attempts);
    this.log.warn('outbox.failed', { seq: row.seq, kind: row.kind, attempt: attempts, final: pauseMs === null, error });
    if (pauseMs === null) await this.giveUp(row, reason);
    else await this.postpone(row, pauseMs, reason);
  }

  /** The promise ends and its keeper is told, both or neither: a keeper that cannot take it in is asked again later. */
  private async giveUp(row: OutboxEntity, reason: string): Promise<void> {
    const attempts = row.attempts + 1;
    const finishedAt = this.clock.now();
    try {
      await this.uow.run(async (tx) => {
        await this.leases.end(tx, row.seq, { attempts, finishedAt, outcome: 'givenUp', lastError: reason });
        await this.keepers.of(row.kind)?.giveUp?.(row.payload, reason);
      });
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      this.log.warn('outbox.give-up-failed', { seq: row.seq, kind: row.kind, attempt: attempts, error });
      await this.postpone(row, pauseBeforeTry(attempts), reason);
    }
  }

  private async postpone(row: OutboxEntity, pauseMs: number, reason: string): Promise<void> {
    const dueAt = new Date(this.clock.now().getTime() + pauseMs);
    await this.uow.run((tx) => this.leases.end(tx, row.seq, { attempts: row.attempts + 1, dueAt, lastError: reason }));
  }
}
