import { Injectable } from '@nestjs/common';
import { mayTendExchange } from '../../exchange/domain/policy.js';
import { ExchangeQueries, TraceQueries } from '../../exchange/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Clock } from '../../kernel/clock.js';
import { StorageHealth } from '../../platform/health/storage-health.js';
import { Circuits } from '../../platform/outbox/circuits.js';
import { JobHandlers } from '../../platform/outbox/job-handlers.js';
import { QueueReport } from '../../platform/outbox/queue-report.js';
import { StuckJobs } from '../../platform/outbox/stuck-jobs.js';
import { FileStore } from '../../platform/files/file-store.js';
import { JobSlots } from '../../platform/scheduling/job-slots.js';
import type { ExchangeQueueReading } from './exchange-queue-view.js';
import type { KeptFile } from '../ticket-files/kept-files.js';
import { REGISTRY_AND_WATCH } from '../kit/http/routes.js';
import { JobSubjectsQuery } from './job-subjects-query.js';

/** Reads how the exchange with the outside stands. */
@Injectable()
export class ExchangeQueuePageQuery {
  constructor(
    private readonly report: QueueReport,
    private readonly circuits: Circuits,
    private readonly stuck: StuckJobs,
    private readonly handlers: JobHandlers,
    private readonly subjects: JobSubjectsQuery,
    private readonly exchange: ExchangeQueries,
    private readonly slots: JobSlots,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly traces: TraceQueries,
    private readonly health: StorageHealth,
  ) {}

  async read(actor: Actor): Promise<ExchangeQueueReading> {
    const mayRead = hasRole(actor, ...REGISTRY_AND_WATCH);
    const [channels, circuits, undone, held, lastLook, proved, refused, doors, missed, problems] = await Promise.all([
      this.report.channels(),
      this.circuits.list(),
      this.stuck.list(),
      this.report.held(),
      this.slots.lastClaim('exchange.receive'),
      this.report.proved(),
      mayRead ? this.refused() : null,
      this.traces.refusedToday(),
      this.traces.missedLately(),
      this.health.problems(),
    ]);
    return {
      channels,
      circuits,
      undone,
      held,
      proved,
      subjects: await this.subjects.read(actor, [...undone, ...held, ...proved]),
      mayHandle: mayTendExchange(actor),
      deliverable: (kind) => this.handlers.isDeliverable(kind),
      lastLook,
      refused,
      doors,
      missed,
      problems,
      now: this.clock.now(),
    };
  }

  /** @throws DomainError `not-found` */
  async evidence(seq: number): Promise<KeptFile> {
    const evidence = await this.report.evidence(seq);
    if (!evidence) throw new DomainError('not-found', { what: 'file' });
    const content = await this.files.get(evidence.sha256);
    return { content, name: evidence.fileName, type: 'application/octet-stream' };
  }

  private async refused(): Promise<number> {
    const [messages, calls] = await Promise.all([this.exchange.countToLookAt(), this.exchange.countRefusedCalls()]);
    return messages + calls;
  }
}
