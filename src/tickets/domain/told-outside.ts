import { NATURES, type Nature, type TicketState } from './ticket-state.js';

/** Denunciations and state secrets are spoken of through no open door, not even that they exist. Source: Luật Tố cáo 2018, Điều 16; Luật Bảo vệ bí mật nhà nước 2018, Điều 5. */
const NEVER_SPOKEN_OF: readonly Nature[] = ['denunciation', 'stateSecret'];

/** Natures of tickets of which the hotline that brought them may ask. */
export const SPOKEN_OF: readonly Nature[] = NATURES.filter((nature) => !NEVER_SPOKEN_OF.includes(nature));

/** Whether anything of a ticket, even that it exists, is said through an open door. */
export function isSpokenOf({ nature }: { readonly nature: Nature }): boolean {
  return SPOKEN_OF.includes(nature);
}

/** What decides whether somebody who gives its code and a telephone's end is told of a ticket. */
export interface AskedOf {
  readonly nature: Nature;
  /** The sender asked not to be known. */
  readonly keepSecret: boolean;
  readonly complainedUnitId: string | null;
}

/**
 * Whether a ticket is told of by code and telephone. Codes run in order and many know a colleague's telephone: a hit would say who complained, and so
 * where the sender is to be hidden, or the unit complained of is named, nothing is told here.
 *
 * Source: Luật Tố cáo 2018, Điều 8 and 56 (who wrote is kept secret).
 */
export function isToldToSender({ nature, keepSecret, complainedUnitId }: AskedOf): boolean {
  return isSpokenOf({ nature }) && !keepSecret && complainedUnitId === null;
}

/** How a state reads for whoever is not of the house. */
export const OUTSIDE_WORDS: Readonly<Record<TicketState, string>> = {
  received: 'Đã nhận',
  accepted: 'Đã tiếp nhận',
  classified: 'Đã phân loại',
  assigned: 'Đã giao đơn vị xử lý',
  verifying: 'Đang xác minh',
  processing: 'Đang xử lý',
  waitingCoordination: 'Đang lấy ý kiến phối hợp',
  waitingCitizenInfo: 'Chờ công dân bổ sung thông tin',
  draftingReply: 'Đang soạn văn bản trả lời',
  waitingApproval: 'Đang trình duyệt trả lời',
  answered: 'Đã trả lời',
  published: 'Đã trả lời, đã công khai kết quả',
  closed: 'Đã đóng',
  reopened: 'Đã mở lại để xử lý tiếp',
  returned: 'Đã chuyển trả',
  rejected: 'Không tiếp nhận',
  merged: 'Xử lý chung với phiếu khác',
  withdrawn: 'Công dân đã rút',
};
