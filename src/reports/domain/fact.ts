import type { Entry, Outcome } from '../../tickets/domain/standing.js';

/** What a row of a report is about: a matter somebody waited for in the period, or something that happened to one. */
export const FACT_KINDS = ['matter', 'rating', 'publication', 'extension'] as const;

export type FactKind = (typeof FACT_KINDS)[number];

/**
 * One row behind the figures of a report, as it stood when the period was cut off: no sender, no words. Instants are ISO 8601 UTC, so that a row is the
 * same text whenever it is read.
 */
export interface Fact {
  readonly kind: FactKind;
  readonly ticketId: string;
  readonly code: string;
  readonly cycle: number;
  readonly unitId: string | null;
  readonly category: string;
  readonly level: string;
  readonly channel: string;
  /** Where the ticket stood at the cut-off; where it ended, the state with which it did. */
  readonly state: string;
  readonly entry: Entry;
  /** When the matter came to be open in the agency's records. */
  readonly openedAt: string;
  /** Since when the sender waits. */
  readonly sinceAt: string;
  /** End of the legal period as it was counted at that time. */
  readonly legalEndAt: string;
  /** When it ended within the period, or when it happened; null of a matter that was still open. */
  readonly at: string | null;
  readonly outcome: Outcome | null;
  /** Code of the ground of a refusal. */
  readonly ground: string | null;
  readonly answerMode: 'letter' | 'direct' | null;
  readonly stars: number | null;
  readonly policyVersion: number;
}

/** The order in which rows stand in a report and its snapshot. */
export function inOrder(one: Fact, other: Fact): number {
  return (
    FACT_KINDS.indexOf(one.kind) - FACT_KINDS.indexOf(other.kind) ||
    compare(one.code, other.code) ||
    compare(one.openedAt, other.openedAt) ||
    compare(one.at ?? '', other.at ?? '')
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
