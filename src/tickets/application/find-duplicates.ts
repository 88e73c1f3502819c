import { Injectable } from '@nestjs/common';
import { likelihood, likenessOf, type Likeness } from '../domain/duplicates.js';
import { DuplicateQueries, type Candidate } from '../persistence/duplicate-queries.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';
import { TicketRules } from './ticket-rules.js';

/** A ticket that may tell the same matter, and why. */
export interface Duplicate {
  readonly ticket: Candidate;
  readonly likeness: Likeness;
}

const DAY_MS = 24 * 60 * 60_000;
const MOST_SHOWN = 5;

/** Proposes tickets that may be the same matter as one; a person decides (rule 18). */
@Injectable()
export class FindDuplicates {
  constructor(
    private readonly queries: DuplicateQueries,
    private readonly rules: TicketRules,
  ) {}

  /** @returns the likeliest first, five at most */
  async of(ticket: TicketEntity): Promise<readonly Duplicate[]> {
    const { duplicateWindowDays } = await this.rules.policyOf(ticket);
    const span = duplicateWindowDays * DAY_MS;
    const at = ticket.startedAt.getTime();
    const period = { from: new Date(at - span), to: new Date(at + span) };
    const candidates = await this.queries.candidates(ticket, period);
    return candidates
      .flatMap((candidate) => {
        const likeness = likenessOf(ticket, candidate, duplicateWindowDays);
        return likeness === null ? [] : [{ ticket: candidate, likeness }];
      })
      .toSorted(
        (one, other) =>
          likelihood(other.likeness) - likelihood(one.likeness) || one.ticket.code.localeCompare(other.ticket.code),
      )
      .slice(0, MOST_SHOWN);
  }
}
