import { Injectable } from '@nestjs/common';
import { Notices } from '../../notices/index.js';
import type { Actor } from '../../kernel/actor.js';
import { requireText } from '../../kernel/required-text.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { withoutPeople } from '../../privacy/domain/find-private.js';
import { petitionName } from '../domain/petition.js';
import { Petitions } from './petitions.js';
import { REASON_LENGTHS } from './screen-petition.js';

export interface GiveBackPetitionCommand {
  readonly id: string;
  readonly seen?: number;
  readonly reason: string;
}

/** A leader has the clerk propose again. */
@Injectable()
export class GiveBackPetition {
  constructor(
    private readonly petitions: Petitions,
    private readonly notices: Notices,
    private readonly uow: UnitOfWork,
  ) {}

  /** @throws DomainError `input-invalid`, `not-found`, `forbidden`, `petition-act-barred`, `changed-meanwhile` */
  async giveBack(actor: Actor, { id, seen, ...given }: GiveBackPetitionCommand): Promise<void> {
    const text = withoutPeople(requireText('reason', given.reason, REASON_LENGTHS));
    await this.uow.run(async (tx) => {
      const petition = await this.petitions.forActor(tx, actor, id, seen);
      await this.petitions.perform(tx, actor, petition, { act: 'giveBack', text });
      await this.notices.tell(tx, {
        key: `petition.givenBack:${id}:${String(petition.version)}:${petition.takenById}`,
        staffId: petition.takenById,
        kind: 'news',
        words: `${petitionName(petition)}: lãnh đạo yêu cầu đề xuất lại. Mở Sổ tiếp nhận đơn để xem.`,
      });
    });
  }
}
