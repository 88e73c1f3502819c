import { isoInVietnam } from '../../kernel/civil-date.js';
import type { NoticeEntity } from '../../notices/index.js';
import type { NoticeRow, NoticesView } from './notices-page.js';
import { count } from '../kit/words/numbers.js';
import { shortMoment } from '../kit/words/time.js';

/** The data for the page of one's notices. */
export interface NoticesReading {
  readonly notices: readonly NoticeEntity[];
  readonly unread: number;
  /** Ids of the tickets, of those named, that this person may see today. */
  readonly visible: ReadonlySet<string>;
  /** Number of the last one shown, when older ones follow. */
  readonly older: number | null;
  /** Null for those who do not look after the software. */
  readonly mail: { readonly available: boolean; readonly refused: number } | null;
}

/** Who no longer sees a ticket learns no more of it than that. */
const OUT_OF_SIGHT = 'Phiếu này nay do người khác phụ trách.';

export function noticesView({ notices, unread, visible, older, mail }: NoticesReading): NoticesView {
  const [newest] = notices;
  return {
    summary: unread === 0 ? 'Đã đọc hết.' : `${count(unread)} chưa đọc.`,
    rows: notices.map((notice) => noticeRow(notice, visible)),
    allReadAction: unread > 0 && newest ? `/thong-bao/den/${newest.seq}/da-doc` : null,
    mail: mail && mailWords(mail),
    olderHref: older === null ? null : `/thong-bao?truoc=${older}`,
  };
}

function noticeRow(notice: NoticeEntity, visible: ReadonlySet<string>): NoticeRow {
  const { seq, at, kind, ticketId, code, words, readAt } = notice;
  const sees = ticketId === null || visible.has(ticketId);
  return {
    seq,
    at: isoInVietnam(at),
    when: shortMoment(at),
    overdue: sees && kind === 'overdue',
    unread: readAt === null,
    ticket: sees && ticketId !== null && code !== null ? { code, href: `/phieu/${ticketId}` } : null,
    words: sees ? words : OUT_OF_SIGHT,
    readAction: readAt === null ? `/thong-bao/${seq}/da-doc` : null,
  };
}

function mailWords({ available, refused }: NonNullable<NoticesReading['mail']>): string {
  if (!available) return 'Chưa đặt máy chủ thư (SMTP_URL) nên không gửi thư tổng hợp hằng ngày.';
  return refused === 0
    ? 'Thư tổng hợp hằng ngày đang được gửi.'
    : `Máy chủ thư đã từ chối ${count(refused)} thư tổng hợp; xem lý do ở “Giao dịch gửi không thành công”.`;
}
