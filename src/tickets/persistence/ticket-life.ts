import { Injectable } from '@nestjs/common';
import { countTogether } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { rowsBy } from '../../platform/database/rows.js';
import { sql, type Sql } from '../../platform/database/sql.js';
import { AnswerPageEntity, type KnownAnswerPage } from './answer-page.entity.js';
import {
  TicketAnswerEntity,
  TicketCoordinationEntity,
  TicketExtensionEntity,
  TicketFileEntity,
  TicketPauseEntity,
  TicketPublicationEntity,
} from './life.entities.js';
import { TicketRatingEntity } from './rating.entities.js';
import { TicketEntity } from './ticket.entity.js';

/** A ticket that belongs to another: a part that was split off, or one that was merged into it. */
export type RelatedTicket = Pick<
  TicketEntity,
  'id' | 'code' | 'subject' | 'state' | 'ownEnd' | 'leadUnitId' | 'coordinators'
>;

/** Everything that has happened to a ticket besides its course, oldest first, all cycles. */
export interface LifeOfTicket {
  readonly pauses: readonly TicketPauseEntity[];
  readonly extensions: readonly TicketExtensionEntity[];
  readonly coordinations: readonly TicketCoordinationEntity[];
  /** Pages that were given to units without accounts. */
  readonly answerPages: readonly KnownAnswerPage[];
  readonly answers: readonly TicketAnswerEntity[];
  readonly publications: readonly TicketPublicationEntity[];
  readonly ratings: readonly TicketRatingEntity[];
  readonly files: readonly TicketFileEntity[];
  /** What it was split from, and what was split from it. */
  readonly parts: readonly RelatedTicket[];
  /** What it was merged into, and what was merged into it. */
  readonly merged: readonly RelatedTicket[];
}

/** Where each stands, up to the ticket's id. */
const PLACES: readonly (readonly [keyof LifeOfTicket, Sql])[] = [
  ['pauses', sql`"ticket_pause" WHERE "ticketId"`],
  ['extensions', sql`"ticket_extension" WHERE "ticketId"`],
  ['coordinations', sql`"ticket_coordination" WHERE "ticketId"`],
  ['answerPages', sql`"answer_page" WHERE "ticketId"`],
  ['answers', sql`"ticket_answer" WHERE "ticketId"`],
  ['publications', sql`"ticket_publication" WHERE "ticketId"`],
  ['ratings', sql`"ticket_rating" WHERE "ticketId"`],
  ['files', sql`"ticket_file" WHERE "ticketId"`],
  ['parts', sql`"ticket" WHERE "splitFromId"`],
  ['merged', sql`"ticket" WHERE "mergedIntoId"`],
];

const KNOWN_OF_PAGE = {
  id: true,
  ticketId: true,
  coordinationId: true,
  issuedAt: true,
  issuedById: true,
  mailTo: true,
  mail: true,
  revokedAt: true,
  answeredAt: true,
  answererName: true,
  answererPosition: true,
} as const satisfies Record<keyof KnownAnswerPage, true>;

/** Reads what a ticket has met on its way. */
@Injectable()
export class TicketLife {
  constructor(private readonly database: Database) {}

  async of(ticket: Pick<TicketEntity, 'id' | 'splitFromId' | 'mergedIntoId'>): Promise<LifeOfTicket> {
    const { manager } = this.database.reader;
    const where = { ticketId: ticket.id };
    const met = await this.metBy(ticket);
    const read = <Row>(part: keyof LifeOfTicket, rows: () => Promise<Row[]>): Promise<Row[]> | Row[] =>
      met.has(part) ? rows() : [];
    const [pauses, extensions, coordinations, answerPages, answers, publications, ratings, files, parts, merged] =
      await Promise.all([
        read('pauses', () => manager.find(TicketPauseEntity, { where, order: { startedAt: 'ASC', id: 'ASC' } })),
        read('extensions', () => manager.find(TicketExtensionEntity, { where, order: { askedAt: 'ASC', id: 'ASC' } })),
        read('coordinations', () =>
          manager.find(TicketCoordinationEntity, { where, order: { askedAt: 'ASC', id: 'ASC' } }),
        ),
        read('answerPages', () =>
          manager.find(AnswerPageEntity, { where, select: KNOWN_OF_PAGE, order: { issuedAt: 'ASC', id: 'ASC' } }),
        ),
        read('answers', () => manager.find(TicketAnswerEntity, { where, order: { proposedAt: 'ASC', id: 'ASC' } })),
        read('publications', () =>
          manager.find(TicketPublicationEntity, { where, order: { askedAt: 'ASC', id: 'ASC' } }),
        ),
        read('ratings', () => manager.find(TicketRatingEntity, { where, order: { cycle: 'ASC' } })),
        read('files', () => this.filesOf(ticket)),
        read('parts', () => this.related({ id: ticket.splitFromId, splitFromId: ticket.id })),
        read('merged', () => this.related({ id: ticket.mergedIntoId, mergedIntoId: ticket.id })),
      ]);
    return { pauses, extensions, coordinations, answerPages, answers, publications, ratings, files, parts, merged };
  }

  /** What was added to it, oldest first. */
  filesOf({ id: ticketId }: Pick<TicketEntity, 'id'>): Promise<TicketFileEntity[]> {
    const order = { addedAt: 'ASC', id: 'ASC' } as const;
    return rowsBy(this.database.reader.manager, TicketFileEntity, { ticketId }, { order });
  }

  /** What there is to read: most tickets meet one or two of these, and one question is cheaper than nine reads. */
  private async metBy({
    id,
    splitFromId,
    mergedIntoId,
  }: Pick<TicketEntity, 'id' | 'splitFromId' | 'mergedIntoId'>): Promise<ReadonlySet<keyof LifeOfTicket>> {
    const counts = PLACES.map(async ([part, rows]) => {
      const held = await countTogether(this.database, sql`SELECT COUNT(*) AS "held" FROM ${rows} = ${id}`);
      return held === 0 ? [] : [part];
    });
    return new Set([
      ...(await Promise.all(counts)).flat(),
      ...(splitFromId === null ? [] : (['parts'] as const)),
      ...(mergedIntoId === null ? [] : (['merged'] as const)),
    ]);
  }

  evidenceFile(id: string): Promise<TicketFileEntity | null> {
    return this.database.reader.manager.findOneBy(TicketFileEntity, { id, purpose: 'evidence' });
  }

  /** What a caller or visitor brought. */
  broughtFile(id: string): Promise<TicketFileEntity | null> {
    return this.database.reader.manager.findOneBy(TicketFileEntity, { id, purpose: 'intake' });
  }

  private related({
    id,
    ...points
  }: {
    readonly id: string | null;
    readonly splitFromId?: string;
    readonly mergedIntoId?: string;
  }): Promise<RelatedTicket[]> {
    return this.database.reader.manager.find(TicketEntity, {
      where: id === null ? points : [{ id }, points],
      select: { id: true, code: true, subject: true, state: true, ownEnd: true, leadUnitId: true, coordinators: true },
      order: { code: 'ASC' },
    });
  }
}
