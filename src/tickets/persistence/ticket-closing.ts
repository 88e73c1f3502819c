import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { TicketEntity } from './tickets.entities.js';

/** Which tickets have come to their end by time. */
@Injectable()
export class TicketClosing {
  constructor(private readonly database: Database) {}

  /**
   * Answered, the time to judge is over, and the result is evidenced; those that wait longest first.
   *
   * @returns ids, by the index of states and ends of windows
   */
  async due(now: Date, atMost: number): Promise<readonly string[]> {
    const rows = await this.database.reader.getRepository(TicketEntity).find({
      select: { id: true },
      where: { state: In(['answered', 'published']), ratingEndsAt: LessThan(now), evidence: Not(IsNull()) },
      order: { ratingEndsAt: 'ASC', id: 'ASC' },
      take: atMost,
    });
    return rows.map(({ id }) => id);
  }
}
