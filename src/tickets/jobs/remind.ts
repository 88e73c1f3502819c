import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Log } from '../../platform/telemetry/log.js';
import { RemindTicket } from '../application/remind-ticket.js';
import { ReminderQueries } from '../persistence/reminder-queries.js';

/** At most so many rows are read at a time, so that a turn after a long stop holds nobody up. */
const BATCH = 200;

/** Each minute: watches new deadlines, and reminds of those whose moment has come. Any number of workers may run it at once. */
@Injectable()
export class Remind {
  constructor(
    private readonly queries: ReminderQueries,
    private readonly reminding: RemindTicket,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    const unwatched = await this.queries.unwatched(BATCH);
    if (unwatched.length > 0) await this.reminding.watch(unwatched);
    for (const ticketId of await this.queries.dueTickets(this.clock.now(), BATCH)) await this.remind(ticketId);
  }

  /** One ticket; whatever goes wrong with it, the next one gets its turn. */
  private async remind(ticketId: string): Promise<void> {
    try {
      await this.reminding.execute(ticketId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'changed-meanwhile') return;
      this.log.warn('ticket.not-reminded', { ticketId, error });
    }
  }
}
