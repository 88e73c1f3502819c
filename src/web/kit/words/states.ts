import type { Role } from '../../../kernel/actor.js';
import { ROLE_WORDS } from '../../../organisation/domain/role-words.js';

const TICKET_STATES = {
  received: 'Mới nhận',
  accepted: 'Đã tiếp nhận',
  classified: 'Đã phân loại',
  assigned: 'Đã phân công',
  verifying: 'Đang xác minh',
  processing: 'Đang xử lý',
  waitingCoordination: 'Chờ đơn vị phối hợp',
  waitingCitizenInfo: 'Chờ bổ sung thông tin',
  draftingReply: 'Đang dự thảo văn bản',
  waitingApproval: 'Chờ duyệt, ký',
  answered: 'Đã trả lời',
  published: 'Đã công khai',
  closed: 'Đã kết thúc',
  returned: 'Đã chuyển trả',
  rejected: 'Không tiếp nhận',
  merged: 'Đã gộp',
  reopened: 'Mở lại',
  withdrawn: 'Đã rút',
} as const;

/** The states of a ticket that have words for people. */
export type WordedTicketState = keyof typeof TICKET_STATES;

/** `draftingReply` → `Đang dự thảo văn bản` */
export function ticketStateLabel(state: WordedTicketState): string {
  return TICKET_STATES[state];
}

/** A state as its sender reads it, who need not know how the agency works. */
const PUBLIC_STATES: Readonly<Record<WordedTicketState, string>> = {
  received: 'Đã nhận, đang xem xét',
  accepted: 'Đã tiếp nhận',
  classified: 'Đã tiếp nhận',
  assigned: 'Đã giao đơn vị giải quyết',
  verifying: 'Đang giải quyết',
  processing: 'Đang giải quyết',
  waitingCoordination: 'Đang giải quyết',
  waitingCitizenInfo: 'Đang chờ người phản ánh bổ sung thông tin',
  draftingReply: 'Đang chuẩn bị trả lời',
  waitingApproval: 'Đang chuẩn bị trả lời',
  answered: 'Đã trả lời',
  published: 'Đã trả lời',
  closed: 'Đã trả lời và kết thúc',
  returned: 'Đã chuyển trả, không xử lý theo phản ánh, kiến nghị tại Sở',
  rejected: 'Không tiếp nhận; lý do được báo theo cách đã gửi phản ánh',
  merged: 'Được giải quyết chung với phiếu khác cùng nội dung',
  reopened: 'Đang giải quyết lại',
  withdrawn: 'Đã kết thúc vì người phản ánh rút lại',
};

export function publicStateWords(state: WordedTicketState): string {
  return PUBLIC_STATES[state];
}

/** `registryClerk` → `Văn thư` */
export function roleLabel(role: Role): string {
  return ROLE_WORDS[role];
}
