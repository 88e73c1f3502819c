import { type CivilDate, weekdayOf, yearOf } from '../../kernel/civil-date.js';
import { LUNAR_NEW_YEAR } from './shipped/built-in-calendar.js';
import { calendarFlaws } from './calendar-flaws.js';
import { calendarFor, type AgencyCalendar } from './agency-calendar.js';
import { dateWords, weekdayWords } from './proof/moment-words.js';
import { shiftGaps } from './shift-gaps.js';
import { dayOffOn, type Shift, shiftHours } from './working-calendar.js';

/**
 * What keeps a calendar from being the agency's, each as a sentence that says what to correct; empty when it is sound. Stricter
 * than `calendarFlaws`: an agency must not only be countable but have declared what the law gives every year.
 *
 * @param unitNames words for the units whose hours are judged; one that is missing is named by its id
 */
export function agencyCalendarFlaws(
  agencyCalendar: AgencyCalendar,
  unitNames: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  return [
    ...calendarFlaws(calendarFor(agencyCalendar)),
    ...gapFlaws(agencyCalendar.years, agencyCalendar.shifts),
    ...Object.entries(agencyCalendar.unitShifts).flatMap(([unitId, shifts]) =>
      [
        ...calendarFlaws(calendarFor({ ...agencyCalendar, makeUpDays: [] }, unitId)),
        ...gapFlaws(agencyCalendar.years, shifts),
      ].map((flaw) => `${unitNames.get(unitId) ?? unitId}: ${flaw}`),
    ),
    ...twice('ngày nghỉ', agencyCalendar.daysOff),
    ...twice('ngày làm bù', agencyCalendar.makeUpDays),
    ...undeclaredYears(agencyCalendar),
    ...agencyCalendar.makeUpDays.flatMap(({ date }) => workedAnyway(date, agencyCalendar)),
    ...agencyCalendar.years.flatMap((year) => missingOfLaw(year, agencyCalendar)),
  ];
}

/** A calendar without any shift has one flaw, not a gap of every year beside it. */
function gapFlaws(years: readonly number[], shifts: readonly Shift[]): readonly string[] {
  if (shifts.length === 0) return [];
  return shiftGaps(years, shifts).map(
    ({ from, to }) =>
      `Từ ${dateWords(from)} đến ${dateWords(to)} không có ca làm việc nào, mọi hạn sẽ nhảy qua khoảng này: thêm ca cho khoảng này.`,
  );
}

function twice(what: string, days: readonly { readonly date: CivilDate }[]): readonly string[] {
  const repeated = new Set(
    days.filter(({ date }, index) => days.slice(0, index).some((one) => one.date === date)).map(({ date }) => date),
  );
  return [...repeated].map((date) => `Ngày ${dateWords(date)} ghi hai lần trong các ${what}: bỏ một dòng.`);
}

function undeclaredYears({ years, daysOff, makeUpDays }: AgencyCalendar): readonly string[] {
  return [...daysOff, ...makeUpDays]
    .filter(({ date }) => !years.includes(yearOf(date)))
    .map(({ date }) => `Ngày ${dateWords(date)} thuộc năm ${yearOf(date)}, chưa có trong các năm của lịch.`);
}

/** A make-up day makes a day of rest a working day; on any other day it says nothing or hides a mistake. */
function workedAnyway(date: CivilDate, agencyCalendar: AgencyCalendar): readonly string[] {
  const weekday = weekdayOf(date);
  if (weekday >= 6 || shiftHours(date, weekday, agencyCalendar).length === 0) return [];
  return [`Ngày làm bù ${dateWords(date)} là ${weekdayWords(date)}, vốn đã làm việc: chọn một ngày nghỉ hằng tuần.`];
}

const FIXED = ['01-01', '04-30', '05-01', '09-02'] as const;

/** Holidays that every year has. Source: Bộ luật Lao động 2019, Điều 112 khoản 1. */
function missingOfLaw(year: number, agencyCalendar: AgencyCalendar): readonly string[] {
  const tet = LUNAR_NEW_YEAR[year];
  const fixed = agencyCalendar.daysOff.map(({ date }) => date);
  const missing: string[] = FIXED.filter((day) => !fixed.some((date) => date === `${year}-${day}`)).map(
    (day) => `${day.slice(3)}/${day.slice(0, 2)}`,
  );
  const flaws = missing.length === 0 ? [] : [`Năm ${year} thiếu ngày nghỉ lễ theo luật: ${missing.join(', ')}.`];
  if (tet === undefined) {
    const named = agencyCalendar.daysOff.some(
      ({ name, date }) => yearOf(date) === year && name.includes('Tết Nguyên đán'),
    );
    return named ? flaws : [...flaws, `Năm ${year} chưa có Tết Nguyên đán: thêm các ngày nghỉ Tết.`];
  }
  if (dayOffOn(tet, agencyCalendar) !== undefined) return flaws;
  return [...flaws, `Năm ${year} chưa có Tết Nguyên đán: mùng 1 là ${dateWords(tet)}, chưa ghi là ngày nghỉ.`];
}
