import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { ticketAbilities } from '../../domain/decisions/abilities.js';
import type { ActName } from '../../domain/ticket-acts.js';
import type { DecidedAct } from '../../domain/decisions/who-decides.js';
import type { ProposedDecisionEntity } from '../../persistence/proposed-decision.entity.js';
import type { TicketExtensionEntity, TicketPublicationEntity } from '../../persistence/life.entities.js';
import { DecisionQueries } from '../../persistence/decision-queries.js';
import type { SeenTicket } from '../reading/seen-ticket.js';
import { TicketReader } from '../reading/ticket-reader.js';
import { DecisionRights } from './decision-rights.js';

/** Something that this person may decide, with its ticket as they may read it. */
export type WaitingItem = { readonly ticket: SeenTicket; readonly id: string; readonly at: Date } & (
  | { readonly kind: 'proposal'; readonly proposal: ProposedDecisionEntity }
  | { readonly kind: 'extension'; readonly extension: TicketExtensionEntity }
  | { readonly kind: 'publication'; readonly publication: TicketPublicationEntity }
);

type Unread = (ticket: SeenTicket) => WaitingItem;

/** What waits for a person to decide, the longest first. */
@Injectable()
export class DecisionQueue {
  constructor(
    private readonly clock: Clock,
    private readonly waiting: DecisionQueries,
    private readonly tickets: TicketReader,
    private readonly rights: DecisionRights,
  ) {}

  async of(actor: Actor): Promise<readonly WaitingItem[]> {
    const found = await this.all();
    const [tickets, powers] = await Promise.all([
      this.tickets.byIds(actor, [...new Set(found.map(({ ticketId }) => ticketId))]),
      this.rights.powersOf(actor),
    ]);
    const now = this.clock.now();
    const seen = new Map(
      tickets.map((ticket) => [ticket.id, { ticket, ...ticketAbilities(actor, ticket, { now, powers }) }]),
    );
    return found
      .flatMap(({ ticketId, act, itemOf }) => {
        const one = seen.get(ticketId);
        // Who follows the standing table may hand out some work, and lays other work before a leader.
        const proposes: ReadonlySet<ActName> = one?.proposes ?? new Set();
        return one?.acts.has(act) === true && !proposes.has(act) ? [itemOf(one.ticket)] : [];
      })
      .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  }

  private async all(): Promise<
    readonly { readonly ticketId: string; readonly act: DecidedAct; readonly itemOf: Unread }[]
  > {
    const [proposals, extensions, publications] = await Promise.all([
      this.waiting.proposals(),
      this.waiting.extensions(),
      this.waiting.publications(),
    ]);
    const ofProposal = (proposal: ProposedDecisionEntity): Unread => {
      const { id, proposedAt: at } = proposal;
      return (ticket) => ({ kind: 'proposal', id, at, ticket, proposal });
    };
    const ofExtension = (extension: TicketExtensionEntity): Unread => {
      const { id, askedAt: at } = extension;
      return (ticket) => ({ kind: 'extension', id, at, ticket, extension });
    };
    const ofPublication = (publication: TicketPublicationEntity): Unread => {
      const { id, askedAt: at } = publication;
      return (ticket) => ({ kind: 'publication', id, at, ticket, publication });
    };
    return [
      ...proposals.map((one) => ({ ticketId: one.ticketId, act: one.act, itemOf: ofProposal(one) })),
      ...extensions.map((one) => ({
        ...{ ticketId: one.ticketId, act: 'grantExtension' as const, itemOf: ofExtension(one) },
      })),
      ...publications.map((one) => ({
        ...{ ticketId: one.ticketId, act: 'approvePublication' as const, itemOf: ofPublication(one) },
      })),
    ];
  }
}
