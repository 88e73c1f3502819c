import { FLAGGERS } from '../../commendations/domain/policy.js';
import { hasRole } from '../../kernel/actor.js';
import type { MatterView } from './matter.js';
import { FLAG } from '../commendations/commendation-forms.js';
import type { TicketReading } from './ticket-reading.js';

/** An answered ticket may have changed a rule or a way of working: the officers who work on tickets say so (source letter, part 3). */
export function ticketMeritMatters({ actor, ticket }: TicketReading): readonly MatterView[] {
  if (ticket.answeredAt === null || !hasRole(actor, ...FLAGGERS)) return [];
  const href = `${FLAG}?phieu=${encodeURIComponent(ticket.code)}`;
  const detail = 'Quy định được sửa, cách làm được đổi: ghi lại để đề nghị khen thưởng.';
  return [
    {
      id: 'ghi-nhan',
      heading: 'Phản ánh hiệu quả',
      rows: [{ icon: 'plus', title: 'Ghi nhận việc phản ánh đã làm thay đổi', href, detail }],
      forms: [],
    },
  ];
}
