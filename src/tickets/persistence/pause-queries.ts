import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { TicketPauseEntity } from './life.entities.js';

/** Which pauses have come to their cap. */
@Injectable()
export class PauseQueries {
  constructor(private readonly database: Database) {}

  /** @returns ids of tickets, those whose cap is longest ago first, by the index of ends and caps */
  async lapsed(now: Date, atMost: number): Promise<readonly string[]> {
    const rows = await this.database.reader.getRepository(TicketPauseEntity).find({
      select: { id: true, ticketId: true },
      where: { endedAt: IsNull(), until: LessThan(now) },
      order: { until: 'ASC', id: 'ASC' },
      take: atMost,
    });
    return rows.map(({ ticketId }) => ticketId);
  }
}
