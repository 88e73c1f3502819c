import {
  type Confidence,
  dateWords,
  type DayDifference,
  type DayOff,
  type DaySaying,
  weekdayName,
} from '../../calendar/index.js';

/** How sure we are of an entry, as a list says it. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  confirmed: 'Đã có văn bản',
  reported: 'Theo tin báo',
  unconfirmed: 'Chưa đối chiếu',
  assumed: 'Suy ra',
};

export const DAY_OFF_WORDS: Readonly<Record<DayOff['kind'], string>> = {
  holiday: 'Nghỉ lễ',
  compensatory: 'Nghỉ bù',
  swapped: 'Nghỉ hoán đổi',
};

/** What a calendar says of a day: `Nghỉ lễ: Quốc khánh`, `Làm bù theo giờ thứ Sáu`, `Như ngày thường`. */
export function sayingWords({ dayOff, makeUp }: DaySaying): string {
  if (makeUp !== null) return `Làm bù theo giờ ${weekdayName(makeUp.shiftOfWeekday)}`;
  return dayOff === null ? 'Như ngày thường' : `${DAY_OFF_WORDS[dayOff.kind]}: ${dayOff.name}`;
}

/** `Lịch đi kèm phần mềm khác lịch đang dùng: nghỉ 24/11/2026 (Ngày Văn hóa Việt Nam); làm việc 11/02/2027.` */
export function shippedWords(days: readonly DayDifference[]): string {
  const said = days.map(({ date, after: { dayOff } }) =>
    dayOff === null ? `làm việc ${dateWords(date)}` : `nghỉ ${dateWords(date)} (${dayOff.name})`,
  );
  return `Lịch đi kèm phần mềm khác lịch đang dùng: ${said.join(', ')}. Hạn đã tính chưa đổi cho tới khi quản trị hệ thống áp dụng.`;
}
