import { z } from 'zod';
import { isCivilDate } from '../../../../src/kernel/civil-date.js';
import { SIGNATURE_STATUSES } from '../../../../src/signing/ports/signing-desk.port.js';
import type { SignatureState } from '../../soap/signature-contract.js';
import { newIdentity, storedInstant, type SimulatorDatabase } from './database.js';

const fileRef = z.object({
  fileId: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  size: z.int(),
  sha256: z.string(),
  role: z.enum(['main', 'appendix', 'reference', 'signed']),
});

const signatureState: z.ZodType<SignatureState> = z.object({
  signatureRequestId: z.string(),
  clientRequestId: z.string(),
  revision: z.int(),
  status: z.enum(SIGNATURE_STATUSES),
  changedAt: storedInstant,
  comment: z.string().optional(),
  lastActor: z.string().optional(),
  documentNumber: z.string().optional(),
  documentNotation: z.string().optional(),
  issuedDate: z.string().refine(isCivilDate).optional(),
  step: z.array(
    z.object({
      order: z.int(),
      userCode: z.string(),
      status: z.string(),
      at: storedInstant.optional(),
      comment: z.string().optional(),
    }),
  ),
  signedFile: z.array(fileRef),
});

const noticeEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), messageId: z.string() }),
  z.object({ kind: z.literal('signature'), state: signatureState }),
]);

/** What the department is told unasked. The state is a copy of that moment: a repetition says the same again. */
export type NoticeEvent = z.output<typeof noticeEvent>;

const notice = z.object({
  eventId: z.string(),
  occurredAt: storedInstant,
  event: z.string().transform((text) => noticeEvent.parse(JSON.parse(text))),
  attempts: z.int(),
  deliveredAt: storedInstant.nullable(),
  lastError: z.string().nullable(),
});

export type Notice = z.output<typeof notice>;

/** News for the department, kept across restarts until they are delivered. */
export class NoticeBook {
  constructor(private readonly database: SimulatorDatabase) {}

  enqueue(event: NoticeEvent, at: Date): void {
    this.database.run(
      'insert into notice (eventId, occurredAt, event, nextAttemptAt) values (?, ?, ?, ?)',
      newIdentity('evt'),
      at.toISOString(),
      JSON.stringify(event),
      at.toISOString(),
    );
  }

  /** Undelivered and due, in the order in which they happened. */
  due(now: Date, limit: number): Notice[] {
    return this.database.all(
      notice,
      'select * from notice where deliveredAt is null and nextAttemptAt <= ? order by position limit ?',
      now.toISOString(),
      limit,
    );
  }

  /** When the next undelivered one is due, or undefined when all are delivered. */
  nextDue(): Date | undefined {
    return this.database.first(
      z.object({ nextAttemptAt: storedInstant }),
      'select nextAttemptAt from notice where deliveredAt is null order by nextAttemptAt limit 1',
    )?.nextAttemptAt;
  }

  /** Every notice, newest first. */
  all(): Notice[] {
    return this.database.all(notice, 'select * from notice order by position desc');
  }

  noteDelivered(eventId: string, at: Date): void {
    this.database.run(
      'update notice set deliveredAt = ?, attempts = attempts + 1, lastError = null where eventId = ?',
      at.toISOString(),
      eventId,
    );
  }

  noteFailure(eventId: string, nextAttemptAt: Date, error: string): void {
    this.database.run(
      'update notice set attempts = attempts + 1, nextAttemptAt = ?, lastError = ? where eventId = ?',
      nextAttemptAt.toISOString(),
      error,
      eventId,
    );
  }
}
