/** What endpoints may hear of, with its words for people. */
export const EVENT_WORDS = {
  'ticket.received': 'Đã nhận phiếu',
  'ticket.accepted': 'Đã tiếp nhận',
  'ticket.assigned': 'Đã giao đơn vị',
  'ticket.progressed': 'Có tiến độ, biện pháp hoặc kết quả mới cho người phản ánh',
  'ticket.asked': 'Đề nghị người phản ánh bổ sung',
  'ticket.answered': 'Đã trả lời',
  'ticket.returned': 'Đã chuyển trả hoặc không tiếp nhận',
  'ticket.merged': 'Đã gộp vào phiếu khác',
  'ticket.withdrawn': 'Người phản ánh đã rút',
  'ticket.reopened': 'Đã mở lại',
  'ticket.closed': 'Đã kết thúc',
} as const;

export type HotlineEvent = keyof typeof EVENT_WORDS;

export const HOTLINE_EVENTS = Object.keys(EVENT_WORDS) as readonly HotlineEvent[];

export function isHotlineEvent(text: string): text is HotlineEvent {
  return Object.hasOwn(EVENT_WORDS, text);
}

const BY_KIND: Readonly<Record<string, HotlineEvent>> = {
  received: 'ticket.received',
  accepted: 'ticket.accepted',
  assigned: 'ticket.assigned',
  citizenAsked: 'ticket.asked',
  answered: 'ticket.answered',
  released: 'ticket.answered',
  returned: 'ticket.returned',
  rejected: 'ticket.returned',
  merged: 'ticket.merged',
  withdrawn: 'ticket.withdrawn',
  reopened: 'ticket.reopened',
  closed: 'ticket.closed',
};

/** The event that a line of a course makes; null where nobody outside hears of it. */
export function eventOf({
  kind,
  toHotline,
}: {
  readonly kind: string;
  readonly toHotline: boolean;
}): HotlineEvent | null {
  return BY_KIND[kind] ?? (toHotline ? 'ticket.progressed' : null);
}
