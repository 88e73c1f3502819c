import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { TicketCoordinationEntity } from './life.entities.js';

/** Which requests to coordinating units have come to their end by time. */
@Injectable()
export class CoordinationQueries {
  constructor(private readonly database: Database) {}

  /** Ids of requests whose time passed without a reply, longest first; along the index of their ends. */
  async silent(now: Date, atMost: number): Promise<readonly string[]> {
    const rows = await this.database.reader.getRepository(TicketCoordinationEntity).find({
      select: { id: true },
      where: { endedAt: IsNull(), legalEndAt: LessThan(now) },
      order: { legalEndAt: 'ASC', id: 'ASC' },
      take: atMost,
    });
    return rows.map(({ id }) => id);
  }
}
