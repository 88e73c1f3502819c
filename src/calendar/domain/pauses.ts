import { type CivilDate, civilDateOf, dayEndingAt } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { spanWords } from './proof/moment-words.js';

/** An interval in which a time limit does not run; the end is exclusive. */
export interface Pause {
  readonly from: Date;
  readonly to: Date;
  /** What was waited for, as it reads in a proof: `chờ công dân gửi giấy báo thu`. */
  readonly reason?: string;
}

const SECOND = 1000;

/**
 * Sorts the pauses and merges those that overlap or touch, so that no moment is subtracted twice. Seconds are whole, as in the proof of a deadline.
 *
 * @throws DomainError `deadline-pause-invalid` when one ends before it begins or is not a moment
 */
export function mergePauses(pauses: readonly Pause[]): readonly Pause[] {
  for (const { from, to } of pauses) {
    if (!(from <= to)) throw new DomainError('deadline-pause-invalid', { from, to });
  }
  const groups: { from: Date; to: Date; readonly reasons: Set<string> }[] = [];
  const inOrder = pauses
    .map((pause) => ({ ...pause, from: wholeSecond(pause.from), to: wholeSecond(pause.to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from.getTime() - b.from.getTime());
  for (const { from, to, reason } of inOrder) {
    let group = groups.at(-1);
    if (group === undefined || from > group.to) {
      group = { from, to, reasons: new Set() };
      groups.push(group);
    }
    if (to > group.to) group.to = to;
    if (reason !== undefined) group.reasons.add(reason);
  }
  return groups.map(({ from, to, reasons }) => ({
    from,
    to,
    ...(reasons.size > 0 && { reason: [...reasons].join('; ') }),
  }));
}

function wholeSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / SECOND) * SECOND);
}

/**
 * The pause because of which a day does not count. The first day of a pause still counts, its later days do not; a pause that ends at 00:00 does not touch
 * the day that begins then.
 */
export function pauseCovering(day: CivilDate, pauses: readonly Pause[]): Pause | undefined {
  return pauses.find(({ from, to }) => civilDateOf(from) < day && day <= dayEndingAt(to));
}

/** `Tạm dừng: chờ công dân gửi giấy báo thu, từ 13/03 17:05 đến 16/03 16:40` */
export function pauseWords({ from, to, reason }: Pause): string {
  return reason === undefined ? `Tạm dừng ${spanWords(from, to)}` : `Tạm dừng: ${reason}, ${spanWords(from, to)}`;
}
