import { Check, Entity, Index, VersionColumn } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import {
  CONSENTS,
  EFFECTS,
  MERIT_KINDS,
  REACHES,
  RECIPIENT_KINDS,
  type Consent,
  type Effect,
  type MeritKind,
  type Reach,
  type RecipientKind,
} from '../domain/merit.js';
import { PROPOSAL_STATES, type CommendationForm, type ProposalState } from '../domain/proposal.js';

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/**
 * A ticket that changed something, and how the person behind it is commended. The sender's name is not copied: it stays with the ticket.
 * Rows are never deleted.
 */
@Entity('merit')
@Index('ix_merit_open', ['withdrawnAt', 'proposalId', 'flaggedAt'])
@Index('ix_merit_ticket', ['ticketId'])
@Index('ix_merit_proposal', ['proposalId'])
@Check('ck_merit_kind', `"kind" in (${listed(MERIT_KINDS)})`)
@Check('ck_merit_effect', `"effect" in (${listed(EFFECTS)})`)
@Check('ck_merit_reach', `"reach" in (${listed(REACHES)})`)
@Check('ck_merit_recipient', `"recipientKind" in (${listed(RECIPIENT_KINDS)})`)
@Check('ck_merit_consent', `"consent" in (${listed(CONSENTS)})`)
export class MeritEntity {
  @KeyColumn({ text: 36 }, 'pk_merit')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn({ text: 20 })
  ticketCode!: string;

  /** The unit that led the ticket. */
  @KindColumn({ text: 36 }, { nullable: true })
  unitId!: string | null;

  @KindColumn({ text: 20 })
  kind!: MeritKind;

  @KindColumn({ text: 20 })
  effect!: Effect;

  @KindColumn({ text: 20 })
  reach!: Reach;

  /** The document or measure that was changed or made. */
  @KindColumn({ text: 300 })
  documentTitle!: string;

  @KindColumn({ text: 100 })
  documentSymbol!: string;

  @KindColumn('day')
  changedOn!: CivilDate;

  /** Where it can be read; empty where it is not published. */
  @KindColumn({ text: 300 })
  link!: string;

  /** The outcome, in words that identify nobody. */
  @KindColumn({ text: 1000 })
  achievement!: string;

  @KindColumn({ text: 20 })
  recipientKind!: RecipientKind;

  /** Name of the organisation or member of staff; empty for the sender. */
  @KindColumn({ text: 200 })
  recipientName!: string;

  @KindColumn({ text: 20 })
  consent!: Consent;

  /** When and how the sender was asked. */
  @KindColumn({ text: 300 }, { nullable: true })
  consentHow!: string | null;

  @KindColumn('instant', { nullable: true })
  consentAt!: Date | null;

  @KindColumn({ text: 100 }, { nullable: true })
  consentByName!: string | null;

  @KindColumn({ text: 36 })
  flaggedById!: string;

  @KindColumn({ text: 100 })
  flaggedByName!: string;

  @KindColumn('instant')
  flaggedAt!: Date;

  /** The list of proposals that it stands on; null while it stands on none. */
  @KindColumn({ text: 36 }, { nullable: true })
  proposalId!: string | null;

  @KindColumn({ text: 20 }, { nullable: true })
  form!: CommendationForm | null;

  /** Whether the decision grants it; null before. */
  @KindColumn('boolean', { nullable: true })
  granted!: boolean | null;

  /** The day on which it was handed over. */
  @KindColumn('day', { nullable: true })
  awardedOn!: CivilDate | null;

  @KindColumn('instant', { nullable: true })
  withdrawnAt!: Date | null;

  @KindColumn({ text: 100 }, { nullable: true })
  withdrawnByName!: string | null;

  @KindColumn({ text: 500 }, { nullable: true })
  withdrawnBecause!: string | null;

  @VersionColumn()
  version!: number;
}

/** A list of those whom the Office proposes for commendation, and what was decided on it. Rows are never deleted. */
@Entity('commendation_proposal')
@Index('ix_commendation_proposal_created', ['createdAt', 'id'])
@Check('ck_commendation_proposal_state', `"state" in (${listed(PROPOSAL_STATES)})`)
export class CommendationProposalEntity {
  @KeyColumn({ text: 36 }, 'pk_commendation_proposal')
  id!: string;

  @KindColumn({ text: 300 })
  title!: string;

  @KindColumn({ text: 20 })
  state!: ProposalState;

  @KindColumn({ text: 36 })
  createdById!: string;

  @KindColumn({ text: 100 })
  createdByName!: string;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn({ text: 100 }, { nullable: true })
  submittedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  submittedAt!: Date | null;

  /** Number and symbol of the decision. */
  @KindColumn({ text: 60 }, { nullable: true })
  decisionNumber!: string | null;

  @KindColumn('day', { nullable: true })
  decidedOn!: CivilDate | null;

  /** Who signed the decision. */
  @KindColumn({ text: 100 }, { nullable: true })
  decidedByName!: string | null;

  /** Who wrote the decision down here. */
  @KindColumn({ text: 100 }, { nullable: true })
  recordedByName!: string | null;

  /** Why the list was given up. */
  @KindColumn({ text: 500 }, { nullable: true })
  droppedBecause!: string | null;

  @VersionColumn()
  version!: number;
}
