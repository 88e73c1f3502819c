import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { insertRows } from '../../platform/database/rows.js';
import { standingFrom, standsAlike } from '../domain/standing.js';
import { TicketStandingEntity } from './ticket-standing.entity.js';
import type { TicketEntity } from './tickets.entities.js';

/** Keeps where tickets stood, in the transaction that moves them. */
@Injectable()
export class TicketStandings {
  constructor(private readonly clock: Clock) {}

  /**
   * To be called after the ticket's row has been written, which keeps others from it until commit. Repeated, it changes nothing.
   *
   * @param before null when the ticket is new
   */
  async keep(tx: EntityManager, before: TicketEntity | null, after: TicketEntity): Promise<void> {
    if (before !== null && standsAlike(before, after)) return;
    const rows = tx.getRepository(TicketStandingEntity);
    const current = await rows.findOneBy({ ticketId: after.id, until: IsNull() });
    const at = this.momentAfter(current);
    if (current !== null) await rows.update({ seq: current.seq }, { until: at });
    await insertRows(tx, TicketStandingEntity, {
      ticketId: after.id,
      until: null,
      ...standingFrom(current, after, at),
    });
  }

  /** The clock may have been set back since; the history may not. */
  private momentAfter(current: TicketStandingEntity | null): Date {
    const now = this.clock.now();
    return current !== null && current.at > now ? current.at : now;
  }
}
