import type { Role } from '../../kernel/actor.js';
import type { RemoteSignatureStatus } from '../../signing/ports/signing-desk.port.js';

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

const SIGNATURE_STATUSES: Readonly<Record<RemoteSignatureStatus, string>> = {
  received: 'Đã tới hộp ký',
  inProgress: 'Đang chờ ký',
  returned: 'Lãnh đạo trả lại',
  rejected: 'Lãnh đạo từ chối ký',
  signed: 'Lãnh đạo đã ký',
  numbered: 'Đã có số',
  sealed: 'Đã đóng dấu',
  published: 'Đã phát hành',
  cancelled: 'Đã rút trình ký',
  failed: 'Hệ thống ký báo lỗi',
};

/** Where a letter stands in the e-office: `inProgress` → `Đang chờ ký`. */
export function signatureStatusLabel(status: RemoteSignatureStatus): string {
  return SIGNATURE_STATUSES[status];
}

const ROLES: Readonly<Record<Role, string>> = {
  registryClerk: 'Văn thư',
  contactOfficer: 'Cán bộ đầu mối',
  unitHead: 'Trưởng đơn vị',
  leader: 'Lãnh đạo Sở',
  supervisor: 'Giám sát',
  formatChecker: 'Kiểm tra thể thức',
  administrator: 'Quản trị hệ thống',
};

/** `registryClerk` → `Văn thư` */
export function roleLabel(role: Role): string {
  return ROLES[role];
}
