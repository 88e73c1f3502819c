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

  /** @throws DomainError as `WorkOnTicket.note`; where files are given, as `KeepEvidence.add` */
  async note(
    actor: Actor,
    ticketId: string,
    { files, ...note }: Note & { readonly files: readonly Pick<EvidenceFile, 'name' | 'content'>[] },
  ): Promise<void> {
    const tell = async (): Promise<void> => {
      await this.work.note(actor, ticketId, note);
    };
    await (files.length === 0 ? tell() : this.evidence.add(actor, ticketId, files, tell));
  }
}
