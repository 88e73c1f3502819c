import { Injectable } from '@nestjs/common';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EvidenceStore } from '../../../platform/files/evidence-store.js';
import { requireTendsExchange } from '../../domain/policy.js';
import { TraceQueries } from '../../persistence/trace-queries.js';

export type TraceSide = 'request' | 'response';

/** Hands out what went over the wire; who read it stands in the journal. */
@Injectable()
export class ReadTrace {
  constructor(
    private readonly traces: TraceQueries,
    private readonly evidence: EvidenceStore,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`, or `not-found` when it was never kept or is kept no longer */
  async read(actor: Actor, id: number, side: TraceSide): Promise<Buffer> {
    requireTendsExchange(actor);
    const trace = await this.traces.byId(id);
    const sha256 = trace?.[`${side}Sha256`] ?? null;
    const content = trace && sha256 && (await this.evidence.part(trace.bundle, sha256));
    if (!content) throw new DomainError('not-found', { what: 'file' });
    await this.uow.run((tx) =>
      this.journal.record(tx, actor, {
        action: 'exchangeTrace.read',
        objectKind: 'exchangeTrace',
        objectId: String(id),
        detail: { side, sha256, operation: trace.operation, seq: trace.seq, messageId: trace.messageId },
      }),
    );
    return content;
  }
}
