import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { TicketRules } from '../../tickets/index.js';
import { TicketPageQuery } from '../tickets/ticket-page-query.js';

/** Reads a ticket that is to be split. */
@Injectable()
export class SplitPageQuery {
  constructor(
    private readonly tickets: TicketPageQuery,
    private readonly rules: TicketRules,
  ) {}

  /** @throws DomainError `not-found`, `forbidden` for those who may not split it, or not any more */
  async read(actor: Actor, id: string, now: Date) {
    const { ticket, may } = await this.tickets.requireVisible(actor, id, now);
    if (!may.acts.has('split')) throw new DomainError('forbidden', { act: 'split' });
    const policy = await this.rules.policyOf(ticket);
    return { ticket, policy };
  }
}

/** The data for the page on which a ticket is split. */
export type SplitReading = Awaited<ReturnType<SplitPageQuery['read']>>;
