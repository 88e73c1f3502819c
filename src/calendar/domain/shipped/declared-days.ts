import { civilDate, type Weekday } from '../../../kernel/civil-date.js';
import type { Confidence, DayOff, MakeUpDay, Shift } from '../working-calendar.js';

/** Where an entry comes from, and how sure we are of it. */
export interface Origin {
  readonly source: string;
  readonly confidence: Confidence;
}

export const LABOUR_CODE: Origin = { source: 'Bộ luật Lao động 2019, Điều 112 khoản 1', confidence: 'confirmed' };
export const REST_ON_HOLIDAY: Origin = {
  source:
    'Bộ luật Lao động 2019, Điều 111 khoản 3: ngày lễ trùng ngày nghỉ hằng tuần thì nghỉ bù ngày làm việc kế tiếp',
  confidence: 'assumed',
};
export const LUNAR_TABLE: Origin = {
  source: 'Bộ luật Lao động 2019, Điều 112 khoản 1; ngày dương lịch tính theo âm lịch Việt Nam, UTC+7',
  confidence: 'assumed',
};

const off =
  (kind: DayOff['kind']) =>
  (name: string, origin: Origin, ...dates: readonly string[]): readonly DayOff[] =>
    dates.map((date) => ({ kind, name, date: civilDate(date), ...origin }));

export const holiday = off('holiday');
export const compensatory = off('compensatory');
export const swapped = off('swapped');

export const makeUp = (date: string, shiftOfWeekday: Weekday, origin: Origin): MakeUpDay => ({
  date: civilDate(date),
  shiftOfWeekday,
  ...origin,
});

/** The years that every calendar which shipped declares. */
export const YEARS = [2024, 2025, 2026, 2027] as const;

/** Holidays of a fixed date. */
export const EVERY_YEAR: readonly DayOff[] = YEARS.flatMap((year) => [
  ...holiday('Tết Dương lịch', LABOUR_CODE, `${year}-01-01`),
  ...holiday('Ngày Chiến thắng', LABOUR_CODE, `${year}-04-30`),
  ...holiday('Quốc tế Lao động', LABOUR_CODE, `${year}-05-01`),
  ...holiday('Quốc khánh', LABOUR_CODE, `${year}-09-02`),
]);

export const TET = 'Tết Nguyên đán';
export const AFTER_TET = 'Nghỉ bù Tết Nguyên đán';
export const HUNG_KINGS = 'Giỗ Tổ Hùng Vương';
export const BESIDE_NATIONAL_DAY = 'Quốc khánh (ngày liền kề)';

/** Office hours until a province sets its own: Monday to Friday, eight hours. */
export const USUAL_SHIFT: Shift = {
  validFrom: civilDate('2024-01-01'),
  validTo: null,
  weekdays: [1, 2, 3, 4, 5],
  intervals: [
    { from: 7.5 * 60, to: 11.5 * 60 },
    { from: 13.5 * 60, to: 17.5 * 60 },
  ],
};
