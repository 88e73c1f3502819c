import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Sender } from '../domain/identity/sender.js';
import { SPOKEN_OF } from '../domain/reply/told-outside.js';
import { heldSince } from '../domain/undo.js';
import { TicketEntity, TicketEntryEntity } from './tickets.entities.js';

/** Which tickets somebody outside asks for. */
export interface OutsideWish {
  /** Codes of tickets; when given, nothing else narrows. */
  readonly codes?: readonly string[];
  readonly ids?: readonly string[];
  /** The hotline's own number. */
  readonly hotlineCode?: string;
  readonly categories?: readonly string[];
  readonly from?: Date;
  readonly to?: Date;
  readonly open?: boolean;
}

/** What is read of a ticket for somebody outside, before its words are made fit for them. */
export type OutsideRow = Pick<
  TicketEntity,
  | ('id' | 'code' | 'hotlineCode' | 'state' | 'open' | 'category' | 'words' | 'place')
  | ('startedAt' | 'dueAt' | 'answeredAt' | 'closedAt' | 'heardAt')
  | ('senderName' | 'senderPhone' | 'senderEmail' | 'senderAddress')
>;

const COLUMNS: readonly (keyof OutsideRow)[] = [
  ...(['id', 'code', 'hotlineCode', 'state', 'open', 'category', 'words', 'place'] as const),
  ...(['startedAt', 'dueAt', 'answeredAt', 'closedAt', 'heardAt'] as const),
  ...(['senderName', 'senderPhone', 'senderEmail', 'senderAddress'] as const),
];

/** A line of a course that the citizen may read, with the ticket it belongs to. */
export interface OutsideLine {
  readonly line: TicketEntryEntity;
  readonly ticket: OutsideRow;
}

/** Named reads of tickets for readers outside the agency; newest first, always bounded. */
@Injectable()
export class OutsideQueries {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** Tickets that the hotline brought and may ask for. */
  ofHotline(wish: OutsideWish, size: number): Promise<OutsideRow[]> {
    const found = this.tickets()
      .where('t.hotlineCode IS NOT NULL')
      .andWhere('t.nature IN (:...natures)', { natures: SPOKEN_OF });
    return this.read(found, wish, size);
  }

  /** When something last happened to each of these tickets. */
  async lastTouched(ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    if (ids.length === 0) return new Map();
    const { manager } = this.database.reader;
    const newest = await manager
      .createQueryBuilder(TicketEntryEntity, 'e')
      .select('MAX(e.seq)', 'seq')
      .where('e.ticketId IN (:...ids)', { ids })
      .groupBy('e.ticketId')
      .getRawMany<{ readonly seq: number }>();
    const lines = await manager.find(TicketEntryEntity, {
      where: { seq: In(newest.map(({ seq }) => seq)) },
      select: { seq: true, ticketId: true, at: true },
    });
    return new Map(lines.map(({ ticketId, at }) => [ticketId, at]));
  }

  /** What citizens may read of the courses of tickets that the hotline brought, oldest first. */
  async lines(wish: OutsideWish & { readonly from: Date; readonly to: Date }, size: number): Promise<OutsideLine[]> {
    const { manager } = this.database.reader;
    const found = manager
      .createQueryBuilder(TicketEntryEntity, 'e')
      .innerJoin(TicketEntity, 't', 't.id = e.ticketId')
      .where('e.toHotline = 1')
      .andWhere('e.at >= :from AND e.at <= :to', { from: wish.from, to: wish.to })
      .andWhere(`NOT (e.kind = 'assigned' AND e.at > :heldSince)`, { heldSince: heldSince(this.clock.now()) })
      .andWhere('t.hotlineCode IS NOT NULL AND t.nature IN (:...natures)', { natures: SPOKEN_OF });
    if (wish.codes !== undefined) found.andWhere('t.code IN (:...codes)', { codes: wish.codes });
    const lines = await found.orderBy('e.seq', 'ASC').limit(size).getMany();
    const tickets = await this.byId(lines.map(({ ticketId }) => ticketId));
    return lines.flatMap((line) => {
      const ticket = tickets.get(line.ticketId);
      return ticket === undefined ? [] : [{ line, ticket }];
    });
  }

  /** Who wrote the tickets that were merged into these. */
  joined(ids: readonly string[]): Promise<(Sender & Pick<TicketEntity, 'mergedIntoId'>)[]> {
    return this.database.reader.manager.find(TicketEntity, {
      where: { mergedIntoId: In([...new Set(ids)]) },
      select: { mergedIntoId: true, senderName: true, senderPhone: true, senderEmail: true, senderAddress: true },
    });
  }

  private async byId(ids: readonly string[]): Promise<ReadonlyMap<string, OutsideRow>> {
    if (ids.length === 0) return new Map();
    const found = await this.tickets()
      .where('t.id IN (:...ids)', { ids: [...new Set(ids)] })
      .getMany();
    return new Map(found.map((one) => [one.id, one]));
  }

  private tickets(): SelectQueryBuilder<TicketEntity> {
    return this.database.reader.manager
      .createQueryBuilder(TicketEntity, 't')
      .select(COLUMNS.map((column) => `t.${column}`));
  }

  private read(found: SelectQueryBuilder<TicketEntity>, wish: OutsideWish, size: number): Promise<TicketEntity[]> {
    const { ids, codes, hotlineCode, categories, from, to, open } = wish;
    if (ids !== undefined) found.andWhere('t.id IN (:...ids)', { ids });
    if (hotlineCode !== undefined) found.andWhere('t.hotlineCode = :hotlineCode', { hotlineCode });
    if (codes !== undefined) found.andWhere('t.code IN (:...codes)', { codes });
    if (categories !== undefined) found.andWhere('t.category IN (:...categories)', { categories });
    if (from !== undefined) found.andWhere('t.startedAt >= :from', { from });
    if (to !== undefined) found.andWhere('t.startedAt <= :to', { to });
    if (open !== undefined) found.andWhere('t.open = :open', { open });
    return found.orderBy('t.startedAt', 'DESC').addOrderBy('t.id', 'ASC').take(size).getMany();
  }
}
