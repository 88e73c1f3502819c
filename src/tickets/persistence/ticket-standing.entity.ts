import { Check, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { KindColumn } from '../../platform/database/columns.js';
import { ENTRIES, OUTCOMES, type Entry, type Outcome, type Standing } from '../domain/standing.js';
import type { TicketState } from '../domain/ticket-state.js';

/**
 * Where a ticket stood from one moment to the next, as far as reports count it. A row is never changed but for the moment at which the next one took
 * its place, so that what was true at any moment of the past can be asked for at any later time. See docs/adr/0042-supervision-and-reports.md.
 */
@Entity('ticket_standing')
@Index('uq_ticket_standing_current', ['ticketId'], { unique: true, where: '"until" IS NULL' })
@Index('ix_ticket_standing_ticket', ['ticketId', 'at'])
@Index('ix_ticket_standing_open', ['until', 'at'], { where: '"outcome" IS NULL' })
@Index('ix_ticket_standing_ended', ['at'], { where: '"outcome" IS NOT NULL' })
@Check('ck_ticket_standing_entry', `"entry" in (${ENTRIES.map((entry) => `'${entry}'`).join(', ')})`)
@Check('ck_ticket_standing_outcome', `"outcome" in (${OUTCOMES.map((outcome) => `'${outcome}'`).join(', ')})`)
export class TicketStandingEntity implements Standing {
  @PrimaryGeneratedColumn({ type: 'int', primaryKeyConstraintName: 'pk_ticket_standing' })
  seq!: number;

  @KindColumn({ text: 36 })
  ticketId!: string;

  /** When the row was written, not when the event happened, so that late entries do not change a period that is over. */
  @KindColumn('instant')
  at!: Date;

  /** The first moment at which it no longer stood so; null while it does. */
  @KindColumn('instant', { nullable: true })
  until!: Date | null;

  @KindColumn({ text: 10 })
  entry!: Entry;

  /** When the matter came to be open. */
  @KindColumn('instant')
  openedAt!: Date;

  /** Since when the sender waits: the legal start of the periods, or the reopening. */
  @KindColumn('instant')
  sinceAt!: Date;

  /** How the matter ended, on the row with which it ended; null while somebody waits. */
  @KindColumn({ text: 10 }, { nullable: true })
  outcome!: Outcome | null;

  @KindColumn({ text: 20 })
  state!: TicketState;

  @KindColumn('integer')
  cycle!: number;

  @KindColumn({ text: 36 }, { nullable: true })
  leadUnitId!: string | null;

  @KindColumn({ text: 20 })
  category!: string;

  @KindColumn({ text: 20 })
  level!: string;

  @KindColumn({ text: 40 })
  channel!: string;

  @KindColumn({ text: 10 }, { nullable: true })
  answerMode!: 'letter' | 'direct' | null;

  @KindColumn('instant')
  legalEndAt!: Date;

  @KindColumn('integer')
  policyVersion!: number;
}
