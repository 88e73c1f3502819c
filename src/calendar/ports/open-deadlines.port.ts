import type { AgencyCalendar } from '../domain/agency-calendar.js';

/** A deadline that another calendar would give another date. */
export interface MovedDeadline {
  readonly ticketId: string;
  /** `PAKN.20260312.0042` */
  readonly code: string;
  readonly oldDue: Date;
  /** Null when the proposed calendar lacks a year that the count would need. */
  readonly newDue: Date | null;
}

export interface MovedDeadlines {
  readonly count: number;
  /** The first of them by date, at most as many as were asked for. */
  readonly rows: readonly MovedDeadline[];
}

/** Open deadlines, for a preview before the calendar they are counted by is changed. */
export abstract class OpenDeadlines {
  /** The deadlines that the proposed calendar would move, each counted with the hours of its own unit (`calendarFor`). Writes nothing. */
  abstract movedBy(proposed: AgencyCalendar, atMost: number): Promise<MovedDeadlines>;

  /**
   * Enqueues the recount of open deadlines by that version. Called in the transaction that makes the version, so it
   * must only enqueue jobs, through the unit of work.
   */
  abstract enqueueRecount(version: number): Promise<void>;
}
