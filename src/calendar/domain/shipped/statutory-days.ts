import { addDays, type CivilDate, civilDate, nextDay, weekdayOf } from '../../../kernel/civil-date.js';
import { CULTURE_DAY_SINCE, HUNG_KINGS_DAY, LUNAR_NEW_YEAR } from './built-in-calendar.js';
import { dateWords } from '../proof/moment-words.js';
import { dayOffOn, makeUpDayOn, shiftHours, type WorkingCalendar } from '../working-calendar.js';

/** Holidays of the law that stand together: how many days, and within which days they are taken. */
interface Feast {
  readonly name: string;
  readonly days: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The article that gives it, where it is not that of the others. */
  readonly law?: string;
}

const LAW = 'Bộ luật Lao động 2019, Điều 112; trùng ngày nghỉ hằng tuần thì nghỉ bù, Điều 111 khoản 3';
const CULTURE_DAY_LAW =
  'Nghị quyết 28/2026/QH16; trùng ngày nghỉ hằng tuần thì nghỉ bù, Bộ luật Lao động 2019, Điều 111 khoản 3';

/**
 * What a declared year seems to lack of the holidays that the law gives, each as a sentence. A holiday on a day of rest is
 * made good on the next working day, so each gives one day off on which the office would otherwise work; days off
 * against a make-up day give none. A warning, no flaw: the dates of Tết and of 2/9 are decided year by year.
 *
 * Source: Bộ luật Lao động 2019, Điều 112 khoản 1 và Điều 111 khoản 3; Nghị quyết 28/2026/QH16 for 24/11 from 2026 on.
 */
export function statutoryShortfalls(year: number, calendar: WorkingCalendar): readonly string[] {
  return feastsOf(year).flatMap(({ name, days, from, to, law = LAW }) => {
    const given = daysGiven(from, to, calendar);
    if (given >= days) return [];
    const where = from === to ? `ngày ${dateWords(from)}` : `từ ${dateWords(from)} đến ${dateWords(to)}`;
    return [
      `Năm ${year}, ${name}: ${where} có ${given} ngày nghỉ vào ngày làm việc, luật cho ${days} (${law}). Đối chiếu với quyết định nghỉ lễ.`,
    ];
  });
}

/** How far from its day a holiday may still be made good, weekends and a long Tết included. */
const REACH = { before: 5, after: 9 } as const;

function feastsOf(year: number): readonly Feast[] {
  const [tet, hungKings] = [LUNAR_NEW_YEAR[year], HUNG_KINGS_DAY[year]];
  const on = (day: string): CivilDate => civilDate(`${year}-${day}`);
  return [
    { name: 'Tết Dương lịch', days: 1, from: on('01-01'), to: on('01-04') },
    ...(tet === undefined
      ? []
      : [{ name: 'Tết Nguyên đán', days: 5, from: addDays(tet, -REACH.before), to: addDays(tet, REACH.after) }]),
    ...(hungKings === undefined
      ? []
      : [{ name: 'Giỗ Tổ Hùng Vương', days: 1, from: hungKings, to: addDays(hungKings, 3) }]),
    { name: 'Ngày Chiến thắng và Quốc tế Lao động', days: 2, from: on('04-30'), to: on('05-05') },
    { name: 'Quốc khánh', days: 2, from: on('08-31'), to: on('09-06') },
    ...(year < CULTURE_DAY_SINCE
      ? []
      : [{ name: 'Ngày Văn hóa Việt Nam', days: 1, from: on('11-24'), to: on('11-26'), law: CULTURE_DAY_LAW }]),
  ];
}

function daysGiven(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): number {
  let given = 0;
  for (let day = from; day <= to; day = nextDay(day)) {
    const dayOff = dayOffOn(day, calendar);
    const counts = dayOff !== undefined && dayOff.kind !== 'swapped' && makeUpDayOn(day, calendar) === undefined;
    if (counts && shiftHours(day, weekdayOf(day), calendar).length > 0) given += 1;
  }
  return given;
}
