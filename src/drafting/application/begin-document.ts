import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { LetterCase } from '../domain/case.js';
import { HouseDocuments, type DocumentPlan } from './house-documents.js';
import { WriteDraft } from './write-draft.js';

/** What answers no ticket goes out once. */
const ROUND = 1;

/**
 * Begins a document that answers no ticket as a draft, to be approved, signed, numbered and sent like every letter.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 9 đến Điều 13.
 */
@Injectable()
export class BeginDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: HouseDocuments,
    private readonly drafts: WriteDraft,
  ) {}

  /** @returns the id of the draft: the one that its case has, where it has one @throws DomainError as `HouseDocuments.draft` */
  async execute(actor: Actor, letterCase: LetterCase, plan: DocumentPlan): Promise<string> {
    const drafted = await this.documents.draft(plan);
    return this.uow.run(async (tx) => {
      const standing = await this.drafts.letterOf(tx, letterCase, ROUND);
      return standing?.id ?? this.drafts.begin(tx, actor, { ...letterCase, ...drafted, round: ROUND });
    });
  }
}
