import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireReturn, returnWords, type Return } from '../../domain/refusal.js';
import { TicketRefusalEntity } from '../../persistence/intake.entities.js';
import { DecisionRights } from '../decisions/decision-rights.js';
import { DeskDuty } from '../desk-duty.js';
import { EndMatter } from './end-matter.js';
import { Tickets } from '../tickets.js';

/** Gives a ticket back to the hotline with the reason and the agency that is competent (status 02); our clock stops. */
@Injectable()
export class ReturnTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly ends: EndMatter,
    private readonly desk: DeskDuty,
    private readonly rights: DecisionRights,
  ) {}

  /** @throws DomainError `input-invalid`, `text-held-back`, `not-found`, `forbidden`, `decision-of-leader`, `ticket-transition-refused`, `changed-meanwhile` */
  async return(actor: Actor, ticketId: string, given: Return): Promise<void> {
    const sound = requireReturn(given);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const ground = await this.rights.require(actor, ticket, 'return');
      await this.desk.toReturn(tx, ticket, 'nature');
      await tx.insert(TicketRefusalEntity, {
        id: newId(),
        ticketId,
        cycle: ticket.cycle,
        kind: 'returned',
        reason: null,
        ...sound,
        decidedById: actor.id,
        decidedAt: this.clock.now(),
      });
      await this.ends.end(tx, actor, ticket, {
        act: 'return',
        ground,
        concerns: 'matter',
        entry: {
          kind: 'returned',
          title: `Chuyển trả, cơ quan có thẩm quyền: ${sound.agency}`,
          text: sound.text,
        },
        word: returnWords(sound, ticket.nature),
      });
    });
  }
}
