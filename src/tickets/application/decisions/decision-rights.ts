import { Injectable } from '@nestjs/common';
import { DecisionAuthorities } from '../../../delegation/index.js';
import type { DecisionPowers } from '../../../delegation/domain/decision-authority.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { partiesOf, requireAct } from '../../domain/deadlines/policy.js';
import {
  groundOf,
  partiesTo,
  requireGround,
  type DecidedAct,
  type DecisionGround,
} from '../../domain/decisions/who-decides.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';

/** Says by what right the actor decides about a ticket, or refuses. */
@Injectable()
export class DecisionRights {
  constructor(
    private readonly clock: Clock,
    private readonly authorities: DecisionAuthorities,
  ) {}

  powersOf(actor: Actor): Promise<DecisionPowers> {
    return this.authorities.powersOf(actor);
  }

  /** @throws DomainError `ticket-transition-refused`, `forbidden`, `ticket-act-barred`, `decision-of-leader` */
  async require(actor: Actor, ticket: TicketEntity, act: DecidedAct): Promise<DecisionGround> {
    return requireGround(act, await this.find(actor, ticket, act));
  }

  /** The right alone, for the person who decides that an act is not done: it need not be possible. @throws DomainError `decision-of-leader` */
  async requireRight(actor: Actor, ticket: TicketEntity, act: DecidedAct): Promise<DecisionGround> {
    return requireGround(act, groundOf(act, partiesOf(actor, ticket), await this.authorities.powersOf(actor)));
  }

  /** @returns null where the decision is another's @throws DomainError `ticket-transition-refused`, `forbidden`, `ticket-act-barred` */
  async find(actor: Actor, ticket: TicketEntity, act: DecidedAct): Promise<DecisionGround | null> {
    const powers = await this.authorities.powersOf(actor);
    const own = partiesOf(actor, ticket);
    requireAct(act, { ticket, actor, parties: partiesTo(act, own, powers), now: this.clock.now() });
    return groundOf(act, own, powers);
  }
}
