import { deadline } from '../../calendar/domain/deadline.js';
import type { Pause } from '../../calendar/domain/pauses.js';
import type { Deadline, ProofLine } from '../../calendar/domain/proof.js';
import type { WorkingCalendar } from '../../calendar/domain/working-calendar.js';
import {
  limitFor,
  type Category,
  type Duty,
  type Level,
  type LimitUnit,
  type PolicySet,
  type SourcedLimit,
} from '../../law/index.js';

export interface TicketPeriod extends Deadline {
  readonly duty: Duty;
  readonly amount: number;
  readonly unit: LimitUnit;
  readonly source: SourcedLimit['source'];
}

export interface PeriodRules {
  readonly policy: PolicySet;
  readonly level: Level;
  readonly category: Category;
  readonly calendar: WorkingCalendar;
  readonly pauses?: readonly Pause[];
  /** Working days granted on top of the limit. */
  readonly extendedBy?: number | null;
}

/** How pressing a ticket is when nobody has judged it yet: the sender's urgency mark decides. */
export function levelOfPriority(priority: number): Level {
  return priority >= 1 ? 'urgent' : 'normal';
}

/**
 * One of a ticket's periods, counted from the moment that sets it running. An extension is counted from the end of the limit itself, and its lines
 * follow those of the limit.
 *
 * @throws DomainError `deadline-calendar-missing`
 */
export function ticketPeriod(duty: Duty, startedAt: Date, rules: PeriodRules): TicketPeriod {
  const { policy, level, category, calendar, pauses = [], extendedBy = null } = rules;
  const { amount, unit, source } = limitFor(policy, duty, level, category);
  const limit = { duty, amount, unit, source };
  const counted = deadline(startedAt, { amount, unit }, calendar, pauses);
  if (extendedBy === null) return { ...limit, ...counted };
  const granted = deadline(counted.legalEnd, { amount: extendedBy, unit: 'workingDays' }, calendar, pauses);
  return {
    ...limit,
    due: granted.due,
    legalEnd: granted.legalEnd,
    proof: [...goingOn(counted.proof, extendedBy), ...granted.proof.slice(1)],
  };
}

/** The lines of a limit that did not end where it would have: its last line says by how much it was extended. */
function goingOn(proof: readonly ProofLine[], extendedBy: number): readonly ProofLine[] {
  const last = proof.length - 1;
  const more = `được gia hạn ${String(extendedBy)} ngày làm việc`;
  return proof.map((line, at) =>
    at === last ? { ...line, reason: `${line.reason.replace('hạn lúc', 'thời hạn ban đầu lúc')}; ${more}` } : line,
  );
}

const EXTENDED = /; được gia hạn \d+ ngày làm việc$/u;

/**
 * The kept lines of a period by what they count: those of the limit, then, where it was extended, those of the time granted on top. A
 * limit in hours counts minutes and its extension days, so the two are never added up.
 */
export function partsOfPeriod(proof: readonly ProofLine[]): readonly (readonly ProofLine[])[] {
  const end = proof.findIndex(({ reason }) => EXTENDED.test(reason)) + 1;
  return end === 0 ? [proof] : [proof.slice(0, end), proof.slice(end)];
}
