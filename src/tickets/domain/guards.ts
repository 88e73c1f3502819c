import { hasHandIn, type Actor } from '../../kernel/actor.js';
import type { Evidence } from './reply/answer.js';
import type { Party } from './identity/parties.js';
import type { OwnEnd } from './intake/shared-matter.js';
import type { Nature, TicketState } from './ticket-state.js';

/** What the rules need to know of a ticket; every fact stands in its row, so that a page decides without further reading. */
export interface TicketInView {
  readonly state: TicketState;
  readonly nature: Nature;
  readonly leadUnitId: string | null;
  readonly officerId: string | null;
  /** Units that were asked to help. */
  readonly coordinators: readonly string[];
  /** Until when the lead unit accepts or declines; null while no unit leads. */
  readonly acceptBy: Date | null;
  readonly dueAt: Date;
  readonly extensionsLeft: number;
  /** Who has asked for more time and waits for the decision. */
  readonly extensionAskedById: string | null;
  /** Whether the citizen was asked once for what is missing, in this cycle. */
  readonly informationAsked: boolean;
  /** Whether the citizen let the time for it pass. */
  readonly informationLapsed: boolean;
  /** Who has put a direct answer up for approval. */
  readonly answerProposedById: string | null;
  /** How the result of this cycle is evidenced; null while it is not. */
  readonly evidence: Evidence | null;
  readonly publicationAskedById: string | null;
  readonly publishedAt: Date | null;
  /** The citizen's stars of this cycle, 1 to 5. */
  readonly rating: number | null;
  readonly ratingEndsAt: Date | null;
  readonly reopenEndsAt: Date | null;
  /** Below zero, the ticket has come back more often than the rules allow, and supervision decides who handles it. */
  readonly reopeningsLeft: number;
  /** How the matter of its own sender ended while it goes on for others. */
  readonly ownEnd: OwnEnd | null;
}

export interface Attempt {
  readonly ticket: TicketInView;
  readonly actor: Actor;
  readonly parties: readonly Party[];
  readonly now: Date;
}

/** The conditions of acts, each true when it does not stand in the way. */
export const GUARDS = {
  isFeedback: ({ ticket }: Attempt) => ticket.nature === 'feedback',
  /** A unit's head hands on only what is the unit's; what came back too often is handed out by supervision alone. */
  assignedWhereDue: ({ ticket, parties }: Attempt) => ticket.reopeningsLeft >= 0 || parties.includes('supervisor'),
  withinUnitAcknowledge: ({ ticket, now }: Attempt) => ticket.acceptBy !== null && now <= ticket.acceptBy,
  notAskedBefore: ({ ticket }: Attempt) => !ticket.informationAsked,
  informationHasLapsed: ({ ticket }: Attempt) => ticket.informationLapsed,
  beforeDue: ({ ticket, now }: Attempt) => now < ticket.dueAt,
  extensionLeft: ({ ticket }: Attempt) => ticket.extensionsLeft > 0,
  noExtensionAsked: ({ ticket }: Attempt) => ticket.extensionAskedById === null,
  extensionAsked: ({ ticket }: Attempt) => ticket.extensionAskedById !== null,
  askedByAnother: ({ ticket, actor }: Attempt) => !hasHandIn(actor, ticket.extensionAskedById),
  answerProposed: ({ ticket }: Attempt) => ticket.answerProposedById !== null,
  proposedByAnother: ({ ticket, actor }: Attempt) => !hasHandIn(actor, ticket.answerProposedById),
  notPublished: ({ ticket }: Attempt) => ticket.publishedAt === null,
  noPublicationAsked: ({ ticket }: Attempt) => ticket.publicationAskedById === null,
  publicationAsked: ({ ticket }: Attempt) => ticket.publicationAskedById !== null,
  publicationAskedByAnother: ({ ticket, actor }: Attempt) => !hasHandIn(actor, ticket.publicationAskedById),
  ratingOpen: ({ ticket, now }: Attempt) => ticket.ratingEndsAt !== null && now <= ticket.ratingEndsAt,
  notRated: ({ ticket }: Attempt) => ticket.rating === null,
  reopeningOpen: ({ ticket, now }: Attempt) => ticket.reopenEndsAt !== null && now <= ticket.reopenEndsAt,
  noAnswerProposed: ({ ticket }: Attempt) => ticket.answerProposedById === null,
  ownSenderWaits: ({ ticket }: Attempt) => ticket.ownEnd === null,
  evidenced: ({ ticket }: Attempt) => ticket.evidence !== null,
  notEvidenced: ({ ticket }: Attempt) => ticket.evidence === null,
  ratingOver: ({ ticket, now }: Attempt) =>
    ticket.rating !== null || ticket.ratingEndsAt === null || now > ticket.ratingEndsAt,
} as const satisfies Readonly<Record<string, (attempt: Attempt) => boolean>>;

