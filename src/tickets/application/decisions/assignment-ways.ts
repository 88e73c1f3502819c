import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { partiesOf } from '../../domain/deadlines/policy.js';
import type { ChosenHandlers } from '../../domain/decisions/standing-table.js';
import { barrierToAct, mayPropose } from '../../domain/decisions/who-decides.js';
import { TicketQueries } from '../../persistence/ticket-queries.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { AssignmentGround } from './assignment-ground.js';
import { DecisionRights } from './decision-rights.js';

/** atOnce: this person assigns it so · laidBefore: a leader decides, and this person may propose it · barred: neither, as it stands. */
export type AssignmentWay = 'atOnce' | 'laidBefore' | 'barred';

/** Says before anybody assigns how a ticket would go to whom somebody thinks of. */
@Injectable()
export class AssignmentWays {
  constructor(
    private readonly clock: Clock,
    private readonly tickets: TicketQueries,
    private readonly rights: DecisionRights,
    private readonly ground: AssignmentGround,
  ) {}

  /** @param chosen by ticket, of tickets that the actor may see */
  async of(actor: Actor, chosen: ReadonlyMap<string, ChosenHandlers>): Promise<ReadonlyMap<string, AssignmentWay>> {
    const tickets = await this.tickets.byIds([...chosen.keys()]);
    const ways = new Map<string, AssignmentWay>();
    for (const ticket of tickets) {
      const handlers = chosen.get(ticket.id);
      if (handlers !== undefined) ways.set(ticket.id, await this.wayOf(actor, ticket, handlers));
    }
    return ways;
  }

  private async wayOf(actor: Actor, ticket: TicketEntity, chosen: ChosenHandlers): Promise<AssignmentWay> {
    const powers = await this.rights.powersOf(actor);
    const attempt = { ticket, actor, parties: partiesOf(actor, ticket), now: this.clock.now() };
    const isBarred = barrierToAct('assign', attempt, powers) !== null;
    if (!isBarred && (await this.ground.find(actor, ticket, chosen)) !== null) return 'atOnce';
    return mayPropose('assign', attempt, powers) ? 'laidBefore' : 'barred';
  }
}
