import { Check, Entity, Index, VersionColumn } from 'typeorm';
import type { Category, Level } from '../../law/index.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { Evidence } from '../domain/reply/answer.js';
import type { TicketInView } from '../domain/guards.js';
import type { OwnEnd } from '../domain/intake/shared-matter.js';
import { NATURES, TICKET_STATES, type Nature, type TicketState } from '../domain/ticket-state.js';

/** One feedback item as the hotline sent it and as we moved it on. Rows are never deleted. */
@Entity('ticket')
@Index('uq_ticket_code', ['code'], { unique: true })
@Index('uq_ticket_hotline_code', ['hotlineCode'], { unique: true, where: '"hotlineCode" IS NOT NULL' })
@Index('ix_ticket_due', ['open', 'dueAt', 'id', 'state'])
@Index('ix_ticket_unit_due', ['leadUnitId', 'open', 'dueAt', 'id', 'state'])
@Index('ix_ticket_officer_due', ['officerId', 'open', 'dueAt', 'id', 'state'])
@Index('ix_ticket_officer_lists', ['officerId', 'open', 'dueAt', 'id', 'state', 'leadUnitId'])
@Index('ix_ticket_received', ['open', 'startedAt', 'id', 'state'], { where: '"open" = 1' })
@Index('ix_ticket_unit_received', ['leadUnitId', 'open', 'startedAt', 'id', 'state'], { where: '"open" = 1' })
@Index('ix_ticket_officer_received', ['officerId', 'open', 'startedAt', 'id', 'state'], { where: '"open" = 1' })
@Index('ix_ticket_merged', ['mergedIntoId'])
@Index('ix_ticket_split', ['splitFromId'])
@Index('ix_ticket_document', ['incomingDocumentId'])
@Index('ix_ticket_phone', ['phoneKey', 'startedAt'])
@Index('ix_ticket_hotline_started', ['startedAt', 'id'], { where: '"hotlineCode" IS NOT NULL' })
@Index('ix_ticket_rating_ends', ['state', 'ratingEndsAt'])
@Index('ix_ticket_rating_owed', ['dueAt', 'id'], { where: '"answeredAt" IS NOT NULL AND "closedAt" IS NULL' })
@Index('ix_ticket_unit_rating_owed', ['leadUnitId', 'dueAt', 'id'], {
  where: '"answeredAt" IS NOT NULL AND "closedAt" IS NULL',
})
@Index('ix_ticket_evidence_missing', ['dueAt', 'id'], {
  where: '"answeredAt" IS NOT NULL AND "closedAt" IS NULL AND "evidence" IS NULL',
})
@Index('ix_ticket_unit_evidence_missing', ['leadUnitId', 'dueAt', 'id'], {
  where: '"answeredAt" IS NOT NULL AND "closedAt" IS NULL AND "evidence" IS NULL',
})
@Index('ix_ticket_officer_owed', ['officerId', 'leadUnitId', 'dueAt', 'id', 'answeredAt', 'closedAt', 'evidence'], {
  where: '"answeredAt" IS NOT NULL AND "closedAt" IS NULL',
})
@Index('ix_ticket_answer_proposed', ['open', 'dueAt', 'id'], { where: '"answerProposedById" IS NOT NULL' })
@Index('ix_ticket_extension_asked', ['open', 'dueAt', 'id'], { where: '"extensionAskedById" IS NOT NULL' })
@Index('ix_ticket_publication_asked', ['open', 'dueAt', 'id'], { where: '"publicationAskedById" IS NOT NULL' })
@Index('ix_ticket_reopened_too_often', ['open', 'dueAt', 'id'], { where: '"reopeningsLeft" < 0' })
@Index(
  'ix_ticket_watched',
  ['open', 'leadUnitId', 'category', 'legalEndAt', 'pausedAt', 'state', 'acceptBy', 'heardAt', 'cycle'],
  { where: '"open" = 1' },
)
@Index('ix_ticket_running', ['open', 'legalEndAt', 'pausedAt'], { where: '"open" = 1 AND "pausedAt" IS NULL' })
@Index('ix_ticket_answered_within', ['answeredAt', 'leadUnitId', 'category', 'legalEndAt', 'rating', 'dueAt', 'id'], {
  where: '"answeredAt" IS NOT NULL',
})
@Index('ix_ticket_information_lapsed', ['leadUnitId', 'open', 'dueAt', 'id'], { where: '"informationLapsed" = 1' })
@Check('ck_ticket_state', `"state" in (${TICKET_STATES.map((state) => `'${state}'`).join(', ')})`)
@Check('ck_ticket_nature', `"nature" in (${NATURES.map((nature) => `'${nature}'`).join(', ')})`)
export class TicketEntity implements TicketInView {
  @KeyColumn({ text: 36 }, 'pk_ticket')
  id!: string;

