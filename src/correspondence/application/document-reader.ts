import { Injectable } from '@nestjs/common';
import { RegisterQueries, type OutgoingDocumentEntity } from '../../documents/index.js';
import type { Annex } from '../../drafting/domain/annexes.js';
import type { DraftAbilities } from '../../drafting/domain/policy.js';
import {
  draftAbilitiesOf,
  DraftQueries,
  partsOf,
  type DraftApprovalEntity,
  type DraftEntity,
} from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { SignatureQueries, type SignatureRequestEntity } from '../../signing/index.js';

/** A document of ours, what this person may do with it, and how far it has come. */
export interface SeenDocument {
  readonly draft: DraftEntity;
  readonly may: DraftAbilities;
  /** What of it is typed, by the names of its parts. */
  readonly parts: Readonly<Record<string, unknown>>;
  /** In files of their own, of the present revision. */
  readonly annexes: readonly Annex[];
  /** Of the present revision. */
  readonly approvals: readonly DraftApprovalEntity[];
  /** Its latest way to the leader; null until it was submitted. */
  readonly signature: SignatureRequestEntity | null;
  /** Its line in the register; null until it has a number. */
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
    const draft = await this.seen(actor, draftId);
    const [requests, written, approvals] = await Promise.all([
      this.signatures.ofDraft(draftId),
      this.drafts.revision(draftId, draft.revision),
      this.drafts.approvalsOf(draftId),
    ]);
    const ids = requests.flatMap(({ outgoingDocumentId }) => outgoingDocumentId ?? []);
    const lines = await this.registers.outgoingByIds(ids);
    return {
      draft,
      may: draftAbilitiesOf(actor, draft),
      parts: partsOf(draft),
      annexes: written?.annexes ?? [],
      approvals: approvals.filter(({ revision }) => revision === draft.revision),
      signature: requests[0] ?? null,
      outgoing: lines.find(({ state }) => state !== 'voided') ?? null,
    };
  }

  /** The draft alone. @throws DomainError as `one` does */
  async seen(actor: Actor, draftId: string): Promise<DraftEntity> {
    const draft = await this.drafts.byId(draftId);
    if (draft === null || draft.caseKind === 'ticket' || !draftAbilitiesOf(actor, draft).see)
      throw new DomainError('not-found', { what: 'draft' });
    return draft;
  }
}
