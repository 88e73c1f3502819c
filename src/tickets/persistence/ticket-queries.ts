import { Injectable } from '@nestjs/common';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { fold } from '../../kernel/vietnamese.js';
import { Database } from '../../platform/database/database.js';
import { seesEveryUnit } from '../domain/policy.js';
import type { TicketState } from '../domain/ticket-state.js';
import { TicketAssignmentEntity, TicketDeadlineEntity, TicketEntity, TicketEntryEntity } from './tickets.entities.js';

/** What a list shows of a ticket: no sender, no words. */
export interface TicketRow {
  readonly id: string;
  readonly code: string;
  readonly subject: string;
  readonly channel: string;
  readonly place: string;
  readonly state: TicketState;
  readonly dueAt: Date;
  readonly legalEndAt: Date;
  readonly closedAt: Date | null;
  readonly latest: string;
  readonly leadUnitId: string | null;
  readonly officerId: string | null;
}

export interface TicketFilter {
  /** Left out: the closed ones too. */
  readonly open?: boolean;
  readonly ids?: readonly string[];
  readonly unitId?: string;
  readonly states?: readonly TicketState[];
  readonly dueBefore?: Date;
  readonly dueFrom?: Date;
  readonly officerId?: string;
  readonly words?: string;
}

/** The last row of the page before; rows after it follow. */
export interface TicketCursor {
  readonly dueAt: Date;
  readonly id: string;
}

/** Where a ticket stands in a list; 1 = first. */
export interface TicketPlace {
  readonly position: number;
  readonly total: number;
  readonly previousId: string | null;
  readonly nextId: string | null;
}

const COLUMNS = [
  'id',
  'code',
  'subject',
  'channel',
  'place',
  'state',
  'dueAt',
  'legalEndAt',
  'closedAt',
  'latest',
  'leadUnitId',
  'officerId',
];

const AFTER = '(t.dueAt > :at OR (t.dueAt = :at AND t.id > :id))';
const BEFORE = '(t.dueAt < :at OR (t.dueAt = :at AND t.id < :id))';

/** Named reads of tickets: keyset-paged by deadline, always limited to what the actor may see. */
@Injectable()
export class TicketQueries {
  constructor(private readonly database: Database) {}

  /** Soonest deadline first. */
  async page(actor: Actor, filter: TicketFilter, after: TicketCursor | null, size: number): Promise<TicketRow[]> {
    const query = this.visible(actor, filter)
      .select(COLUMNS.map((column) => `t.${column}`))
      .orderBy('t.dueAt', 'ASC')
      .addOrderBy('t.id', 'ASC')
      .take(size);
    if (after) {
      query.andWhere(AFTER, this.from(after));
    }
    return query.getMany();
  }

  /** The neighbours of a ticket in a list; null when the list does not hold it. */
  async placeIn(actor: Actor, filter: TicketFilter, ticket: TicketCursor): Promise<TicketPlace | null> {
    const held = await this.visible(actor, filter).andWhere('t.id = :ownId', { ownId: ticket.id }).getExists();
    if (!held) return null;
    const [total, before, previous, next] = await Promise.all([
      this.count(actor, filter),
      this.visible(actor, filter).andWhere(BEFORE, this.from(ticket)).getCount(),
      this.visible(actor, filter)
        .select('t.id')
        .andWhere(BEFORE, this.from(ticket))
        .orderBy('t.dueAt', 'DESC')
        .addOrderBy('t.id', 'DESC')
        .take(1)
        .getOne(),
      this.page(actor, filter, ticket, 1),
    ]);
    return { position: before + 1, total, previousId: previous?.id ?? null, nextId: next[0]?.id ?? null };
  }

  /** How many open tickets each officer holds. */
  async openByOfficer(): Promise<ReadonlyMap<string, number>> {
    const held: { officerId: string; held: number | string }[] = await this.tickets
      .createQueryBuilder('t')
      .select('t.officerId', 'officerId')
      .addSelect('COUNT(*)', 'held')
      .where('t.open = :open AND t.officerId IS NOT NULL', { open: true })
      .groupBy('t.officerId')
      .getRawMany();
    return new Map(held.map((row) => [row.officerId, Number(row.held)]));
  }

