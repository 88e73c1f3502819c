import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Settings } from '../../../config/settings.js';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { documentIdOf, type NamedDocument } from '../../domain/document-id.js';
import { ReconciliationDifferenceEntity } from '../../persistence/reconciliation.entities.js';

const REASON = 'Đã đưa văn bản trở lại sổ văn bản đi, từ tệp đã phát hành.';

/** Ends what a comparison found of a letter that left before a restore, once it is back in the register. */
@Injectable()
export class ResolveRecoveredLetter {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  async resolve(tx: EntityManager, actor: Actor, letter: NamedDocument): Promise<void> {
    const documentId = documentIdOf(this.settings.agency.code, letter);
    const kind = In(['unknownHere', 'numberTaken'] as const);
    const standing = { documentId, kind, state: In(['open', 'repairing'] as const) };
    for (const { id } of await tx.findBy(ReconciliationDifferenceEntity, standing)) {
      const ending = { state: 'explained' as const, reason: REASON, settledAt: this.clock.now() };
      await tx.update(ReconciliationDifferenceEntity, { id }, { ...ending, settledByName: actor.name });
      await this.journal.record(tx, actor, {
        action: 'reconciliation.explain',
        objectKind: 'reconciliationDifference',
        objectId: id,
      });
    }
  }
}
