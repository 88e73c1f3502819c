import { z } from 'zod';
import type { HeldBytes } from '../../../../src/kernel/held-bytes.js';
import { newIdentity, storedInstant, type SimulatorDatabase } from './database.js';

export type MessageKind = 'document' | 'status';
export type AcknowledgedOutcome = 'done' | 'fail';

const queuedMessage = z.object({
  position: z.int(),
  id: z.string(),
  kind: z.enum(['document', 'status']),
  fromAgency: z.string(),
  toAgency: z.string(),
  documentId: z.string().nullable(),
  sha256: z.string(),
  size: z.int(),
  queuedAt: storedInstant,
  deliveryCount: z.int(),
  outcome: z.enum(['done', 'fail']).nullable(),
  reason: z.string().nullable(),
  receiptId: z.string().nullable(),
});

/** A message that waits for an agency, or waited until it was acknowledged. */
export type QueuedMessage = z.output<typeof queuedMessage>;

export interface MessageToQueue {
  readonly kind: MessageKind;
  readonly fromAgency: string;
  readonly toAgency: string;
  readonly documentId: string | null;
  /** Its bytes, or those that are kept already. */
  readonly bytes: Buffer | { readonly sha256: string; readonly size: number };
  readonly queuedAt: Date;
}

/** Messages queued for the agencies that read here: oldest first, kept after they are acknowledged. */
export class Mailbox {
  constructor(private readonly database: SimulatorDatabase) {}

  queue(message: MessageToQueue): QueuedMessage {
    return this.database.atomically(() => {
      const id = newIdentity('msg');
      const { bytes } = message;
      const kept = Buffer.isBuffer(bytes) ? { sha256: this.database.keep(bytes), size: bytes.length } : bytes;
      this.database.run(
        `insert into queuedMessage (id, kind, fromAgency, toAgency, documentId, sha256, size, queuedAt)
         values (?, ?, ?, ?, ?, ?, ?, ?)`,
        id,
        message.kind,
        message.fromAgency,
        message.toAgency,
        message.documentId,
        kept.sha256,
        kept.size,
        message.queuedAt.toISOString(),
      );
      return this.require(id);
    });
  }

  find(id: string): QueuedMessage | undefined {
    return this.database.first(queuedMessage, 'select * from queuedMessage where id = ?', id);
  }

  /** Not yet acknowledged, after the cursor, oldest first; looking changes nothing. */
  pending(agency: string, after: number, limit: number, kind: MessageKind | null = null): QueuedMessage[] {
    return this.database.all(
      queuedMessage,
      `select * from queuedMessage
       where toAgency = ? and outcome is null and position > ? and (? is null or kind = ?)
       order by position limit ?`,
      agency,
      after,
      kind,
      kind,
      limit,
    );
  }

  /** Queued since, or entered in the mirrored register since; acknowledged or not, after the cursor, oldest first. */
  since(agency: string, from: Date, after: number, limit: number): QueuedMessage[] {
    return this.database.all(
      queuedMessage,
      `select * from queuedMessage
       where toAgency = ? and position > ? and (queuedAt >= ? or id in (
         select m.messageId from incomingOfMessage m
         join incomingRegistration r on r.clientRequestId = m.clientRequestId where r.registeredAt >= ?))
       order by position limit ?`,
      agency,
      after,
      from.toISOString(),
      from.toISOString(),
      limit,
    );
  }

  /** Everything ever queued, newest first. */
  all(): QueuedMessage[] {
    return this.database.all(queuedMessage, 'select * from queuedMessage order by position desc');
  }

  bytes(message: QueuedMessage): Buffer {
    return this.database.bytes(message.sha256);
  }

  held(message: QueuedMessage): HeldBytes {
    return this.database.held(message.sha256);
  }

  countDelivery(id: string): void {
    this.database.run('update queuedMessage set deliveryCount = deliveryCount + 1 where id = ?', id);
  }

  /** Takes the message out of the list. The first acknowledgement counts; a later one gets the same receipt. */
  acknowledge(id: string, outcome: AcknowledgedOutcome, reason: string | null, at: Date): string {
    this.database.run(
      `update queuedMessage
       set outcome = ?, reason = ?, acknowledgedAt = ?, receiptId = coalesce(receiptId, ?)
       where id = ? and outcome is null`,
      outcome,
      reason,
      at.toISOString(),
      newIdentity('rcp'),
      id,
    );
    return this.require(id).receiptId ?? '';
  }

  /** Puts the very same message back into the list, as an e-office does that lost our acknowledgement. */
  putBack(id: string): QueuedMessage {
    this.database.run('update queuedMessage set outcome = null where id = ?', id);
    return this.require(id);
  }

  private require(id: string): QueuedMessage {
    const message = this.find(id);
    if (!message) throw new RangeError(`No message ${id}`);
    return message;
  }
}
