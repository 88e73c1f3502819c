import { Injectable } from '@nestjs/common';
import { And, In, IsNull, Not, Or } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { FurtherDocumentEntity } from './further-document.entity.js';
import { OPEN_STATES } from '../domain/ticket-state.js';
import { cutList } from '../../platform/cut-lists.js';
import { countTogether } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { rowBy, rowsBy, rowsWhere } from '../../platform/database/rows.js';
import { limitSql, sql, toStatement, type Sql } from '../../platform/database/sql.js';
import { TicketCounters } from './ticket-counters.js';
import {
  countStatement,
  heldOf,
  idsStatement,
  pageStatement,
  previousStatement,
  rowsOf,
  watchedStatement,
  type RawTicketRow,
  placeOf,
  type TicketCursor,
  type TicketFilter,
  type TicketRow,
} from './ticket-list.js';
import { cellsOf, type RawWatchRow, type WatchCell, type WatchWish } from './ticket-watch.js';
import { TicketAssignmentEntity, TicketDeadlineEntity, TicketEntity, TicketEntryEntity } from './tickets.entities.js';

/** Where a ticket stands in a list; 1 = first. */
export interface TicketPlace {
  readonly position: number;
  readonly total: number;
  readonly previousId: string | null;
  readonly nextId: string | null;
}

/** A ticket, as far as it says where it stands in lists. */
export type PlacedTicket = Pick<TicketRow, 'id' | 'dueAt' | 'startedAt'>;

/** Named reads of tickets: keyset-paged in their order, always limited to what the actor may see. */
@Injectable()
export class TicketQueries {
  constructor(
    private readonly database: Database,
    private readonly counters: TicketCounters,
  ) {}

  async page(actor: Actor, filter: TicketFilter, after: TicketCursor | null, size: number): Promise<TicketRow[]> {
    if (filter.ids?.length === 0) return [];
    const statement = pageStatement(actor, filter, { after, size }, this.database.dialect);
    return rowsOf(await this.read<RawTicketRow>(statement));
  }

  /** The neighbours of a ticket in a list; null when the list does not hold it. */
  async placeIn(actor: Actor, filter: TicketFilter, row: PlacedTicket): Promise<TicketPlace | null> {
    const ticket = placeOf(filter, row);
    const held = await this.counted(actor, { ...filter, ids: idsWith(filter.ids, ticket.id) }, null);
    if (held === 0) return null;
    const [total, before, [previous], [next]] = await Promise.all([
      this.count(actor, filter),
      this.counted(actor, filter, ticket),
      this.read<{ readonly id: string }>(previousStatement(actor, filter, ticket, this.database.dialect)),
      this.page(actor, filter, ticket, 1),
    ]);
    return { position: before + 1, total, previousId: previous?.id ?? null, nextId: next?.id ?? null };
  }

  /** How many open tickets each officer holds. */
  openByOfficer(): Promise<ReadonlyMap<string, number>> {
    return this.counters.heldByOfficer({ states: OPEN_STATES });
  }

  /** How many tickets of a list stand before one of it. */
  countBefore(actor: Actor, filter: TicketFilter, row: PlacedTicket): Promise<number> {
    return this.counted(actor, filter, placeOf(filter, row));
  }

  async count(actor: Actor, filter: TicketFilter): Promise<number> {
    const [held] = await this.counts(actor, [filter]);
    return held ?? 0;
  }

  /**
   * How many tickets each of these lists holds, in one statement: from the counters, or, where days or named tickets are asked for, along an index and
   * 10,000 at most.
   */
  counts(actor: Actor, filters: readonly TicketFilter[]): Promise<readonly number[]> {
    return Promise.all(filters.map((filter) => this.heldBy(actor, filter)));
  }

  /** How many tickets of each sort lie with which unit in which category; what holds none falls away. */
  async watched(actor: Actor, filter: TicketFilter, wishes: readonly WatchWish[]): Promise<readonly WatchCell[]> {
    return cellsOf(await this.read<RawWatchRow>(watchedStatement(actor, filter, wishes)), wishes);
  }

  /** The ids of a list, in their own order. */
  async ids(actor: Actor, filter: TicketFilter, atMost: number): Promise<readonly string[]> {
    const rows = await this.read<{ readonly id: string }>(idsStatement(actor, filter, atMost, this.database.dialect));
    return rows.map(({ id }) => id);
  }

  byId(id: string): Promise<TicketEntity | null> {
    return rowBy(this.database.reader.manager, TicketEntity, { id });
  }

  byCode(code: string): Promise<TicketEntity | null> {
    return rowBy(this.database.reader.manager, TicketEntity, { code });
  }

