import type { InboxMessageEntity, RefusedCallEntity } from '../../exchange/index.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import type { SignatureRequestEntity } from '../../signing/index.js';
import type { SeenTicket } from '../../tickets/index.js';
import type { RefusalKind, RefusedMessagesView, RefusedMessageView } from './refused-messages-page.js';
import { DOOR_WORDS } from '../kit/words/doors.js';
import { count } from '../kit/words/numbers.js';
import { shortMoment } from '../kit/words/time.js';
import { messageHistoryHref } from './message-history-view.js';
import { proofLines, proofOf } from '../signing/letter-proof.js';
import type { RefusedReading } from './refused-page-query.js';

type Dated = RefusedMessageView & { readonly moment: number };

export function refusedMessagesView({
  messages,
  calls,
  forged,
  tickets,
  agencies,
}: RefusedReading): RefusedMessagesView {
  const all: Dated[] = [
    ...messages.map((message) => messageRow(message, agencies)),
    ...calls.map(callRow),
    ...forged.map((request) => forgedRow(request, tickets)),
  ].sort((a, b) => b.moment - a.moment);
  const [newest] = all;
  return {
    summary: newest ? `${count(all.length)} tin; mới nhất ${newest.when}.` : 'Không có tin nào.',
    messages: all,
    olderHref: null,
  };
}

interface Meaning {
  readonly kind: RefusalKind;
  readonly outcome: string;
}

const MESSAGES: Partial<Record<InboxMessageEntity['state'], Meaning>> = {
  refused: {
    kind: 'unreadable',
    outcome: 'Đã báo lỗi cho hệ thống quản lý văn bản; bản gốc được giữ lại. Hỏi nơi gửi để gửi lại.',
  },
  changed: { kind: 'changedContent', outcome: 'Giữ bản đầu. Hỏi lại nơi gửi trước khi làm tiếp.' },
  duplicate: { kind: 'replayed', outcome: 'Bỏ qua, không đổi gì. Không cần làm gì.' },
  task: { kind: 'needsDecision', outcome: 'Chưa áp dụng; văn thư quyết định.' },
};

const SENT_OTHERWISE = 'Hệ thống quản lý văn bản giao lại tin này dưới cùng mã nhưng nội dung khác.';
/** What was applied opens through its ticket alone. */
const LOOKED_AT: readonly InboxMessageEntity['state'][] = ['refused', 'changed', 'task', 'duplicate'];

const UNREADABLE: Meaning = { kind: 'unreadable', outcome: 'Bản gốc được giữ lại.' };

const OTHER_CONTENT: Meaning = {
  kind: 'changedContent',
  outcome: 'Giữ bản đầu; bản sau lưu riêng, đã báo hệ thống quản lý văn bản không nhận. Hỏi lại nơi gửi.',
};

function meaningOf({ state, returnedAt, otherSha256 }: InboxMessageEntity): Meaning {
  if (otherSha256 !== null) return OTHER_CONTENT;
  if (returnedAt === null) return MESSAGES[state] ?? UNREADABLE;
  const told = `Đã trả lại nơi gửi lúc ${shortMoment(returnedAt)} (trạng thái 02, kèm lý do); không vào sổ, bản gốc được giữ lại.`;
  return { kind: 'returned', outcome: `${told} Văn bản gấp thì gọi nơi gửi; gửi lại bản đạt sẽ tự vào sổ.` };
}

function messageRow(message: InboxMessageEntity, agencies: ReadonlyMap<string, string>): Dated {
  const { kind, outcome } = meaningOf(message);
  return {
    ...datedAt(message.otherSeenAt ?? message.receivedAt),
    id: message.id,
    kind,
    outcome,
    from: agencies.get(message.fromAgency) ?? message.fromAgency,
    messageId: message.documentId ?? message.remoteId,
    reason: message.otherSha256 === null ? (message.reason ?? 'Không ghi lý do.') : SENT_OTHERWISE,
    subject: message.state === 'task' ? { label: 'Xem và quyết định', href: '/trao-doi/viec' } : null,
    originalHref: LOOKED_AT.includes(message.state) ? `/tep/tin-loi/${message.id}` : null,
    historyHref: messageHistoryHref(message.id),
  };
}

/** The e-office's door names what it refused by the codes of its contract, the sign-in page by its own. */
const CALLS: Readonly<Record<string, Meaning>> = {
  'EO-AUTH': { kind: 'notAllowed', outcome: 'Không cho vào, không đổi gì. Nếu lặp lại, báo quản trị hệ thống.' },
  'EO-FORBIDDEN': { kind: 'notAllowed', outcome: 'Không cho vào, không đổi gì. Nếu lặp lại, báo quản trị hệ thống.' },
  'sign-in-refused': {
    kind: 'notAllowed',
    outcome: 'Không cho vào. Nếu lặp lại, hỏi người có tài khoản và báo quản trị hệ thống.',
  },
  'EO-DUPLICATE': { kind: 'replayed', outcome: 'Bỏ qua, không đổi gì. Không cần làm gì.' },
  'EO-CONFLICT': { kind: 'changedContent', outcome: 'Giữ bản đầu. Hỏi lại nơi gửi trước khi làm tiếp.' },
};

const UNREADABLE_CALL: Meaning = {
  kind: 'unreadable',
  outcome: 'Không đổi gì; phần mềm tự hỏi lại hệ thống quản lý văn bản nên không mất tin.',
};

function callRow({ id, at, door, code, reason, rawSha256 }: RefusedCallEntity): Dated {
  const { kind, outcome } = CALLS[code] ?? UNREADABLE_CALL;
  return {
    ...datedAt(at),
    id,
    kind,
    outcome,
    from: DOOR_WORDS[door] ?? door,
    messageId: null,
    reason,
    subject: null,
    originalHref: rawSha256 === null ? null : `/tep/tin-loi/${id}`,
    historyHref: null,
  };
}

function forgedRow(request: SignatureRequestEntity, tickets: readonly SeenTicket[]): Dated {
  const ticket = tickets.find(({ id }) => id === request.caseId);
  const proof = proofOf(request);
  const [worst] = proof ? proofLines(proof) : [];
  return {
    ...datedAt(request.lastLookAt ?? request.createdAt),
    id: request.id,
    kind: 'forgedSignedFile',
    from: 'Hệ thống ký số',
    messageId: request.remoteId,
    reason: worst ? `${worst.name}: ${worst.finding}` : (request.comment ?? 'Tệp trả về không đạt kiểm tra.'),
    outcome: 'Không phát hành. Xem từng mục kiểm tra ở trang Trình ký.',
    subject: { label: ticket?.code ?? 'Xem', href: `/trinh-ky/${request.id}` },
    originalHref: null,
    historyHref: null,
  };
}

function datedAt(at: Date): { readonly at: string; readonly when: string; readonly moment: number } {
  return { at: isoInVietnam(at), when: shortMoment(at), moment: at.getTime() };
}
