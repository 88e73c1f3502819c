import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Log } from '../../platform/telemetry/log.js';
import { RemindTicket } from '../application/remind-ticket.js';
import { ReminderQueries } from '../persistence/reminder-queries.js';

/** Rows read at a time, and reads in one turn: after a long stop the rest comes with the next turns. */
const BATCH = 200;
const BATCHES = 10;

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
    await this.inBatches(
      () => this.queries.unwatched(BATCH),
      (deadlines) => this.reminding.watch(deadlines),
    );
    await this.inBatches(
      () => this.queries.dueTickets(this.clock.now(), BATCH),
      async (tickets) => {
        for (const ticketId of tickets) await this.remind(ticketId);
      },
    );
  }

  private async inBatches<T>(
    read: () => Promise<readonly T[]>,
    work: (found: readonly T[]) => Promise<void>,
  ): Promise<void> {
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const found = await read();
      if (found.length === 0) return;
      await work(found);
    }
  }

  /** One ticket; whatever goes wrong with it, the next one gets its turn, and it is looked at again in an hour. */
  private async remind(ticketId: string): Promise<void> {
    try {
      await this.reminding.execute(ticketId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'changed-meanwhile') return;
      this.log.warn('ticket.not-reminded', { ticketId, error });
      await this.reminding.postpone(ticketId);
    }
  }
}
