import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Log } from '../../platform/telemetry/log.js';
import { CloseTicket } from '../application/ending/close-ticket.js';
import { TicketClosing } from '../persistence/ticket-closing.js';

/** At most so many tickets a turn; the next turn goes on. */
const BATCH = 200;

/** Closes answered tickets whose time for judging is over. Any number of workers may run it at once: each ticket is closed by one of them. */
@Injectable()
export class CloseAnswered {
  constructor(
    private readonly closing: TicketClosing,
    private readonly closeTicket: CloseTicket,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @returns how many this worker closed */
  async run(): Promise<number> {
    let closed = 0;
    for (const ticketId of await this.closing.due(this.clock.now(), BATCH)) closed += await this.close(ticketId);
    return closed;
  }

  /** One ticket; another worker may have been quicker, or somebody reopened it: then the next one gets its turn. */
  private async close(ticketId: string): Promise<0 | 1> {
    try {
      await this.closeTicket.close(SYSTEM, ticketId);
      return 1;
    } catch (error) {
      this.log.warn('ticket.not-closed', { ticketId, error });
      return 0;
    }
  }
}
