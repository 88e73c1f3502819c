import { Check, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { HotlineEvent } from '../domain/events.js';

/** By which door the hotline called. */
export type HotlineDoor = 'open311' | 'webhook';

/** What came of a call: something new, something that was there already, or nothing, with its reason. */
export type CallOutcome = 'taken' | 'known' | 'refused';

/** A call of the hotline that wrote, or would have: its bytes as received lie in the file store. Rows are never deleted. */
@Entity('hotline_call')
@Index('uq_hotline_call_id', ['id'], { unique: true })
@Index('uq_hotline_call_once', ['onceKey'], { unique: true, where: '"onceKey" IS NOT NULL' })
@Index('ix_hotline_call_code', ['hotlineCode'], { where: '"hotlineCode" IS NOT NULL' })
@Check('ck_hotline_call_door', `"door" in ('open311', 'webhook')`)
@Check('ck_hotline_call_outcome', `"outcome" in ('taken', 'known', 'refused')`)
export class HotlineCallEntity {
  @PrimaryGeneratedColumn({ type: 'int', primaryKeyConstraintName: 'pk_hotline_call' })
  seq!: number;

  @KindColumn({ text: 36 })
  id!: string;

  @KindColumn({ text: 10 })
  door!: HotlineDoor;

  /** The token or the webhook endpoint with which it came. */
  @KindColumn({ text: 36 })
  sourceId!: string;

  /** sha256 of door, source and the caller's own id of the call; null where it gave none, and for what was refused, which may come again. */
  @KindColumn({ text: 64 }, { nullable: true })
  onceKey!: string | null;

  /** The bytes as received. */
  @KindColumn({ text: 64 })
  sha256!: string;

  @KindColumn('instant')
  receivedAt!: Date;

  @KindColumn({ text: 20 })
  outcome!: CallOutcome;

  @KindColumn({ exact: 100 }, { nullable: true })
  hotlineCode!: string | null;

  /** sha256 of what it said, however it was written; null where it brought no feedback. */
  @KindColumn({ text: 64 }, { nullable: true })
  saidHash!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  ticketId!: string | null;

  @KindColumn({ text: 20 }, { nullable: true })
  ticketCode!: string | null;

  /** Why it was refused, by code. */
  @KindColumn({ text: 60 }, { nullable: true })
  code!: string | null;

  /** The same for people; holds nothing of what was sent. */
  @KindColumn({ text: 500 }, { nullable: true })
  reason!: string | null;
}

/** Somewhere that hears of tickets (`out`), or that may call us (`in`), with the secret by which each knows the other. */
@Entity('webhook_endpoint')
@Check('ck_webhook_endpoint_direction', `"direction" in ('in', 'out')`)
export class WebhookEndpointEntity {
  @KeyColumn({ text: 36 }, 'pk_webhook_endpoint')
  id!: string;

  @KindColumn({ text: 10 })
  direction!: 'in' | 'out';

  @KindColumn({ text: 100 })
  name!: string;

  /** Where messages are sent; null for a system that calls us. */
  @KindColumn({ text: 500 }, { nullable: true })
  url!: string | null;

  /** Sealed with a key that is not in the database. */
  @KindColumn({ text: 300 })
  secretSealed!: string;

  /** The events that it is told of; empty for a system that calls us. */
  @KindColumn('json')
  events!: HotlineEvent[];

  @KindColumn({ text: 36 })
  createdById!: string;

  @KindColumn({ text: 100 })
  createdByName!: string;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn('instant', { nullable: true })
  disabledAt!: Date | null;

  @KindColumn({ text: 100 }, { nullable: true })
  disabledByName!: string | null;
}

/** One message to one endpoint: written once, in the bytes that are signed, and sent until it was taken or given up. */
@Entity('webhook_delivery')
@Index('uq_webhook_delivery_id', ['id'], { unique: true })
@Index('uq_webhook_delivery_cause', ['endpointId', 'causeId'], { unique: true })
export class WebhookDeliveryEntity {
  @PrimaryGeneratedColumn({ type: 'int', primaryKeyConstraintName: 'pk_webhook_delivery' })
  seq!: number;

  /** `webhook-id` on the wire. */
  @KindColumn({ text: 36 })
  id!: string;

  @KindColumn({ text: 36 })
  endpointId!: string;

  /** The line of the ticket's course that it tells of. */
  @KindColumn({ text: 36 })
  causeId!: string;

  @KindColumn({ text: 40 })
  event!: HotlineEvent;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn({ text: 20 })
  ticketCode!: string;

  @KindColumn('longText')
  body!: string;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn('integer')
  attempts!: number;

  /** How often a person had it sent again. */
  @KindColumn('integer')
  resent!: number;

  @KindColumn('instant', { nullable: true })
  deliveredAt!: Date | null;

  @KindColumn('instant', { nullable: true })
  givenUpAt!: Date | null;

  /** HTTP status of the last try; null before the first, and where nobody answered. */
  @KindColumn('integer', { nullable: true })
  lastStatus!: number | null;

  @KindColumn({ text: 500 }, { nullable: true })
  lastError!: string | null;
}

/** One try to deliver. */
@Entity('webhook_attempt')
@Index('ix_webhook_attempt_delivery', ['deliveryId', 'at'])
export class WebhookAttemptEntity {
  @KeyColumn({ text: 36 }, 'pk_webhook_attempt')
  id!: string;

  @KindColumn({ text: 36 })
  deliveryId!: string;

  @KindColumn('instant')
  at!: Date;

  @KindColumn('integer')
  tookMs!: number;

  @KindColumn('integer', { nullable: true })
  status!: number | null;

  @KindColumn({ text: 500 }, { nullable: true })
  error!: string | null;
}

/** Up to which line of the tickets' courses endpoints have been told. */
@Entity('webhook_watch')
export class WebhookWatchEntity {
  @KeyColumn('integer', 'pk_webhook_watch')
  id!: number;

  @KindColumn('integer')
  seq!: number;
}
