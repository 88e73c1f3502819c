import { z } from 'zod';
import { remaining, type WorkingCalendar } from '../../calendar/index.js';
import { civilDate, civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { type Category, isLimitUnit, type Level, limitWords, type PolicySet } from '../../law/index.js';
import type { TicketDeadlineEntity } from '../../tickets/index.js';
import { isOpen, type TicketState } from '../../tickets/domain/ticket-state.js';
import { partsOfPeriod } from '../../tickets/domain/deadlines/ticket-periods.js';
import { limitOf } from '../../tickets/domain/deadlines/ticket-proof.js';
import type { DeadlineBasisView, DeadlineProofView, ProofDayView, ProofPartView } from './deadline-proof.js';
import { deadlineWords, outcomePill, type DeadlineWords } from '../kit/words/deadline.js';
import { dayRun, dueMoment, shortDay, shortMoment } from '../kit/words/time.js';

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
  /** Since when the clock is paused; null while it runs. */
  readonly pausedAt: Date | null;
}

const NO_LONGER_DUE: DeadlineWords = { tone: 'far', words: 'Không còn hạn' };

/**
 * What the pill of a ticket says: time left to answer the citizen, until when the clock is paused, or how it ended. A ticket that ended without
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

/** What decides by which limit a ticket is measured. */
type MeasuredTicket = DatedTicket & { readonly level: Level; readonly category: Category };

/** A deadline with its proof, as it was counted: nothing is counted again here. */
export function deadlineProof(
  { ticket, policy }: { readonly ticket: MeasuredTicket; readonly policy: PolicySet },
  deadline: TicketDeadlineEntity | null,
  today: Today,
): DeadlineProofView {
  const pill = ticketPill(ticket, today, endOfPause(deadline));
  const moment = dueMoment(ticket.dueAt);
  if (!deadline) return { pill, moment, rule: '', parts: [], basis: null };
  return {
    pill,
    moment,
    rule: ruleWords(deadline),
    parts: partsOf(deadline, civilDateOf(today.now)),
    basis: basisOf(deadline, ticket, policy),
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

function basisOf(deadline: TicketDeadlineEntity, ticket: MeasuredTicket, policy: PolicySet): DeadlineBasisView {
  const { policyVersion, calendarVersion } = deadline;
  return {
    policy: { words: `Bộ thời hạn bản ${policyVersion}`, href: `/quy-dinh-thoi-han/${policyVersion}` },
    calendar: { words: `lịch làm việc bản ${calendarVersion}`, href: `/lich-lam-viec?ban=${calendarVersion}` },
    source: policy.version === policyVersion ? `Căn cứ: ${limitOf(deadline, ticket, policy).source.text}.` : '',
  };
}

/** The limit, then the time granted on top, each numbered by itself; the last line of all is the deadline. */
function partsOf({ proof, extendedBy }: TicketDeadlineEntity, today: CivilDate): readonly ProofPartView[] {
  const parts = partsOfPeriod(lines.parse(proof));
  return parts.map((part, at) => ({
    heading: at === 0 ? null : `Gia hạn ${limitWords({ amount: extendedBy ?? 0, unit: 'workingDays' })}`,
    days: daysOf(part, { first: at === 0, last: at === parts.length - 1, today }),
  }));
}

/** The days of another period than a ticket's, as they were kept. */
export function proofDays(proof: unknown, today: CivilDate): readonly ProofDayView[] {
  return daysOf(lines.parse(proof), { first: true, last: true, today });
}

interface PlaceOfLine {
  readonly first: boolean;
  readonly last: boolean;
  readonly today: CivilDate;
}

function daysOf(part: readonly Line[], place: PlaceOfLine): readonly ProofDayView[] {
  let running = 0;
  return part.map((line, at) => {
    running += line.counted;
    const first = place.first && at === 0;
    return {
      when: whenWords(line),
      reason: line.reason,
      counted: countWords(line, running, first),
      mark: markOf(line, { first, last: place.last && at === part.length - 1, today: place.today }),
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
function countWords(line: Line, running: number, first: boolean): string {
  if (!isDays(line)) return line.counted === 0 ? '–' : `${String(Math.round(running))} phút`;
  if (first) return '0';
  return line.counted === 0 ? '–' : String(running);
}

function markOf(line: Line, { first, last, today }: PlaceOfLine): ProofDayView['mark'] {
  if (last) return 'due';
  if (line.reason.startsWith('Tạm dừng')) return 'pause';
  if (isDays(line) && line.from <= today && today <= line.to) return 'now';
  return line.counted === 0 && !first ? 'off' : null;
}
