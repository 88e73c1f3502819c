import { isOpen, type TicketState } from './ticket-state.js';

/** How a matter came to be open: by itself, out of a split ticket, once more, or back from the ticket it had been merged into. */
export const ENTRIES = ['new', 'split', 'reopened', 'separated'] as const;

export type Entry = (typeof ENTRIES)[number];

/** How a matter ended for those who waited. */
export const OUTCOMES = ['answered', 'withdrawn', 'returned', 'rejected', 'merged'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** What is kept of where a ticket stood, from one moment to the next. */
export interface Standing {
  readonly state: TicketState;
  readonly cycle: number;
  readonly leadUnitId: string | null;
  readonly category: string;
  readonly level: string;
  readonly channel: string;
  readonly answerMode: 'letter' | 'direct' | null;
  readonly legalEndAt: Date;
  readonly policyVersion: number;
}

/** A ticket as its row has it. */
export interface StoodTicket extends Standing {
  readonly splitFromId: string | null;
  readonly startedAt: Date;
}

/** The part of a ticket's life in which somebody waits, as it goes on: from when it is open, and since when the sender waits. */
export interface Matter {
  readonly entry: Entry;
  readonly openedAt: Date;
  readonly sinceAt: Date;
}

/** Nothing that is counted differs; a ticket that is over is counted where it ended. */
export function standsAlike(before: Standing, after: Standing): boolean {
  if (!isOpen(before.state) && !isOpen(after.state)) return true;
  return (
    before.state === after.state &&
    before.cycle === after.cycle &&
    before.leadUnitId === after.leadUnitId &&
    before.category === after.category &&
    before.level === after.level &&
    before.channel === after.channel &&
    before.policyVersion === after.policyVersion &&
    before.legalEndAt.getTime() === after.legalEndAt.getTime()
  );
}

/** How the state tells that the matter is over; null while somebody waits. */
export function outcomeOf(state: TicketState): Outcome | null {
  if (isOpen(state)) return null;
  const known = OUTCOMES.find((outcome) => outcome === state);
  // Published and closed are what becomes of an answer.
  return known ?? 'answered';
}

/** Where a ticket stands from a moment on. */
export type StandingFrom = Standing & Matter & { readonly at: Date; readonly outcome: Outcome | null };

/**
 * What is written when a ticket has moved.
 *
 * @param current where it stood until now; null when it is new
 */
export function standingFrom(
  current: (Matter & Pick<StandingFrom, 'outcome'>) | null,
  ticket: StoodTicket,
  at: Date,
): StandingFrom {
  const goesOn = current !== null && current.outcome === null;
  const { entry, openedAt, sinceAt } = goesOn ? current : beginningMatter(ticket, current === null, at);
  const { state, cycle, leadUnitId, category, level, channel, legalEndAt, policyVersion } = ticket;
  const outcome = outcomeOf(state);
  const answerMode = outcome === null ? null : ticket.answerMode;
  return {
    at,
    entry,
    openedAt,
    sinceAt,
    outcome,
    state,
    cycle,
    leadUnitId,
    category,
    level,
    channel,
    answerMode,
    legalEndAt,
    policyVersion,
  };
}

/** A sender who comes back, or is given back, waits from then on; any other since the legal start of the periods (rules 16, 18, 19). */
function beginningMatter({ state, splitFromId, startedAt }: StoodTicket, isNew: boolean, at: Date): Matter {
  if (!isNew) return { entry: state === 'reopened' ? 'reopened' : 'separated', openedAt: at, sinceAt: at };
  return { entry: splitFromId === null ? 'new' : 'split', openedAt: at, sinceAt: startedAt };
}
