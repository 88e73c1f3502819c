import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { inTurns } from '../../kernel/turns.js';
import { Journal } from '../../journal/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { detailSteps, KEPT_REASON } from '../domain/letter/private-details.js';
import { DraftEntity } from '../persistence/drafting.entities.js';
import { Drafts, requireAbility } from './drafts.js';
import { Revisions } from './revisions.js';

/** Answers for the private details that stay in a letter; the approver reads why. */
@Injectable()
export class KeepDetails {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly drafts: Drafts,
    private readonly revisions: Revisions,
  ) {}

  /**
   * Keeps all that stands in the letter as it was read; what is written later is answered for again.
   *
   * @param version of the draft that was read
   * @throws DomainError `not-found`, `forbidden`, `input-invalid` at `keptReason`, `changed-meanwhile`
   */
  async keep(actor: Actor, id: string, given: { readonly reason: string; readonly version: number }): Promise<void> {
    const reason = given.reason.trim();
    const { shortest, longest } = KEPT_REASON;
    if (reason.length < shortest || reason.length > longest) {
      const message = `Ghi vì sao phải giữ, từ ${String(shortest)} đến ${String(longest)} ký tự; người duyệt đọc được.`;
      throw new DomainError('input-invalid', { field: 'keptReason', message });
    }
    await this.uow.run(async (tx) => {
      const { draft, may } = await this.drafts.forActor(tx, actor, id);
      requireAbility(may, 'edit');
      const details = await inTurns(detailSteps(await this.revisions.present(tx, draft)));
      const keptDetails = { words: [...new Set(details.map(({ words }) => words))], reason };
      const { affected } = await tx.update(DraftEntity, { id, version: given.version }, { keptDetails });
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'letterForm', id });
      await this.journal.record(tx, actor, {
        action: 'draft.keepDetails',
        objectKind: 'draft',
        objectId: id,
        detail: { revision: draft.revision, kinds: [...new Set(details.map(({ kind }) => kind))] },
      });
    });
  }
}
