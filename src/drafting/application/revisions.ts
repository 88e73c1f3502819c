import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { DraftRevisionEntity } from '../persistence/draft-revision.entities.js';

/** What a revision says, before its page is made. */
export type NewRevision = Pick<DraftRevisionEntity, 'draftId' | 'revision' | 'fields' | 'signerId' | 'savedAt'> &
  Partial<Pick<DraftRevisionEntity, 'source' | 'basedOn' | 'reading' | 'docxSha256' | 'reason'>>;

/** Keeps each revision of a draft beside the change that makes it, and asks for its page. */
@Injectable()
export class Revisions {
  constructor(private readonly outbox: Outbox) {}

  async keep(tx: EntityManager, writer: Actor, revision: NewRevision): Promise<void> {
    await tx.insert(DraftRevisionEntity, {
      source: 'form',
      basedOn: null,
      reading: null,
      docxSha256: null,
      reason: null,
      ...revision,
      pdfSha256: null,
      pdfProblem: null,
      writerId: writer.id,
      writerName: writer.name,
    });
    const { draftId, revision: number } = revision;
    await this.outbox.promise(tx, {
      kind: 'drafting.makePage',
      key: `drafting.makePage:${draftId}:${number}`,
      payload: { draftId, revision: String(number) },
    });
  }
}
