import type { LetterNews } from '../../../drafting/index.js';
import { findPrivate } from '../../../privacy/domain/find-private.js';

/** Who hears of a letter, by their part in it. */
export type LetterHearer =
  /** Who began it, who saved its present revision, and who put it up for signing. */
  | 'author'
  | 'unitHead'
  /** The person who owes the approval of the content: the head of its unit, or a leader where the letter answers no ticket and nobody else may. */
  | 'contentApprover'
  | 'formatChecker'
  /** The leader before whom it lies. */
  | 'signer'
  | 'registryClerk';

export interface LetterNotice {
  readonly hearers: readonly LetterHearer[];
  /** After the name of the letter: `Công văn trả lời phiếu PAKN.20260313.0019` … */
  readonly words: string;
  /** Whether the detail of the news is the reason, to be said where it leads to nobody. */
  readonly hasReason?: true;
}

const WRITERS = ['author', 'unitHead'] as const;

/**
 * Of which news people are told, and who: those for whom it waits now, and those to whom it came back. The rest stands on the page of the ticket alone.
 * That a ticket was answered, and what an override came to, is told elsewhere.
 */
const NOTICES: Readonly<Partial<Record<LetterNews, LetterNotice>>> = {
  sentForContent: { hearers: ['contentApprover'], words: 'chờ duyệt nội dung.' },
  contentApproved: { hearers: ['formatChecker'], words: 'đã duyệt nội dung, chờ kiểm tra thể thức.' },
  formatApproved: { hearers: ['author'], words: 'đã duyệt nội dung và thể thức. Trình lãnh đạo ký.' },
  givenBack: { hearers: WRITERS, words: 'bị trả lại để sửa.', hasReason: true },
  submitted: { hearers: ['signer'], words: 'chờ ký trên hệ thống quản lý văn bản.' },
  returnedByLeader: { hearers: WRITERS, words: 'bị lãnh đạo trả lại.', hasReason: true },
  rejectedByLeader: { hearers: WRITERS, words: 'bị lãnh đạo từ chối ký.', hasReason: true },
  cancelledByEOffice: { hearers: WRITERS, words: 'bị rút trình ký trên hệ thống quản lý văn bản.', hasReason: true },
  failedAtEOffice: { hearers: WRITERS, words: 'chưa ký được: hệ thống quản lý văn bản báo lỗi.', hasReason: true },
  // Its author and the registry are told where it was refused.
  refusedByEOffice: {
    hearers: ['unitHead'],
    words: 'không được hệ thống quản lý văn bản nhận để trình ký.',
    hasReason: true,
  },
  proofFailed: { hearers: [...WRITERS, 'registryClerk'], words: 'đã ký nhưng không đạt kiểm tra, chưa phát hành.' },
  leaderSigned: { hearers: ['registryClerk'], words: 'đã ký, kiểm tra đạt. Chờ lấy số, đóng dấu.' },
  signedOnOverride: { hearers: ['registryClerk'], words: 'đã ký, được cho phép dùng. Chờ lấy số, đóng dấu.' },
  sealFailed: { hearers: ['registryClerk', ...WRITERS], words: 'đóng dấu không thành công, chưa phát hành.' },
  numberVoided: { hearers: WRITERS, words: 'bị hủy số, đã trả về người soạn.', hasReason: true },
  signatureWithdrawn: { hearers: WRITERS, words: 'đã rút trình ký, trả về người soạn.', hasReason: true },
  notTakenBack: {
    hearers: ['registryClerk', 'author'],
    words: 'chưa rút được trên hệ thống quản lý văn bản. Rút tay trên hệ thống đó.',
  },
  signedTooLate: { hearers: [...WRITERS, 'registryClerk'], words: 'được ký sau khi đã rút; không phát hành bản này.' },
  released: { hearers: WRITERS, words: 'đã phát hành.' },
};

/** Whom a piece of news about a letter is told, and how; null where its page says enough. */
export function letterNotice(news: LetterNews): LetterNotice | null {
  return NOTICES[news] ?? null;
}

/**
 * The words of a notice. A reason that may lead to a person is not repeated, for notices are mailed.
 *
 * @param letter `Công văn trả lời phiếu PAKN.20260313.0019`
 * @param detail what the news says besides; `''` where it says nothing
 */
export function letterNoticeWords({ words, hasReason }: LetterNotice, letter: string, detail: string): string {
  const said = `${letter} ${words}`;
  if (hasReason !== true || detail.trim() === '') return said;
  const reason = detail.trim();
  return findPrivate(reason).length === 0 ? `${said} Lý do: ${reason}` : `${said} Mở văn bản để xem lý do.`;
}
