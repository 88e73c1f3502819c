import { isoInVietnam } from '../../kernel/civil-date.js';
import type { HotlineEvent } from './events.js';

/** What is told of a ticket: facts without a word of anybody. */
export interface ToldTicket {
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
export function messageOf(event: HotlineEvent, at: Date, ticket: ToldTicket): string {
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
