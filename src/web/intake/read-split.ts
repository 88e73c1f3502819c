import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { TicketRules } from '../../tickets/index.js';
import type { SplitReading } from '../tickets/ticket-merge.js';
import { ReadTicket } from '../tickets/read-ticket.js';

/** Reads a ticket that is to be split. */
@Injectable()
export class ReadSplit {
  constructor(
    private readonly tickets: ReadTicket,
    private readonly rules: TicketRules,
  ) {}

  /** @throws DomainError `not-found`, `forbidden` for those who may not split it, or not any more */
  async execute(actor: Actor, id: string, now: Date): Promise<SplitReading> {
    const { ticket, may } = await this.tickets.seen(actor, id, now);
    if (!may.acts.has('split')) throw new DomainError('forbidden', { act: 'split' });
    const policy = await this.rules.policyOf(ticket);
    return { ticket, policy };
  }
}
