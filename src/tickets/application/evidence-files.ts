import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncomingFiles } from '../../files/index.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { requireEvidenceFiles, type EvidenceFile } from '../domain/reply/answer-evidence.js';
import { TicketFileEntity } from '../persistence/life.entities.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';

export type StoredEvidence = Omit<EvidenceFile, 'content'> & { readonly size: number; readonly sha256: string };

type CycleOfTicket = Pick<TicketEntity, 'id' | 'cycle'>;

/** The files that prove a ticket's facts: stored before a row names them; one that no row names does no harm. */
@Injectable()
export class EvidenceFiles {
  constructor(
    private readonly clock: Clock,
    private readonly incoming: IncomingFiles,
  ) {}

  /**
   * Inspects and stores files.
   *
   * @param given with the name and the bytes that came; the type is told by the bytes
   * @throws DomainError `input-invalid` at `files`
   */
  async store(given: readonly Pick<EvidenceFile, 'name' | 'content'>[]): Promise<readonly StoredEvidence[]> {
    const kept = await this.incoming.keep(requireEvidenceFiles(given), 'files');
    return kept.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 }));
  }

  /** Those that the cycle does not have, each content once. */
  async notYetKept(
    tx: EntityManager,
    { id: ticketId, cycle }: CycleOfTicket,
    files: readonly StoredEvidence[],
  ): Promise<readonly StoredEvidence[]> {
    const kept = await tx.findBy(TicketFileEntity, { ticketId, cycle, purpose: 'evidence' });
    return files.filter(({ sha256 }, at) => ![...kept, ...files.slice(0, at)].some((file) => file.sha256 === sha256));
  }

  async keep(
    tx: EntityManager,
    { id: ticketId, cycle }: CycleOfTicket,
    files: readonly StoredEvidence[],
    addedById: string,
  ): Promise<void> {
    const added = { addedById, addedAt: this.clock.now() };
    for (const file of files) {
      await tx.insert(TicketFileEntity, { ...file, ...added, id: newId(), ticketId, cycle, purpose: 'evidence' });
    }
  }
}