export type Guard = keyof typeof GUARDS;

/** What the actor is told about a condition that is not met: why, and what to do instead. */
export const GUARD_WORDS: Readonly<Record<Guard, string>> = {
  isFeedback:
    'Nội dung là khiếu nại, tố cáo, bí mật nhà nước hoặc việc khẩn cấp nên không xử lý như phản ánh. Hướng dẫn người phản ánh và chuyển cơ quan có thẩm quyền.',
  assignedWhereDue: 'Phiếu đã mở lại quá số lần quy định; bộ phận giám sát quyết định đơn vị xử lý.',
  withinUnitAcknowledge: 'Đã quá thời hạn từ chối nhận việc. Trao đổi với người giao để giao lại.',
  notAskedBefore: 'Phiếu này đã có một lần chờ người phản ánh bổ sung; không tạm dừng lần nữa.',
  informationHasLapsed:
    'Chỉ kết thúc vì chưa đủ căn cứ khi đã đề nghị bổ sung mà người phản ánh không trả lời trong thời hạn.',
  beforeDue: 'Gia hạn phải xin trước khi đến hạn.',
  extensionLeft: 'Phiếu đã hết số lần được gia hạn.',
  noExtensionAsked: 'Đề nghị gia hạn trước còn chờ duyệt.',
  extensionAsked: 'Không có đề nghị gia hạn nào đang chờ duyệt.',
  askedByAnother: 'Người xin gia hạn không tự duyệt; người khác có thẩm quyền duyệt.',
  answerProposed: 'Không có câu trả lời trực tiếp nào đang chờ duyệt.',
  proposedByAnother: 'Người trình câu trả lời không tự duyệt; người khác có thẩm quyền duyệt.',
  notPublished: 'Kết quả đã được công khai.',
  noPublicationAsked: 'Đề nghị công khai trước còn chờ duyệt.',
  publicationAsked: 'Không có đề nghị công khai nào đang chờ duyệt.',
  publicationAskedByAnother: 'Người đề nghị công khai không tự duyệt; người khác có thẩm quyền duyệt.',
  ratingOpen: 'Đã hết thời gian người phản ánh đánh giá.',
  notRated: 'Người phản ánh đã đánh giá lần xử lý này.',
  reopeningOpen: 'Đã hết thời gian phản ánh lại; tiếp nhận thành phiếu mới.',
  noAnswerProposed: 'Câu trả lời trực tiếp đang chờ duyệt; lý do không có tài liệu ghi trong câu trả lời đó.',
  ownSenderWaits:
    'Việc của người phản ánh ở phiếu này đã kết thúc; phiếu giải quyết tiếp cho người phản ánh khác. Mở phiếu của người phản ánh đó để ghi.',
  evidenced: 'Phiếu chưa có tài liệu chứng minh. Thêm tài liệu, hoặc ghi lý do không có, rồi kết thúc phiếu.',
  notEvidenced: 'Phiếu đã có tài liệu chứng minh hoặc lý do không có.',
  ratingOver: 'Còn trong thời gian người phản ánh đánh giá nên chưa kết thúc phiếu.',
};
