import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { wishFallsAway } from '../domain/extension.js';
import { endOfPause } from '../domain/information-request.js';
import type { TicketState } from '../domain/ticket-state.js';
import { TicketExtensionEntity, TicketPauseEntity } from '../persistence/life.entities.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';
import { showDueDay } from './document-line.js';
import { Periods } from './periods.js';

/** Facts of a ticket that ended with a move. */
type Ended = Partial<Pick<TicketEntity, 'extensionAskedById' | 'pausedAt' | 'dueAt' | 'legalEndAt'>>;

const FELL_AWAY = 'Phiếu đã chuyển bước; đề nghị không còn hiệu lực.';

/**
 * Ends what cannot outlive a move, whichever act makes it: a wish for more time once the unit that asked no longer holds the ticket, and the
 * standing still of the clock once nobody waits for the citizen.
 */
@Injectable()
export class LooseEnds {
  constructor(
    private readonly clock: Clock,
    private readonly periods: Periods,
  ) {}

  /** @returns what changes in the ticket's row */
  async end(tx: EntityManager, ticket: TicketEntity, to: TicketState): Promise<Ended> {
    const dropped = ticket.extensionAskedById !== null && wishFallsAway(ticket.state, to);
    const resumes = ticket.state === 'waitingCitizenInfo' && to !== 'waitingCitizenInfo';
    return {
      ...(dropped ? await this.dropWish(tx, ticket) : {}),
      ...(resumes ? await this.resume(tx, ticket) : {}),
    };
  }

  private async dropWish(tx: EntityManager, { id, cycle }: TicketEntity): Promise<Ended> {
    const waiting = { ticketId: id, cycle, decidedAt: IsNull() };
    await tx.update(TicketExtensionEntity, waiting, { decidedAt: this.clock.now(), decisionReason: FELL_AWAY });
    return { extensionAskedById: null };
  }

  /** The clock runs again: from now, or from the cap where that came first. The count up to the cap stands when the pause went on to it. */
  private async resume(tx: EntityManager, ticket: TicketEntity): Promise<Ended> {
    const { id: ticketId, cycle } = ticket;
    const pause = await tx.findOneBy(TicketPauseEntity, { ticketId, cycle, endedAt: IsNull() });
    if (!pause) return { pausedAt: null };
    const endedAt = endOfPause(pause, this.clock.now());
    await tx.update(TicketPauseEntity, { id: pause.id }, { endedAt });
    const inForce = await this.periods.inForce(tx, ticket, 'process');
    if (!inForce || endedAt >= pause.until) return { pausedAt: null };
    const from = pause.startedAt.toISOString();
    const pauses = inForce.pauses.map((kept) => (kept.from === from ? { ...kept, to: endedAt.toISOString() } : kept));
    const { dueAt, legalEndAt } = await this.periods.count(tx, ticket, { duty: 'process', reason: 'pause', pauses });
    await showDueDay(tx, ticket, dueAt);
    return { pausedAt: null, dueAt, legalEndAt };
  }
}
