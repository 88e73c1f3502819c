import { civilDate, isCivilDate, yearOf, type CivilDate } from '../../kernel/civil-date.js';

/** How long a file is kept once its work has ended. */
export interface Retention {
  readonly code: string;
  /** Null: for good. */
  readonly years: number | null;
  /** As the file plan and the export write it. */
  readonly words: string;
  /** What it is mostly chosen for. */
  readonly hint: string;
}

/**
 * The levels that a file plan chooses from. Which level a kind of file gets is the plan's to say; a plan may not invent a level.
 *
 * Source: Thông tư 10/2022/TT-BNV (thời hạn bảo quản: vĩnh viễn, hoặc có thời hạn tính bằng số năm).
 */
export const RETENTIONS = [
  { code: 'VV', years: null, words: 'Vĩnh viễn', hint: 'sổ đăng ký văn bản đi, vụ việc nghiêm trọng' },
  { code: '50', years: 50, words: '50 năm', hint: '' },
  { code: '20', years: 20, words: '20 năm', hint: 'sổ đăng ký văn bản đến' },
  { code: '15', years: 15, words: '15 năm', hint: 'vụ việc khiếu nại, tố cáo' },
  { code: '10', years: 10, words: '10 năm', hint: 'giải quyết phản ánh, kiến nghị' },
  { code: '05', years: 5, words: '05 năm', hint: 'trao đổi công việc thông thường' },
  { code: '02', years: 2, words: '02 năm', hint: 'giấy mời, lịch công tác' },
] as const satisfies readonly Retention[];

export type RetentionCode = (typeof RETENTIONS)[number]['code'];

/** Of a file of feedback, until the plan says otherwise. */
export const FEEDBACK_RETENTION: RetentionCode = '10';

/** Of a file of documents without a ticket, until the plan says otherwise. */
export const CORRESPONDENCE_RETENTION: RetentionCode = '05';

/** From so many years on a file goes to the archives. Source: Nghị định 30/2020/NĐ-CP, Điều 30. */
const HANDED_OVER_FROM_YEARS = 5;
/** Source: Nghị định 30/2020/NĐ-CP, Điều 30 (01 năm kể từ ngày công việc kết thúc). */
const HAND_OVER_YEARS = 1;
/** Source: Nghị định 30/2020/NĐ-CP, Điều 30 (giữ lại không quá 02 năm, có văn bản đồng ý). */
export const KEEP_BACK_YEARS = 2;
/** Source: Nghị định 30/2020/NĐ-CP, Phụ lục VI, phần III (báo trước khi đến hạn nộp lưu 30 ngày). */
export const WARNED_DAYS_BEFORE = 30;

export function isRetentionCode(code: string): code is RetentionCode {
  return RETENTIONS.some((one) => one.code === code);
}

export function retentionOf(code: RetentionCode): Retention {
  return RETENTIONS.find((one) => one.code === code) as Retention;
}

/**
 * The last day on which a file must be kept: its years begin with the first day of the year after the work ended.
 *
 * @returns null when it is kept for good
 *
 * Source: Thông tư 10/2022/TT-BNV (thời hạn tính từ năm công việc kết thúc); rule 56.
 */
export function retainedUntil(workEndedOn: CivilDate, code: RetentionCode): CivilDate | null {
  const { years } = retentionOf(code);
  return years === null ? null : civilDate(`${yearOf(workEndedOn) + years}-12-31`);
}

/**
 * The last day for handing a file over to the agency's archives.
 *
 * @returns null for a file of fewer than five years, which may stay where it is
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 30; rule 57.
 */
export function handOverBy(workEndedOn: CivilDate, code: RetentionCode): CivilDate | null {
  const { years } = retentionOf(code);
  const stays = years !== null && years < HANDED_OVER_FROM_YEARS;
  return stays ? null : yearsLater(workEndedOn, HAND_OVER_YEARS);
}

/** The last day to which a file may be kept back with written consent. */
export function latestKeepBack(due: CivilDate): CivilDate {
  return yearsLater(due, KEEP_BACK_YEARS);
}

/** The same day so many years later; the last day of its month where there is none. Source: Bộ luật Dân sự 2015, Điều 148. */
function yearsLater(day: CivilDate, years: number): CivilDate {
  const text = `${yearOf(day) + years}${day.slice(4)}`;
  return isCivilDate(text) ? text : civilDate(`${text.slice(0, 8)}28`);
}
