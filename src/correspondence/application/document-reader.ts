import { Injectable } from '@nestjs/common';
import { RegisterQueries, type OutgoingDocumentEntity } from '../../documents/index.js';
import { draftAbilitiesOf, DraftQueries, type DraftEntity } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { SignatureQueries } from '../../signing/index.js';

/** A document of ours with its line in the register, once it has one. */
export interface SeenDocument {
  readonly draft: DraftEntity;
  readonly outgoing: OutgoingDocumentEntity | null;
}

/** Documents that answer no ticket, for those who may see them. */
@Injectable()
export class DocumentReader {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly signatures: SignatureQueries,
    private readonly registers: RegisterQueries,
  ) {}

  /** Those that are neither out nor given up, newest first. */
  async underWay(actor: Actor): Promise<readonly DraftEntity[]> {
    return (await this.drafts.documentsUnderWay()).filter((draft) => draftAbilitiesOf(actor, draft).see);
  }

  /** @throws DomainError `not-found`, also for those who may not see it, and for the reply to a ticket */
  async one(actor: Actor, draftId: string): Promise<SeenDocument> {
    const draft = await this.drafts.byId(draftId);
    if (draft === null || draft.caseKind === 'ticket' || !draftAbilitiesOf(actor, draft).see)
      throw new DomainError('not-found', { what: 'draft' });
    const requests = await this.signatures.ofDraft(draftId);
    const ids = requests.flatMap(({ outgoingDocumentId }) => outgoingDocumentId ?? []);
    const lines = await this.registers.outgoingByIds(ids);
    return { draft, outgoing: lines.find(({ state }) => state !== 'voided') ?? null };
  }
}
