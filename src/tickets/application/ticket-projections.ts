import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TicketCounters } from '../persistence/ticket-counters.js';
import { TicketDayCounts } from '../persistence/days/ticket-day-counts.js';
import { TicketStandings } from '../persistence/ticket-standings.js';
import { TicketEntity } from '../persistence/tickets.entities.js';
import { TicketWords } from '../persistence/search/ticket-words.js';

/** Updates what is derived from a ticket (counters, numbers of days, search words, history of standings) in the transaction that changes it. */
@Injectable()
export class TicketProjections {
  constructor(
    private readonly counters: TicketCounters,
    private readonly days: TicketDayCounts,
    private readonly words: TicketWords,
    private readonly standings: TicketStandings,
  ) {}

  /**
   * To be called after the ticket's row has been written, which keeps others from it until commit.
   *
   * @param before null when the ticket is new
   */
  async update(tx: EntityManager, before: TicketEntity | null, after: TicketEntity): Promise<void> {
    await this.counters.shift(tx, before, after);
    await this.days.shift(tx, before, after);
    await this.words.renew(tx, after.id);
    await this.standings.keep(tx, before, after);
  }

  /** Only its dates changed: counters and search words stay as they are. */
  async updateDates(tx: EntityManager, before: TicketEntity, change: Partial<TicketEntity>): Promise<void> {
    await this.standings.keep(tx, before, Object.assign(new TicketEntity(), before, change));
  }
}
