import type { EntityManager } from 'typeorm';
import type { Pause } from '../../../calendar/domain/pauses.js';
import type { PeriodBasis } from '../../domain/deadlines/ticket-periods.js';
import {
  TicketEntryEntity,
  type KeptPause,
  type TicketDeadlineEntity,
  type TicketEntity,
} from '../../persistence/tickets.entities.js';
import { mergedInto } from '../intake/document-matters.js';

/** From what a period of the ticket itself is counted, as rows keep it. */
export type OwnCount = Pick<TicketDeadlineEntity, 'startedAt' | 'pauses' | 'extendedBy'>;

/** From what the ticket's own period is counted, also where one merged into it ends first. */
export function ownCount({
  own,
  startedAt,
  pauses,
  extendedBy,
}: OwnCount & Pick<TicketDeadlineEntity, 'own'>): OwnCount {
  return own === null ? { startedAt, pauses, extendedBy } : { ...own, startedAt: new Date(own.startedAt) };
}

/** A pause as the calendar takes it. */
export function pauseOf({ from, to, reason }: KeptPause): Pause {
  return { from: new Date(from), to: new Date(to), reason };
}

/** What a count stands on, as a row keeps it. */
export function keptBasis({ startedAt, pauses, extendedBy }: PeriodBasis): OwnCount {
  const kept = pauses.map(({ from, to, reason = '' }) => ({ from: from.toISOString(), to: to.toISOString(), reason }));
  return { startedAt, extendedBy, pauses: kept };
}

/** A ticket that goes with another, and since when. */
export interface Joined {
  readonly ticket: TicketEntity;
  readonly at: Date;
}

/** The tickets merged into one whose senders wait for it, and when each joined it. */
export async function joinedTo(tx: EntityManager, ticketId: string): Promise<readonly Joined[]> {
  const joined: Joined[] = [];
  for (const ticket of await mergedInto(tx, ticketId)) {
    if (ticket.ownEnd !== null) continue;
    const lines = { where: { ticketId: ticket.id, kind: 'merged' }, order: { seq: 'DESC' as const } };
    const { at } = await tx.findOneOrFail(TicketEntryEntity, lines);
    joined.push({ ticket, at });
  }
  return joined;
}
