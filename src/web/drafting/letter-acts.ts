import { Injectable } from '@nestjs/common';
import { SubmitDocument } from '../../correspondence/index.js';
import { DiscardDocument, ReviewDraft, type DraftEntity } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { ApproveReply, DiscardAmendment, SendReply, SubmitReply } from '../../tickets/index.js';

type Letter = Pick<DraftEntity, 'id' | 'caseKind'>;

/** Moves a letter on: one that answers a ticket by what the ticket asks besides, any other by itself. */
@Injectable()
export class LetterActs {
  constructor(
    private readonly review: ReviewDraft,
    private readonly sendReply: SendReply,
    private readonly approveReply: ApproveReply,
    private readonly submitReply: SubmitReply,
    private readonly submitDocument: SubmitDocument,
    private readonly discardAmendment: DiscardAmendment,
    private readonly discardDocument: DiscardDocument,
  ) {}

  send(actor: Actor, { id, caseKind }: Letter): Promise<void> {
    return caseKind === 'ticket' ? this.sendReply.send(actor, id) : this.review.send(actor, id);
  }

  /** @returns what was approved although somebody must not know it; null where there is nothing */
  async approveContent(actor: Actor, { id, caseKind }: Letter): Promise<string | null> {
    if (caseKind === 'ticket') return this.approveReply.approve(actor, id);
    await this.review.approve(actor, id, 'content');
    return null;
  }

  /** Gives up what is still being written: what amends a reply, or a document that answers no ticket. */
  drop(actor: Actor, { id, caseKind }: Letter): Promise<void> {
    return caseKind === 'ticket' ? this.discardAmendment.discard(actor, id) : this.discardDocument.discard(actor, id);
  }

  /** @returns the id of the signature request */
  submit(actor: Actor, { id, caseKind }: Letter): Promise<string> {
    return caseKind === 'ticket' ? this.submitReply.submit(actor, id) : this.submitDocument.submit(actor, id);
  }
}
