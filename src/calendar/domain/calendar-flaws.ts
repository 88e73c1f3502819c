import type { CivilDate, Weekday } from '../../kernel/civil-date.js';
import { clockWords, dateWords } from './proof/moment-words.js';
import { weekdayName } from './shift-lines.js';
import { dayOffOn, type Interval, type Shift, shiftHours, type WorkingCalendar } from './working-calendar.js';

/**
 * What makes a calendar unusable, each as a sentence that says what to correct; empty when it is sound. Overlapping
 * hours would count a minute twice, and a day both off and worked has no answer.
 */
export function calendarFlaws(calendar: WorkingCalendar): readonly string[] {
  const { shifts, makeUpDays } = calendar;
  const flaws = [
    ...shifts.flatMap(shiftFlaws),
    ...shifts.flatMap((shift, index) => shifts.slice(index + 1).flatMap((other) => clashFlaws(shift, other))),
    ...makeUpDays.flatMap(({ date, shiftOfWeekday }) => makeUpFlaws(date, shiftOfWeekday, calendar)),
    ...repeatedMakeUpFlaws(makeUpDays.map(({ date }) => date)),
  ];
  return shifts.length === 0 ? ['Lịch chưa có ca làm việc nào: thêm ít nhất một ca.', ...flaws] : flaws;
}

function shiftFlaws({ validFrom, validTo, intervals }: Shift): readonly string[] {
  const flaws: string[] = [];
  if (validTo !== null && validTo < validFrom) {
    flaws.push(
      `Ca làm việc từ ${dateWords(validFrom)} kết thúc trước khi bắt đầu: sửa ngày kết thúc ${dateWords(validTo)}.`,
    );
  }
  for (const interval of intervals.filter(({ from, to }) => from >= to)) {
    flaws.push(
      `Giờ làm việc ${hoursWords(interval)} không có độ dài: giờ kết thúc phải sau giờ bắt đầu, trong cùng ngày.`,
    );
  }
  for (const [index, interval] of intervals.entries()) {
    const other = intervals.slice(index + 1).find((later) => overlap(interval, later));
    if (other !== undefined) flaws.push(overlapWords(interval, other));
  }
  return flaws;
}

/** Two shifts of one weekday in force at once may add up, but not cover the same minute. */
function clashFlaws(one: Shift, other: Shift): readonly string[] {
  const together =
    (one.validTo === null || other.validFrom <= one.validTo) &&
    (other.validTo === null || one.validFrom <= other.validTo) &&
    one.weekdays.some((weekday) => other.weekdays.includes(weekday));
  if (!together) return [];
  const from = one.validFrom > other.validFrom ? one.validFrom : other.validFrom;
  return one.intervals.flatMap((interval) =>
    other.intervals
      .filter((opposite) => overlap(interval, opposite))
      .map((opposite) => `Từ ${dateWords(from)} có hai ca cùng hiệu lực. ${overlapWords(interval, opposite)}`),
  );
}

function makeUpFlaws(date: CivilDate, weekday: Weekday, calendar: WorkingCalendar): readonly string[] {
  const flaws: string[] = [];
  const dayOff = dayOffOn(date, calendar);
  if (dayOff !== undefined) {
    flaws.push(`Ngày ${dateWords(date)} vừa là ngày nghỉ (${dayOff.name}) vừa là ngày làm bù: bỏ một trong hai.`);
  }
  if (shiftHours(date, weekday, calendar).length === 0) {
    flaws.push(
      `Ngày làm bù ${dateWords(date)} theo giờ ${weekdayName(weekday)}, hôm đó không có ca làm việc: chọn thứ khác.`,
    );
  }
  return flaws;
}

function repeatedMakeUpFlaws(dates: readonly CivilDate[]): readonly string[] {
  const repeated = new Set(dates.filter((date, at) => dates.indexOf(date) < at));
  return [...repeated].map((date) => `Ngày làm bù ${dateWords(date)} được ghi nhiều lần: giữ lại một dòng.`);
}

function overlap(one: Interval, other: Interval): boolean {
  return one.from < other.to && other.from < one.to;
}

function overlapWords(one: Interval, other: Interval): string {
  return `Giờ làm việc ${hoursWords(one)} và ${hoursWords(other)} chồng lên nhau: sửa để mỗi phút chỉ thuộc một ca.`;
}

function hoursWords({ from, to }: Interval): string {
  return `${clockWords(from)}–${clockWords(to)}`;
}
