import type { ActFormView } from '../kit/acts/act-form.js';
import type { TicketReading } from './ticket-reading.js';
import { PRESS } from '../kit/form/posted-form.js';

/** What its unit may do with the letter of a ticket besides writing it. */
export function ticketLetterActs(reading: TicketReading): readonly ActFormView[] {
  const { ticket, drafts, may } = reading;
  const written = drafts.some(({ round, state }) => round === ticket.cycle && state === 'editing');
  return may.acts.has('dropReply') && written ? [dropping(reading)] : [];
}

function dropping({ ticket, refused }: TicketReading): ActFormView {
  const frame = {
    id: 'bo-du-thao',
    label: 'Bỏ bản thảo công văn…',
    action: `/phieu/${ticket.id}/bo-du-thao`,
    submit: 'Bỏ bản thảo',
    lead: 'Bản thảo được rút, nội dung vẫn lưu. Phiếu tiếp tục được xử lý: trả lời trực tiếp, xin ý kiến, đề nghị người phản ánh bổ sung, hoặc dự thảo công văn khác.',
  };
  return PRESS.draw(frame, refused);
}
