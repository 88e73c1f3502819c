import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { requireText } from '../../kernel/required-text.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { withoutPeople } from '../../privacy/domain/find-private.js';
import { WAY_WORDS } from '../domain/petition.js';
import { Petitions } from './petitions.js';

export const NOTE_LENGTHS = { shortest: 0, longest: 1000 } as const;

export interface CarryOutPetitionCommand {
  readonly id: string;
  readonly seen?: number;
  /** By which paper it was done. */
  readonly note: string;
}

/** What was decided of a petition that is not settled here was done: handed on, its sender guided, looked into as information, or kept. */
@Injectable()
export class CarryOutPetition {
  constructor(
    private readonly clock: Clock,
    private readonly petitions: Petitions,
    private readonly uow: UnitOfWork,
  ) {}

  /** @throws DomainError `input-invalid`, `not-found`, `forbidden`, `petition-act-barred`, `changed-meanwhile` */
  async carryOut(actor: Actor, { id, seen, note }: CarryOutPetitionCommand): Promise<void> {
    const text = withoutPeople(requireText('note', note, NOTE_LENGTHS));
    await this.uow.run(async (tx) => {
      const petition = await this.petitions.forActor(tx, actor, id, seen);
      const done = petition.way === null ? '' : WAY_WORDS[petition.way].toLocaleLowerCase('vi');
      await this.petitions.perform(tx, actor, petition, {
        act: 'carryOut',
        change: { closedAt: this.clock.now() },
        title: `Đã thực hiện: ${done}`,
        text,
        met: 'all',
      });
    });
  }
}
