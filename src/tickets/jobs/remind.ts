import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Log } from '../../platform/telemetry/log.js';
import { RemindTicket } from '../application/deadlines/remind-ticket.js';
import { ReminderQueries, type OpenTicket } from '../persistence/reminder-queries.js';

/** Rows read at a time, and reads in one turn: after a long stop the rest comes with the next turns. */
const BATCH = 200;
const BATCHES = 10;

/** Open tickets that one turn looks through for deadlines that nobody watches: an installation with 50,000 is through in some four hours. */
const SWEPT = 200;

/**
 * Each minute: reminds of deadlines whose moment has come, and goes on a little through the open tickets, in case something wrote a deadline past
 * the code that has it watched. Any number of workers may run it at once.
 */
@Injectable()
export class Remind {
  /** How far the search for unwatched deadlines has come; a restart starts again. */
  private sweptTo: OpenTicket | null = null;

  constructor(
    private readonly queries: ReminderQueries,
    private readonly remindTicket: RemindTicket,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    await this.sweep();
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const tickets = await this.queries.dueTickets(this.clock.now(), BATCH);
      if (tickets.length === 0) return;
      for (const ticketId of tickets) await this.remind(ticketId);
    }
  }

  private async sweep(): Promise<void> {
    const tickets = await this.queries.openTickets(this.sweptTo, SWEPT);
    await this.remindTicket.watch(await this.queries.unwatched(tickets.map(({ id }) => id)));
    this.sweptTo = tickets.length < SWEPT ? null : (tickets.at(-1) ?? null);
  }

  /** Reminds of one ticket; an error does not stop the others, and the ticket is tried again in an hour. */
  private async remind(ticketId: string): Promise<void> {
    try {
      await this.remindTicket.remind(ticketId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'changed-meanwhile') return;
      this.log.warn('ticket.not-reminded', { ticketId, error });
      await this.remindTicket.postpone(ticketId);
    }
  }
}
