import { Injectable } from '@nestjs/common';
import { draftAbilitiesOf, DraftQueries, ReviewDraft } from '../../../drafting/index.js';
import { disclosureRemark } from '../../../drafting/domain/letter/letter-privacy.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LetterPrivacy } from './letter-privacy.js';

/** Approves the content of a ticket's reply; what it tells to those who must not know it stands beside the approval in the ticket's course. */
@Injectable()
export class ApproveReply {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly drafts: DraftQueries,
    private readonly review: ReviewDraft,
    private readonly privacy: LetterPrivacy,
  ) {}

  /**
   * @returns what was approved although somebody must not know it; null where there is nothing
   * @throws DomainError `not-found`, `draft-approver-same-person`, `forbidden`, `changed-meanwhile`
   */
  async approve(actor: Actor, draftId: string): Promise<string | null> {
    return this.uow.run(async () => {
      const draft = await this.drafts.byId(draftId);
      if (!draft || !draftAbilitiesOf(actor, draft).see) throw new DomainError('not-found', { what: 'draft' });
      const written = await this.drafts.revision(draftId, draft.revision);
      if (!written) throw new DomainError('not-found', { what: 'draft' });
      const remark = disclosureRemark(await this.privacy.of(actor, draft.caseId, written));
      await this.review.approve(actor, draftId, 'content', remark);
      return remark;
    });
  }
}
