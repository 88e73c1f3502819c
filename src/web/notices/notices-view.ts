import { isoInVietnam } from '../../kernel/civil-date.js';
import type { NoticeEntity, QuietChoice } from '../../notices/index.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { choicesForm } from './notice-choices-form.js';
import type { NoticeGroup, NoticeRow, NoticesView } from './notices-page.js';
import { count } from '../kit/words/numbers.js';
import { shortMoment } from '../kit/words/time.js';

/** The data for the page of one's notices. */
export interface NoticesReading {
  readonly notices: readonly NoticeEntity[];
  readonly unread: number;
  /** What this person is not rung for. */
  readonly quiet: readonly QuietChoice[];
  /** Whether mails are sent here at all. */
  readonly isMailed: boolean;
  /** Of the tickets named, those that this person may see today, with their subjects. */
  readonly visible: ReadonlyMap<string, string>;
  /** Number of the last one shown, when older ones follow. */
  readonly older: number | null;
  /** Null for those who do not look after the software. */
  readonly mail: { readonly available: boolean; readonly refused: number } | null;
}

/** Who no longer sees a ticket learns no more of it than that. */
const OUT_OF_SIGHT = 'Phiếu này nay do người khác phụ trách.';

export function noticesView(reading: NoticesReading, refused: RefusedAct | null): NoticesView {
  const { notices, unread, visible, older, mail } = reading;
  const [newest] = notices;
  return {
    summary: unread === 0 ? 'Đã đọc hết.' : `${count(unread)} chưa đọc.`,
    groups: groupsOf(notices, visible),
    allReadAction: unread > 0 && newest ? `/thong-bao/den/${newest.seq}/da-doc` : null,
    mail: mail && mailWords(mail),
    choices: choicesForm(reading, refused),
    olderHref: older === null ? null : `/thong-bao?truoc=${older}`,
  };
}

/** What was told about one ticket stands together, at the place of its newest notice. */
function groupsOf(notices: NoticesReading['notices'], visible: NoticesReading['visible']): readonly NoticeGroup[] {
  const subjectOf = ({ ticketId, seq }: NoticeEntity): string | number => ticketId ?? seq;
  return [...new Set(notices.map(subjectOf))].map((subject) => {
    const told = notices.filter((notice) => subjectOf(notice) === subject);
    return { ticket: ticketOf(told[0], visible), rows: told.map((notice) => noticeRow(notice, visible)) };
  });
}

function ticketOf(notice: NoticeEntity | undefined, visible: NoticesReading['visible']): NoticeGroup['ticket'] {
  const { ticketId = null, code = null } = notice ?? {};
  const subject = visible.get(ticketId ?? '');
  if (ticketId === null || code === null || subject === undefined) return null;
  return { code, subject, href: `/phieu/${ticketId}` };
}

function noticeRow(notice: NoticeEntity, visible: NoticesReading['visible']): NoticeRow {
  const { seq, at, kind, ticketId, words, readAt } = notice;
  const sees = ticketId === null || visible.has(ticketId);
  return {
    seq,
    at: isoInVietnam(at),
    when: shortMoment(at),
    overdue: sees && kind === 'overdue',
    unread: readAt === null,
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
