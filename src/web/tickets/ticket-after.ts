import { z } from 'zod';
import { isForSupervision, REOPENING_LENGTHS, WITHDRAWAL_LENGTHS } from '../../tickets/domain/deadlines/cycle.js';
import { STAR_WORDS, STARS, suggestsReopening } from '../../tickets/domain/reply/rating.js';
import type { SeenLife } from '../../tickets/index.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { MatterView } from './matter.js';
import type { RowView } from '../kit/row-list.js';
import { dueMoment, shortMoment } from '../kit/words/time.js';
import { mayEndAlone, sharedEndWords } from './ticket-merge-view.js';
import type { TicketReading } from './ticket-reading.js';
import { isToldByItself } from '../exchange/told-citizen.js';
import { area, field } from '../kit/form/field-kinds.js';
import { defineForm, PRESS } from '../kit/form/posted-form.js';

type Rating = SeenLife['ratings'][number];

const NOT_THE_SENDER = 'Không ghi họ tên, số điện thoại của người phản ánh.';

/** What the citizen says through the clerk, and the end of the ticket. */
export function ticketAfterActs(reading: TicketReading): readonly ActFormView[] {
  const { acts } = reading.may;
  return [
    ...(acts.has('withdraw') && mayEndAlone(reading) ? [withdrawingForm(reading)] : []),
    ...(acts.has('close') ? [closingForm(reading)] : []),
  ];
}

/** What follows an answer: the citizen's judgement, and reopening. */
export function ticketAfterMatters(reading: TicketReading): readonly MatterView[] {
  const { ticket, life, may } = reading;
  const rows = [...life.ratings.toReversed().map((one) => ratingRow(one, reading)), ...cycleRows(reading)];
  const forms = [
    ...(may.acts.has('rate') ? [ratingForm(reading)] : []),
    ...(may.acts.has('reopen') ? [reopeningForm(reading)] : []),
  ];
  if (rows.length + forms.length === 0) return [];
  return [{ id: 'danh-gia', heading: ticket.answeredAt === null ? 'Các lần xử lý' : 'Sau khi trả lời', rows, forms }];
}

/** Stars and words of the citizen; never who wrote. */
function ratingRow({ stars, comment, ratedAt, cycle }: Rating, { ticket }: TicketReading): RowView {
  const words = STARS.find((one) => one === stars);
  const facts = [shortMoment(ratedAt), ...(ticket.cycle > 1 ? [`lần xử lý ${String(cycle)}`] : [])].join(' · ');
  return {
    icon: suggestsReopening(stars) ? 'warn' : 'check',
    tone: suggestsReopening(stars) ? 'bad' : 'ok',
    title: `Người phản ánh đánh giá ${String(stars)} trên 5${words === undefined ? '' : `: ${STAR_WORDS[words]}`}`,
    detail: comment === null ? facts : `“${comment}” · ${facts}`,
  };
}

function cycleRows({ ticket, now }: TicketReading): readonly RowView[] {
  const { cycle, ratingEndsAt, reopenEndsAt, state } = ticket;
  const rows: RowView[] = [];
  if (cycle > 1) {
    const detail = isForSupervision(ticket)
      ? 'Đã mở lại quá số lần quy định; bộ phận giám sát quyết định đơn vị xử lý.'
      : `Còn được mở lại ${String(ticket.reopeningsLeft)} lần.`;
    rows.push({ icon: 'refresh', title: `Lần xử lý ${String(cycle)}`, detail });
  }
  if (ratingEndsAt !== null && ticket.rating === null && state !== 'closed') {
    const over = now > ratingEndsAt ? 'Đã hết thời gian người phản ánh đánh giá' : 'Người phản ánh chưa đánh giá';
    rows.push({ icon: 'clock', title: over, detail: `đến ${dueMoment(ratingEndsAt)}` });
  }
  if (reopenEndsAt !== null && now <= reopenEndsAt) {
    rows.push({
      icon: 'clock',
      title: 'Còn trong thời gian được phản ánh lại',
      detail: `đến ${dueMoment(reopenEndsAt)}`,
    });
  }
  return rows;
}

