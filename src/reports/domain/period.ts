import { addDays, civilDate, mondayOf, nextDay, yearOf, type CivilDate } from '../../kernel/civil-date.js';

/** How long a period is; `adHoc` is any run of days that somebody asks for. */
export const PERIOD_KINDS = ['weekly', 'monthly', 'quarterly', 'halfYear', 'yearly', 'adHoc'] as const;

export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Where a period is cut off: with the calendar, or from day 15 of one month to day 14 of another, as administrative reports are. */
export const CUT_OFFS = ['calendar', 'day15'] as const;

export type CutOff = (typeof CUT_OFFS)[number];

/** A run of whole days, both ends included. */
export interface ReportPeriod {
  readonly kind: PeriodKind;
  readonly cutOff: CutOff;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
}

/** Months of each kind that has any. */
const MONTHS: Readonly<Record<Exclude<PeriodKind, 'weekly' | 'adHoc'>, number>> = {
  monthly: 1,
  quarterly: 3,
  halfYear: 6,
  yearly: 12,
};

const WEEK = 7;

/**
 * The period of a kind that a day lies in. Weeks begin on Monday in both presets: no rule cuts weeks elsewhere.
 *
 * Source: Nghị định 09/2019/NĐ-CP, Điều 12: a monthly report runs from day 15 of the month before to day 14 of its month, a quarterly one to day 14 of the
 * quarter's last month, a half-yearly one to 14/6, a yearly one from 15/12 to 14/12.
 */
export function periodWith(kind: Exclude<PeriodKind, 'adHoc'>, cutOff: CutOff, day: CivilDate): ReportPeriod {
  if (kind === 'weekly') {
    const firstDay = mondayOf(day);
    return { kind, cutOff, firstDay, lastDay: addDays(firstDay, WEEK - 1) };
  }
  const month = cutOff === 'calendar' ? monthOf(day) : monthOf(day) + (Number(day.slice(8)) >= 15 ? 1 : 0);
  const first = Math.floor(month / MONTHS[kind]) * MONTHS[kind];
  return ofMonths(kind, cutOff, first);
}

/** The period before: the same kind one step back, or for an ad hoc one as many days as it has. */
export function periodBefore(period: ReportPeriod): ReportPeriod {
  const { kind, cutOff, firstDay, lastDay } = period;
  const lastBefore = addDays(firstDay, -1);
  if (kind !== 'adHoc') return periodWith(kind, cutOff, lastBefore);
  return { kind, cutOff, firstDay: addDays(firstDay, -daysOf(firstDay, lastDay)), lastDay: lastBefore };
}

/** Of an ad hoc report: two years and a day. */
export const MAX_DAYS = 731;

/** An ad hoc period; null where it is longer than anybody may ask for. */
export function runOfDays(firstDay: CivilDate, lastDay: CivilDate): ReportPeriod | null {
  if (lastDay >= addDays(firstDay, MAX_DAYS)) return null;
  return { kind: 'adHoc', cutOff: 'calendar', firstDay, lastDay };
}

/** The latest period of the kind that was over when the day began. */
export function lastPeriodBefore(kind: Exclude<PeriodKind, 'adHoc'>, cutOff: CutOff, day: CivilDate): ReportPeriod {
  return periodBefore(periodWith(kind, cutOff, day));
}

/** `tuần từ 02/03/2026`, `tháng 3 năm 2026`, `quý I năm 2026`, `6 tháng đầu năm 2026`, `năm 2026`, else its days: as it stands in a title. */
export function periodName(period: ReportPeriod): string {
  const { kind, firstDay, lastDay } = period;
  const year = yearOf(lastDay);
  const month = Number(lastDay.slice(5, 7));
  if (kind === 'monthly') return `tháng ${month} năm ${year}`;
  if (kind === 'quarterly') return `quý ${['I', 'II', 'III', 'IV'][month / 3 - 1] ?? ''} năm ${year}`;
  if (kind === 'halfYear') return `6 tháng ${month === 6 ? 'đầu' : 'cuối'} năm ${year}`;
  if (kind === 'yearly') return `năm ${year}`;
  return `${kind === 'weekly' ? 'tuần ' : ''}từ ${dayWords(firstDay)} đến ${dayWords(lastDay)}`;
}

/** `18/03/2026` */
export function dayWords(day: CivilDate): string {
  return day.split('-').toReversed().join('/');
}

/** Months since the year 0, counted from 0. */
function monthOf(day: CivilDate): number {
  return yearOf(day) * 12 + Number(day.slice(5, 7)) - 1;
}

function ofMonths(kind: Exclude<PeriodKind, 'weekly' | 'adHoc'>, cutOff: CutOff, first: number): ReportPeriod {
  const next = first + MONTHS[kind];
  const [from, to] =
    cutOff === 'calendar' ? [dayIn(first, 1), dayIn(next, 1)] : [dayIn(first - 1, 15), dayIn(next - 1, 15)];
  return { kind, cutOff, firstDay: from, lastDay: addDays(to, -1) };
}

function dayIn(month: number, day: number): CivilDate {
  const two = (number: number): string => String(number).padStart(2, '0');
  return civilDate(`${String(Math.floor(month / 12)).padStart(4, '0')}-${two((month % 12) + 1)}-${two(day)}`);
}

function daysOf(firstDay: CivilDate, lastDay: CivilDate): number {
  let days = 1;
  for (let day = firstDay; day < lastDay; day = nextDay(day)) days += 1;
  return days;
}
