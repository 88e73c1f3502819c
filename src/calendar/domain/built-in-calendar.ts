import { addDays, type CivilDate, civilDate, type Weekday, weekdayOf } from '../../kernel/civil-date.js';
import type { Confidence, DayOff, MakeUpDay, Shift, WorkingCalendar } from './working-calendar.js';

interface Origin {
  readonly source: string;
  readonly confidence: Confidence;
}

const LABOUR_CODE: Origin = { source: 'Bộ luật Lao động 2019, Điều 112 khoản 1', confidence: 'confirmed' };
const REST_ON_HOLIDAY: Origin = {
  source:
    'Bộ luật Lao động 2019, Điều 111 khoản 3: ngày lễ trùng ngày nghỉ hằng tuần thì nghỉ bù ngày làm việc kế tiếp',
  confidence: 'assumed',
};
const LUNAR_TABLE: Origin = {
  source: 'Bộ luật Lao động 2019, Điều 112 khoản 1; ngày dương lịch tính theo âm lịch Việt Nam, UTC+7',
  confidence: 'assumed',
};
const ANNOUNCED: Origin = {
  source: 'Thông báo nghỉ lễ hằng năm, chưa đối chiếu với văn bản',
  confidence: 'unconfirmed',
};
const SWAP_2026: Origin = {
  source: 'Phương án hoán đổi ngày làm việc năm 2026 theo tin báo chí',
  confidence: 'reported',
};
const TET_2026: Origin = {
  source: 'Thông báo nghỉ Tết Bính Ngọ 2026, theo Báo Công an nhân dân',
  confidence: 'confirmed',
};
const NOT_YET_DECIDED: Origin = {
  source: 'Chưa có quyết định cho năm 2027; xếp theo lệ thường và Bộ luật Lao động 2019, Điều 112',
  confidence: 'assumed',
};
const CULTURE_DAY: Origin = {
  source: 'Nghị quyết 80-NQ/TW và Nghị quyết 30/NQ-CP năm 2026: đề nghị sửa Điều 112, chưa thấy trong luật',
  confidence: 'unconfirmed',
};

const off =
  (kind: DayOff['kind']) =>
  (name: string, origin: Origin, ...dates: readonly string[]): readonly DayOff[] =>
    dates.map((date) => ({ kind, name, date: civilDate(date), ...origin }));

const holiday = off('holiday');
const compensatory = off('compensatory');
const swapped = off('swapped');

const makeUp = (date: string, shiftOfWeekday: Weekday, origin: Origin): MakeUpDay => ({
  date: civilDate(date),
  shiftOfWeekday,
  ...origin,
});

/**
 * First day of Tết in Việt Nam, computed at UTC+7 once and kept. Never ask the platform's Chinese calendar: it gives a
 * day later in 2027, and China's own date in 2030.
 */
export const LUNAR_NEW_YEAR: Readonly<Record<number, CivilDate>> = {
  2024: civilDate('2024-02-10'),
  2025: civilDate('2025-01-29'),
  2026: civilDate('2026-02-17'),
  2027: civilDate('2027-02-06'),
  2028: civilDate('2028-01-26'),
  2029: civilDate('2029-02-13'),
  2030: civilDate('2030-02-02'),
};

/** The tenth day of the third lunar month, computed and kept likewise. */
export const HUNG_KINGS_DAY: Readonly<Record<number, CivilDate>> = {
  2024: civilDate('2024-04-18'),
  2025: civilDate('2025-04-07'),
  2026: civilDate('2026-04-26'),
  2027: civilDate('2027-04-16'),
  2028: civilDate('2028-04-04'),
  2029: civilDate('2029-04-23'),
  2030: civilDate('2030-04-12'),
};

const YEARS = [2024, 2025, 2026, 2027] as const;

const EVERY_YEAR: readonly DayOff[] = YEARS.flatMap((year) => [
  ...holiday('Tết Dương lịch', LABOUR_CODE, `${year}-01-01`),
  ...holiday('Ngày Chiến thắng', LABOUR_CODE, `${year}-04-30`),
  ...holiday('Quốc tế Lao động', LABOUR_CODE, `${year}-05-01`),
  ...holiday('Quốc khánh', LABOUR_CODE, `${year}-09-02`),
]);

const TET = 'Tết Nguyên đán';
const HUNG_KINGS = 'Giỗ Tổ Hùng Vương';
const BESIDE_NATIONAL_DAY = 'Quốc khánh (ngày liền kề)';

