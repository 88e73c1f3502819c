import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { mayTendExchange } from '../../exchange/domain/policy.js';
import { ExchangeQueries, TraceQueries, type ExchangeTraceEntity } from '../../exchange/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { QueueReport } from '../../platform/outbox/queue-report.js';
import type {
  CallsPageReading,
  CallsReading,
  MessageHistoryReading,
  JobHistoryReading,
} from './message-history-view.js';
import { JobSubjectsQuery } from './job-subjects-query.js';

const PAGE = 200;

/** Reads how a job or a message went, try by try and call by call. */
@Injectable()
export class MessageHistoryPageQuery {
  constructor(
    private readonly settings: Settings,
    private readonly report: QueueReport,
    private readonly exchange: ExchangeQueries,
    private readonly traces: TraceQueries,
    private readonly subjects: JobSubjectsQuery,
  ) {}

  /** @param before number of the last call of the page before; null for the first page */
  async calls(actor: Actor, before: number | null): Promise<CallsPageReading> {
    const found = await this.traces.page(before, PAGE + 1);
    const shown = found.slice(0, PAGE);
    const older = found.length > PAGE ? (shown.at(-1)?.id ?? null) : null;
    return { ...this.reading(actor, shown), isOlder: before !== null, older };
  }

  /** @throws DomainError `not-found` */
  async job(actor: Actor, seq: number): Promise<JobHistoryReading> {
    const history = await this.report.history(seq);
    if (history === null) throw new DomainError('not-found', { seq });
    const subjects = await this.subjects.read(actor, [history.job]);
    return { ...history, subjects, ...this.reading(actor, await this.traces.ofJob(seq)) };
  }

  /** @throws DomainError `not-found` */
  async message(actor: Actor, id: string): Promise<MessageHistoryReading> {
    const message = await this.exchange.messageById(id);
    if (message === null) throw new DomainError('not-found', { what: 'inboxMessage' });
    return { message, ...this.reading(actor, await this.traces.ofMessage(message.remoteId)) };
  }

  private reading(actor: Actor, calls: readonly ExchangeTraceEntity[]): CallsReading {
    return { calls, mayRead: mayTendExchange(actor), evidenceDays: this.settings.eOffice.evidenceDays };
  }
}
