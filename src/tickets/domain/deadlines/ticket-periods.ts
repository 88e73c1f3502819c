import { deadline } from '../../../calendar/domain/deadline.js';
import type { Pause } from '../../../calendar/domain/pauses.js';
import type { Deadline, ProofLine } from '../../../calendar/domain/proof/proof.js';
import type { WorkingCalendar } from '../../../calendar/domain/working-calendar.js';
import {
  limitFor,
  type Category,
  type Duty,
  type Level,
  type LimitUnit,
  type PolicySet,
  type SourcedLimit,
} from '../../../law/index.js';

/** What a period is counted from. */
export interface PeriodBasis {
  readonly startedAt: Date;
  readonly pauses: readonly Pause[];
  /** Working days granted on top of the limit; null without an extension. */
  readonly extendedBy: number | null;
}

/** The period of a ticket that was merged into the one that is counted: what the law gave its sender. */
export interface PeriodOfPart extends PeriodBasis {
  readonly ticketId: string;
  readonly policy: PolicySet;
  readonly level: Level;
  readonly category: Category;
  /** Since when it goes with the whole, whose earlier pauses were none of its sender's. */
  readonly joinedAt: Date;
  /** Working days that the whole had been granted when it joined: none of its sender's. */
  readonly grantedBefore: number;
}

export interface TicketPeriod extends Deadline {
  readonly duty: Duty;
  readonly amount: number;
  readonly unit: LimitUnit;
  readonly source: SourcedLimit['source'];
  /** What it was counted from, and by which set: the ticket's own, or those of the part that ends first. */
  readonly basis: PeriodBasis;
  readonly policyVersion: number;
  /** The merged ticket whose period ends first; null where it is the ticket's own. */
  readonly cappedById: string | null;
}

export interface PeriodRules {
  readonly policy: PolicySet;
  readonly level: Level;
  readonly category: Category;
  readonly calendar: WorkingCalendar;
  readonly pauses?: readonly Pause[];
  /** Working days granted on top of the limit. */
  readonly extendedBy?: number | null;
  /** The periods of tickets merged into this one in its present cycle. */
  readonly parts?: readonly PeriodOfPart[];
}

/** How pressing a ticket is when nobody has judged it yet: the sender's urgency mark decides. */
export function levelOfPriority(priority: number): Level {
  return priority >= 1 ? 'urgent' : 'normal';
}

/**
 * One of a ticket's periods, counted from the moment that sets it running. An extension is counted from the end of the limit itself, and its lines
 * follow those of the limit. The citizens' period of a ticket into which others were merged never ends later than the law allows for any of them: with
 * what was granted to the whole, each part is counted by its own receipt and rules, and the earliest end holds (rule 18).
 *
 * @throws DomainError `deadline-calendar-missing`
 */
export function ticketPeriod(duty: Duty, startedAt: Date, rules: PeriodRules): TicketPeriod {
  const { pauses = [], extendedBy = null, parts = [] } = rules;
  const own = countedPeriod(duty, { startedAt, pauses, extendedBy }, rules);
  if (duty !== 'process') return own;
  return parts
    .map((part) => periodOfPart(part, { pauses, extendedBy }, rules.calendar))
    .reduce((earliest, one) => (one.legalEnd < earliest.legalEnd ? one : earliest), own);
}

/** A part has the pauses and the days that the whole was granted since it joined, beside its own. */
function periodOfPart(
  part: PeriodOfPart,
  whole: Pick<PeriodBasis, 'pauses' | 'extendedBy'>,
  calendar: WorkingCalendar,
): TicketPeriod {
  const { ticketId, startedAt, joinedAt, grantedBefore, extendedBy: own } = part;
  const pauses = [...part.pauses, ...whole.pauses.filter(({ from }) => from >= joinedAt)];
  const days = Math.max(own ?? 0, (whole.extendedBy ?? 0) - grantedBefore);
  const basis = { startedAt, pauses, extendedBy: days === 0 ? null : days };
  return { ...countedPeriod('process', basis, { ...part, calendar }), cappedById: ticketId };
}

function countedPeriod(
  duty: Duty,
  basis: PeriodBasis,
  { policy, level, category, calendar }: Pick<PeriodRules, 'policy' | 'level' | 'category' | 'calendar'>,
): TicketPeriod {
  const { startedAt, pauses, extendedBy } = basis;
  const { amount, unit, source } = limitFor(policy, duty, level, category);
  const limit = { duty, amount, unit, source, basis, policyVersion: policy.version, cappedById: null };
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
