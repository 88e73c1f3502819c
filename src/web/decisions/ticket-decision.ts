import { partiesOf } from '../../tickets/domain/deadlines/policy.js';
import { mayWithdraw } from '../../tickets/domain/decisions/who-decides.js';
import { TICKET_ACTS } from '../../tickets/domain/ticket-acts.js';
import { shortMoment } from '../kit/words/time.js';
import type { MatterView } from '../tickets/matter.js';
import type { TicketReading } from '../tickets/ticket-reading.js';
import { PRESS } from '../kit/form/posted-form.js';

/** What waits for a leader to decide about a ticket. */
export function ticketDecisionMatters({ ticket, decision, actor, refused }: TicketReading): readonly MatterView[] {
  if (decision === null) return [];
  const { id, act, proposedByName, proposedAt } = decision;
  const frame = {
    id: 'rut-de-xuat',
    label: 'Rút đề xuất…',
    action: `/phieu/${ticket.id}/rut-de-xuat/${id}`,
    submit: 'Rút đề xuất',
    lead: 'Phiếu giữ nguyên như đang có; đề xuất lại lúc nào cũng được.',
  };
  const withdrawing = PRESS.draw(frame, refused);
  return [
    {
      id: 'cho-quyet-dinh',
      heading: 'Chờ lãnh đạo quyết định',
      rows: [
        {
          icon: 'clock',
          title: `Đề xuất ${TICKET_ACTS[act].words.toLocaleLowerCase('vi')}`,
          detail: `${proposedByName}, ${shortMoment(proposedAt)}`,
        },
      ],
      forms: mayWithdraw(actor, partiesOf(actor, ticket), decision) ? [withdrawing] : [],
    },
  ];
}