export const rating = defineForm({
  stars: field('radios', 'Mức hài lòng', z.coerce.number('Chọn số sao từ 1 đến 5.').default(0), {
    required: true,
    options: STARS.toReversed().map((stars) => ({
      value: String(stars),
      label: `${String(stars)} – ${STAR_WORDS[stars]}`,
    })),
  }),
  comment: area('Ý kiến của người phản ánh', {
    hint: 'Không bắt buộc. Họ tên, số điện thoại trong ý kiến được che trước khi lưu.',
    maxLength: 2000,
  }),
});

function ratingForm({ ticket, refused }: TicketReading): ActFormView {
  const frame = {
    id: 'ghi-danh-gia',
    label: 'Ghi đánh giá của người phản ánh…',
    action: `/phieu/${ticket.id}/danh-gia`,
    submit: 'Ghi đánh giá',
    lead: 'Ghi đúng nguyên văn ý kiến. Đơn vị xử lý thấy số sao và ý kiến, không thấy ai đánh giá.',
  };
  return rating.draw(frame, refused);
}

export const reopening = defineForm({
  reason: area('Nội dung chưa được giải quyết theo ý kiến người phản ánh', {
    hint: `Từ ${String(REOPENING_LENGTHS.shortest)} ký tự. ${NOT_THE_SENDER}`,
    required: true,
    maxLength: REOPENING_LENGTHS.longest,
  }),
});

function reopeningForm({ ticket, refused }: TicketReading): ActFormView {
  const last = isForSupervision({ reopeningsLeft: ticket.reopeningsLeft - 1 });
  const frame = {
    id: 'mo-lai',
    label: 'Mở lại phiếu…',
    action: `/phieu/${ticket.id}/mo-lai`,
    submit: 'Mở lại phiếu',
    lead: last
      ? 'Phiếu đã mở lại đủ số lần quy định: lần này bộ phận giám sát quyết định đơn vị xử lý.'
      : 'Đơn vị đã trả lời được đề nghị xử lý lại; hạn trả lời tính mới từ lúc mở lại.',
    warning: isToldByItself(ticket) ? 'Tổng đài 1022 nhận được tin mở lại.' : null,
    open: ticket.rating !== null && suggestsReopening(ticket.rating),
  };
  return reopening.draw(frame, refused);
}

function closingForm({ ticket, refused }: TicketReading): ActFormView {
  const frame = {
    id: 'dong',
    label: 'Kết thúc phiếu…',
    action: `/phieu/${ticket.id}/dong`,
    submit: 'Kết thúc phiếu',
    lead: 'Trong thời gian được phản ánh lại, người phản ánh vẫn mở lại được phiếu đã kết thúc.',
  };
  return PRESS.draw(frame, refused);
}

export const withdrawing = defineForm({
  reason: area('Thời điểm, lý do rút phản ánh', {
    hint: `Từ ${String(WITHDRAWAL_LENGTHS.shortest)} ký tự. ${NOT_THE_SENDER}`,
    required: true,
    maxLength: WITHDRAWAL_LENGTHS.longest,
  }),
});

function withdrawingForm(reading: TicketReading): ActFormView {
  const { ticket, refused } = reading;
  const frame = {
    id: 'rut',
    label: 'Người phản ánh rút phản ánh…',
    action: `/phieu/${ticket.id}/rut`,
    submit: 'Ghi người phản ánh rút',
    lead:
      sharedEndWords(reading, 'Việc của người phản ánh này kết thúc;') ??
      `Phiếu kết thúc, thời hạn dừng${isToldByItself(ticket) ? ', Tổng đài 1022 được báo' : ''}. Bản thảo đang soạn được rút.`,
  };
  return withdrawing.draw(frame, refused);
}
