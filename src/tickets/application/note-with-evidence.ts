import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { EvidenceFile } from '../domain/reply/answer-evidence.js';
import { KeepEvidence } from './keep-evidence.js';
import { WorkOnTicket, type Note } from './work-on-ticket.js';

/** Says how a ticket goes, together with what proves it: both are kept, or neither. */
@Injectable()
export class NoteWithEvidence {
  constructor(
    private readonly work: WorkOnTicket,
    private readonly evidence: KeepEvidence,
  ) {}

  /** @returns the id of its line @throws DomainError as `WorkOnTicket.note`; where files are given, as `KeepEvidence.add` */
  async note(
    actor: Actor,
    ticketId: string,
    { files, ...note }: Note & { readonly files: readonly Pick<EvidenceFile, 'name' | 'content'>[] },
  ): Promise<string> {
    if (files.length === 0) return this.work.note(actor, ticketId, note);
    let lineId = '';
    await this.evidence.add(actor, ticketId, files, async () => {
      lineId = await this.work.note(actor, ticketId, note);
    });
    return lineId;
  }
}
