import { addDays, type CivilDate, yearOf } from '../../../kernel/civil-date.js';
import { dateWords } from '../proof/moment-words.js';
import type { Confidence, DayOff, WorkingCalendar } from '../working-calendar.js';

/** What an administrator must see to before it hurts. */
export type CalendarWarning =
  | {
      /** A year that is near or has begun has no calendar: deadlines that reach it cannot be counted. */
      readonly kind: 'yearMissing';
      readonly year: number;
      readonly begun: boolean;
    }
  | {
      /** Days off that are near and that nobody has yet compared with the decision. */
      readonly kind: 'unsettled';
      readonly days: readonly DayOff[];
    };

/** Three months, which is what it takes to hear the decision on Tết and to enter it. */
const AHEAD_MONTHS = 3;
const AHEAD_DAYS = 92;

const UNSETTLED: readonly Confidence[] = ['unconfirmed', 'reported', 'assumed'];

/** Warnings of a day: years without calendar three months before they begin, and unsettled days off of the next three months. */
export function calendarWarnings(calendar: WorkingCalendar, today: CivilDate): readonly CalendarWarning[] {
  const year = yearOf(today);
  const nextIsNear = Number(today.slice(5, 7)) > 12 - AHEAD_MONTHS;
  const missing = (nextIsNear ? [year, year + 1] : [year]).filter((one) => !isDeclared(one, calendar));
  const until = addDays(today, AHEAD_DAYS);
  const unsettled = calendar.daysOff.filter(
    ({ date, confidence }) => today <= date && date <= until && UNSETTLED.includes(confidence),
  );
  return [
    ...missing.map((one): CalendarWarning => ({ kind: 'yearMissing', year: one, begun: one === year })),
    ...(unsettled.length === 0 ? [] : [{ kind: 'unsettled', days: unsettled } as const]),
  ];
}

/** The warning as a sentence: what is missing, what it stops, what to do. */
export function warningWords(warning: CalendarWarning): string {
  if (warning.kind === 'unsettled') {
    const days = warning.days.map(({ date, name }) => `${dateWords(date)} (${name})`).join(', ');
    return `Ngày nghỉ trong ba tháng tới chưa đối chiếu với quyết định: ${days}. Đối chiếu khi có văn bản.`;
  }
  const { year, begun } = warning;
  const what = begun
    ? `Chưa có lịch làm việc của năm ${year}.`
    : `Chưa có lịch làm việc của năm ${year}, bắt đầu từ 01/01/${year}.`;
  return `${what} Hạn rơi vào năm này không tính được. Nhập lịch khi có quyết định nghỉ lễ, Tết.`;
}

function isDeclared(year: number, { years }: WorkingCalendar): boolean {
  return years === 'complete' || years.includes(year);
}
