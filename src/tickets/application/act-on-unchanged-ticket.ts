import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireAsSeen } from '../domain/assignment.js';
import { TicketEntity } from '../persistence/tickets.entities.js';
import { Tickets } from './tickets.js';

/** How a ticket stands after an act. */
export interface StandingAfter<Made> {
  readonly ticket: Pick<TicketEntity, 'id' | 'code' | 'state' | 'version'>;
  readonly made: Made;
}

/** Lets somebody act on a ticket only as they have seen it: looking, acting and telling how it then stands are one transaction. */
@Injectable()
export class ActOnUnchangedTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
  ) {}

  /**
   * @param seen the version that the actor has looked at; left out, any
   * @param act a use case; its transaction joins this one
   * @throws DomainError `not-found`, `changed-meanwhile`, what `act` throws
   */
  async act<Made>(
    actor: Actor,
    { ticketId, seen }: { readonly ticketId: string; readonly seen: number | undefined },
    act: () => Promise<Made>,
  ): Promise<StandingAfter<Made>> {
    return this.uow.run(async (tx) => {
      requireAsSeen(await this.tickets.forActor(tx, actor, ticketId), seen);
      const made = await act();
      // After handing a ticket over, the actor may not see it any more, but still hears how the act ended.
      const { id, code, state, version } = await tx.findOneByOrFail(TicketEntity, { id: ticketId });
      return { ticket: { id, code, state, version }, made };
    });
  }
}