const BY_YEAR: readonly DayOff[] = [
  ...holiday(TET, ANNOUNCED, '2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-02-12'),
  ...compensatory('Nghỉ bù Tết Nguyên đán', ANNOUNCED, '2024-02-13', '2024-02-14'),
  ...holiday(HUNG_KINGS, LUNAR_TABLE, '2024-04-18'),
  ...swapped('Nghỉ hoán đổi (làm bù 04/05)', ANNOUNCED, '2024-04-29'),
  ...holiday(BESIDE_NATIONAL_DAY, ANNOUNCED, '2024-09-03'),

  ...holiday(TET, ANNOUNCED, '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
  ...holiday(HUNG_KINGS, LUNAR_TABLE, '2025-04-07'),
  ...swapped('Nghỉ hoán đổi (làm bù 26/04)', ANNOUNCED, '2025-05-02'),
  ...holiday(BESIDE_NATIONAL_DAY, ANNOUNCED, '2025-09-01'),

  ...swapped('Nghỉ hoán đổi (làm bù 10/01)', SWAP_2026, '2026-01-02'),
  ...holiday(TET, TET_2026, '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
  ...holiday(HUNG_KINGS, LUNAR_TABLE, '2026-04-26'),
  ...compensatory('Nghỉ bù Giỗ Tổ Hùng Vương', REST_ON_HOLIDAY, '2026-04-27'),
  ...swapped('Nghỉ hoán đổi (làm bù 22/08)', SWAP_2026, '2026-08-31'),
  ...holiday(BESIDE_NATIONAL_DAY, SWAP_2026, '2026-09-01'),

  ...holiday(TET, NOT_YET_DECIDED, '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'),
  ...compensatory('Nghỉ bù Tết Nguyên đán', NOT_YET_DECIDED, '2027-02-10', '2027-02-11'),
  ...holiday(HUNG_KINGS, LUNAR_TABLE, '2027-04-16'),
  ...compensatory('Nghỉ bù Quốc tế Lao động', REST_ON_HOLIDAY, '2027-05-03'),
  ...holiday(BESIDE_NATIONAL_DAY, NOT_YET_DECIDED, '2027-09-03'),
];

const MAKE_UP_DAYS: readonly MakeUpDay[] = [
  makeUp('2024-05-04', 1, ANNOUNCED),
  makeUp('2025-04-26', 5, ANNOUNCED),
  makeUp('2026-01-10', 5, SWAP_2026),
  makeUp('2026-08-22', 1, SWAP_2026),
];

const CULTURE_DAY_SINCE = 2026;

/** 24/11 as a holiday of those years that may have it, and the Monday after where it falls on a day of rest. */
export function cultureDays(years: readonly number[]): readonly DayOff[] {
  return years
    .filter((year) => year >= CULTURE_DAY_SINCE)
    .flatMap((year) => {
      const [day] = holiday('Ngày Văn hóa Việt Nam', CULTURE_DAY, `${year}-11-24`);
      if (day === undefined || weekdayOf(day.date) < 6) return day ?? [];
      const monday = addDays(day.date, 8 - weekdayOf(day.date));
      return [day, ...compensatory('Nghỉ bù Ngày Văn hóa Việt Nam', REST_ON_HOLIDAY, monday)];
    });
}

/** Office hours until a province sets its own: Monday to Friday, eight hours. */
const USUAL_SHIFT: Shift = {
  validFrom: civilDate('2024-01-01'),
  validTo: null,
  weekdays: [1, 2, 3, 4, 5],
  intervals: [
    { from: 7.5 * 60, to: 11.5 * 60 },
    { from: 13.5 * 60, to: 17.5 * 60 },
  ],
};

/**
 * The calendar of Việt Nam that ships with the software: 2024 to 2027, each day off with its source and how sure we
 * are of it. Any other year is refused.
 *
 * @param options.cultureDay counts 24/11 as a holiday from 2026; whether it became law is not known, so it is off
 */
export function builtInCalendar({ cultureDay = false }: { readonly cultureDay?: boolean } = {}): WorkingCalendar {
  return {
    name: 'Lịch làm việc Việt Nam 2024–2027',
    version: 1,
    years: YEARS,
    shifts: [USUAL_SHIFT],
    daysOff: [...EVERY_YEAR, ...BY_YEAR, ...(cultureDay ? cultureDays(YEARS) : [])],
    makeUpDays: MAKE_UP_DAYS,
  };
}
