import { dateWords, timeWords } from '../../../calendar/domain/proof/moment-words.js';
import { remaining, remainingWords } from '../../../calendar/domain/remaining.js';
import type { WorkingCalendar } from '../../../calendar/domain/working-calendar.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { DUTY_WORDS, type Duty, type LimitUnit } from '../../../law/index.js';

export interface DueFacts {
  readonly dueAt: Date;
  readonly legalEndAt: Date;
  readonly unit: LimitUnit;
}

/** `hạn 17:30 ngày 20/03/2026` */
export function dueWords({ dueAt }: Pick<DueFacts, 'dueAt'>): string {
  return `hạn ${timeWords(dueAt)} ngày ${dateWords(civilDateOf(dueAt))}`;
}

/**
 * Several reminders of one ticket as one text, each whole; those that would make it longer than that are counted. The first is always said.
 */
export function togetherWords(reminders: readonly string[], longest: number): string {
  const textOf = (said: number): string => {
    const left = reminders.length - said;
    return [...reminders.slice(0, said), ...(left === 0 ? [] : [`Còn ${left} việc khác của phiếu này.`])].join(' ');
  };
  let said = reminders.length;
  while (said > 1 && textOf(said).length > longest) said -= 1;
  return textOf(said);
}

/**
 * `Giải quyết và trả lời: còn 2 ngày làm việc, hạn 17:30 ngày 20/03/2026.` With a unit, its name stands before the dot. It names no citizen and
 * repeats none of the citizen's words.
 *
 * @throws DomainError `deadline-calendar-missing`
 */
export function reminderWords(
  duty: Duty,
  due: DueFacts,
  unitName: string | null,
  { now, calendar }: { readonly now: Date; readonly calendar: WorkingCalendar },
): string {
  const left = remainingWords(remaining(now, { due: due.dueAt, legalEnd: due.legalEndAt }, due.unit, calendar));
  const unit = unitName === null ? '' : `, ${unitName}`;
  return `${DUTY_WORDS[duty]}: ${left.charAt(0).toLocaleLowerCase('vi')}${left.slice(1)}, ${dueWords(due)}${unit}.`;
}
