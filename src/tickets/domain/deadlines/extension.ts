import { countedIfCovered, deadline } from '../../../calendar/domain/deadline.js';
import { dateWords } from '../../../calendar/domain/proof/moment-words.js';
import { longDate } from '../../../drafting/domain/letter/date-line.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { limitFor } from '../../../law/index.js';
import { requireOutgoing } from '../reply/outgoing.js';
import { requireText, type TextLengths } from '../required-text.js';
import { type PeriodRules, ticketPeriod } from './ticket-periods.js';
import { IN_HAND, type TicketState } from '../ticket-state.js';

/** More time, as it is asked for. */
export interface ExtensionWish {
  /** On top of the period as it stands, >= 1. */
  readonly workingDays: number;
  /** For the person who decides. */
  readonly reason: string;
  /** What has been done so far; the citizen reads it when the wish is granted. */
  readonly progress: string;
  /** Its author has looked at what may be private in it. */
  readonly verbatim?: boolean;
}

/** One length an extension may have, and the end it leads to. */
export interface ExtensionChoice {
  readonly workingDays: number;
  readonly due: Date;
  readonly legalEnd: Date;
}

export const EXTENSION_TEXT: TextLengths = { shortest: 20, longest: 2000 };

/** Of why a wish is not granted. */
export const REFUSED_EXTENSION: TextLengths = { shortest: 10, longest: 1000 };

/** Nobody reads through more; a longer limit is asked for in two steps. */
const MAX_CHOICES = 60;

/** The ends a wish may promise, nearest first. */
export interface ExtensionChoices {
  readonly ends: readonly ExtensionChoice[];
  /** There may be later ones, in a year that the calendar lacks. */
  readonly cutByCalendar: boolean;
}

/**
 * The ends that an extension may promise: one for each working day more, as far as the limit of an extension and the calendar reach.
 *
 * @param rules those of the period in force, with what has been granted already
 */
export function extensionChoices(startedAt: Date, rules: PeriodRules): ExtensionChoices {
  const { extendedBy } = rules;
  const reach = countedIfCovered(() => longestReach(startedAt, rules));
  const ends: ExtensionChoice[] = [];
  for (let workingDays = 1; workingDays <= MAX_CHOICES; workingDays += 1) {
    const longer = { ...rules, extendedBy: (extendedBy ?? 0) + workingDays };
    const extended = countedIfCovered(() => ticketPeriod('process', startedAt, longer));
    if (extended === null) return { ends, cutByCalendar: true };
    if (reach !== null && extended.legalEnd > reach) break;
    ends.push({ workingDays, due: extended.due, legalEnd: extended.legalEnd });
  }
  return { ends, cutByCalendar: false };
}

/** @throws DomainError `deadline-calendar-missing` */
function longestReach(startedAt: Date, rules: PeriodRules): Date {
  const { policy, level, category, calendar, pauses } = rules;
  const standing = ticketPeriod('process', startedAt, rules);
  return deadline(standing.legalEnd, limitFor(policy, 'extension', level, category), calendar, pauses).legalEnd;
}

/**
 * A wish that is fit to be decided, with the end it promises.
 *
 * @throws DomainError `input-invalid` naming the field; `text-held-back`
 *
 * Source: Quyết định 1478/QĐ-UBND ngày 04/5/2020 của UBND TP. Hồ Chí Minh: progress is reported and the day is promised.
 */
export function requireWish(
  wish: ExtensionWish,
  choices: ExtensionChoices,
): Omit<ExtensionWish, 'verbatim'> & { readonly promised: ExtensionChoice } {
  const promised = choices.ends.find(({ workingDays }) => workingDays === wish.workingDays);
  if (promised === undefined)
    throw new DomainError('input-invalid', { field: 'workingDays', message: daysWords(choices) });
  return {
    workingDays: wish.workingDays,
    reason: requireText('reason', wish.reason, EXTENSION_TEXT),
    progress: requireOutgoing('progress', { ...wish, text: wish.progress }, EXTENSION_TEXT),
    promised,
  };
}

function daysWords({ ends, cutByCalendar }: ExtensionChoices): string {
  const longest = ends.at(-1)?.workingDays;
  if (longest !== undefined) return `Chọn số ngày làm việc từ 1 đến ${String(longest)}.`;
  return cutByCalendar ? BEYOND_CALENDAR : 'Bộ thời hạn không cho gia hạn thêm ngày làm việc nào.';
}

/**
 * Time is granted while there is some left of it: to nobody is a day promised that has passed.
 *
 * @param extended where the ticket would legally end with the days granted
 * @throws DomainError `ticket-act-barred`
 */
export function requireStillAhead(extended: { readonly legalEndAt: Date }, now: Date): void {
  if (now <= extended.legalEndAt) return;
  const day = dateWords(civilDateOf(extended.legalEndAt));
  throw new DomainError('ticket-act-barred', {
    act: 'grantExtension',
    message: `Ngày hẹn ${day} đã qua nên không cho gia hạn được nữa. Chọn không cho gia hạn và đôn đốc trả lời ngay.`,
  });
}

/** Why no end can be promised, and who can change that. */
export const BEYOND_CALENDAR =
  'Chưa hẹn được ngày nào: lịch làm việc chưa có năm cần tính. Báo quản trị hệ thống nhập lịch rồi xin gia hạn.';

/** What the citizen reads when an extension was granted. */
export function extensionWords({ progress, due }: { readonly progress: string; readonly due: Date }): string {
  return `Việc cần thêm thời gian; cơ quan trả lời chậm nhất hết ${longDate(civilDateOf(due))}. Việc đã làm: ${progress}`;
}

/** Whether a wish that nobody has decided on falls away with a move: the unit that asked no longer holds the ticket. */
export function wishFallsAway(from: TicketState, to: TicketState): boolean {
  return IN_HAND.includes(from) && !IN_HAND.includes(to);
}
