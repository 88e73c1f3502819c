import { Injectable } from '@nestjs/common';
import { DraftQueries } from '../../../drafting/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Database } from '../../../platform/database/database.js';
import { SubmitForSignature } from '../../../signing/index.js';
import { answeredDocument, mergedInto } from '../intake/document-matters.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';

/** Puts the approved letter of a ticket before its leader: its reply, or what amends one. */
@Injectable()
export class SubmitReply {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftQueries,
    private readonly submitForSignature: SubmitForSignature,
  ) {}

  /** @returns the id of the signature request @throws DomainError `not-found`, `forbidden`, `draft-approval-missing`, `changed-meanwhile` */
  async submit(actor: Actor, draftId: string): Promise<string> {
    const draft = await this.drafts.byId(draftId);
    if (!draft) throw new DomainError('not-found', { what: 'draft' });
    const ticket = await this.database.reader.getRepository(TicketEntity).findOneBy({ id: draft.caseId });
    if (!ticket) throw new DomainError('not-found', { what: 'ticket' });
    const { manager } = this.database.reader;
    const replyToId = await answeredDocument(manager, ticket);
    const senders = [ticket, ...(await mergedInto(manager, ticket.id))].map(({ senderName }) => senderName);
    return this.submitForSignature.submit(actor, { draftId, caseCode: ticket.code, replyToId, senders });
  }
}
