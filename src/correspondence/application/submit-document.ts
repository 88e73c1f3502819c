import { Injectable } from '@nestjs/common';
import { answeredBy } from '../../drafting/domain/case.js';
import type { Actor } from '../../kernel/actor.js';
import { SubmitForSignature } from '../../signing/index.js';
import { DocumentReader } from './document-reader.js';

/** Puts an approved document that answers no ticket before its leader. */
@Injectable()
export class SubmitDocument {
  constructor(
    private readonly documents: DocumentReader,
    private readonly submitForSignature: SubmitForSignature,
  ) {}

  /** @returns the id of the signature request @throws DomainError `not-found`, and as `SubmitForSignature` */
  async submit(actor: Actor, draftId: string): Promise<string> {
    const { template, caseKind, caseId } = await this.documents.seen(actor, draftId);
    const replyToId = answeredBy({ caseKind, caseId });
    return this.submitForSignature.submit(actor, { draftId, caseCode: template, replyToId, senders: [] });
  }
}
