import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NO_EVIDENCE_LENGTHS } from '../domain/reply/answer.js';
import type { EvidenceFile } from '../domain/reply/answer-evidence.js';
import { requireText } from '../domain/required-text.js';
import { EvidenceFiles } from './evidence-files.js';
import { Tickets } from './tickets.js';

const KNOWN_ALREADY = 'Phiếu đã có đúng tệp này. Chọn tệp khác.';

/** Keeps what proves the facts and the result of a ticket; where there is nothing to keep, the reason for that. */
@Injectable()
export class KeepEvidence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly evidence: EvidenceFiles,
  ) {}

  /**
   * A file that the cycle already has is not kept twice.
   *
   * @param given with the name and the bytes that came; the type is told by the bytes
   * @param before is done first, in the same transaction
   * @throws DomainError `input-invalid` at `files`, `not-found`, `forbidden`, `ticket-transition-refused`, `changed-meanwhile`
   */
  async add(
    actor: Actor,
    ticketId: string,
    given: readonly Pick<EvidenceFile, 'name' | 'content'>[],
    before: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await this.uow.run(async (tx) => {
      this.tickets.require(actor, await this.tickets.forActor(tx, actor, ticketId), 'addEvidence');
    });
    const stored = await this.evidence.store(given);
    await this.uow.run(async (tx) => {
      await before();
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const fresh = await this.evidence.notYetKept(tx, ticket, stored);
      if (fresh.length === 0) throw new DomainError('input-invalid', { field: 'files', message: KNOWN_ALREADY });
      await this.tickets.perform(tx, actor, ticket, {
        act: 'addEvidence',
        change: { evidence: 'files' },
        entry: {
          kind: 'evidence',
          title: fresh.length === 1 ? 'Thêm tài liệu chứng minh' : `Thêm ${fresh.length} tài liệu chứng minh`,
          text: fresh.map(({ name }) => name).join('; '),
        },
      });
      await this.evidence.keep(tx, ticket, fresh, actor.id);
    });
  }

  /**
   * Says why the result that a letter tells has no evidence; without files or this the ticket is not closed. A direct answer brings its own.
   *
   * @throws DomainError `input-invalid`, `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile`
   */
  async stateNone(actor: Actor, ticketId: string, reason: string): Promise<void> {
    const text = requireText('reason', reason, NO_EVIDENCE_LENGTHS);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      await this.tickets.perform(tx, actor, ticket, {
        act: 'stateNoEvidence',
        change: { evidence: 'reason' },
        entry: { kind: 'noEvidence', title: 'Không có tài liệu chứng minh, có lý do', text },
      });
    });
  }
}
