import { isoInVietnam } from '../../kernel/civil-date.js';
import type { HotlineEvent } from './events.js';

/** The ticket in a webhook: codes, state and dates, nothing that a person wrote. */
export interface TicketPayload {
  readonly code: string;
  readonly hotlineCode: string | null;
  readonly category: string;
  readonly open: boolean;
  readonly standing: string;
  readonly dueAt: Date;
}

/**
 * The bytes of a message, as Standard Webhooks recommends them: type, moment, data. They hold nothing that a citizen or a member of staff wrote; a receiver
 * that may read such text asks Open311.
 */
export function webhookPayload(event: HotlineEvent, at: Date, ticket: TicketPayload): string {
  return JSON.stringify({
    type: event,
    timestamp: isoInVietnam(at),
    data: {
      service_request_id: ticket.code,
      hotline_code: ticket.hotlineCode,
      service_code: ticket.category,
      status: ticket.open ? 'open' : 'closed',
      status_notes: ticket.standing,
      expected_datetime: isoInVietnam(ticket.dueAt),
    },
  });
}
