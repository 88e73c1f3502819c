import type { Role } from '../../kernel/actor.js';
import { ROLE_WORDS } from '../../organisation/domain/role-words.js';

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
  closed: 'Đã đóng',
  returned: 'Đã chuyển trả',
  rejected: 'Từ chối',
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

/** `registryClerk` → `Văn thư` */
export function roleLabel(role: Role): string {
  return ROLE_WORDS[role];
}
