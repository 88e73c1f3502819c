import {
  type CivilDate,
  civilDate,
  civilDateOf,
  dayEndingAt,
  instantOf,
  isoInVietnam,
  nextDay,
} from '../../kernel/civil-date.js';
import { endOfDay, movedOffRest } from './day-limit.js';
import { type Pause, pauseWords } from './pauses.js';
import { closedReason, type Deadline, distinct, foldDays, type ProofLine } from './proof/proof.js';
import { daysFrom, intervalsOf, isWorkingDay, requireCovered, type WorkingCalendar } from './working-calendar.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A stretch of time in milliseconds since the epoch, and the pause that takes it, if one does. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly pause?: Pause;
}

/**
 * A limit in working hours: it starts at the moment itself, or at the next opening, and loses exactly the working time
 * that was paused.
 *
 * @param pauses in order and disjoint
 * @throws DomainError `deadline-calendar-missing`
 *
 * Source: Bộ luật Dân sự 2015, Điều 147 khoản 1.
 */
export function workingHourDeadline(
  start: Date,
  amount: number,
  calendar: WorkingCalendar,
  pauses: readonly Pause[],
): Deadline {
  const from = wholeSecond(start);
  const counted = take(amount * HOUR, openings(from, calendar), pauses);
  const end = new Date(endOf(counted, from));
  return { due: end, legalEnd: end, proof: addingUpTo(amount * 60, withGaps(from, counted, calendar)) };
}

/**
 * A limit in calendar hours: every hour counts but the paused ones. When the moment falls on a day of rest, the limit
 * ends with the next working day. A moment at midnight is 24:00 of the day before.
 *
 * @param pauses in order and disjoint
 * @throws DomainError `deadline-calendar-missing`
 *
 * Source: Bộ luật Dân sự 2015, Điều 147 khoản 1 và Điều 148 khoản 5, 6.
 */
export function calendarHourDeadline(
  start: Date,
  amount: number,
  calendar: WorkingCalendar,
  pauses: readonly Pause[],
): Deadline {
  const from = wholeSecond(start);
  requireCovered(civilDateOf(start), calendar);
  const counted = take(amount * HOUR, [{ from, to: Number.POSITIVE_INFINITY }], pauses);
  const lines = counted.map((stretch) => lineOf(stretch, 'Tính liên tục, kể cả ngoài giờ và ngày nghỉ'));
  const proof = addingUpTo(amount * 60, lines);
  const end = new Date(endOf(counted, from));
  const day = dayEndingAt(end);
  if (isWorkingDay(day, calendar)) return { due: end, legalEnd: end, proof };
  const moved = movedOffRest(
    civilDateOf(end),
    `Hết giờ vào ngày nghỉ (${closedReason(day, calendar).reason})`,
    calendar,
  );
  const ends = endOfDay(moved.at(-1)?.day ?? day, calendar);
  return { ...ends, proof: [...proof, ...asInstants(foldDays(moved), { from: end, to: ends.due })] };
}

/** Runs of days as stretches of time, the first and the last cut to a span. */
function asInstants(
  runs: readonly ProofLine[],
  span: { readonly from: Date; readonly to: Date },
): readonly ProofLine[] {
  return runs.map((run, at) => ({
    ...run,
    from: isoInVietnam(at === 0 ? span.from : instantOf(civilDate(run.from), 0)),
    to: isoInVietnam(at === runs.length - 1 ? span.to : instantOf(civilDate(run.to), 1440)),
  }));
}

/** A proof shows seconds, so nothing finer is counted. */
function wholeSecond(instant: Date): number {
  return Math.floor(instant.getTime() / SECOND) * SECOND;
}

/** The open stretches of the office from a moment on, without end. */
function* openings(from: number, calendar: WorkingCalendar): Generator<Stretch> {
  for (const day of daysFrom(civilDateOf(new Date(from)), calendar)) {
    for (const interval of intervalsOf(day, calendar)) {
      const opens = Math.max(from, instantOf(day, interval.from).getTime());
      const closes = instantOf(day, interval.to).getTime();
      if (opens < closes) yield { from: opens, to: closes };
    }
  }
}

/** Takes so much running time off the stretches; paused parts are kept, marked, and take nothing. */
function take(length: number, stretches: Iterable<Stretch>, pauses: readonly Pause[]): readonly Stretch[] {
  const taken: Stretch[] = [];
  let left = length;
  for (const stretch of stretches) {
    for (const part of split(stretch, pauses)) {
      const to = part.pause === undefined ? Math.min(part.to, part.from + left) : part.to;
      taken.push({ ...part, to });
      if (part.pause === undefined) left -= to - part.from;
      if (left <= 0) return taken;
    }
  }
  return taken;
}

/** One stretch cut where pauses begin and end. */
function* split({ from, to }: Stretch, pauses: readonly Pause[]): Generator<Stretch> {
  let at = from;
  for (const pause of pauses) {
    const [begins, ends] = [Math.max(at, pause.from.getTime()), Math.min(to, pause.to.getTime())];
    if (begins >= ends) continue;
    if (at < begins) yield { from: at, to: begins };
    yield { from: begins, to: ends, pause };
    at = ends;
  }
  if (at < to) yield { from: at, to };
}

function endOf(stretches: readonly Stretch[], otherwise: number): number {
  return stretches.at(-1)?.to ?? otherwise;
}

function lineOf(
  { from, to, pause }: Stretch,
  reason: string,
  counted = pause === undefined ? (to - from) / MINUTE : 0,
): ProofLine {
  return {
    from: isoInVietnam(new Date(from)),
    to: isoInVietnam(new Date(to)),
    counted,
    reason: pause === undefined ? reason : pauseWords(pause),
  };
}

/**
 * Seconds are no whole part of a minute, and a sum of such fractions may miss the limit by the last binary digit. The
 * line that completes the limit therefore counts what the others leave of it.
 */
function addingUpTo(minutes: number, lines: readonly ProofLine[]): readonly ProofLine[] {
  const completing = lines.findLastIndex(({ counted }) => counted > 0);
  const before = lines.slice(0, completing).reduce((sum, { counted }) => sum + counted, 0);
  return lines.map((line, at) => (at === completing ? { ...line, counted: minutes - before } : line));
}

/** The counted stretches as lines, with a line for every closed time between them. */
function withGaps(start: number, stretches: readonly Stretch[], calendar: WorkingCalendar): readonly ProofLine[] {
  const lines: ProofLine[] = [];
  let at = start;
  for (const stretch of stretches) {
    if (at < stretch.from) lines.push(lineOf({ from: at, to: stretch.from }, gapReason(at, stretch.from, calendar), 0));
    lines.push(lineOf(stretch, 'Trong giờ làm việc'));
    at = stretch.to;
  }
  return lines;
}

/** `Ngoài giờ làm việc`, with the names of the days off in between: `Ngoài giờ làm việc; Thứ Bảy, Chủ Nhật`. */
function gapReason(from: number, to: number, calendar: WorkingCalendar): string {
  const [first, last] = [civilDateOf(new Date(from)), civilDateOf(new Date(to))];
  const names: string[] = [];
  for (let day: CivilDate = first; day < last; day = nextDay(day)) {
    if (!isWorkingDay(day, calendar)) names.push(closedReason(day, calendar).reason);
  }
  return names.length === 0 ? 'Ngoài giờ làm việc' : `Ngoài giờ làm việc; ${distinct(names)}`;
}
