import { z } from 'zod';
import { DUTIES, LIMIT_UNITS, STANDINGS } from '../../law/index.js';
import { FURTHER_DECISIONS } from '../../tickets/domain/intake/further-document.js';
import { TICKET_STATES } from '../../tickets/domain/ticket-state.js';
import { day, instant } from './wire.js';

const personId = z.string();
const decision = {
  decidedById: personId.nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
};

const related = z
  .object({
    id: z.string(),
    code: z.string(),
    seen: z.boolean().meta({ description: 'Whether you may open it; otherwise its subject and state are null.' }),
    subject: z.string().nullable(),
    state: z.enum(TICKET_STATES).nullable(),
  })
  .meta({ id: 'RelatedTicket' });

/** What a ticket has met besides its course, oldest first, all cycles. */
export const life = z.object({
  pauses: z.array(
    z.object({
      id: z.string(),
      cycle: z.int(),
      startedAt: instant,
      until: instant,
      endedAt: instant.nullable(),
      request: z.string(),
      reply: z.string().nullable(),
      askedById: personId,
    }),
  ),
  extensions: z.array(
    z.object({
      id: z.string(),
      cycle: z.int(),
      workingDays: z.int(),
      promisedOn: day,
      reason: z.string(),
      progress: z.string(),
      askedById: personId,
      askedAt: instant,
      granted: z.boolean().nullable(),
      ...decision,
    }),
  ),
  coordinations: z.array(
    z.object({
      id: z.string(),
      cycle: z.int(),
      unitId: z.string(),
      question: z.string(),
      askedById: personId,
      askedAt: instant,
      dueAt: instant,
      legalEndAt: instant,
      endedAt: instant.nullable(),
      reply: z.string().nullable().meta({ description: 'Null while owed, and where silence ended it.' }),
      repliedById: personId.nullable(),
    }),
  ),
  answers: z.array(
    z.object({
      id: z.string(),
      cycle: z.int(),
      text: z.string(),
      noEvidenceReason: z.string().nullable(),
      proposedById: personId,
      proposedAt: instant,
      approved: z.boolean().nullable(),
      ...decision,
    }),
  ),
  publications: z.array(
    z.object({
      id: z.string(),
      cycle: z.int(),
      title: z.string(),
      text: z.string(),
      consent: z.boolean(),
      askedById: personId,
      askedAt: instant,
      approved: z.boolean().nullable(),
      ...decision,
    }),
  ),
  ratings: z.array(
    z.object({
      id: z.string(),
      cycle: z.int(),
      stars: z.int(),
      comment: z.string().nullable(),
      ratedAt: instant,
    }),
  ),
  files: z
    .array(
      z.object({
        id: z.string(),
        cycle: z.int(),
        purpose: z.enum(['intake', 'evidence']),
        name: z.string(),
        mediaType: z.string(),
        size: z.int(),
        sha256: z.string(),
        addedAt: instant,
      }),
    )
    .meta({ description: 'The unit complained about does not see what the sender brought.' }),
  parts: z.array(related),
  merged: z.array(related),
  furtherDocuments: z
    .array(
      z.object({
        documentId: z.string().meta({ description: 'The line of the incoming register.' }),
        arrivedAt: instant,
        words: z
          .string()
          .nullable()
          .meta({ description: 'What the citizen says in it; null where you may not read it here.' }),
        decision: z.enum(FURTHER_DECISIONS).nullable().meta({ description: 'Null while the desk owes it.' }),
        decidedById: personId.nullable(),
        opened: z
          .object({ id: z.string(), code: z.string(), seen: z.boolean() })
          .nullable()
          .meta({ description: 'The ticket that was opened of it.' }),
      }),
    )
    .meta({ description: 'What the hotline sent about the ticket later, oldest first.' }),
});

const proofLine = z
  .object({ from: z.string(), to: z.string(), counted: z.number(), reason: z.string() })
  .meta({ id: 'ProofLine' });

const proofPart = z.object({
  kind: z.enum(['limit', 'extension']),
  start: z.object({ at: z.string(), event: z.string() }),
  limit: z.object({
    amount: z.int(),
    unit: z.enum(LIMIT_UNITS),
    words: z.string(),
    source: z.object({ standing: z.enum(STANDINGS), text: z.string() }),
  }),
  calendar: z.object({ version: z.int(), name: z.string() }),
  countedIn: z.enum(['days', 'seconds']),
  lines: z.array(proofLine),
  total: z.number(),
  due: z.string(),
  legalEnd: z.string(),
});

/** Canonical JSON of it without `sha256` gives the hash, so members are handed out as the document has them. */
export const proof = z
  .object({
    format: z.literal('hoi-am.deadline-proof'),
    version: z.literal(1),
    timezone: z.literal('Asia/Ho_Chi_Minh'),
    subject: z.object({ ticketCode: z.string(), duty: z.enum(DUTIES), words: z.string() }),
    policy: z.object({ version: z.int(), name: z.string(), citation: z.string() }),
    pauses: z.array(z.object({ from: z.string(), to: z.string(), reason: z.string().nullable() })),
    parts: z.array(proofPart),
    due: z.string(),
    legalEnd: z.string(),
    sha256: z.string(),
  })
  .meta({ id: 'DeadlineProof' });

export const deadlines = z.object({
  deadlines: z.array(
    z
      .object({
        id: z.string(),
        duty: z.string(),
        amount: z.int(),
        unit: z.string(),
        cycle: z.int(),
        revision: z.int(),
        reason: z.string().meta({ description: 'Why it was counted.' }),
        countedForUnitId: z.string().nullable().meta({ description: 'Whose hours were counted; null for the agency.' }),
        startedAt: instant,
        dueAt: instant,
        legalEndAt: instant,
        supersededAt: instant.nullable(),
        metAt: instant.nullable(),
        policyVersion: z.int(),
        calendarVersion: z.int(),
        extendedBy: z.int().nullable().meta({ description: 'Working days granted on top.' }),
        proof: z.array(proofLine),
      })
      .meta({ id: 'TicketDeadline' }),
  ),
});

export const counted = z.object({
  start: instant,
  limit: z.object({ amount: z.int(), unit: z.enum(LIMIT_UNITS), words: z.string() }),
  calendar: z.object({ version: z.int(), name: z.string() }),
  due: instant,
  legalEnd: instant,
  proof: z.array(proofLine),
});
