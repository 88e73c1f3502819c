import { Check, Entity, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { TICKET_STATES, type TicketState } from '../domain/ticket-state.js';

/** One feedback item as the hotline sent it and as we moved it on. Rows are never deleted. */
@Entity('ticket')
@Index('uq_ticket_code', ['code'], { unique: true })
@Index('uq_ticket_hotline_code', ['hotlineCode'], { unique: true })
@Index('ix_ticket_due', ['open', 'dueAt', 'id'])
@Index('ix_ticket_unit_due', ['leadUnitId', 'open', 'dueAt', 'id'])
@Index('ix_ticket_officer_due', ['officerId', 'open', 'dueAt', 'id'])
@Check('ck_ticket_state', `"state" in (${TICKET_STATES.map((state) => `'${state}'`).join(', ')})`)
export class TicketEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket')
  id!: string;

  @KindColumn({ text: 20 })
  code!: string;

  /** The hotline's own number; unique, so a second delivery cannot make a second row. */
  @KindColumn({ text: 100 })
  hotlineCode!: string;

  @KindColumn({ text: 36 })
  incomingDocumentId!: string;

  @KindColumn({ text: 20 })
  state!: TicketState;

  /** Whether the citizen still waits: kept with the state, so that lists read one index. */
  @KindColumn('boolean')
  open!: boolean;

  @KindColumn({ text: 20 })
  kind!: 'feedback' | 'petition';

  @KindColumn({ text: 20 })
  level!: 'urgent' | 'simple' | 'normal' | 'complex' | 'multiAgency';

  @KindColumn({ text: 40 })
  channel!: string;

  @KindColumn({ text: 100 })
  category!: string;

  @KindColumn({ text: 500 })
  subject!: string;

  /** The citizen's words, never changed. */
  @KindColumn('longText')
  words!: string;

  @KindColumn({ text: 200 })
  place!: string;

  @KindColumn({ text: 100 })
  senderName!: string;

  @KindColumn({ text: 30 })
  senderPhone!: string;

  @KindColumn({ text: 200 })
  senderEmail!: string;

  @KindColumn({ text: 300 })
  senderAddress!: string;

  @KindColumn('boolean')
  keepSecret!: boolean;

  /** False when the message held no feedback form and a clerk must complete it. */
  @KindColumn('boolean')
  complete!: boolean;

  /** Start of the legal periods: when the e-office queued the first delivery. */
  @KindColumn('instant')
  startedAt!: Date;

  @KindColumn('instant')
  dueAt!: Date;

  @KindColumn('instant')
  legalEndAt!: Date;

  @KindColumn({ text: 36 }, { nullable: true })
  leadUnitId!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  officerId!: string | null;

  /** The latest thing that happened, for the second line of lists. */
  @KindColumn({ text: 200 })
  latest!: string;

  @KindColumn('instant', { nullable: true })
  closedAt!: Date | null;

  @KindColumn('instant')
  createdAt!: Date;

  /** Folded code, subject, place and category, for search. */
  @KindColumn({ text: 1000 })
  folded!: string;

  @VersionColumn()
  version!: number;
}

/** How many tickets a day has brought; its update makes codes consecutive. */
@Entity('ticket_day')
export class TicketDayEntity {
  @KeyColumn('day', 'pk_ticket_day')
  day!: CivilDate;

  @KindColumn('integer')
  last!: number;
}

/** A legal period of a ticket with its proof, as computed under the policy of its time. */
@Entity('ticket_deadline')
@Index('ix_ticket_deadline_ticket', ['ticketId', 'duty'])
export class TicketDeadlineEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_deadline')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn({ text: 30 })
  duty!: string;

  @KindColumn('integer')
  amount!: number;

  @KindColumn({ text: 20 })
  unit!: string;

  @KindColumn('instant')
  startedAt!: Date;

  @KindColumn('instant')
  dueAt!: Date;

  @KindColumn('instant')
  legalEndAt!: Date;

  @KindColumn({ text: 40 })
  policyVersion!: string;

  @KindColumn({ text: 40 })
  calendarVersion!: string;

  @KindColumn('json')
  proof!: object;
}

/** Who was given a ticket, when, and when the unit's officer took it. */
@Entity('ticket_assignment')
@Index('ix_ticket_assignment_ticket', ['ticketId', 'assignedAt'])
export class TicketAssignmentEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_assignment')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn({ text: 36 })
  unitId!: string;

  @KindColumn({ text: 36 })
  officerId!: string;

  @KindColumn({ text: 36 })
  assignedById!: string;

  @KindColumn('instant')
  assignedAt!: Date;

  @KindColumn('instant')
  acceptBy!: Date;

  @KindColumn('instant', { nullable: true })
  acceptedAt!: Date | null;
}

/** One line of a ticket's course, newest first on the page. */
@Entity('ticket_entry')
@Index('uq_ticket_entry_event', ['id'], { unique: true })
@Index('ix_ticket_entry_ticket', ['ticketId', 'seq'])
export class TicketEntryEntity {
  /** Order of writing. */
  @PrimaryGeneratedColumn({ type: 'int', primaryKeyConstraintName: 'pk_ticket_entry' })
  seq!: number;

  /** The event that made the line; told twice, it makes one. */
  @KindColumn({ text: 36 })
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn('instant')
  at!: Date;

  @KindColumn({ text: 36 })
  actorId!: string;

  @KindColumn({ text: 100 })
  actorName!: string;

  /** `received`, `assigned`, `unitAccepted`, `progress`, `measure`, `result`, `draft`, `approval`, `signature`, `released`… */
  @KindColumn({ text: 30 })
  kind!: string;

  /** What happened, in the words of the page. */
  @KindColumn({ text: 300 })
  title!: string;

  @KindColumn('longText', { nullable: true })
  text!: string | null;

  /** Whether the citizen can see it through the hotline. */
  @KindColumn('boolean')
  toHotline!: boolean;
}
