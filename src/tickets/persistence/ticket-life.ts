import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import {
  TicketAnswerEntity,
  TicketCoordinationEntity,
  TicketExtensionEntity,
  TicketFileEntity,
  TicketPauseEntity,
  TicketPublicationEntity,
  TicketRatingEntity,
} from './life.entities.js';
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
  readonly answers: readonly TicketAnswerEntity[];
  readonly publications: readonly TicketPublicationEntity[];
  readonly ratings: readonly TicketRatingEntity[];
  readonly files: readonly TicketFileEntity[];
  /** What it was split from, and what was split from it. */
  readonly parts: readonly RelatedTicket[];
  /** What it was merged into, and what was merged into it. */
  readonly merged: readonly RelatedTicket[];
}

/** Reads what a ticket has met on its way. */
@Injectable()
export class TicketLife {
  constructor(private readonly database: Database) {}

  async of(ticket: Pick<TicketEntity, 'id' | 'splitFromId' | 'mergedIntoId'>): Promise<LifeOfTicket> {
    const { manager } = this.database.reader;
    const where = { ticketId: ticket.id };
    const [pauses, extensions, coordinations, answers, publications, ratings, files, parts, merged] = await Promise.all(
      [
        manager.find(TicketPauseEntity, { where, order: { startedAt: 'ASC', id: 'ASC' } }),
        manager.find(TicketExtensionEntity, { where, order: { askedAt: 'ASC', id: 'ASC' } }),
        manager.find(TicketCoordinationEntity, { where, order: { askedAt: 'ASC', id: 'ASC' } }),
        manager.find(TicketAnswerEntity, { where, order: { proposedAt: 'ASC', id: 'ASC' } }),
        manager.find(TicketPublicationEntity, { where, order: { askedAt: 'ASC', id: 'ASC' } }),
        manager.find(TicketRatingEntity, { where, order: { cycle: 'ASC' } }),
        manager.find(TicketFileEntity, { where, order: { addedAt: 'ASC', id: 'ASC' } }),
        this.related({ id: ticket.splitFromId, splitFromId: ticket.id }),
        this.related({ id: ticket.mergedIntoId, mergedIntoId: ticket.id }),
      ],
    );
    return { pauses, extensions, coordinations, answers, publications, ratings, files, parts, merged };
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
