import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { SpanKind } from '@opentelemetry/api';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Log } from '../telemetry/log.js';
import { inSpan, ofTicket, SPAN_OF, traceOf } from '../telemetry/spans.js';
import { inWorkContext } from '../telemetry/work-context.js';
import { AT_ONCE, CHANNELS, type Channel } from './channels.js';
import { DueJobs, type Batch, type DueJob } from './due-jobs.js';
import { failureOf, type Failure } from './failure.js';
import { LeaseLost, Leases } from './leases.js';
import { JobHandlers } from './job-handlers.js';
import { pauseBeforeTry } from './retry-pause.js';
import { Tries, type Try } from './tries.js';

/** How many jobs were done, and whether they can have made others due. */
type Turn = Pick<Batch, 'leadsOn'> & { readonly done: number };

/**
 * Does jobs after commit: at least once, in order within one ordering key, with growing pauses while the outside is down. Channels do not
 * wait for each other; within one, a few jobs at most are done at once.
 */
@Injectable()
export class OutboxWorker implements BeforeApplicationShutdown {
  private readonly busy = new Set<Channel>();
  /** Channels that are to have a turn, or another one after that which runs. */
  private readonly wanted = new Set<Channel>();
  private stopping = false;

  constructor(
    private readonly due: DueJobs,
    private readonly leases: Leases,
    private readonly tries: Tries,
    private readonly handlers: JobHandlers,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Works through what is due now in all channels. @returns how many jobs were done */
  async runOnce(): Promise<number> {
    const done = await Promise.all(CHANNELS.map((channel) => this.runChannel(channel)));
    return done.reduce((sum, each) => sum + each, 0);
  }

  /** Works through what is due now in one channel, unless a turn of it still runs. @returns how many jobs were done */
  async runChannel(channel: Channel): Promise<number> {
    return (await this.turnOf(channel)).done;
  }

  /** No job is begun any more; the one in hand of each channel may end. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  /** Works on through a channel as long as there may be more: a backlog does not wait for the next turn, nor what comes in while one runs. */
  async drain(channel: Channel): Promise<void> {
    this.wanted.add(channel);
    while (!this.stopping && !this.busy.has(channel) && this.wanted.delete(channel)) {
      const { done, leadsOn } = await this.turnOf(channel);
      if (done > 0 && leadsOn) this.wanted.add(channel);
    }
  }

  private async turnOf(channel: Channel): Promise<Turn> {
    if (this.busy.has(channel)) return { done: 0, leadsOn: false };
    this.busy.add(channel);
    try {
      return await this.turn(channel);
    } finally {
      this.busy.delete(channel);
    }
  }

  private async turn(channel: Channel): Promise<Turn> {
    await this.leases.freeThoseLeftBehind();
    const { jobs, leadsOn } = await this.due.of(channel);
    const rows = [...jobs];
    let done = 0;
    const oneAfterTheOther = async (): Promise<void> => {
      for (let row = rows.shift(); row && !this.stopping; row = rows.shift()) {
        if (await this.attempt(row)) done += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE[channel] }, oneAfterTheOther));
    return { done, leadsOn };
  }

  /** One job; whatever goes wrong with it, the next one gets its turn. @returns whether it was done */
  private async attempt(row: DueJob): Promise<boolean> {
    try {
      const begun = await this.tries.begin(row);
      return begun !== null && (await this.run(begun));
    } catch (error) {
      const isLost = error instanceof LeaseLost;
      this.log.warn(isLost ? 'outbox.lease-lost' : 'outbox.not-written', { seq: row.seq, kind: row.kind, error });
      if (!isLost) this.leases.leaveBehind(row);
      return false;
    }
  }

  private async run(begun: Try): Promise<boolean> {
    const { seq } = begun.row;
    const own = { isEnded: false };
    const end = async (tx: EntityManager): Promise<void> => {
      const done = { finishedAt: this.clock.now(), outcome: 'done', lastError: null } as const;
      await this.tries.end(tx, begun, done, null);
      this.database.onceCommitted(() => (own.isEnded = true));
    };
    try {
      await this.leases.during(seq, () => inWorkContext({ seq }, () => this.traced(begun.row, end)));
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      await this.afterFailure(begun, error);
      return false;
    }
    if (!own.isEnded) await this.uow.run(end);
    return true;
  }

  /** A step of the trace in which the job was enqueued. */
  private traced(row: DueJob, end: (tx: EntityManager) => Promise<void>): Promise<void> {
    const { seq, kind, payload, traceparent } = row;
    const attributes = { [SPAN_OF.job]: seq, ...ofTicket(payload['ticketId']) };
    const options = { kind: SpanKind.CONSUMER, attributes, parent: traceOf(traceparent) };
    return inSpan(kind, options, () => this.handlers.handle(row, end));
  }

  private async afterFailure(begun: Try, error: unknown): Promise<void> {
    const { seq, kind, attempts } = begun.row;
    const failure = failureOf(error, attempts + 1);
    const { pauseMs } = failure;
    this.log.warn('outbox.failed', { seq, kind, attempt: attempts + 1, final: pauseMs === null, error });
    if (pauseMs === null) await this.giveUp(begun, failure);
    else await this.postpone(begun, pauseMs, failure);
  }

  /** The job ends and its handler is told, both or neither: a handler that cannot take it in is asked again later. */
  private async giveUp(begun: Try, failure: Failure): Promise<void> {
    const { seq, kind } = begun.row;
    const attempts = begun.row.attempts + 1;
    const given = { attempts, finishedAt: this.clock.now(), outcome: 'givenUp', lastError: failure.reason } as const;
    try {
      await this.uow.run(async (tx) => {
        await this.tries.end(tx, begun, given, failure);
        await this.handlers.giveUp(begun.row, failure.reason);
      });
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      this.log.warn('outbox.give-up-failed', { seq, kind, attempt: attempts, error });
      await this.postpone(begun, pauseBeforeTry(attempts), failure);
    }
  }

  private async postpone(begun: Try, pauseMs: number, failure: Failure): Promise<void> {
    const dueAt = new Date(this.clock.now().getTime() + pauseMs);
    const later = { attempts: begun.row.attempts + 1, dueAt, lastError: failure.reason };
    await this.uow.run((tx) => this.tries.end(tx, begun, later, failure));
  }
}
