import { z } from 'zod';

/** Where the citizen spoke. */
export const FEEDBACK_CHANNELS = ['phone', 'web', 'sms', 'app'] as const;

export const FEEDBACK_KINDS = ['feedback', 'petition'] as const;

const line = z.string().trim().min(1).max(300);
const optionalLine = z.string().trim().max(300).default('');

/** What an operator of the hotline writes down. */
export const feedbackDraft = z.object({
  kind: z.enum(FEEDBACK_KINDS),
  channel: z.enum(FEEDBACK_CHANNELS),
  category: line,
  place: line,
  subject: line,
  text: z.string().trim().min(1).max(20_000),
  sender: z.object({
    name: line,
    phone: optionalLine,
    email: optionalLine,
    address: optionalLine,
    keepSecret: z.boolean().default(false),
  }),
});

export type FeedbackDraft = z.output<typeof feedbackDraft>;

/** `phan-anh.json`, the attachment that tells the receiving software what the letter's text cannot. */
export const feedbackTicket = feedbackDraft.extend({
  hotlineCode: line,
  /** ISO 8601 with the zone of Việt Nam. */
  receivedAt: z.string(),
  /** Names of the attachments beside this one. */
  files: z.array(z.string()),
});

export type FeedbackTicket = z.output<typeof feedbackTicket>;

/** The name of the attachment that carries the ticket. */
export const TICKET_FILE = 'phan-anh.json';
