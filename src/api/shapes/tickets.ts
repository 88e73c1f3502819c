import { z } from 'zod';
import { CATEGORIES, LEVELS } from '../../law/index.js';
import { INTAKE_CHANNELS } from '../../tickets/domain/intake/intake-channel.js';
import { NATURES, TICKET_STATES } from '../../tickets/domain/ticket-state.js';
import { cursorText, day, instant, name, next, number, optionalText, text } from './wire.js';

const states = z.array(z.enum(TICKET_STATES)).optional();
const size = number.pipe(z.int().min(1).max(200)).optional().meta({ description: 'Rows of a page, 50 by default.' });

/** What a list shows of a ticket: no sender, and not the citizen's text. */
export const ticketLine = z
  .object({
    id: z.string(),
    code: z.string(),
    subject: z.string(),
    channel: z.string(),
    place: z.string(),
    state: z.enum(TICKET_STATES),
    dueAt: instant,
    legalEndAt: instant,
    closedAt: instant.nullable(),
    latest: z.string(),
    leadUnitId: z.string().nullable(),
    officerId: z.string().nullable(),
  })
  .meta({ id: 'TicketLine' });

export const listQuery = z.strictObject({
  open: z.enum(['true', 'false']).optional(),
  state: states,
  unitId: z.string().optional(),
  officerId: z.string().optional(),
  dueFrom: instant.optional(),
  dueBefore: instant.optional(),
  size,
  cursor: cursorText,
});

export const ticketList = z.object({
  total: z.int().meta({ description: 'How many tickets the whole list holds.' }),
  tickets: z.array(ticketLine),
  next,
});

export const searchQuery = z.strictObject({
  words: text.optional(),
  code: text.optional(),
  person: text.optional(),
  unitId: z.string().optional(),
  from: day.optional(),
  to: day.optional(),
  state: states,
  category: z.enum(CATEGORIES).optional(),
  level: z.enum(LEVELS).optional(),
  size,
  cursor: cursorText,
});

export const foundTickets = z.object({
  exact: z.array(ticketLine).meta({
    description:
      'Code or number asked for whole, then subjects that hold the words as typed, marks included; on the first page alone.',
  }),
  tickets: z.array(ticketLine).meta({ description: 'Newest first.' }),
  next,
});

const actView = z
  .object({
    act: z.string(),
    words: z.string(),
    possible: z.boolean(),
    barrier: z.string().nullable().meta({ description: '`state`, `party`, or the condition that is not met.' }),
    why: z.string().nullable().meta({ description: 'The barrier in a sentence for people.' }),
  })
  .meta({ id: 'ActView' });

const senderView = z
  .object({
    masked: z
      .object({ initials: z.string(), phone: z.string(), email: z.boolean(), address: z.boolean() })
      .nullable()
      .meta({ description: 'Null for the unit complained about.' }),
    keepSecret: z.boolean(),
    anonymous: z.boolean(),
    withheld: z.string().nullable().meta({ description: 'Why the whole is not shown to you even for a purpose.' }),
    why: z.string().nullable(),
  })
  .meta({ id: 'SenderView' });

export const ticketFacts = z
  .object({
    id: z.string(),
    code: z.string(),
    version: z
      .int()
      .meta({ description: 'Grows with every act; send it back with an act that must not overlook one.' }),
    hotlineCode: z.string().nullable(),
    state: z.enum(TICKET_STATES),
    open: z.boolean(),
    cycle: z.int(),
    nature: z.enum(NATURES),
    kind: z.enum(['feedback', 'petition']),
    level: z.enum(LEVELS),
    category: z.enum(CATEGORIES),
    channel: z.string(),
    subject: z.string(),
    place: z.string(),
    words: z.object({ text: z.string(), redacted: z.boolean() }),
    sender: senderView,
    complete: z.boolean(),
    complainedUnit: name.nullable(),
    aboutNoUnit: z.boolean().meta({ description: 'Whether the desk has said that no unit is meant.' }),
    leadUnit: name.nullable(),
    officer: name.nullable(),
    coordinators: z.array(name),
    splitFromId: z.string().nullable(),
    mergedIntoId: z.string().nullable(),
    policyVersion: z.int(),
    startedAt: instant,
    dueAt: instant,
    legalEndAt: instant,
    pausedAt: instant.nullable(),
    acceptBy: instant.nullable(),
    extensionsLeft: z.int(),
    evidence: z.string().nullable(),
    answerMode: z.enum(['letter', 'direct']).nullable(),
    answeredAt: instant.nullable(),
    publishedAt: instant.nullable(),
    rating: z.int().nullable(),
    ratingEndsAt: instant.nullable(),
    reopenEndsAt: instant.nullable(),
    reopeningsLeft: z.int(),
    latest: z.string(),
    closedAt: instant.nullable(),
    acts: z.array(actView),
  })
  .meta({ id: 'Ticket' });

export const course = z.object({
  lines: z.array(
    z
      .object({
        id: z.string(),
        at: instant,
        by: z.string(),
        kind: z.string(),
        title: z.string(),
        text: z.string().nullable(),
        toHotline: z.boolean().meta({ description: 'Whether the citizen can read it.' }),
      })
      .meta({ id: 'CourseLine' }),
  ),
});

export const intakeBody = z.strictObject({
  channel: z.enum(INTAKE_CHANNELS),
  receivedAt: instant,
  words: text,
  subject: optionalText,
  place: optionalText,
  category: z.enum(CATEGORIES),
  level: z.enum(LEVELS),
  kind: z.enum(['feedback', 'petition']),
  complainedUnitId: z.string().nullable().default(null),
  senderName: optionalText,
  senderPhone: optionalText.meta({ description: 'Text, for it begins with 0.' }),
  senderEmail: optionalText,
  senderAddress: optionalText,
  keepSecret: z.boolean().default(false),
});

export const takenReply = z.object({
  ticketId: z.string(),
  decision: z
    .enum(['accept', 'acceptWithoutReply', 'reject'])
    .meta({ description: 'What the rules on unknown senders say; refused feedback is entered all the same.' }),
});

export const purposeBody = z.strictObject({
  purpose: text.meta({ description: 'What the identity is needed for; it stands in the journal.' }),
});

export const revealedReply = z.object({
  ticketId: z.string(),
  code: z.string(),
  purpose: z.string(),
  keepSecret: z.boolean(),
  senderName: z.string(),
  senderPhone: z.string(),
  senderEmail: z.string(),
  senderAddress: z.string(),
});

/** How a ticket stands after an act. */
export const standingReply = z.object({
  ticket: z.object({ id: z.string(), code: z.string(), state: z.enum(TICKET_STATES), version: z.int() }),
  made: z
    .array(z.string())
    .meta({ description: 'Ids of what the act made: a draft, an answer, the parts of a ticket.' }),
});
