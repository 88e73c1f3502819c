import { dateWords } from '../../../calendar/domain/proof/moment-words.js';
import type { WorkingCalendar } from '../../../calendar/domain/working-calendar.js';
import { type CivilDate } from '../../../kernel/civil-date.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Duty, PolicySet } from '../../../law/index.js';
import type { GivenFeedback, IntakeOutcome } from './intake.js';
import { ticketPeriod } from '../deadlines/ticket-periods.js';

/** What is counted when a ticket is entered, from its receipt. */
const FROM_RECEIPT: readonly Duty[] = ['process', 'acknowledge'];

/** What is counted when it is refused at once, from then. */
const FROM_REFUSAL: readonly Duty[] = ['ratingWindow', 'reopenWindow'];

/**
 * Why feedback of a file could not be entered for want of a calendar, as a sentence; null when all that is counted at its entering can be. Asked
 * beforehand, so that a file is never entered by half.
 *
 * @param now when it would be entered
 */
export function uncountableWords(
  { receivedAt, level, category }: GivenFeedback,
  { decision }: IntakeOutcome,
  { policy, calendar, now }: { readonly policy: PolicySet; readonly calendar: WorkingCalendar; readonly now: Date },
): string | null {
  const rules = { policy, level, category, calendar };
  try {
    for (const duty of FROM_RECEIPT) ticketPeriod(duty, receivedAt, rules);
    if (decision === 'reject') for (const duty of FROM_REFUSAL) ticketPeriod(duty, now, rules);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'deadline-calendar-missing')) throw error;
    const { year } = error.details;
    const what = typeof year === 'number' ? `lịch làm việc chưa có năm ${String(year)}` : 'lịch làm việc không có ca';
    return `chưa tính được hạn vì ${what}. Báo quản trị nhập lịch, hoặc bỏ dòng này khỏi tệp.`;
  }
}

/** What we say about a day on which no rules on time are in force. */
export function unruledWords(day: CivilDate): string {
  return `chưa có bộ thời hạn nào áp dụng cho ngày ${dateWords(day)}. Xem lại ngày, hoặc báo quản trị.`;
}
