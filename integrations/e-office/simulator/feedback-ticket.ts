import { z } from 'zod';

/** Where the citizen spoke. */
export const FEEDBACK_CHANNELS = ['phone', 'web', 'sms', 'app'] as const;

export const FEEDBACK_KINDS = ['feedback', 'petition'] as const;

const line = z.string().trim().min(1).max(300);
const maybeLine = z
  .string()
  .trim()
  .max(300)
  .transform((text) => text || undefined)
  .optional();

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
    phone: maybeLine,
    email: maybeLine,
    address: maybeLine,
    keepSecret: z.boolean(),
  }),
});

export type FeedbackDraft = z.output<typeof feedbackDraft>;

/** The draft once it is sent: numbered, with the names of its files. */
export const feedbackTicket = feedbackDraft.extend({ hotlineCode: line, files: z.array(z.string()) });

export type FeedbackTicket = z.output<typeof feedbackTicket>;
