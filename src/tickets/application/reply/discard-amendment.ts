import { Injectable } from '@nestjs/common';
import { OutgoingDocumentEntity } from '../../../documents/index.js';
import { amendsWords } from '../../../documents/domain/after-release.js';
import { printedCode } from '../../../documents/domain/register.js';
import { draftAbilitiesOf, DraftQueries, WriteDraft } from '../../../drafting/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAmendmentInHand } from '../../domain/reply/amendment.js';
import { Tickets } from '../tickets.js';

/** The unit gives up the correction or replacement that it is writing; the released letter may then be amended otherwise. */
@Injectable()
export class DiscardAmendment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly drafts: DraftQueries,
    private readonly tickets: Tickets,
    private readonly writeDraft: WriteDraft,
  ) {}

  /**
   * @throws DomainError `not-found`, `forbidden`, `changed-meanwhile`; `ticket-act-barred` for the letter that answers a ticket, `letter-under-way` once
   *   it has gone to be approved or signed
   */
  async discard(actor: Actor, draftId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const draft = await this.drafts.byId(draftId);
      if (!draft || !draftAbilitiesOf(actor, draft).see) throw new DomainError('not-found', { what: 'draft' });
      requireAmendmentInHand(actor, draft);
      await this.tickets.forActor(tx, actor, draft.caseId);
      const original = await tx.findOneByOrFail(OutgoingDocumentEntity, { id: draft.amendsId });
      await this.writeDraft.withdraw(tx, actor, draft);
      const title = `Bỏ dự thảo: ${amendsWords(draft.amendment, printedCode(original.number, original.notation))}`;
      await this.tickets.addLine(tx, actor, draft.caseId, { kind: 'letterWithdrawn', title });
    });
  }
}
