import { addDays, type CivilDate, civilDate, weekdayOf } from '../../../kernel/civil-date.js';
import {
  AFTER_TET,
  BESIDE_NATIONAL_DAY,
  compensatory,
  EVERY_YEAR,
  holiday,
  HUNG_KINGS,
  LUNAR_TABLE,
  makeUp,
  type Origin,
  REST_ON_HOLIDAY,
  swapped,
  TET,
  USUAL_SHIFT,
  YEARS,
} from './declared-days.js';
import type { DayOff, MakeUpDay, WorkingCalendar } from '../working-calendar.js';

/** A decision whose text we have not read, but that several sources report alike. */
const reported = (decision: string): Origin => ({
  source: `${decision}; theo nhiều nguồn tin, chưa đọc bản gốc`,
  confidence: 'reported',
});

const HOLIDAYS_2024 = reported('Thông báo 5015/TB-LĐTBXH');
const SWAP_2024 = reported('Thông báo 1570/TB-LĐTBXH');
const HOLIDAYS_2025 = reported('Thông báo 6150/TB-BLĐTBXH');
const NEW_YEAR_2026 = reported('Công văn 12729/VPCP-KGVX');
const HOLIDAYS_2026 = reported('Thông báo 9441/TB-BNV');
const TET_2027 = reported('Công văn 10065/VPCP-KGVX ngày 02/10/2026');
const CULTURE_DAY = reported('Nghị quyết 28/2026/QH16, hiệu lực từ 01/7/2026');
const NOT_YET_DECIDED: Origin = {
  source:
    'Chưa có quyết định về ngày liền kề Quốc khánh năm 2027; xếp theo lệ thường và Bộ luật Lao động 2019, Điều 112',
  confidence: 'assumed',
};

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

const BY_YEAR: readonly DayOff[] = [
  ...holiday(TET, HOLIDAYS_2024, '2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-02-12'),
  ...compensatory(AFTER_TET, HOLIDAYS_2024, '2024-02-13', '2024-02-14'),
  ...holiday(HUNG_KINGS, LUNAR_TABLE, '2024-04-18'),
  ...swapped('Nghỉ hoán đổi (làm bù 04/05)', SWAP_2024, '2024-04-29'),
  ...holiday(BESIDE_NATIONAL_DAY, HOLIDAYS_2024, '2024-09-03'),

  ...holiday(TET, HOLIDAYS_2025, '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
  ...holiday(HUNG_KINGS, LUNAR_TABLE, '2025-04-07'),
  ...swapped('Nghỉ hoán đổi (làm bù 26/04)', HOLIDAYS_2025, '2025-05-02'),
  ...holiday(BESIDE_NATIONAL_DAY, HOLIDAYS_2025, '2025-09-01'),

  ...swapped('Nghỉ hoán đổi (làm bù 10/01)', NEW_YEAR_2026, '2026-01-02'),
  ...holiday(TET, HOLIDAYS_2026, '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
  ...holiday(HUNG_KINGS, LUNAR_TABLE, '2026-04-26'),
  ...compensatory('Nghỉ bù Giỗ Tổ Hùng Vương', REST_ON_HOLIDAY, '2026-04-27'),
  ...swapped('Nghỉ hoán đổi (làm bù 22/08)', HOLIDAYS_2026, '2026-08-31'),
  ...holiday(BESIDE_NATIONAL_DAY, HOLIDAYS_2026, '2026-09-01'),

  // Thursday to Wednesday: the five days of Tết, and two days for its Saturday and its Sunday.
  ...holiday(TET, TET_2027, '2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'),
  ...compensatory(AFTER_TET, TET_2027, '2027-02-09', '2027-02-10'),
  ...holiday(HUNG_KINGS, LUNAR_TABLE, '2027-04-16'),
  ...compensatory('Nghỉ bù Quốc tế Lao động', REST_ON_HOLIDAY, '2027-05-03'),
  ...holiday(BESIDE_NATIONAL_DAY, NOT_YET_DECIDED, '2027-09-03'),
];

const MAKE_UP_DAYS: readonly MakeUpDay[] = [
  makeUp('2024-05-04', 1, SWAP_2024),
  makeUp('2025-04-26', 5, HOLIDAYS_2025),
  makeUp('2026-01-10', 5, NEW_YEAR_2026),
  makeUp('2026-08-22', 1, HOLIDAYS_2026),
];

/** The first year in which 24/11 is a paid holiday. Source: Nghị quyết 28/2026/QH16. */
export const CULTURE_DAY_SINCE = 2026;

/** 24/11, a paid holiday since 2026, and the Monday after where it falls on a day of rest. */
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

/**
 * The calendar of Việt Nam that ships with the software: 2024 to 2027, each day off with its source and how sure we
 * are of it. Any other year is refused.
 */
export function builtInCalendar(): WorkingCalendar {
  return {
    name: 'Lịch làm việc Việt Nam 2024–2027',
    version: 2,
    years: YEARS,
    shifts: [USUAL_SHIFT],
    daysOff: [...EVERY_YEAR, ...BY_YEAR, ...cultureDays(YEARS)],
    makeUpDays: MAKE_UP_DAYS,
  };
}
