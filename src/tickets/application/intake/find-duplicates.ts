import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { likelihood, likenessOf, type ComparableTicket, type Likeness } from '../../domain/intake/duplicates.js';
import { CANDIDATE, DuplicateQueries, type Candidate } from '../../persistence/duplicate-queries.js';
import { NearTickets } from '../../persistence/near-tickets.js';
import { TicketQueries } from '../../persistence/ticket-queries.js';
import { TicketRules } from '../ticket-rules.js';
import { TicketVisibility, VISIBILITY_FACTS, type Visibility } from '../reading/ticket-visibility.js';
import { DAY_MS } from '../../../kernel/civil-date.js';

/** A ticket that may tell the same matter, and why. */
export interface Duplicate {
  readonly ticket: Pick<Candidate, 'id' | 'code' | 'state' | 'open' | 'legalEndAt'> & { readonly subject: string };
  readonly likeness: Likeness;
}

const MAX_SHOWN = 5;

/** Proposes tickets that may be the same matter as one; a person decides (rule 18). */
@Injectable()
export class FindDuplicates {
  constructor(
    private readonly tickets: TicketQueries,
    private readonly queries: DuplicateQueries,
    private readonly near: NearTickets,
    private readonly rules: TicketRules,
    private readonly visibility: TicketVisibility,
  ) {}

  /** @returns of those that the actor may see the likeliest first, five at most */
  async of(actor: Actor, ticketId: string): Promise<readonly Duplicate[]> {
    const ticket = await this.tickets.byId(ticketId);
    if (ticket === null) return [];
    const { duplicateWindowDays } = await this.rules.policyOf(ticket);
    const span = duplicateWindowDays * DAY_MS;
    const at = ticket.startedAt.getTime();
    const period = { from: new Date(at - span), to: new Date(at + span) };
    const ids = await this.queries.candidates(ticket, period);
    const near = await this.near.toTickets([ticketId, ...ids], { ...VISIBILITY_FACTS, ...CANDIDATE });
    const visibilities = await this.visibility.ofThose(actor, near, near);
    const candidates = near.filter(({ id, state }) => ids.includes(id) && state !== 'merged' && state !== 'withdrawn');
    const known = ({ id }: Candidate): boolean =>
      [ticketId, id].every((either) => visibilities.get(either)?.hiding === null);
    return candidates
      .flatMap((candidate) => {
        const visibility = visibilities.get(candidate.id);
        // One number in two tickets tells that one person wrote both; names in both are compared by those who may read them.
        const compared = known(candidate)
          ? [ticket, candidate]
          : [ticket, candidate].map((one) => asRead(one, visibilities));
        const [own = ticket, other = candidate] = compared;
        const likeness = likenessOf(own, other, duplicateWindowDays);
        if (likeness === null || visibility?.sees !== true) return [];
        const { id, code, state, open, legalEndAt, subject } = candidate;
        return [
          { ticket: { id, code, state, open, legalEndAt, subject: visibility.text.ofCitizen(subject) }, likeness },
        ];
      })
      .toSorted(
        (one, other) =>
          likelihood(other.likeness) - likelihood(one.likeness) || one.ticket.code.localeCompare(other.ticket.code),
      )
      .slice(0, MAX_SHOWN);
  }
}

function asRead(ticket: ComparableTicket, visibilities: ReadonlyMap<string, Visibility>): ComparableTicket {
  const read = visibilities.get(ticket.id)?.text.ofCitizen ?? (() => '');
  return { ...ticket, subject: read(ticket.subject), words: read(ticket.words), phoneKey: '' };
}
