import { Injectable } from '@nestjs/common';
import { RegisterQueries, SecretLines } from '../../documents/index.js';
import { ExchangeQueries } from '../../exchange/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { JobHandlers } from '../../platform/outbox/job-handlers.js';
import type { OutboxEntity } from '../../platform/outbox/outbox.entity.js';
import { SignatureQueries } from '../../signing/index.js';
import { TicketReader } from '../../tickets/index.js';
import { NO_SUBJECTS, type JobSubjects } from './job-subject.js';
import { REGISTRY_AND_WATCH } from '../kit/http/routes.js';

/** Reads what jobs are about. Who may see the registers sees documents and their receivers; who may see a ticket, its letter in signing. */
@Injectable()
export class JobSubjectsQuery {
  constructor(
    private readonly registers: RegisterQueries,
    private readonly secret: SecretLines,
    private readonly exchange: ExchangeQueries,
    private readonly signatures: SignatureQueries,
    private readonly tickets: TicketReader,
    private readonly kinds: JobHandlers,
  ) {}

  async read(actor: Actor, jobs: readonly Pick<OutboxEntity, 'payload'>[]): Promise<JobSubjects> {
    if (!hasRole(actor, ...REGISTRY_AND_WATCH)) return { ...NO_SUBJECTS, kinds: this.kinds };
    const named = (key: string): string[] => jobs.flatMap(({ payload }) => payload[key] ?? []);
    const dispatches = await this.exchange.dispatchesByIds(named('dispatchId'));
    const about = dispatches.map(({ aboutDocumentId }) => aboutDocumentId);
    const [letters, documents, requests] = await Promise.all([
      this.registers.outgoingByIds(dispatches.flatMap(({ outgoingDocumentId }) => outgoingDocumentId ?? [])),
      this.registers
        .incomingByIds([...named('incomingDocumentId'), ...about])
        .then((documents) => this.secret.withheld(documents)),
      this.requests(actor, named('requestId')),
    ]);
    return { kinds: this.kinds, dispatches, letters, documents, requests };
  }

  private async requests(actor: Actor, ids: readonly string[]): Promise<JobSubjects['requests']> {
    const requests = await this.signatures.byIds(ids);
    const tickets = await this.tickets.byIds(actor, [...new Set(requests.map(({ caseId }) => caseId))]);
    const codes = new Map(tickets.map(({ id, code }) => [id, `Phiếu ${code}`]));
    return requests.flatMap(({ id, caseKind, caseId, subject }) => {
      const words = caseKind === 'ticket' ? codes.get(caseId) : subject;
      return words === undefined ? [] : [{ id, words }];
    });
  }
}
