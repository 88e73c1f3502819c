import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { ProofLine } from '../../calendar/domain/proof/proof.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { BeforeAssignment } from '../domain/before-assignment.js';
import type { DecisionGround } from '../domain/decisions/who-decides.js';

export { TicketEntity } from './ticket.entity.js';

/** How many tickets a day has brought; its update makes codes consecutive. */
@Entity('ticket_day')
export class TicketDayEntity {
  @KeyColumn('day', 'pk_ticket_day')
  day!: CivilDate;

  @KindColumn('integer')
  last!: number;
}

/**
 * A legal period of a ticket with its proof, as computed under the policy and calendar of its time. A recount writes a new row and supersedes the old
 * one, so that what was once due stays readable.
 */
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

  @KindColumn('integer')
  policyVersion!: number;

  @KindColumn('integer')
  calendarVersion!: number;

  /** The unit whose shifts were counted; null for those of the agency. */
  @KindColumn({ text: 36 }, { nullable: true })
  countedForUnitId!: string | null;

  @KindColumn('integer')
  cycle!: number;

  /** 1 at first, one more at each recount of the same duty in the same cycle. */
  @KindColumn('integer')
  revision!: number;

  /** Why it was counted: `receipt`, `assignment`, `level`, `nature`, `pause`, `extension`, `calendar`, `policy`, `reopening`, `separation`, `coordination`, `signature`, `publication`. */
  @KindColumn({ text: 20 })
  reason!: string;

  /** Working days granted on top of the limit; null without an extension. */
  @KindColumn('integer', { nullable: true })
  extendedBy!: number | null;

  @KindColumn('json')
  pauses!: readonly KeptPause[];

  @KindColumn('json')
  proof!: readonly ProofLine[];

  /** The ticket merged into this one whose period ends first, by whose facts it was counted; null where it was by the ticket's own. */
  @KindColumn({ text: 36 }, { nullable: true })
  cappedById!: string | null;

  /** From what the ticket's own period is counted; null where that is what was counted. */
  @KindColumn('json', { nullable: true })
  own!: KeptBasis | null;

  /** When a recount took its place; null while it is in force. */
  @KindColumn('instant', { nullable: true })
  supersededAt!: Date | null;

  /** When the duty was done, or fell away; null while it is owed. */
  @KindColumn('instant', { nullable: true })
  metAt!: Date | null;
}

/** A pause as it is kept beside a proof: instants in ISO 8601 UTC. */
export interface KeptPause {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** From what a period is counted, as it is kept: the start in ISO 8601 UTC. */
export interface KeptBasis {
  readonly startedAt: string;
  readonly pauses: readonly KeptPause[];
  readonly extendedBy: number | null;
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

  @KindColumn('instant', { nullable: true })
  declinedAt!: Date | null;

  /** By what right it was assigned; null on older rows. */
  @KindColumn({ text: 12 }, { nullable: true })
  ground!: DecisionGround['as'] | null;

  /** The decision, regulation or line of the table on which that right rests. */
  @KindColumn({ text: 200 }, { nullable: true })
  basis!: string | null;

  /** What those who handle it were told (bút phê), and by whom. */
  @KindColumn('longText', { nullable: true })
  directive!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  directedByName!: string | null;

  /** Who proposed it to the leader; null without a proposal. */
  @KindColumn({ text: 100 }, { nullable: true })
  proposedByName!: string | null;

  /** State, unit and deadlines of the ticket before, as long as the assignment may be taken back; null once it was told. */
  @KindColumn('json', { nullable: true })
  before!: BeforeAssignment | null;

  /** When it was taken back: it counts no more. */
  @KindColumn('instant', { nullable: true })
  undoneAt!: Date | null;
}

/** One line of a ticket's course, newest first on the page. */
@Entity('ticket_entry')
@Index('uq_ticket_entry_event', ['id'], { unique: true })
@Index('ix_ticket_entry_ticket', ['ticketId', 'seq'])
@Index('ix_ticket_entry_written', ['ticketId', 'at', 'actorId'])
@Index('ix_ticket_entry_told', ['at', 'seq'], { where: '"toHotline" = 1' })
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
