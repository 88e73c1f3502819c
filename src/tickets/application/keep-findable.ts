import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TicketCounters } from '../persistence/ticket-counters.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';
import { TicketWords } from '../persistence/ticket-words.js';

/** Keeps a ticket where lists count it and searches find it, in the transaction that moves it. */
@Injectable()
export class KeepFindable {
  constructor(
    private readonly counters: TicketCounters,
    private readonly words: TicketWords,
  ) {}

  /**
   * To be called after the ticket's row has been written, which keeps others from it until commit.
   *
   * @param before null when the ticket is new
   */
  async moved(tx: EntityManager, before: TicketEntity | null, after: TicketEntity): Promise<void> {
    await this.counters.shift(tx, before, after);
    await this.words.renew(tx, after.id);
  }
}
