import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TicketCounters } from '../persistence/ticket-counters.js';
import { TicketStandings } from '../persistence/ticket-standings.js';
import { TicketEntity } from '../persistence/tickets.entities.js';
import { TicketWords } from '../persistence/ticket-words.js';

/** Keeps a ticket where lists count it, searches find it and reports look back, in the transaction that moves it. */
@Injectable()
export class KeepFindable {
  constructor(
    private readonly counters: TicketCounters,
    private readonly words: TicketWords,
    private readonly standings: TicketStandings,
  ) {}

  /**
   * To be called after the ticket's row has been written, which keeps others from it until commit.
   *
   * @param before null when the ticket is new
   */
  async moved(tx: EntityManager, before: TicketEntity | null, after: TicketEntity): Promise<void> {
    await this.counters.shift(tx, before, after);
    await this.words.renew(tx, after.id);
    await this.standings.keep(tx, before, after);
  }

  /** Its dates alone are others: no list counts and no search finds it elsewhere. */
  async measured(tx: EntityManager, before: TicketEntity, change: Partial<TicketEntity>): Promise<void> {
    await this.standings.keep(tx, before, Object.assign(new TicketEntity(), before, change));
  }
}
