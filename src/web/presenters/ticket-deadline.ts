import { z } from 'zod';
import { remaining, type WorkingCalendar } from '../../calendar/index.js';
import { civilDate, civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { DUTIES, isLimitUnit, LEVELS, limitFor, limitWords, type PolicySet } from '../../law/index.js';
import type { TicketDeadlineEntity } from '../../tickets/index.js';
import { isOpen, type TicketState } from '../../tickets/domain/ticket-state.js';
import type { DeadlineBasisView, DeadlineProofView, ProofDayView } from '../components/deadline-proof.js';
import { deadlineWords, outcomePill, type DeadlineWords } from '../wording/deadline.js';
import { dayRun, dueMoment, shortDay, shortMoment } from '../wording/time.js';

/** The moment a page is drawn for, and the calendar it counts by. */
export interface Today {
  readonly now: Date;
  readonly calendar: WorkingCalendar;
}

export interface DatedTicket {
  readonly state: TicketState;
  readonly dueAt: Date;
  readonly legalEndAt: Date;
  readonly answeredAt: Date | null;
  /** Since when the clock stands still; null while it runs. */
  readonly pausedAt: Date | null;
}

const NO_LONGER_DUE: DeadlineWords = { tone: 'far', words: 'Không còn hạn' };

/**
 * What the pill of a ticket says: time left to answer the citizen, until when the clock stands still, or how it ended. A ticket that ended without
 * an answer of ours owes none. Answers are due in working days.
 *
 * @param pausedUntil the end of the pause, where it is known
 */
export function ticketPill(ticket: DatedTicket, { now, calendar }: Today, pausedUntil?: Date): DeadlineWords {
  const { dueAt, legalEndAt, answeredAt, pausedAt, state } = ticket;
  if (answeredAt !== null) return outcomePill(answeredAt, legalEndAt, calendar);
  if (!isOpen(state)) return NO_LONGER_DUE;
  if (pausedAt !== null) return pausePill(pausedUntil);
  return deadlineWords(remaining(now, { due: dueAt, legalEnd: legalEndAt }, 'workingDays', calendar));
}

/** `Tạm dừng đến 24/03` */
function pausePill(until: Date | undefined): DeadlineWords {
  const { tone, words } = deadlineWords({ kind: 'paused' });
  return { tone, words: until === undefined ? words : `${words} đến ${shortDay(civilDateOf(until))}` };
}

const lines = z.array(z.object({ from: z.string(), to: z.string(), counted: z.number(), reason: z.string() }));

type Line = z.infer<typeof lines>[number];

/** A deadline with its proof, as it was counted: nothing is counted anew here. */
export function deadlineProof(
  { ticket, policy }: { readonly ticket: DatedTicket; readonly policy: PolicySet },
  deadline: TicketDeadlineEntity | null,
  today: Today,
): DeadlineProofView {
  const pill = ticketPill(ticket, today, endOfPause(deadline));
  const moment = dueMoment(ticket.dueAt);
  if (!deadline) return { pill, moment, rule: '', days: [], basis: null };
  return {
    pill,
    moment,
    rule: ruleWords(deadline),
    days: daysOf(lines.parse(deadline.proof), civilDateOf(today.now)),
    basis: basisOf(deadline, policy),
  };
}

/** The cap of the last pause that the date was counted with. */
function endOfPause(deadline: TicketDeadlineEntity | null): Date | undefined {
  const last = deadline?.pauses.at(-1);
  return last && new Date(last.to);
}

function ruleWords({ amount, unit }: TicketDeadlineEntity): string {
  if (!isLimitUnit(unit)) return '';
  const start = unit === 'workingDays' || unit === 'days' ? 'từ ngày sau ngày nhận' : 'từ lúc nhận';
  return `${limitWords({ amount, unit })}, tính ${start}.`;
}

function basisOf(deadline: TicketDeadlineEntity, policy: PolicySet): DeadlineBasisView {
  const { policyVersion, calendarVersion } = deadline;
  return {
    policy: { words: `Bộ thời hạn bản ${policyVersion}`, href: `/quy-dinh-thoi-han/${policyVersion}` },
    calendar: { words: `lịch làm việc bản ${calendarVersion}`, href: `/lich-lam-viec?ban=${calendarVersion}` },
    source: sourceOf(deadline, policy),
  };
}

/** Where the limit comes from, as the set says that the deadline was counted by. */
function sourceOf({ duty, amount, policyVersion }: TicketDeadlineEntity, policy: PolicySet): string {
  const known = DUTIES.find((one) => one === duty);
  if (known === undefined || policy.version !== policyVersion) return '';
  const limits = LEVELS.map((level) => limitFor(policy, known, level));
  const source = limits.find((limit) => limit.amount === amount)?.source;
  return source === undefined ? '' : `Căn cứ: ${source.text}.`;
}

function daysOf(proof: readonly Line[], today: CivilDate): readonly ProofDayView[] {
  let running = 0;
  return proof.map((line, at) => {
    running += line.counted;
    return {
      when: whenWords(line),
      reason: line.reason,
      counted: countWords(line, running, at),
      mark: markOf(line, { first: at === 0, last: at === proof.length - 1, today }),
    };
  });
}

function isDays({ from }: Line): boolean {
  return from.length === 10;
}

function whenWords({ from, to, ...rest }: Line): string {
  if (isDays({ from, to, ...rest })) return dayRun(civilDate(from), civilDate(to));
  return `${shortMoment(new Date(from))} đến ${shortMoment(new Date(to))}`;
}

/** Days by their number, the day of the event as 0; working minutes as a sum. */
function countWords(line: Line, running: number, at: number): string {
  if (!isDays(line)) return line.counted === 0 ? '–' : `${String(Math.round(running))} phút`;
  if (at === 0) return '0';
  return line.counted === 0 ? '–' : String(running);
}

function markOf(
  line: Line,
  { first, last, today }: { first: boolean; last: boolean; today: CivilDate },
): ProofDayView['mark'] {
  if (last) return 'due';
  if (line.reason.startsWith('Tạm dừng')) return 'pause';
  if (isDays(line) && line.from <= today && today <= line.to) return 'now';
  return line.counted === 0 && !first ? 'off' : null;
}
