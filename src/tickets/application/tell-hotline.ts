import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Dispatches } from '../../exchange/index.js';
import type { HotlineStatus } from '../domain/ticket-acts.js';
import { TicketEntity } from '../persistence/tickets.entities.js';

export interface HotlineWord {
  readonly status: HotlineStatus;
  /** What the citizen or the hotline's operator reads. */
  readonly description: string;
  /** The course line that the word belongs to: promised once for each. */
  readonly lineId: string;
}

type Told = Pick<TicketEntity, 'id' | 'hotlineCode' | 'incomingDocumentId' | 'splitFromId'>;

/**
 * Promises what the citizens behind a ticket hear: its own sender and those of all tickets merged into it. Feedback that did not come through the
 * hotline is answered by the house itself, so nothing is promised for it.
 */
@Injectable()
export class TellHotline {
  constructor(private readonly dispatches: Dispatches) {}

  async tell(tx: EntityManager, ticket: Told, word: HotlineWord): Promise<void> {
    await this.tellOne(tx, ticket, word);
    await this.tellMerged(tx, ticket, word);
  }

  /** Tells those whose tickets were merged into one, where its own sender hears in another way: by the letter itself. */
  async tellMerged(tx: EntityManager, ticket: Pick<Told, 'id'>, word: HotlineWord): Promise<void> {
    for (const told of await tx.findBy(TicketEntity, { mergedIntoId: ticket.id })) await this.tellOne(tx, told, word);
  }

  private async tellOne(tx: EntityManager, ticket: Told, { status, description, lineId }: HotlineWord): Promise<void> {
    if (!(await this.cameFromHotline(tx, ticket))) return;
    // A part of a split document does not speak for the whole of it.
    const own = ticket.splitFromId === null ? status : '05';
    const key = `${own}-${lineId}`;
    await this.dispatches.status(tx, { id: ticket.incomingDocumentId }, { status: own, description, key });
  }

  private async cameFromHotline(tx: EntityManager, ticket: Told): Promise<boolean> {
    if (ticket.hotlineCode !== null) return true;
    if (ticket.splitFromId === null) return false;
    const whole = await tx.findOneBy(TicketEntity, { id: ticket.splitFromId });
    return whole !== null && this.cameFromHotline(tx, whole);
  }
}
