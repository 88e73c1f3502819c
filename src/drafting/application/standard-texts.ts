import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { Journal } from '../../journal/index.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { mayKeepStandardTexts } from '../domain/policy.js';
import { MAX_STANDARD_TEXTS, requireStandardText, type StandardText } from '../domain/standard-text.js';
import { StandardTextEntity } from '../persistence/standard-text.entity.js';

/** The texts of a unit, kept by those who write its letters. */
@Injectable()
export class StandardTexts {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** Of the actor's unit, in the order of their headings. */
  of({ unitId }: Pick<Actor, 'unitId'>): Promise<readonly StandardTextEntity[]> {
    const { manager } = this.database.reader;
    return unitId === null
      ? Promise.resolve([])
      : manager.find(StandardTextEntity, { where: { unitId }, order: { heading: 'ASC', id: 'ASC' } });
  }

  /** @throws DomainError `forbidden`, `input-invalid`, `standard-texts-full` */
  async add(actor: Actor, given: StandardText): Promise<void> {
    const unitId = requireUnit(actor);
    const text = requireStandardText(given);
    const id = newId();
    await this.uow.run(async (tx) => {
      if ((await tx.countBy(StandardTextEntity, { unitId })) >= MAX_STANDARD_TEXTS) {
        throw new DomainError('standard-texts-full', { most: MAX_STANDARD_TEXTS });
      }
      const addedAt = this.clock.now();
      await tx.insert(StandardTextEntity, { id, unitId, ...text, addedByName: actor.name, addedAt });
      await this.journal.record(tx, actor, { action: 'standardText.add', objectKind: 'standardText', objectId: id });
    });
  }

  /** @throws DomainError `forbidden`, `not-found` */
  async remove(actor: Actor, id: string): Promise<void> {
    const unitId = requireUnit(actor);
    await this.uow.run(async (tx) => {
      const { affected } = await tx.delete(StandardTextEntity, { id, unitId });
      if (affected !== 1) throw new DomainError('not-found', { what: 'standardText' });
      await this.journal.record(tx, actor, { action: 'standardText.remove', objectKind: 'standardText', objectId: id });
    });
  }
}

function requireUnit(actor: Actor): string {
  if (actor.unitId === null || !mayKeepStandardTexts(actor)) throw new DomainError('forbidden');
  return actor.unitId;
}