  byHotlineCode(hotlineCode: string): Promise<TicketEntity | null> {
    return rowBy(this.database.reader.manager, TicketEntity, { hotlineCode });
  }

  async byIds(ids: readonly string[]): Promise<TicketEntity[]> {
    if (ids.length === 0) return [];
    return this.tickets.findBy({ id: In([...ids]) });
  }

  async byIncomingIds(ids: readonly string[]): Promise<TicketEntity[]> {
    if (ids.length === 0) return [];
    return this.tickets.findBy({ incomingDocumentId: In([...ids]) });
  }

  /** The tickets that a document brought, and the one it was sent about later. */
  async aboutDocument(id: string): Promise<TicketEntity[]> {
    const further = await this.database.reader
      .getRepository(FurtherDocumentEntity)
      .findOneBy({ documentId: id, decision: Or(IsNull(), Not('opened')) });
    const where = further === null ? [] : [{ id: further.ticketId }];
    return this.tickets.findBy([{ incomingDocumentId: id }, ...where]);
  }

  /** Whether the desk still owes a decision about a document that was sent later. */
  isUndecided(documentId: string): Promise<boolean> {
    return this.database.reader.manager.existsBy(FurtherDocumentEntity, { documentId, decision: IsNull() });
  }

  /** The ticket's course, the last line first: in the order of writing, for several lines may share a millisecond. */
  entriesOf(ticketId: string): Promise<TicketEntryEntity[]> {
    return cutList(
      { name: 'Diễn biến của phiếu', how: 'Hiện các dòng mới nhất.' },
      this.database.reader
        .getRepository(TicketEntryEntity)
        .findAndCount({ where: { ticketId }, order: { seq: 'DESC' }, take: 500 }),
    );
  }

  /** The line that was written last, alone. */
  latestEntryOf(ticketId: string): Promise<TicketEntryEntity[]> {
    const { reader, dialect } = this.database;
    const latest = sql`"ticketId" = ${ticketId} ORDER BY "seq" DESC ${limitSql(1, dialect)}`;
    return rowsWhere(reader.manager, TicketEntryEntity, latest);
  }

  /** Until when the signed letters of these tickets are to be released, the last said last; of tickets whose letter was released, nothing. */
  async releasesOwed(ticketIds: readonly string[]): Promise<TicketDeadlineEntity[]> {
    if (ticketIds.length === 0) return [];
    return this.database.reader.getRepository(TicketDeadlineEntity).find({
      where: { ticketId: In([...ticketIds]), duty: 'releaseReply', metAt: IsNull() },
      order: { startedAt: 'ASC' },
    });
  }

  deadlinesOf(ticketId: string): Promise<TicketDeadlineEntity[]> {
    return rowsBy(this.database.reader.manager, TicketDeadlineEntity, { ticketId });
  }

  /** The assignment in force: the latest. */
  assignmentOf(ticketId: string): Promise<TicketAssignmentEntity | null> {
    return this.database.reader
      .getRepository(TicketAssignmentEntity)
      .findOne({ where: { ticketId, undoneAt: IsNull() }, order: { assignedAt: 'DESC', id: 'ASC' } });
  }

  /** The latest decided assignment; later ones are hand-overs, or shares within the unit. */
  decidedAssignmentOf(ticketId: string): Promise<TicketAssignmentEntity | null> {
    return this.database.reader.getRepository(TicketAssignmentEntity).findOne({
      where: { ticketId, ground: And(Not(IsNull()), Not('unit')), undoneAt: IsNull() },
      order: { assignedAt: 'DESC', id: 'ASC' },
    });
  }

  private heldBy(actor: Actor, filter: TicketFilter): Promise<number> {
    if (filter.ids?.length === 0) return Promise.resolve(0);
    return countTogether(this.database, heldOf(actor, filter, this.database.dialect));
  }

  private async counted(actor: Actor, filter: TicketFilter, before: TicketCursor | null): Promise<number> {
    const statement = countStatement(actor, filter, { before, dialect: this.database.dialect });
    const [row] = await this.read<{ readonly held: number }>(statement);
    return row?.held ?? 0;
  }

  private read<Row>(statement: Sql): Promise<Row[]> {
    return this.database.reader.query<Row[]>(...toStatement(statement, this.database.dialect));
  }

  private get tickets() {
    return this.database.reader.getRepository(TicketEntity);
  }
}

/** The one ticket, unless the list does not name it. */
function idsWith(named: readonly string[] | undefined, id: string): readonly string[] {
  return named === undefined || named.includes(id) ? [id] : [];
}
