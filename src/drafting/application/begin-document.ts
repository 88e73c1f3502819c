import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { LetterCase } from '../domain/case.js';
import { DocumentWriter, type DocumentPlan, type DraftedDocument } from './document-writer.js';
import { WriteDraft } from './write-draft.js';

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
    letterCase: LetterCase,
    planOf: () => DocumentPlan | Promise<DocumentPlan>,
  ): Promise<string> {
    const standing = await this.uow.run((tx) => this.drafts.latestOf(tx, letterCase));
    if (standing !== null && standing.state !== 'done') return standing.id;
    const drafted = await this.documents.draft(await planOf());
    try {
      return await this.beginDraft(actor, letterCase, drafted);
    } catch (error) {
      // Somebody else pressed at the same moment.
      const other = isTaken(error) ? await this.uow.run((tx) => this.drafts.latestOf(tx, letterCase)) : null;
      if (other === null) throw error;
      return other.id;
    }
  }

  private beginDraft(actor: Actor, letterCase: LetterCase, drafted: DraftedDocument): Promise<string> {
    return this.uow.run(async (tx) => {
      const before = await this.drafts.latestOf(tx, letterCase);
      if (before !== null && before.state !== 'done') return before.id;
      return this.drafts.begin(tx, actor, { ...letterCase, ...drafted, round: (before?.round ?? 0) + 1 });
    });
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'letter-under-way';
}
