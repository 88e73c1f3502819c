import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { Journal } from '../../journal/index.js';
import { ticketAbilities, type TicketAbilities } from '../domain/policy.js';
import { isOpen, requireTicketMove, type TicketState } from '../domain/ticket-state.js';
import { TicketEntity, TicketEntryEntity } from '../persistence/tickets.entities.js';

export interface TicketMove {
  readonly to: TicketState;
  /** `ticket.assign`… for the journal. */
  readonly action: string;
  readonly change?: Partial<Pick<TicketEntity, 'leadUnitId' | 'officerId' | 'closedAt'>>;
  readonly entry: TicketCourse;
}

/** One line of the ticket's course. */
export interface TicketCourse {
  readonly kind: string;
  readonly title: string;
  readonly text?: string;
  readonly toHotline?: boolean;
  /** Identity of the line where the event that makes it has one; a new one otherwise. */
  readonly id?: string;
}

/** Loads and moves tickets: every move passes the transition table, is guarded by version, leaves a course line and a journal line. */
@Injectable()
export class Tickets {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see it */
  async forActor(tx: EntityManager, actor: Actor, id: string): Promise<{ ticket: TicketEntity; may: TicketAbilities }> {
    const ticket = await tx.findOneBy(TicketEntity, { id });
    if (!ticket) throw new DomainError('not-found', { what: 'ticket' });
    const may = ticketAbilities(actor, ticket);
    if (!may.see) throw new DomainError('not-found', { what: 'ticket' });
    return { ticket, may };
  }

  /** @throws DomainError `ticket-transition-refused`, `changed-meanwhile` @returns the id of the course line */
  async move(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    { to, action, change, entry }: TicketMove,
  ): Promise<string> {
    requireTicketMove(ticket.state, to);
    const { id, version, state: from } = ticket;
    const moved = await tx.update(
      TicketEntity,
      { id, version },
      { ...change, state: to, open: isOpen(to), latest: latestOf(entry) },
    );
    if (moved.affected !== 1) throw new DomainError('changed-meanwhile', { what: 'ticket', id });
    await this.journal.record(tx, actor, {
      action,
      objectKind: 'ticket',
      objectId: id,
      detail: { from, to, ...change },
    });
    return this.addLine(tx, actor, id, entry);
  }

  async addLine(
    tx: EntityManager,
    actor: Actor,
    ticketId: string,
    { id = newId(), kind, title, text, toHotline }: TicketCourse,
  ): Promise<string> {
    await tx.insert(TicketEntryEntity, {
      id,
      ticketId,
      at: this.clock.now(),
      actorId: actor.id,
      actorName: actor.name,
      kind,
      title,
      text: text ?? null,
      toHotline: toHotline ?? false,
    });
    return id;
  }
}

export function latestOf({ title }: TicketCourse): string {
  return title.slice(0, 200);
}

/** @throws DomainError `forbidden` */
export function requireTicketAbility(may: TicketAbilities, ability: keyof TicketAbilities): void {
  if (!may[ability]) throw new DomainError('forbidden', { ability });
}
