import { civilDateOf, isoInVietnam } from '../../../../src/kernel/civil-date.js';
import type { FeedbackDraft } from '../feedback-ticket.js';
import type { RouteStatus, StepAction, StepStatus } from '../signature-route.js';

/** `18/03/2026, 10:40:05` in Việt Nam. */
export function moment(at: Date): string {
  const [year, month, day] = civilDateOf(at).split('-');
  return `${day ?? ''}/${month ?? ''}/${year ?? ''}, ${isoInVietnam(at).slice(11, 19)}`;
}

/** `2026-03-18` as a page shows it. */
export function day(civil: string): string {
  return civil.split('-').reverse().join('/');
}

/** Bytes in the unit that is read best: `840 kB`, `1,2 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} byte`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}

export const STATUS_WORDS: Readonly<Record<string, string>> = {
  '01': 'Đã đến',
  '02': 'Từ chối tiếp nhận',
  '03': 'Đã tiếp nhận',
  '04': 'Phân công xử lý',
  '05': 'Đang xử lý',
  '06': 'Hoàn thành',
  '13': 'Lấy lại',
  '15': 'Đồng ý lấy lại',
  '16': 'Từ chối lấy lại',
};

export const ROUTE_WORDS: Readonly<Record<RouteStatus, string>> = {
  received: 'Chờ ký',
  inProgress: 'Đang trình ký',
  returned: 'Đã trả lại',
  signed: 'Lãnh đạo đã ký',
  sealed: 'Đã đóng dấu',
  cancelled: 'Đã rút',
};

export const STEP_WORDS: Readonly<Record<StepAction, string>> = {
  initial: 'Ký nháy',
  sign: 'Ký số',
  seal: 'Đóng dấu cơ quan',
};

export const STEP_STATUS_WORDS: Readonly<Record<StepStatus, string>> = {
  waiting: 'chờ',
  done: 'xong',
  returned: 'trả lại',
  cancelled: 'đã rút',
};

export const CHANNEL_WORDS: Readonly<Record<FeedbackDraft['channel'], string>> = {
  phone: 'Điện thoại',
  web: 'Cổng 1022',
  sms: 'Tin nhắn',
  app: 'Ứng dụng',
};

export const KIND_WORDS: Readonly<Record<FeedbackDraft['kind'], string>> = {
  feedback: 'Phản ánh',
  petition: 'Kiến nghị',
};

/** What was just done, told once at the top of the next page; the address carries only the key. */
export const NOTICES = {
  'da-ky': 'Đã ký số văn bản.',
  'da-ky-nhay': 'Đã ký nháy, văn bản sang người sau.',
  'da-tra-lai': 'Đã trả lại văn bản kèm ý kiến.',
  'da-doi-so': 'Số tiếp theo của sổ văn bản đi đã đổi.',
  'da-sua-so': 'Đã sửa số, ngày của văn bản.',
  'da-doi-so-den': 'Số tiếp theo của sổ văn bản đến đã đổi.',
  'da-vao-so-den': 'Đã vào sổ văn bản đến của hệ thống này.',
  'da-sua-so-den': 'Đã sửa số đến.',
  'da-dong-dau': 'Đã ghi số, ngày, đóng dấu và khóa văn bản.',
  'da-gui': 'Đã gửi phiếu sang Sở.',
  'da-bat': 'Đã bật lỗi.',
  'da-tat': 'Đã tắt hết lỗi.',
} as const;

export type NoticeKey = keyof typeof NOTICES;

export function isNoticeKey(text: string | undefined): text is NoticeKey {
  return text !== undefined && Object.hasOwn(NOTICES, text);
}
