import type { Pause } from '../../../calendar/domain/pauses.js';
import {
  daysFrom,
  intervalsOf,
  isOfficeOpen,
  type WorkingCalendar,
} from '../../../calendar/domain/working-calendar.js';
import { type CivilDate, civilDateOf, dayEndingAt, instantOf, nextDay } from '../../../kernel/civil-date.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { EscalationTier, Level, LimitUnit, Reminding } from '../../../law/index.js';

const MINUTE = 60_000;

/** What the reminders of a deadline are counted from. */
export interface RemindedDeadline {
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly legalEndAt: Date;
  readonly unit: LimitUnit;
  /** In order and disjoint; their working time is nobody's to use. */
  readonly pauses?: readonly Pause[];
}

/** One moment at which somebody is reminded of a deadline. */
export interface Reminder {
  /** `50%`, `100%`, or `late 2026-03-23`; each person is reminded once per step. */
  readonly step: string;
  readonly at: Date;
  /** Working days since the legal end, 0 until it has passed. */
  readonly daysLate: number;
  /** Who hears it, the nearest first. A tier that has begun to hear goes on hearing. */
  readonly tiers: readonly EscalationTier[];
}

/**
 * The reminders of a deadline in order of time: at each percentage of its working time, then every working day after its legal end, without end.
 *
 * They fall into working hours, unless the ticket is urgent: a moment at which the office is closed moves to the next opening, the last one to the
 * last minute before the office closes, while somebody can still act. An urgent ticket whose limit counts every hour is measured by every hour.
 *
 * @throws DomainError `deadline-calendar-missing` at the first reminder that would need an undeclared year
 */
export function* remindersOf(
  deadline: RemindedDeadline,
  rules: Reminding,
  calendar: WorkingCalendar,
  level: Level,
): Generator<Reminder, never> {
  const running = runningTime(deadline, calendar, level);
  let before = deadline.startedAt;
  for (const percent of rules.reminders.percents) {
    const moment = percent < 100 ? momentAt(percent, running) : lastMoment(deadline, running, level);
    if (moment === null) continue;
    const at = laterOf(moment, before);
    before = at;
    yield { step: `${percent}%`, at, daysLate: 0, tiers: hearing(rules, percent, 0) };
  }
  let daysLate = 0;
  for (const day of daysFrom(nextDay(dayEndingAt(deadline.legalEndAt)), calendar)) {
    const at = overdueMoment(day, rules.reminders.overdueAt, calendar);
    if (at === null) continue;
    daysLate += 1;
    yield { step: `late ${day}`, at, daysLate, tiers: hearing(rules, 100, daysLate) };
  }
  throw new DomainError('deadline-calendar-missing', { calendar: calendar.name });
}

/** Where a deadline stands among its reminders. */
export interface ReminderPlace {
  /** The latest one whose moment has come; those before it have been overtaken by it. */
  readonly latest: Reminder | null;
  /** When the next one comes; null when the calendar does not reach so far. */
  readonly nextAt: Date | null;
}

/** The place at a moment, that moment included. */
export function reminderPlace(reminders: Iterable<Reminder>, now: Date): ReminderPlace {
  let latest: Reminder | null = null;
  try {
    for (const reminder of reminders) {
      if (reminder.at > now) return { latest, nextAt: reminder.at };
      latest = reminder;
    }
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'deadline-calendar-missing')) throw error;
  }
  return { latest, nextAt: null };
}

/**
 * Whether people may be disturbed at a moment: in working hours, or at any time about an urgent ticket.
 *
 * @throws DomainError `deadline-calendar-missing`
 */
export function mayRemindAt(now: Date, calendar: WorkingCalendar, level: Level): boolean {
  return level === 'urgent' || isOfficeOpen(now, calendar);
}

/**
 * The next moment from one on, that one included, at which the office is open.
 *
 * @throws DomainError `deadline-calendar-missing`
 */
export function nextOpening(from: Date, calendar: WorkingCalendar): Date {
  for (const day of daysFrom(civilDateOf(from), calendar)) {
    for (const interval of intervalsOf(day, calendar)) {
      if (instantOf(day, interval.to) > from) return laterOf(from, instantOf(day, interval.from));
    }
  }
  return from;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches between start and due in which the clock runs and, unless every hour counts, the office is open. */
function runningTime(
  { startedAt, dueAt, unit, pauses = [] }: RemindedDeadline,
  calendar: WorkingCalendar,
  level: Level,
): readonly Stretch[] {
  const whole = { from: startedAt.getTime(), to: dueAt.getTime() };
  const everyHourCounts = level === 'urgent' && (unit === 'hours' || unit === 'days');
  const open = everyHourCounts ? [whole] : [...openStretches(whole, calendar)];
  return pauses.reduce<readonly Stretch[]>(without, open).filter(({ from, to }) => from < to);
}

function* openStretches(whole: Stretch, calendar: WorkingCalendar): Generator<Stretch> {
  for (const day of daysFrom(civilDateOf(new Date(whole.from)), calendar)) {
    if (instantOf(day, 0).getTime() >= whole.to) return;
    for (const interval of intervalsOf(day, calendar)) {
      yield {
        from: Math.max(whole.from, instantOf(day, interval.from).getTime()),
        to: Math.min(whole.to, instantOf(day, interval.to).getTime()),
      };
    }
  }
}

function without(stretches: readonly Stretch[], pause: Pause): readonly Stretch[] {
  const [begins, ends] = [pause.from.getTime(), pause.to.getTime()];
  return stretches.flatMap(({ from, to }) => [
    { from, to: Math.min(to, begins) },
    { from: Math.max(from, ends), to },
  ]);
}

/** The moment at which a share of the running time has passed; at a closing, the next opening. Null when no time runs at all. */
function momentAt(percent: number, running: readonly Stretch[]): Date | null {
  const total = running.reduce((sum, { from, to }) => sum + to - from, 0);
  let left = (total * percent) / 100;
  for (const { from, to } of running) {
    if (left < to - from) return new Date(from + Math.floor(left));
    left -= to - from;
  }
  return null;
}

/** When the time has run out: the moment itself for an urgent ticket, else the last minute of work in it. */
function lastMoment({ dueAt }: RemindedDeadline, running: readonly Stretch[], level: Level): Date | null {
  const last = running.at(-1);
  if (level === 'urgent') return dueAt;
  return last === undefined ? null : new Date(Math.max(last.from, last.to - MINUTE));
}

/** The set minute of a working day, or the opening after it; null on a day off, or when the office has closed by then. */
function overdueMoment(day: CivilDate, minute: number, calendar: WorkingCalendar): Date | null {
  const interval = intervalsOf(day, calendar).find(({ to }) => minute < to);
  return interval === undefined ? null : instantOf(day, Math.max(minute, interval.from));
}

function hearing({ escalation }: Reminding, percent: number, daysLate: number): readonly EscalationTier[] {
  return escalation
    .filter(({ from }) => ('percent' in from ? from.percent <= percent : daysLate >= from.overdueWorkingDays))
    .map(({ to }) => to);
}

function laterOf(one: Date, other: Date): Date {
  return one > other ? one : other;
}
