import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Petitions } from './petitions.js';

/** What was settled has been told to whom it must be told: the petition ends. */
@Injectable()
export class ClosePetition {
  constructor(
    private readonly clock: Clock,
    private readonly petitions: Petitions,
    private readonly uow: UnitOfWork,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `petition-act-barred`, `changed-meanwhile` */
  async close(actor: Actor, id: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const petition = await this.petitions.forActor(tx, actor, id);
      await this.petitions.perform(tx, actor, petition, { act: 'close', change: { closedAt: this.clock.now() } });
    });
  }
}
