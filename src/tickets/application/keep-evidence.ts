import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { IncomingFiles } from '../../files/index.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NO_EVIDENCE_LENGTHS } from '../domain/reply/answer.js';
import { requireEvidenceFiles, type EvidenceFile } from '../domain/reply/answer-evidence.js';
import { requireText } from '../domain/required-text.js';
import { TicketFileEntity } from '../persistence/life.entities.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';
import { Tickets } from './tickets.js';

type StoredFile = Omit<EvidenceFile, 'content'> & { readonly size: number; readonly sha256: string };

/** Keeps what proves the facts and the result of a ticket; where there is nothing to keep, the reason for that. */
@Injectable()
export class KeepEvidence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly incoming: IncomingFiles,
    private readonly tickets: Tickets,
  ) {}

  /**
   * A file that the cycle already has is not kept twice.
   *
   * @param given with the name and the bytes that came; the type is told by the bytes
   * @throws DomainError `input-invalid` at `files`, `not-found`, `forbidden`, `ticket-transition-refused`, `changed-meanwhile`
   */
  async add(actor: Actor, ticketId: string, given: readonly Pick<EvidenceFile, 'name' | 'content'>[]): Promise<void> {
    await this.uow.run(async (tx) => {
      this.tickets.require(actor, await this.tickets.forActor(tx, actor, ticketId), 'addEvidence');
    });
    const stored = await this.store(requireEvidenceFiles(given));
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const fresh = await this.notYetKept(tx, ticket, stored);
      await this.tickets.perform(tx, actor, ticket, {
        act: 'addEvidence',
        change: { evidence: 'files' },
        entry: {
          kind: 'evidence',
          title: fresh.length === 1 ? 'Thêm tài liệu chứng minh' : `Thêm ${fresh.length} tài liệu chứng minh`,
          text: fresh.map(({ name }) => name).join('; '),
        },
      });
      const { cycle } = ticket;
      for (const file of fresh) {
        const added = { addedById: actor.id, addedAt: this.clock.now() };
        await tx.insert(TicketFileEntity, { ...file, ...added, id: newId(), ticketId, cycle, purpose: 'evidence' });
      }
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

  /** The bytes are on the disk before a row names them; one that no row names does no harm. */
  private async store(files: readonly EvidenceFile[]): Promise<readonly StoredFile[]> {
    const stored = new Map<string, StoredFile>();
    for (const { name, mediaType, size, sha256 } of await this.incoming.keep(files, 'files')) {
      if (!stored.has(sha256)) stored.set(sha256, { name, mediaType, size, sha256 });
    }
    return [...stored.values()];
  }

  private async notYetKept(
    tx: EntityManager,
    { id: ticketId, cycle }: TicketEntity,
    files: readonly StoredFile[],
  ): Promise<readonly StoredFile[]> {
    const kept = await tx.findBy(TicketFileEntity, { ticketId, cycle, purpose: 'evidence' });
    const fresh = files.filter(({ sha256 }) => !kept.some((file) => file.sha256 === sha256));
    if (fresh.length > 0) return fresh;
    throw new DomainError('input-invalid', { field: 'files', message: 'Phiếu đã có đúng tệp này. Chọn tệp khác.' });
  }
}