  @KindColumn({ text: 20 })
  code!: string;

  /** The hotline's own number; unique, so a second delivery cannot make a second row. Null where the agency took the feedback itself. */
  @KindColumn({ exact: 100 }, { nullable: true })
  hotlineCode!: string | null;

  @KindColumn({ text: 36 })
  incomingDocumentId!: string;

  @KindColumn({ text: 20 })
  state!: TicketState;

  /** Whether the citizen still waits: kept with the state, so that lists read one index. */
  @KindColumn('boolean')
  open!: boolean;

  /** What the words are in law; anything but feedback is returned or refused, never handled. */
  @KindColumn({ text: 20 })
  nature!: Nature;

  @KindColumn({ text: 20 })
  kind!: 'feedback' | 'petition';

  @KindColumn({ text: 20 })
  level!: Level;

  @KindColumn({ text: 40 })
  channel!: string;

  @KindColumn({ text: 20 })
  category!: Category;

  /** The category as the sender's side named it. */
  @KindColumn({ text: 100 })
  hotlineCategory!: string;

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

  /** The sender's phone in digits, by which duplicates are found; empty without one. */
  @KindColumn({ text: 20 })
  phoneKey!: string;

  @KindColumn('boolean')
  keepSecret!: boolean;

  /** Nobody can be answered; taken all the same where the category's rule says so. */
  @KindColumn('boolean')
  anonymous!: boolean;

  /** The unit whose conduct the words are about; it never learns who wrote. */
  @KindColumn({ text: 36 }, { nullable: true })
  complainedUnitId!: string | null;

  /** When the desk said that the words are about no unit; null where one is named, and while nobody has said either. */
  @KindColumn('instant', { nullable: true })
  aboutNoUnitAt!: Date | null;

  /** The ticket this one was split from; its document is ours too. */
  @KindColumn({ text: 36 }, { nullable: true })
  splitFromId!: string | null;

  /** The ticket that goes on in our place; our sender hears what its sender hears. */
  @KindColumn({ text: 36 }, { nullable: true })
  mergedIntoId!: string | null;

  /** How the matter of its own sender ended while it goes on for others; null while that sender hears what becomes of it. */
  @KindColumn({ text: 20 }, { nullable: true })
  ownEnd!: OwnEnd | null;

  /** The member of staff who took the feedback from a caller or a visitor. */
  @KindColumn({ text: 36 }, { nullable: true })
  takenById!: string | null;

  /** False when the message held no feedback form and a clerk must complete it. */
  @KindColumn('boolean')
  complete!: boolean;

  /** The policy set by which it is measured: that of the day of receipt, until it is measured again on purpose. */
  @KindColumn('integer')
  policyVersion!: number;

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

  /** Units that were asked to help, in this cycle. */
  @KindColumn('json')
  coordinators!: string[];

  @KindColumn('instant', { nullable: true })
  acceptBy!: Date | null;

  /** When a member of the lead unit last wrote a line, or the ticket was given to that unit; kept by `noteHeard`. */
  @KindColumn('instant', { nullable: true })
  heardAt!: Date | null;

  /** 1 from receipt, one more at each reopening. */
  @KindColumn('integer')
  cycle!: number;

  @KindColumn('integer')
  extensionsLeft!: number;

  @KindColumn({ text: 36 }, { nullable: true })
  extensionAskedById!: string | null;

  @KindColumn('boolean')
  informationAsked!: boolean;

  @KindColumn('boolean')
  informationLapsed!: boolean;

  /** Since when the clock is paused; null while it runs. */
  @KindColumn('instant', { nullable: true })
  pausedAt!: Date | null;

  @KindColumn({ text: 36 }, { nullable: true })
  answerProposedById!: string | null;

  @KindColumn({ text: 10 }, { nullable: true })
  evidence!: Evidence | null;

  @KindColumn({ text: 10 }, { nullable: true })
  answerMode!: 'letter' | 'direct' | null;

  @KindColumn('instant', { nullable: true })
  answeredAt!: Date | null;

  @KindColumn({ text: 36 }, { nullable: true })
  publicationAskedById!: string | null;

  @KindColumn('instant', { nullable: true })
  publishedAt!: Date | null;

  @KindColumn('integer', { nullable: true })
  rating!: number | null;

  @KindColumn('instant', { nullable: true })
  ratingEndsAt!: Date | null;

  @KindColumn('instant', { nullable: true })
  reopenEndsAt!: Date | null;

  @KindColumn('integer')
  reopeningsLeft!: number;

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
