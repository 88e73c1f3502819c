import {
  isRecallable,
  mayDecideRecall,
  mayProposeRecall,
  RECALL_REASON,
  sendingAfterRecall,
} from '../../exchange/domain/recall.js';
import { isReachedByExchange } from '../../documents/domain/correspondent.js';
import { isTheAnswer } from '../../documents/domain/after-release.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { count } from '../kit/words/numbers.js';
import type { OutgoingReading } from '../documents/outgoing-reading.js';
import { area } from '../kit/form/field-kinds.js';
import { defineForm, PRESS } from '../kit/form/posted-form.js';

/** What this person may do about recalling a document: propose it, or decide what another proposed. */
export function recallActs(reading: OutgoingReading): readonly ActFormView[] {
  const { document, recalls, actor } = reading;
  if (!isRecallable(document)) return [];
  const waiting = recalls.find(({ decision }) => decision === null);
  if (waiting === undefined) return mayProposeRecall(actor) ? [proposing(reading)] : [];
  if (!mayDecideRecall(actor, waiting)) return [];
  const lead = `${waiting.proposedByName} đề nghị thu hồi: ${waiting.reason}`;
  return [granting(reading, lead), refusing(reading, lead)];
}

const MORE = { required: true, maxLength: RECALL_REASON.longest };

export const proposingRecall = defineForm({
  reason: area('Lý do thu hồi', { hint: 'Nơi nhận đọc được lý do này.', ...MORE }),
});

function proposing(reading: OutgoingReading): ActFormView {
  const frame = {
    id: 'thu-hoi',
    label: 'Đề nghị thu hồi…',
    action: `/van-ban-di/${reading.document.id}/thu-hoi`,
    submit: 'Trình lãnh đạo quyết định thu hồi',
    lead: consequences(reading),
  };
  return proposingRecall.draw(frame, reading.refused);
}

function granting(reading: OutgoingReading, lead: string): ActFormView {
  const frame = {
    id: 'dong-y-thu-hoi',
    label: 'Quyết định thu hồi…',
    action: `/van-ban-di/${reading.document.id}/thu-hoi/dong-y`,
    submit: 'Thu hồi văn bản',
    lead: `${lead}. ${consequences(reading)}`,
    warning: `Không hủy được việc thu hồi. ${answersTicket(reading) ? heardOfRecall(reading) : 'Nơi đã nhận qua liên thông được báo.'}`,
  };
  return PRESS.draw(frame, reading.refused);
}

export const refusingRecall = defineForm({ reason: area('Lý do không thu hồi', MORE) });

function refusing({ document, refused }: OutgoingReading, lead: string): ActFormView {
  const action = `/van-ban-di/${document.id}/thu-hoi/khong`;
  const frame = { id: 'khong-thu-hoi', label: 'Không thu hồi…', action, submit: 'Không thu hồi', lead };
  return refusingRecall.draw(frame, refused);
}

/** What happens to the line, to the recipients, and to the case. */
function consequences(reading: OutgoingReading): string {
  const { dispatches, ticket, document, links } = reading;
  const sendings = dispatches.filter(({ business }) => business !== 'revoke');
  const told = sendings.filter((sending) => sendingAfterRecall(sending) === 'told').length;
  return [
    'Số và tệp giữ nguyên trong sổ, ghi ĐÃ THU HỒI.',
    toldWords(told, sendings.length > 0 || answersTicket(reading)),
    ...(ticket === null ? [] : [ticketAfter(ticket.code, isTheAnswer(document, links.amendedBy))]),
  ].join(' ');
}

function toldWords(told: number, isExchanged: boolean): string {
  if (told > 0) return `${count(told)} nơi nhận được yêu cầu thu hồi và trả lời.`;
  return isExchanged
    ? 'Chưa nơi nào nhận: việc gửi được hủy.'
    : 'Văn bản không gửi qua liên thông: văn thư báo các nơi đã nhận bản giấy hoặc thư điện tử.';
}

function answersTicket({ document }: OutgoingReading): boolean {
  return document.replyToId !== null;
}

function ticketAfter(code: string, wasTheAnswer: boolean): string {
  return wasTheAnswer
    ? `Phiếu ${code} mở lại để trả lời bằng văn bản khác, hạn tính từ lúc thu hồi.`
    : `Phiếu ${code} không mở lại: văn bản trả lời vẫn còn.`;
}

/** Who gets an answer by post is told of its recall by nobody but the registry. */
function heardOfRecall({ answers }: OutgoingReading): string {
  return answers === null || isReachedByExchange(answers)
    ? 'Nơi nhận và Tổng đài được báo.'
    : 'Người phản ánh đã nhận ngoài liên thông: văn thư báo thu hồi bằng văn bản.';
}
