import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { REFUSAL_GROUNDS, type RefusalReason } from '../../../law/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import {
  groundWords,
  rejectionWords,
  requireRejection,
  type Rejection,
  type SoundRejection,
} from '../../domain/refusal.js';
import { TicketRefusalEntity } from '../../persistence/intake.entities.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import type { DecisionGround } from '../../domain/decisions/who-decides.js';
import { DecisionRights } from '../decisions/decision-rights.js';
import { EndMatter } from './end-matter.js';
import { TicketRules } from '../ticket-rules.js';
import { Tickets } from '../tickets.js';

/** Refuses a ticket for a reason of the list, in words that the citizen reads (status 02); the citizen may come back while the window is open. */
@Injectable()
export class RejectTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly ends: EndMatter,
    private readonly rules: TicketRules,
    private readonly rights: DecisionRights,
  ) {}

  /** @throws DomainError `input-invalid`, `text-held-back`, `not-found`, `forbidden`, `decision-of-leader`, `ticket-transition-refused`, `changed-meanwhile` */
  async reject(actor: Actor, ticketId: string, rejection: Rejection): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const ground = await this.rights.require(actor, ticket, 'reject');
      const sound = requireRejection(rejection, await this.rules.policyOf(ticket));
      await this.rejectFor(tx, actor, ticket, { ...sound, ground });
    });
  }

  /** Feedback that the rules refuse at the door: the ground itself is what the citizen reads. */
  async byRule(tx: EntityManager, actor: Actor, ticket: TicketEntity, reason: RefusalReason): Promise<void> {
    await this.rejectFor(tx, actor, ticket, { reason, text: groundWords(reason), ground: { as: 'rule' } });
  }

  private async rejectFor(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    { ground, ...rejection }: SoundRejection & { readonly ground: DecisionGround },
  ): Promise<void> {
    const now = this.clock.now();
    const { reopenEndsAt } = await this.rules.windowsAfterAnswer(ticket, now);
    await tx.insert(TicketRefusalEntity, {
      id: newId(),
      ticketId: ticket.id,
      cycle: ticket.cycle,
      kind: 'rejected',
      ...rejection,
      agency: null,
      decidedById: actor.id,
      decidedAt: now,
    });
    await this.ends.end(tx, actor, ticket, {
      act: 'reject',
      ground,
      concerns: REFUSAL_GROUNDS[rejection.reason].concerns,
      change: { reopenEndsAt },
      entry: { kind: 'rejected', title: 'Không tiếp nhận', text: rejection.text },
      word: rejectionWords(rejection),
    });
  }
}
