import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireText } from '../../tickets/domain/required-text.js';
import { DocumentCoordinationEntity } from '../persistence/correspondence.entities.js';
import { Handlings, requireHandlingAbility } from './handlings.js';

const OPINION_LENGTHS = { shortest: 3, longest: 2000 } as const;

/** A coordinating unit says what it thinks, once. */
@Injectable()
export class GiveOpinion {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly handlings: Handlings,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `input-invalid`, `changed-meanwhile` where its unit has spoken */
  async give(actor: Actor, documentId: string, text: string): Promise<void> {
    const opinion = requireText('opinion', text, OPINION_LENGTHS);
    await this.uow.run(async (tx) => {
      const { may } = await this.handlings.forActor(tx, actor, documentId);
      requireHandlingAbility(may, 'advise');
      const unitId = actor.unitId ?? '';
      const given = { opinion, givenByName: actor.name, givenAt: this.clock.now() };
      const { affected } = await tx.update(
        DocumentCoordinationEntity,
        { documentId, unitId, givenAt: IsNull() },
        given,
      );
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'incomingDocument', id: documentId });
      await this.handlings.record(tx, actor, documentId, { action: 'incoming.advise', detail: { unitId } });
    });
  }
}
