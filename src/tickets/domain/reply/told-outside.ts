import { NATURES, type Nature, type TicketState } from '../ticket-state.js';
import { isHeldStill } from '../undo.js';

/** Denunciations and state secrets are spoken of through no open door, not even that they exist. Source: Luật Tố cáo 2018, Điều 16; Luật Bảo vệ bí mật nhà nước 2018, Điều 5. */
const NEVER_SPOKEN_OF: readonly Nature[] = ['denunciation', 'stateSecret'];

/** Natures of tickets of which the hotline that brought them may ask. */
export const SPOKEN_OF: readonly Nature[] = NATURES.filter((nature) => !NEVER_SPOKEN_OF.includes(nature));

/** Whether a ticket, even its existence, may be told to the outside. */
export function isSpokenOf({ nature }: { readonly nature: Nature }): boolean {
  return SPOKEN_OF.includes(nature);
}

/** All that the hotline hears of a denunciation, whatever is done with it: neither that it is one, nor a name, nor a reason. Source: Luật Tố cáo 2018, Điều 8 and 56. */
const OWN_RULES = 'Nội dung thuộc loại đơn được xử lý theo quy định riêng.';

/** What goes to the hotline of a ticket of which these words were said. */
export function wordsToHotline({ nature }: { readonly nature: Nature }, words: string): string {
  return nature === 'denunciation' ? OWN_RULES : words;
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

/** How a state reads for readers outside the agency. */
export const OUTSIDE_WORDS: Readonly<Record<TicketState, string>> = {
  received: 'Đã nhận',
  accepted: 'Đã tiếp nhận',
  classified: 'Đã phân loại',
  assigned: 'Đã giao đơn vị xử lý',
  verifying: 'Đang xác minh',
  processing: 'Đang xử lý',
  waitingCoordination: 'Đang lấy ý kiến phối hợp',
  waitingCitizenInfo: 'Chờ người phản ánh bổ sung thông tin',
  draftingReply: 'Đang soạn văn bản trả lời',
  waitingApproval: 'Đang trình duyệt trả lời',
  answered: 'Đã trả lời',
  published: 'Đã trả lời, đã công khai kết quả',
  closed: 'Đã kết thúc',
  reopened: 'Đã mở lại để xử lý tiếp',
  returned: 'Đã chuyển trả',
  rejected: 'Không tiếp nhận',
  merged: 'Xử lý chung với phiếu khác',
  withdrawn: 'Người phản ánh đã rút',
};

/** Where a ticket stands for readers outside: they do not hear of an assignment that may be taken back. @param heardAt when the unit was given it */
export function stateOutside(
  { state, heardAt }: { readonly state: TicketState; readonly heardAt: Date | null },
  now: Date,
): TicketState {
  return state === 'assigned' && isHeldStill(heardAt, now) ? 'accepted' : state;
}

/** How a line of a course reads outside where its kind is no state. */
const LINE_WORDS: Readonly<Record<string, string>> = {
  unitAccepted: 'Đơn vị đã nhận việc',
  citizenAsked: 'Đề nghị người phản ánh bổ sung thông tin',
  extensionGranted: 'Việc cần thêm thời gian',
  progress: 'Tiến độ',
  measure: 'Biện pháp',
  result: 'Kết quả',
  released: 'Đã trả lời bằng văn bản',
  separated: 'Trở lại giải quyết riêng',
  senderEnded: 'Kết thúc đối với người phản ánh',
};

/** Kinds of lines whose own text went to the citizen. The texts and titles of all others are the agency's: directives, reasons, codes of other tickets. */
const TELL_THEIR_TEXT: ReadonlySet<string> = new Set([
  ...['citizenAsked', 'extensionGranted', 'progress', 'measure', 'result', 'answered', 'returned', 'rejected'],
]);

/** Kinds of lines that the citizen hears of in other words than their own: a directive beside an assignment, a reason of the desk. */
const TEXT_STAYS_INSIDE: ReadonlySet<string> = new Set(['assigned', 'merged', 'reopened', 'withdrawn']);

/** Whether the citizen heard that something happened, and not the text that stands beside it. */
export function isTextInside({ kind, toHotline }: Readonly<{ kind: string; toHotline: boolean }>): boolean {
  return toHotline && TEXT_STAYS_INSIDE.has(kind);
}

/** What the citizen was told with a line of a course, people still in it. */
export function toldWith({
  kind,
  title,
  text,
}: Readonly<{ kind: string; title: string; text: string | null }>): string {
  // The title of a return names the agency to which the citizen is to go.
  const heading = kind === 'returned' ? title : (LINE_WORDS[kind] ?? stateWords(kind) ?? 'Có diễn biến mới');
  return TELL_THEIR_TEXT.has(kind) && text !== null && text !== '' ? `${heading}\n${text}` : heading;
}

function stateWords(kind: string): string | undefined {
  return Object.entries(OUTSIDE_WORDS).find(([state]) => state === kind)?.[1];
}
