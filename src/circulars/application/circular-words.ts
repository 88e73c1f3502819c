import type { CivilDate } from '../../kernel/civil-date.js';
import { isLateStep } from '../domain/circular.js';

/** A title as it fits into a notice. */
const MAX_TITLE_LENGTH = 200;

/** `Văn bản cần quán triệt: “…”. Đọc và xác nhận chậm nhất ngày 25/03/2026, ở trang Quán triệt.` */
export function newCircularWords(title: string, dueOn: CivilDate): string {
  return `Văn bản cần quán triệt: “${cut(title)}”. Đọc và xác nhận chậm nhất ngày ${dayWords(dueOn)}, ở trang Quán triệt.`;
}

/** @param step as `reminderStep` says it, or any other word for a reminder that somebody asked for */
export function reminderWords(title: string, dueOn: CivilDate, step: string): string {
  const due = isLateStep(step) ? 'đã quá hạn' : 'chưa xác nhận, hạn';
  return `Văn bản cần quán triệt “${cut(title)}” ${due} ${dayWords(dueOn)}. Đọc và xác nhận ở trang Quán triệt.`;
}

export function owingUnitWords(title: string, people: number, step: string): string {
  const due = isLateStep(step) ? 'Đã quá hạn: ' : '';
  return `${due}đơn vị còn ${people} người chưa xác nhận đã đọc “${cut(title)}”. Xem ở trang Quán triệt.`;
}

export function withdrawnWords(title: string): string {
  return `Văn bản quán triệt “${cut(title)}” đã thu hồi, không còn hiệu lực. Xem lý do ở trang Quán triệt.`;
}

export function dayWords(day: CivilDate): string {
  return day.split('-').toReversed().join('/');
}

function cut(title: string): string {
  return title.length > MAX_TITLE_LENGTH ? `${title.slice(0, MAX_TITLE_LENGTH)}…` : title;
}
