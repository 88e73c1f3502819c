import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { Notices } from '../../../notices/index.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { commentForUnit, requireStars, STAR_WORDS, suggestsReopening } from '../../domain/reply/rating.js';
import { NO_SENDER } from '../../domain/identity/sender.js';
import { TicketRatingEntity } from '../../persistence/rating.entities.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { TicketVisibility } from '../reading/ticket-visibility.js';
import { Tickets } from '../tickets.js';

export interface CitizenRating {
  /** 1 to 5. */
  readonly stars: number;
  /** May be empty. */
  readonly comment: string;
}

/** Keeps the citizen's judgement of one cycle, once, without anything that tells the rated unit who wrote. */
@Injectable()
export class RateAnswer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly visibility: TicketVisibility,
  ) {}

  /**
   * @param actor the clerk who took the citizen's word, or the system where the hotline handed it over
   * @throws DomainError `input-invalid`, `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile`
   */
  async rate(actor: Actor, ticketId: string, given: CitizenRating): Promise<void> {
    const stars = requireStars(given.stars);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const { hiding } = await this.visibility.of(actor, ticket, tx);
      const comment = commentForUnit(given.comment, hiding === null ? ticket : NO_SENDER);
      await this.tickets.perform(tx, actor, ticket, {
        act: 'rate',
        change: { rating: stars },
        entry: {
          kind: 'rated',
          title: `Người phản ánh đánh giá ${stars} trên 5: ${STAR_WORDS[stars]}`,
          ...(comment === null ? {} : { text: comment }),
        },
      });
      await tx.insert(TicketRatingEntity, {
        id: newId(),
        ticketId,
        cycle: ticket.cycle,
        stars,
        comment,
        ratedAt: this.clock.now(),
        recordedById: actor.id === SYSTEM.id ? null : actor.id,
      });
      if (suggestsReopening(stars)) await this.tellHeads(tx, ticket, stars);
    });
  }

  private async tellHeads(
    tx: EntityManager,
    { id, code, cycle, leadUnitId }: TicketEntity,
    stars: number,
  ): Promise<void> {
    if (leadUnitId === null) return;
    const heads = (await this.staff.peopleWith('unitHead', leadUnitId)).map((head) => head.id);
    const words = `Người phản ánh đánh giá ${stars} trên 5 kết quả xử lý phiếu ${code}.`;
    const key = `ticket.rated:${id}:${cycle}`;
    await this.notices.tellEach(tx, heads, { key, kind: 'news', ticket: { id, code }, words });
  }
}