  count(actor: Actor, filter: TicketFilter): Promise<number> {
    return this.visible(actor, filter).getCount();
  }

  byId(id: string): Promise<TicketEntity | null> {
    return this.tickets.findOneBy({ id });
  }

  byHotlineCode(hotlineCode: string): Promise<TicketEntity | null> {
    return this.tickets.findOneBy({ hotlineCode });
  }

  byIds(ids: readonly string[]): Promise<TicketEntity[]> {
    return this.tickets.findBy({ id: In([...ids]) });
  }

  byIncomingIds(ids: readonly string[]): Promise<TicketEntity[]> {
    return this.tickets.findBy({ incomingDocumentId: In([...ids]) });
  }

  entriesOf(ticketId: string): Promise<TicketEntryEntity[]> {
    return this.database.reader
      .getRepository(TicketEntryEntity)
      .find({ where: { ticketId }, order: { at: 'DESC' }, take: 500 });
  }

  deadlinesOf(ticketId: string): Promise<TicketDeadlineEntity[]> {
    return this.database.reader.getRepository(TicketDeadlineEntity).findBy({ ticketId });
  }

  /** The assignment in force: the latest. */
  assignmentOf(ticketId: string): Promise<TicketAssignmentEntity | null> {
    return this.database.reader
      .getRepository(TicketAssignmentEntity)
      .findOne({ where: { ticketId }, order: { assignedAt: 'DESC' } });
  }

  private visible(actor: Actor, filter: TicketFilter): SelectQueryBuilder<TicketEntity> {
    const query = this.tickets.createQueryBuilder('t').where('1 = 1');
    if (!seesEveryUnit(actor)) query.andWhere('t.leadUnitId = :ownUnitId', { ownUnitId: actor.unitId });
    limitByFacts(query, filter);
    if (filter.dueBefore) query.andWhere('t.dueAt < :before', { before: this.moment(filter.dueBefore) });
    if (filter.dueFrom) query.andWhere('t.dueAt >= :from', { from: this.moment(filter.dueFrom) });
    if (filter.words !== undefined && filter.words.trim() !== '') query.andWhere(containsWords(filter.words));
    return query;
  }

  private from({ dueAt, id }: TicketCursor): { at: string; id: string } {
    return { at: this.moment(dueAt), id };
  }

  /** A Date in a hand-made condition is sent as the old `datetime` on SQL Server, which rounds; text in ISO form is exact on both. */
  private moment(instant: Date): string {
    return instant.toISOString().replace('T', ' ').replace('Z', '');
  }

  private get tickets() {
    return this.database.reader.getRepository(TicketEntity);
  }
}

function limitByFacts(query: SelectQueryBuilder<TicketEntity>, filter: TicketFilter): void {
  const { open, ids, unitId, states, officerId } = filter;
  if (open !== undefined) query.andWhere('t.open = :open', { open });
  if (ids) query.andWhere(ids.length === 0 ? '1 = 0' : 't.id IN (:...ids)', { ids: [...ids] });
  if (unitId !== undefined) query.andWhere('t.leadUnitId = :unitId', { unitId });
  if (states) query.andWhere('t.state IN (:...states)', { states: [...states] });
  if (officerId !== undefined) query.andWhere('t.officerId = :officerId', { officerId });
}

/** Every word somewhere in the folded text; `% _ [` are letters here. */
function containsWords(words: string): Brackets {
  return new Brackets((where) => {
    for (const [index, word] of fold(words).split(' ').slice(0, 8).entries()) {
      const pattern = `%${word.replace(/[!%_[]/gu, (letter) => `!${letter}`)}%`;
      where.andWhere(`t.folded LIKE :word${String(index)} ESCAPE '!'`, { [`word${String(index)}`]: pattern });
    }
  });
}
