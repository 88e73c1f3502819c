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
const BY_YEAR: readonly DayOff[] = [
  ...holiday(TET, ANNOUNCED, '2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-02-12'),
  ...compensatory(AFTER_TET, ANNOUNCED, '2024-02-13', '2024-02-14'),
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
  ...compensatory(AFTER_TET, NOT_YET_DECIDED, '2027-02-10', '2027-02-11'),
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

/**
 * The calendar that shipped first, without the holiday of 24/11 and with Tết 2027 as nobody had decided it yet. It stays as it was: dates counted
 * by it must be countable again.
 */
export const FIRST_BUILT_IN: WorkingCalendar = {
  name: 'Lịch làm việc Việt Nam 2024–2027',
  version: 1,
  years: YEARS,
  shifts: [USUAL_SHIFT],
  daysOff: [...EVERY_YEAR, ...BY_YEAR],
  makeUpDays: MAKE_UP_DAYS,
};
