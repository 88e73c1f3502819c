import { Check, Entity, Index } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** A time in which the citizen's clock is paused because we wait for the citizen. */
@Entity('ticket_pause')
@Index('ix_ticket_pause_ticket', ['ticketId', 'cycle'])
@Index('ix_ticket_pause_until', ['endedAt', 'until'])
export class TicketPauseEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_pause')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn('integer')
  cycle!: number;

  @KindColumn('instant')
  startedAt!: Date;

  /** The cap: after this the clock runs again by itself. */
  @KindColumn('instant')
  until!: Date;

  @KindColumn('instant', { nullable: true })
  endedAt!: Date | null;

  /** What the citizen was asked for, as the citizen reads it. */
  @KindColumn('longText')
  request!: string;

  @KindColumn('longText', { nullable: true })
  reply!: string | null;

  @KindColumn({ text: 36 })
  askedById!: string;

  /** Who wrote down what the citizen replied; null while nothing is, and where nobody knows any more. */
  @KindColumn({ text: 36 }, { nullable: true })
  repliedById!: string | null;
}

/** A wish for more time and what became of it. */
@Entity('ticket_extension')
@Index('ix_ticket_extension_ticket', ['ticketId', 'cycle'])
@Index('ix_ticket_extension_waiting', ['askedAt', 'id'], { where: '"decidedAt" IS NULL' })
export class TicketExtensionEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_extension')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn('integer')
  cycle!: number;

  @KindColumn('integer')
  workingDays!: number;

  /** The day by which the answer is promised. */
  @KindColumn('day')
  promisedOn!: CivilDate;

  @KindColumn('longText')
  reason!: string;

  /** What has been done so far; the citizen reads it when the extension is granted. */
  @KindColumn('longText')
  progress!: string;

  @KindColumn({ text: 36 })
  askedById!: string;

  @KindColumn('instant')
  askedAt!: Date;

  @KindColumn('boolean', { nullable: true })
  granted!: boolean | null;

  @KindColumn({ text: 36 }, { nullable: true })
  decidedById!: string | null;

  @KindColumn('instant', { nullable: true })
  decidedAt!: Date | null;

  @KindColumn('longText', { nullable: true })
  decisionReason!: string | null;
}

/** What a coordinating unit is asked, by when, and what it said. Silence past the date means no comment. */
@Entity('ticket_coordination')
@Index('ix_ticket_coordination_ticket', ['ticketId', 'cycle'])
@Index('ix_ticket_coordination_unit', ['unitId', 'endedAt', 'dueAt'])
@Index('ix_ticket_coordination_end', ['endedAt', 'legalEndAt'])
export class TicketCoordinationEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_coordination')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn('integer')
  cycle!: number;

  @KindColumn({ text: 36 })
  unitId!: string;

  @KindColumn('longText')
  question!: string;

  @KindColumn({ text: 36 })
  askedById!: string;

  @KindColumn('instant')
  askedAt!: Date;

  @KindColumn('instant')
  dueAt!: Date;

  /** After this, silence is taken as no comment. */
  @KindColumn('instant')
  legalEndAt!: Date;

  /** When it replied or was taken to have no comment. */
  @KindColumn('instant', { nullable: true })
  endedAt!: Date | null;

  /** Null while owed, and where silence ended it. */
  @KindColumn('longText', { nullable: true })
  reply!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  repliedById!: string | null;
}

/** A direct answer: the text the citizen reads, put up by one person and approved by another. */
@Entity('ticket_answer')
@Index('ix_ticket_answer_ticket', ['ticketId', 'cycle'])
export class TicketAnswerEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_answer')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn('integer')
  cycle!: number;

  /** The redacted result. */
  @KindColumn('longText')
  text!: string;

  /** Why there is no evidence file; null where there is one. */
  @KindColumn('longText', { nullable: true })
  noEvidenceReason!: string | null;

  @KindColumn({ text: 36 })
  proposedById!: string;

  @KindColumn('instant')
  proposedAt!: Date;

  @KindColumn('boolean', { nullable: true })
  approved!: boolean | null;

  @KindColumn({ text: 36 }, { nullable: true })
  decidedById!: string | null;

  @KindColumn('instant', { nullable: true })
  decidedAt!: Date | null;

  @KindColumn('longText', { nullable: true })
  decisionReason!: string | null;
}

/** A wish to make a result public; the text is a reviewed text of its own, never the citizen's words. */
@Entity('ticket_publication')
@Index('ix_ticket_publication_ticket', ['ticketId', 'cycle'])
@Index('ix_ticket_publication_waiting', ['askedAt', 'id'], { where: '"approved" IS NULL' })
export class TicketPublicationEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_publication')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn('integer')
  cycle!: number;

  @KindColumn({ text: 500 })
  title!: string;

  @KindColumn('longText')
  text!: string;

  /** Whether child and guardian agreed, where children may be recognised. */
  @KindColumn('boolean')
  consent!: boolean;

  /** Names in it that were looked at and stay, each as it stands in the text; null where it was asked for before they were kept. */
  @KindColumn('json', { nullable: true })
  left!: string[] | null;

  @KindColumn({ text: 36 })
  askedById!: string;

  @KindColumn('instant')
  askedAt!: Date;

  /** The first of the two who approve, where two must. */
  @KindColumn({ text: 36 }, { nullable: true })
  endorsedById!: string | null;

  /** In whose place that person approved. */
  @KindColumn({ text: 36 }, { nullable: true })
  endorsedForId!: string | null;

  @KindColumn('instant', { nullable: true })
  endorsedAt!: Date | null;

  @KindColumn('boolean', { nullable: true })
  approved!: boolean | null;

  @KindColumn({ text: 36 }, { nullable: true })
  decidedById!: string | null;

  @KindColumn('instant', { nullable: true })
  decidedAt!: Date | null;

  @KindColumn('longText', { nullable: true })
  decisionReason!: string | null;
}

/** A file that belongs to the ticket itself: what a caller brought, or what proves a fact. The bytes lie in the file store. */
@Entity('ticket_file')
@Index('ix_ticket_file_ticket', ['ticketId', 'cycle'])
@Check('ck_ticket_file_purpose', `"purpose" in ('intake', 'evidence')`)
export class TicketFileEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_file')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn('integer')
  cycle!: number;

  @KindColumn({ text: 10 })
  purpose!: 'intake' | 'evidence';

  @KindColumn({ text: 200 })
  name!: string;

  @KindColumn({ text: 100 })
  mediaType!: string;

  @KindColumn('integer')
  size!: number;

  @KindColumn({ text: 64 })
  sha256!: string;

  @KindColumn({ text: 36 })
  addedById!: string;

  @KindColumn('instant')
  addedAt!: Date;
}
