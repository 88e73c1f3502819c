import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { requireAsSeen } from '../domain/assignment.js';
import { requireText } from '../domain/required-text.js';
import { heldFor } from '../domain/undo.js';
import { SAY_REMINDER } from '../jobs/jobs.js';
import { Tickets } from './tickets.js';

/** Lengths of a reminder, in characters. */
export const REMINDER_LENGTHS = { shortest: 10, longest: 1000 };

export interface Reminding {
  readonly ticketId: string;
  readonly text: string;
  /** The version of the ticket that was seen. */
  readonly seen?: number;
  /** How many are reminded of after it by the same press. */
  readonly following?: number;
}

/** Reminds those who hold a ticket of it. What is said stands in its course at once; they are told once it can no longer be taken back. */
@Injectable()
export class RemindHolder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly outbox: Outbox,
  ) {}

  /** @returns the id of its line @throws DomainError `input-invalid`, `not-found`, `forbidden`, `ticket-transition-refused`, `changed-meanwhile` */
  async remind(actor: Actor, { ticketId, text, seen, following }: Reminding): Promise<string> {
    const words = requireText('text', text, REMINDER_LENGTHS);
    return this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      requireAsSeen(ticket, seen);
      const { lineId } = await this.tickets.perform(tx, actor, ticket, {
        act: 'remindHolder',
        entry: { kind: 'reminded', title: 'Nhắc đơn vị chủ trì', text: words },
      });
      const dueAt = new Date(this.clock.now().getTime() + heldFor(following));
      await this.outbox.enqueue(tx, { ...SAY_REMINDER.of({ ticketId, lineId }), dueAt });
      return lineId;
    });
  }
}
