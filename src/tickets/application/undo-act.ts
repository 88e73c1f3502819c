import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { requireUndoable, undoRefused } from '../domain/undo.js';
import { SAY_REMINDER } from '../jobs/jobs.js';
import { TicketEntryEntity } from '../persistence/tickets.entities.js';
import { TakeBackAssignment } from './take-back-assignment.js';
import { Tickets } from './tickets.js';

/** Something that was done with a ticket, by the line that it left. */
export interface DoneLine {
  readonly ticketId: string;
  readonly lineId: string;
}

/** Takes back the last act on a ticket. The line stays, and another says that it was taken back. */
@Injectable()
export class UndoAct {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly outbox: Outbox,
    private readonly takeBackAssignment: TakeBackAssignment,
  ) {}

  /** @throws DomainError `not-found`, `ticket-act-barred` with the reason, `forbidden`, `ticket-transition-refused`, `changed-meanwhile` */
  async undo(actor: Actor, { ticketId, lineId }: DoneLine): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const line = await tx.findOneBy(TicketEntryEntity, { id: lineId, ticketId });
      if (line === null) throw new DomainError('not-found', { what: 'ticketEntry' });
      const isFollowed = await tx.existsBy(TicketEntryEntity, { ticketId, seq: MoreThan(line.seq) });
      const { kind, actorId, toHotline } = line;
      requireUndoable({ kind, actorId, toHotline, isFollowed }, actor);
      if (kind === 'assigned') return this.takeBackAssignment.takeBack(tx, actor, ticket, line);
      const isHeld = kind !== 'reminded' || (await this.outbox.retract(tx, SAY_REMINDER.of({ ticketId, lineId })));
      if (!isHeld) throw undoRefused('sent');
      await this.tickets.perform(tx, actor, ticket, {
        act: 'undo',
        entry: { kind: 'undone', title: `Hoàn tác: ${line.title}` },
      });
    });
  }
}
