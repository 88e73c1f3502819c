import { z } from 'zod';
import { feedbackTicket, type FeedbackTicket } from '../feedback-ticket.js';
import { storedInstant, type SimulatorDatabase } from './database.js';

const counted = z.object({ number: z.int() });

const sentFeedback = z.object({
  hotlineCode: z.string(),
  documentId: z.string(),
  messageId: z.string(),
  sentAt: storedInstant,
  ticket: z.string().transform((text) => feedbackTicket.parse(JSON.parse(text))),
});

/** One citizen's feedback as the hotline sent it. */
export type SentFeedback = z.output<typeof sentFeedback>;

/** What the hotline has sent, each under its own code. */
export class FeedbackBook {
  constructor(private readonly database: SimulatorDatabase) {}

  /** The number of the next ticket of a day, from 1. @param day `yyyyMMdd` */
  nextNumber(day: string): number {
    return this.database.nextOf(`feedback:${day}`);
  }

  note(sent: Omit<SentFeedback, 'ticket' | 'hotlineCode'>, ticket: FeedbackTicket): void {
    this.database.run(
      'insert into feedback (hotlineCode, documentId, messageId, sentAt, ticket) values (?, ?, ?, ?, ?)',
      ticket.hotlineCode,
      sent.documentId,
      sent.messageId,
      sent.sentAt.toISOString(),
      JSON.stringify(ticket),
    );
  }

  find(hotlineCode: string): SentFeedback | undefined {
    return this.database.first(sentFeedback, 'select * from feedback where hotlineCode = ?', hotlineCode);
  }

  /** The last that were sent, newest first. */
  newest(count: number): SentFeedback[] {
    return this.database.all(sentFeedback, 'select * from feedback order by position desc limit ?', count);
  }

  count(): number {
    return this.database.first(counted, 'select count(*) as number from feedback')?.number ?? 0;
  }
}
