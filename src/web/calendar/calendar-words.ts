import { type Confidence, type DayOff, type DaySaying, weekdayName } from '../../calendar/index.js';

/** How sure we are of an entry, as a list says it. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  confirmed: 'Đã có văn bản',
  reported: 'Theo báo chí',
  unconfirmed: 'Chưa đối chiếu',
  assumed: 'Phần mềm tự tính',
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
