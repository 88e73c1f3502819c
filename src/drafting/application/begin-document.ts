import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { LetterCase } from '../domain/case.js';
import type { DraftEntity } from '../persistence/drafting.entities.js';
import { DocumentWriter, type DocumentPlan, type DraftedDocument } from './document-writer.js';
import { WriteDraft } from './write-draft.js';

/** The case of a document, and its kind where the case may have several at a time. */
export interface DocumentToBegin extends LetterCase {
  readonly template?: string;
  /** Which letter of that kind is meant, where there may be several at a time; left out where there is one. */
  readonly isMeant?: (fields: object) => boolean;
  /** Asked in the transaction that writes the draft: throws where the case may no longer have one. */
  readonly stillAllowed?: (tx: EntityManager) => Promise<unknown>;
}

/**
 * Begins a document that answers no ticket as a draft, to be approved, signed, numbered and sent like every letter. What went out is set right by another
 * one, in a round of its own.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 9 đến Điều 13.
 */
@Injectable()
export class BeginDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentWriter,
    private readonly drafts: WriteDraft,
  ) {}

  /**
   * @param planOf what it is to say; not asked where a document is under way
   * @returns the id of the draft: of the one under way, where there is one
   * @throws DomainError as `DocumentWriter.draft`
   */
  async begin(
    actor: Actor,
    document: DocumentToBegin,
    planOf: () => DocumentPlan | Promise<DocumentPlan>,
  ): Promise<string> {
    const standing = await this.uow.run((tx) => this.underWay(tx, document));
    if (standing !== null) return standing.id;
    const drafted = await this.documents.draft(await planOf());
    try {
      return await this.beginDraft(actor, document, drafted);
    } catch (error) {
      // Somebody else pressed at the same moment.
      const other = isTaken(error) ? await this.uow.run((tx) => this.underWay(tx, document)) : null;
      if (other === null) throw error;
      return other.id;
    }
  }

  private beginDraft(actor: Actor, document: DocumentToBegin, drafted: DraftedDocument): Promise<string> {
    const { caseKind, caseId, stillAllowed } = document;
    const letterCase = { caseKind, caseId };
    return this.uow.run(async (tx) => {
      await stillAllowed?.(tx);
      const standing = await this.underWay(tx, document);
      if (standing !== null) return standing.id;
      const before = await this.drafts.latestOf(tx, letterCase);
      return this.drafts.begin(tx, actor, { ...letterCase, ...drafted, round: (before?.round ?? 0) + 1 });
    });
  }

  private async underWay(tx: EntityManager, document: DocumentToBegin): Promise<DraftEntity | null> {
    const { isMeant = () => true } = document;
    const latest = (await this.drafts.lettersOf(tx, document)).find(({ fields }) => isMeant(fields));
    return latest === undefined || latest.state === 'done' ? null : latest;
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'letter-under-way';
}
