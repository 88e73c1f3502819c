import { Entity, Index } from 'typeorm';
import type { EscalationTier } from '../../law/index.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** When a deadline is to be looked at again, so that what is due is found by one index. */
@Entity('ticket_reminder_watch')
@Index('ix_ticket_reminder_watch_next', ['nextAt', 'ticketId'])
@Index('ix_ticket_reminder_watch_ticket', ['ticketId'])
export class TicketReminderWatchEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_reminder_watch')
  deadlineId!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  /** Null once the duty is done or the deadline recounted: it is never looked at again. */
  @KindColumn('instant', { nullable: true })
  nextAt!: Date | null;

  /** How often it was looked at: who writes with an old number has lost to another worker. */
  @KindColumn('integer')
  looks!: number;
}

/** The watch of a deadline that nobody has looked at yet: the first look is due at once, and finds when its reminders come. */
export function unseenWatch(
  { id: deadlineId, ticketId }: { readonly id: string; readonly ticketId: string },
  now: Date,
): TicketReminderWatchEntity {
  return { deadlineId, ticketId, nextAt: now, looks: 0 };
}

/** A reminder that was said to somebody: to each person once for a step of a deadline. */
@Entity('ticket_reminder')
@Index('uq_ticket_reminder_step', ['deadlineId', 'step', 'staffId'], { unique: true })
@Index('ix_ticket_reminder_ticket', ['ticketId', 'duty', 'cycle', 'step'])
export class TicketReminderEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_reminder')
  id!: string;

  @KindColumn({ text: 36 })
  deadlineId!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn({ text: 30 })
  duty!: string;

  @KindColumn('integer')
  cycle!: number;

  /** `50%`, `late 2026-03-23`. */
  @KindColumn({ text: 20 })
  step!: string;

  /** As whom the person heard it. */
  @KindColumn({ text: 20 })
  tier!: EscalationTier;

  @KindColumn({ text: 36 })
  staffId!: string;

  @KindColumn('instant')
  plannedAt!: Date;

  @KindColumn('instant')
  saidAt!: Date;
}
