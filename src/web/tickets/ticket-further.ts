import { arrivalWords } from '../../documents/domain/arrival/arrival-number.js';
import { SYSTEM } from '../../kernel/actor.js';
import {
  FURTHER_DECISIONS,
  FURTHER_REASON,
  FURTHER_WORDS,
  OWN_SENDER_ENDED,
  reopensForSender,
  settlesFurtherDocuments,
} from '../../tickets/domain/intake/further-document.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { MatterView } from './matter.js';
import type { RowView } from '../kit/row-list.js';
import { atStart, shortMoment } from '../kit/words/time.js';
import { incomingHref } from '../documents/pair.js';
import type { TicketReading } from './ticket-reading.js';
import { area, choices, radios } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

type Further = TicketReading['further'][number];

/** What the hotline sent about the ticket later, and what the desk still has to make of it. */
export function ticketFurtherMatters(reading: TicketReading): readonly MatterView[] {
  const { further, actor } = reading;
  if (further.length === 0) return [];
  const owed = further.filter(({ sent }) => sent.decision === null);
  return [
    {
      id: 'gui-them',
      heading: 'Văn bản gửi thêm',
      rows: further.map(furtherRow),
      text: further.flatMap(({ sent }) => sent.words ?? []).join('\n\n'),
      forms: settlesFurtherDocuments(actor) ? owed.map((one) => settling(one, reading)) : [],
    },
  ];
}

function furtherRow({ sent, document }: Further): RowView {
  const title = `${atStart(arrivalWords(document))}: ${document.subject}`;
  const href = incomingHref(document);
  const at = `đến ${shortMoment(sent.arrivedAt)}`;
  if (sent.decision === null)
    return { icon: 'warn', tone: 'bad', title, href, detail: `${at}; phiếu đã kết thúc, Văn thư chưa xử lý` };
  if (sent.opened !== null) return openedRow(sent.opened, title, at);
  const shared =
    sent.decidedById === SYSTEM.id
      ? 'giải quyết chung với phiếu'
      : FURTHER_WORDS[sent.decision].toLocaleLowerCase('vi');
  return { icon: 'link', title, href, detail: `${at}; ${shared}` };
}

/** Who may not see the ticket that was opened reads its code alone. */
function openedRow({ id, code, seen }: NonNullable<Further['sent']['opened']>, title: string, at: string): RowView {
  const row: RowView = { icon: 'link', title, detail: `${at}; mở thành phiếu mới ${code}` };
  return seen ? { ...row, href: `/phieu/${id}` } : row;
}

export const settlingFurther = defineForm({
  decision: radios('Cách xử lý', choices(FURTHER_DECISIONS, FURTHER_WORDS), {
    ...{ needed: 'Chọn cách xử lý văn bản gửi thêm.', required: true },
  }),
  reason: area('Lý do', {
    hint: `Từ ${String(FURTHER_REASON.shortest)} ký tự. Mở lại thì ghi nội dung chưa được giải quyết theo ý kiến người phản ánh.`,
    ...{ required: true, maxLength: FURTHER_REASON.longest },
  }),
});

function settling({ sent, document }: Further, reading: TicketReading): ActFormView {
  const { ticket, reopening, refused } = reading;
  const frame = {
    id: `gui-them-${sent.documentId}`,
    label: `Xử lý văn bản ${arrivalWords(document)}…`,
    action: `/phieu/${ticket.id}/gui-them/${sent.documentId}`,
    submit: 'Ghi cách xử lý',
    lead: settlingLead(reading),
    warning: 'Tổng đài 1022 được báo kết quả của văn bản này.',
    open: true,
  };
  const possible = FURTHER_DECISIONS.filter((decision) => decision !== 'reopened' || reopening.possible);
  return settlingFurther.draw(frame, refused, { decision: { options: choices(possible, FURTHER_WORDS) } });
}

/** Which ways there are, and why not the others. */
function settlingLead({ ticket, reopening }: TicketReading): string {
  if (!reopensForSender(ticket)) return OWN_SENDER_ENDED;
  const { code, open, possible } = reopening;
  const which = code === ticket.code ? 'Phiếu này' : `Phiếu nhận gộp ${code}`;
  if (open) return `${which} đang được giải quyết: cùng việc thì lưu kèm, việc khác thì mở phiếu mới.`;
  if (!possible)
    return `${which} không mở lại được nữa: có tình tiết mới thì mở phiếu mới, thời hạn tính từ lúc văn bản đến.`;
  const reopened = code === ticket.code ? '' : ` Mở lại là mở phiếu nhận gộp ${code}.`;
  return `Mở lại khi người phản ánh cho là chưa giải quyết xong; mở phiếu mới khi là việc khác.${reopened}`;
}
