import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { requireText } from '../../kernel/required-text.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { withoutPeople } from '../../privacy/domain/find-private.js';
import { extendedSettlement } from '../domain/petition-clocks.js';
import { PetitionDutyEntity } from '../persistence/petition.entities.js';
import { Petitions } from './petitions.js';
import { REASON_LENGTHS } from './screen-petition.js';

export interface ExtendPetitionCommand {
  readonly id: string;
  readonly seen?: number;
  readonly reason: string;
  /** The leader holds the matter for specially complicated. */
  readonly specially: boolean;
}

/** A leader gives more time to settle what is complicated. */
@Injectable()
export class ExtendPetition {
  constructor(
    private readonly petitions: Petitions,
    private readonly uow: UnitOfWork,
  ) {}

  /** @throws DomainError `input-invalid`, `not-found`, `forbidden`, `petition-act-barred`, `changed-meanwhile`, `deadline-calendar-missing` */
  async extend(actor: Actor, { id, seen, specially, ...given }: ExtendPetitionCommand): Promise<void> {
    const text = withoutPeople(requireText('reason', given.reason, REASON_LENGTHS));
    await this.uow.run(async (tx) => {
      const petition = await this.petitions.forActor(tx, actor, id, seen);
      this.petitions.require(actor, petition, 'extend');
      const owed = { petitionId: id, duty: 'settle' as const, metAt: IsNull(), supersededAt: IsNull() };
      const { extended, startedOn } = await tx.findOneByOrFail(PetitionDutyEntity, owed);
      const counting = await this.petitions.counting(startedOn);
      await this.petitions.perform(tx, actor, petition, {
        act: 'extend',
        text,
        dropped: ['settle'],
        owed: [extendedSettlement({ kind: petition.kind, extended, specially }, counting)],
      });
    });
  }
}
