import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { NameQueries } from '../../organisation/index.js';
import { TicketReader, type SeenTicket } from '../../tickets/index.js';
import { barrierOf, partiesOf, type Barrier } from '../../tickets/domain/deadlines/policy.js';
import type { ActName } from '../../tickets/domain/ticket-acts.js';
import type { Names } from '../kit/names.js';

export interface ChosenReading {
  readonly tickets: readonly (SeenTicket & { readonly barrier: Barrier | null })[];
  readonly names: Names;
}

/** Reads chosen tickets, and for each what stands in the way of an act. */
@Injectable()
export class ChosenPageQuery {
  constructor(
    private readonly tickets: TicketReader,
    private readonly names: NameQueries,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, act: ActName, ids: readonly string[]): Promise<ChosenReading> {
    const now = this.clock.now();
    const found = ids.length === 0 ? [] : await this.tickets.byIds(actor, ids);
    const units = await this.names.units(found.map(({ leadUnitId }) => leadUnitId));
    const tickets = found.map((ticket) => ({
      ...ticket,
      barrier: barrierOf(act, { ticket, actor, parties: partiesOf(actor, ticket), now }),
    }));
    return {
      tickets: tickets.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime()),
      names: { units, people: new Map() },
    };
  }
}
