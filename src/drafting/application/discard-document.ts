import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Drafts, requireAbility } from './drafts.js';
import { WriteDraft } from './write-draft.js';

/** Gives up a document that answers no ticket, as long as it is being written; its case may have another one. */
@Injectable()
export class DiscardDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly drafts: Drafts,
    private readonly write: WriteDraft,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `draft-transition-refused`, `changed-meanwhile` */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const { draft, may } = await this.drafts.forActor(tx, actor, id);
      requireAbility(may, 'edit');
      await this.write.withdraw(tx, actor, draft);
    });
  }
}
