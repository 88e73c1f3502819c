import type { Actor } from '../../kernel/actor.js';
import { sql, type Sql } from '../../platform/database/sql.js';

/** What a few of all tickets wait for; each kind is found along an index that holds these alone. */
export type Waiting =
  | 'answerApproval'
  | 'extensionDecision'
  | 'publicationDecision'
  | 'supervision'
  | 'rating'
  /** Answered, and cannot be closed: neither a file proves the result, nor does a reason say why none does. */
  | 'evidence'
  /** The citizen let the time for what is missing pass. */
  | 'lapsedInformation';

/**
 * The condition that makes a ticket one of those. Databases take an index of some rows only where the statement repeats the index's own
 * condition as text, so nothing of it is a parameter.
 *
 * @param actor what he asked for himself waits for somebody else
 */
export function waitsFor(what: Waiting, { id }: Pick<Actor, 'id'>): Sql {
  switch (what) {
    case 'answerApproval':
      return sql`"answerProposedById" IS NOT NULL AND "answerProposedById" <> ${id}`;
    case 'extensionDecision':
      return sql`"extensionAskedById" IS NOT NULL AND "extensionAskedById" <> ${id}`;
    case 'publicationDecision':
      return sql`"publicationAskedById" IS NOT NULL AND "publicationAskedById" <> ${id}`;
    case 'supervision':
      return sql`"reopeningsLeft" < 0`;
    case 'lapsedInformation':
      return sql`"informationLapsed" = 1`;
    case 'evidence':
      return sql`"answeredAt" IS NOT NULL AND "closedAt" IS NULL AND "evidence" IS NULL`;
    case 'rating':
      return sql`"answeredAt" IS NOT NULL AND "closedAt" IS NULL`;
  }
}
