import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { settlementDuty } from '../domain/petition-clocks.js';
import { Petitions } from './petitions.js';

/** A petition that a leader decided to settle here is accepted: its settlement is owed from today on, and its sender is told. */
@Injectable()
export class AcceptPetition {
  constructor(
    private readonly clock: Clock,
    private readonly petitions: Petitions,
    private readonly uow: UnitOfWork,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `petition-act-barred`, `changed-meanwhile`, `deadline-calendar-missing` */
  async accept(actor: Actor, id: string): Promise<void> {
    const today = civilDateOf(this.clock.now());
    await this.uow.run(async (tx) => {
      const petition = await this.petitions.forActor(tx, actor, id);
      await this.petitions.perform(tx, actor, petition, {
        act: 'accept',
        change: { acceptedOn: today },
        met: 'all',
        owed: [settlementDuty(petition.kind, await this.petitions.counting(today))],
      });
    });
  }
}
