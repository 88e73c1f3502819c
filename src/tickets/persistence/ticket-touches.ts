import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { TicketEntryEntity } from './tickets.entities.js';

/** That something was done with a ticket: every act leaves a line in its course. */
export type Touch = Readonly<Pick<TicketEntryEntity, 'seq' | 'id' | 'ticketId' | 'at' | 'kind' | 'toHotline'>>;

/** What watchers of tickets go by, line by line. */
@Injectable()
export class TicketTouches {
  constructor(private readonly database: Database) {}

  /** The line that was written last; 0 where there is none. */
  async last(): Promise<number> {
    return (await this.database.reader.manager.maximum(TicketEntryEntity, 'seq')) ?? 0;
  }

  /** The next lines of all courses, in the order of writing. */
  since(seq: number, size: number): Promise<Touch[]> {
    return this.database.reader.manager.find(TicketEntryEntity, {
      where: { seq: MoreThan(seq) },
      select: { seq: true, id: true, ticketId: true, at: true, kind: true, toHotline: true },
      order: { seq: 'ASC' },
      take: size,
    });
  }
}
