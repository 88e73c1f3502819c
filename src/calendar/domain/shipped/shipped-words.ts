import type { DayDifference } from '../change/calendar-difference.js';
import { dateWords } from '../proof/moment-words.js';

/** `Lịch đi kèm phần mềm khác lịch đang dùng: nghỉ 24/11/2026 (Ngày Văn hóa Việt Nam); làm việc 11/02/2027.` */
export function shippedWords(days: readonly DayDifference[]): string {
  const said = days.map(({ date, after: { dayOff } }) =>
    dayOff === null ? `làm việc ${dateWords(date)}` : `nghỉ ${dateWords(date)} (${dayOff.name})`,
  );
  return `Lịch đi kèm phần mềm khác lịch đang dùng: ${said.join(', ')}. Hạn đã tính chưa đổi cho tới khi quản trị hệ thống áp dụng.`;
}
