import type { Names } from '../kit/names.js';
import { fullTitle, unitName } from '../kit/names.js';
import { shortMoment } from '../kit/words/time.js';
import type { ReadItem, WaitingItem } from '../../tickets/index.js';
import { rejectionWords, returnWords } from '../../tickets/domain/refusal.js';
import type { ProposedWish } from '../../tickets/domain/decisions/proposed-decision.js';
import { TICKET_ACTS } from '../../tickets/domain/ticket-acts.js';
import { ticketPill, type Today } from '../deadlines/ticket-deadline.js';
import { ticketStateLabel } from '../kit/words/states.js';
import type { DecisionCardView, DecisionQueueView } from './decision-queue-page.js';
import type { DecisionQueueReading } from './decision-queue-page-query.js';

/** `proposal.id.ticketId.12`: what is decided on, as it was read. */
export function writeItem({ kind, id, ticketId, seen }: ReadItem): string {
  return [kind, id, ticketId, String(seen)].join('.');
}

/** @param back the list in which tickets were chosen; null where everything is shown that waits */
export function decisionQueueView(
  { items, names }: DecisionQueueReading,
  today: Today,
  back: string | null,
): DecisionQueueView {
  return { back, cards: items.map((item) => cardView(item, names, today)) };
}

function cardView(item: WaitingItem, names: Names, today: Today): DecisionCardView {
  const { ticket, kind, id, at } = item;
  // Where something is withheld from the reader, the words stand on the ticket's page as that page masks them; nobody agrees to what they have not read.
  const isWhole = ticket.text.whole;
  return {
    key: id,
    value: writeItem({ kind, id, ticketId: ticket.id, seen: ticket.version }),
    href: `/phieu/${ticket.id}`,
    code: ticket.code,
    subject: ticket.subject,
    state: ticketStateLabel(ticket.state),
    deadline: ticketPill(ticket, today),
    words: ticket.words.text,
    by: `${byOf(item, names)}, ${shortMoment(at)}`,
    asks: asksOf(item),
    mayAgree: isWhole,
    wording: isWhole ? wordingOf(item, names) : 'Mở phiếu để xem nội dung và quyết định tại phiếu.',
    directive: isWhole && kind === 'proposal' ? directiveOf(item.proposal.wish) : null,
  };
}

function byOf(item: WaitingItem, names: Names): string {
  if (item.kind === 'proposal') return `${item.proposal.proposedByName} đề xuất`;
  if (item.kind === 'answer') return `${fullTitle(names, item.answer.proposedById) ?? 'Đơn vị'} trình`;
  const { askedById } = item.kind === 'extension' ? item.extension : item.publication;
  return `${fullTitle(names, askedById) ?? 'Đơn vị'} đề nghị`;
}

function asksOf(item: WaitingItem): string {
  switch (item.kind) {
    case 'proposal':
      return TICKET_ACTS[item.proposal.act].words;
    case 'extension':
      return `Gia hạn ${String(item.extension.workingDays)} ngày làm việc`;
    case 'publication':
      return 'Công khai kết quả';
    case 'answer':
      return 'Trả lời trực tiếp người phản ánh';
  }
}

/** The final text that is sent once it is agreed to. */
function wordingOf(item: WaitingItem, names: Names): string {
  switch (item.kind) {
    case 'proposal':
      return proposedWords(item.proposal.wish, item.ticket.nature, names);
    case 'extension':
      return `Lý do: ${item.extension.reason}\nViệc đã làm (người phản ánh đọc): ${item.extension.progress}`;
    case 'publication':
      return `${item.publication.title}\n${item.publication.text}`;
    case 'answer':
      return `${item.answer.text}\n${evidenceWords(item.answer.noEvidenceReason)}`;
  }
}

function evidenceWords(noEvidenceReason: string | null): string {
  return noEvidenceReason === null
    ? 'Tài liệu chứng minh: xem tại phiếu.'
    : `Không có tài liệu chứng minh: ${noEvidenceReason}`;
}

function proposedWords(wish: ProposedWish, nature: Parameters<typeof returnWords>[1], names: Names): string {
  switch (wish.act) {
    case 'return':
      return returnWords(wish.given, nature);
    case 'reject':
      return rejectionWords(wish.given);
    case 'rejectUnfounded':
      return rejectionWords({ reason: 'insufficientInformation', text: wish.given.text });
    case 'assign': {
      const { unitId, officerId, coordinators = [] } = wish.given;
      const helping = coordinators.map((ask) => `${unitName(names, ask.unitId) ?? ''} (${ask.question})`);
      return [
        `${unitName(names, unitId) ?? ''} chủ trì, cán bộ đầu mối ${fullTitle(names, officerId) ?? ''}.`,
        ...(helping.length === 0 ? [] : [`Phối hợp: ${helping.join('; ')}.`]),
      ].join('\n');
    }
  }
}

function directiveOf(wish: ProposedWish): string | null {
  return wish.act === 'assign' ? (wish.given.directive ?? '') : null;
}
