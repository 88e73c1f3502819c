import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Journal, type JournalAction } from '../../journal/index.js';
import { requireDraftTransition, type DraftState } from '../domain/draft.js';
import { draftAbilities, type DraftAbilities } from '../domain/policy.js';
import { DraftEntity } from '../persistence/drafting.entities.js';

export type DraftChange = Partial<
  Pick<
    DraftEntity,
    | 'fields'
    | 'revision'
    | 'writerId'
    | 'writerIds'
    | 'contentApproverId'
    | 'docxSha256'
    | 'pdfSha256'
    | 'pdfProblem'
    | 'returnReason'
    | 'savedAt'
    | 'signerId'
  >
>;

/** Loads and moves drafts: every move passes the transition table, is guarded by version, and leaves a line in the journal. */
@Injectable()
export class Drafts {
  constructor(private readonly journal: Journal) {}

  /** @throws DomainError `not-found`, also for those who may not see it */
  async forActor(tx: EntityManager, actor: Actor, id: string): Promise<{ draft: DraftEntity; may: DraftAbilities }> {
    const draft = await tx.findOneBy(DraftEntity, { id });
    if (!draft) throw new DomainError('not-found', { what: 'draft' });
    const may = abilitiesOf(actor, draft);
    if (!may.see) throw new DomainError('not-found', { what: 'draft' });
    return { draft, may };
  }

  /** @throws DomainError `draft-transition-refused`, `changed-meanwhile` */
  async move(
    tx: EntityManager,
    actor: Actor,
    draft: DraftEntity,
    step: { to: DraftState; change?: DraftChange; action: JournalAction },
  ): Promise<void> {
    requireDraftTransition(draft.state, step.to);
    const { id, version, state: from } = draft;
    const moved = await tx.update(DraftEntity, { id, version }, { ...step.change, state: step.to });
    if (moved.affected !== 1) throw new DomainError('changed-meanwhile', { what: 'draft', id });
    const detail = { from, to: step.to, revision: step.change?.revision ?? draft.revision };
    await this.journal.record(tx, actor, { action: step.action, objectKind: 'draft', objectId: id, detail });
  }
}

export function abilitiesOf(actor: Actor, draft: DraftEntity): DraftAbilities {
  return draftAbilities(actor, { ...factsOf(draft), hasPage: draft.pdfSha256 !== null });
}

function factsOf({ caseKind, state, unitId, authorId, writerId, writerIds, contentApproverId }: DraftEntity) {
  return { caseKind, state, unitId, authorId, writerId, writerIds, contentApproverId };
}

/** @throws DomainError `forbidden` */
export function requireAbility(may: DraftAbilities, ability: keyof DraftAbilities): void {
  if (!may[ability]) throw new DomainError('forbidden', { ability });
}
