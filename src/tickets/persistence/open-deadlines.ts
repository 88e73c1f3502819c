import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, type FindOptionsWhere } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { TicketDeadlineEntity, TicketEntity } from './tickets.entities.js';

const PAGE = 200;

const TICKET = {
  id: true,
  code: true,
  level: true,
  category: true,
  cycle: true,
  policyVersion: true,
  startedAt: true,
  dueAt: true,
} as const;

/** Everything but the proof, which is long. */
const DEADLINE = {
  id: true,
  ticketId: true,
  duty: true,
  cycle: true,
  startedAt: true,
  dueAt: true,
  legalEndAt: true,
  countedForUnitId: true,
  pauses: true,
  extendedBy: true,
  cappedById: true,
} as const;

export type OpenTicket = Pick<TicketEntity, keyof typeof TICKET>;

export type OpenDeadline = Pick<TicketDeadlineEntity, keyof typeof DEADLINE>;

/** Tickets that the citizen still waits for, with what is owed on them; read in pages, each along an index. */
@Injectable()
export class OpenDeadlinePages {
  constructor(private readonly database: Database) {}

  /** Soonest deadline first. */
  async *tickets(): AsyncGenerator<readonly OpenTicket[]> {
    let page = await this.find({ open: true }, PAGE);
    for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
      yield page;
      const { dueAt, id } = last;
      const sameMoment = await this.find({ open: true, dueAt, id: MoreThan(id) }, PAGE);
      const later = await this.find({ open: true, dueAt: MoreThan(dueAt) }, PAGE - sameMoment.length);
      page = [...sameMoment, ...later];
    }
  }

  /** What is owed on those tickets in their present cycle, the citizen's deadline first. */
  async of(tickets: readonly OpenTicket[]): Promise<ReadonlyMap<string, readonly OpenDeadline[]>> {
    const rows = await this.database.reader.getRepository(TicketDeadlineEntity).find({
      select: DEADLINE,
      where: { ticketId: In(tickets.map(({ id }) => id)), supersededAt: IsNull(), metAt: IsNull() },
    });
    const owed = new Map<string, OpenDeadline[]>(tickets.map(({ id }) => [id, []]));
    const cycles = new Map(tickets.map(({ id, cycle }) => [id, cycle]));
    for (const row of rows) if (cycles.get(row.ticketId) === row.cycle) owed.get(row.ticketId)?.push(row);
    for (const deadlines of owed.values()) deadlines.sort((one, other) => rank(one) - rank(other));
    return owed;
  }

  /** The ticket by whose facts a deadline was counted. */
  ticket(id: string): Promise<OpenTicket> {
    return this.database.reader.getRepository(TicketEntity).findOneOrFail({ select: TICKET, where: { id } });
  }

  private async find(where: FindOptionsWhere<TicketEntity>, take: number): Promise<readonly OpenTicket[]> {
    if (take <= 0) return [];
    const order = { dueAt: 'ASC', id: 'ASC' } as const;
    return this.database.reader.getRepository(TicketEntity).find({ select: TICKET, where, order, take });
  }
}

function rank({ duty }: OpenDeadline): number {
  return duty === 'process' ? 0 : 1;
}
