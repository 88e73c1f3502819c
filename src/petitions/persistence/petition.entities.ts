import { Check, Entity, Index, VersionColumn } from 'typeorm';
import type { ProofLine } from '../../calendar/index.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { PetitionDuty } from '../../law/index.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { PetitionCircle } from '../domain/petition-access.js';
import {
  PETITION_KINDS,
  PETITION_STATES,
  type Competence,
  type Petition,
  type PetitionKind,
  type PetitionState,
  type SettlementResult,
  type Way,
} from '../domain/petition.js';

/** One line of the register of petitions. Rows are never deleted; who wrote stands here and nowhere else. */
@Entity('petition')
@Index('uq_petition_number', ['year', 'number'], { unique: true })
@Index('uq_petition_ticket', ['ticketId'], { unique: true, where: '"ticketId" IS NOT NULL' })
@Index('ix_petition_due', ['year', 'dueAt', 'number'])
@Index('ix_petition_charged', ['chargedId', 'year'])
@Check('ck_petition_kind', `"kind" in (${PETITION_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
@Check('ck_petition_state', `"state" in (${PETITION_STATES.map((state) => `'${state}'`).join(', ')})`)
export class PetitionEntity implements Petition, PetitionCircle {
  @KeyColumn({ text: 36 }, 'pk_petition')
  id!: string;

  @KindColumn('integer')
  year!: number;

  /** Consecutive from 1 in its year. */
  @KindColumn('integer')
  number!: number;

  @KindColumn({ text: 20 })
  kind!: PetitionKind;

  @KindColumn({ text: 20 })
  state!: PetitionState;

  @KindColumn('day')
  receivedOn!: CivilDate;

  /** The ticket that it came as; null where it came on paper. */
  @KindColumn({ text: 36 }, { nullable: true })
  ticketId!: string | null;

  @KindColumn({ text: 20 }, { nullable: true })
  ticketCode!: string | null;

  @KindColumn('boolean')
  anonymous!: boolean;

  /** Empty where the person is not known. */
  @KindColumn({ text: 100 })
  petitionerName!: string;

  @KindColumn({ text: 500 })
  petitionerContact!: string;

  /** Without names. */
  @KindColumn({ text: 1000 })
  summary!: string;

  @KindColumn({ text: 20 }, { nullable: true })
  competence!: Competence | null;

  /** The agency that is competent, by name. */
  @KindColumn({ text: 200 })
  competentAgency!: string;

  @KindColumn({ text: 20 }, { nullable: true })
  way!: Way | null;

  @KindColumn({ text: 1000 })
  wayReason!: string;

  @KindColumn({ text: 36 })
  takenById!: string;

  @KindColumn({ text: 100 })
  takenByName!: string;

  @KindColumn({ text: 36 }, { nullable: true })
  leaderId!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  chargedId!: string | null;

  @KindColumn('instant', { nullable: true })
  decidedAt!: Date | null;

  @KindColumn('day', { nullable: true })
  acceptedOn!: CivilDate | null;

  @KindColumn({ text: 20 }, { nullable: true })
  result!: SettlementResult | null;

  /** The decision or conclusion, and what it says, without names. */
  @KindColumn({ text: 2000 })
  resultText!: string;

  /** The soonest of what is still owed; null when nothing is. */
  @KindColumn('instant', { nullable: true })
  dueAt!: Date | null;

  @KindColumn('instant', { nullable: true })
  closedAt!: Date | null;

  @KindColumn('instant')
  createdAt!: Date;

  @VersionColumn()
  version!: number;
}

/** What is owed to a petition, with the proof of its date as it was counted. A recount writes a new row and supersedes the old one. */
@Entity('petition_duty')
@Index('ix_petition_duty_petition', ['petitionId'])
@Index('ix_petition_duty_open', ['legalEndAt'], { where: '"metAt" IS NULL AND "supersededAt" IS NULL' })
export class PetitionDutyEntity {
  @KeyColumn({ text: 36 }, 'pk_petition_duty')
  id!: string;

  @KindColumn({ text: 36 })
  petitionId!: string;

  @KindColumn({ text: 20 })
  duty!: PetitionDuty;

  @KindColumn('integer')
  amount!: number;

  @KindColumn({ text: 20 })
  unit!: string;

  @KindColumn({ text: 300 })
  source!: string;

  @KindColumn({ text: 20 })
  confidence!: 'confirmed' | 'unconfirmed';

  @KindColumn('day')
  startedOn!: CivilDate;

  @KindColumn('integer')
  extended!: number;

  @KindColumn('instant')
  dueAt!: Date;

  @KindColumn('instant')
  legalEndAt!: Date;

  @KindColumn('integer')
  calendarVersion!: number;

  @KindColumn('json')
  proof!: readonly ProofLine[];

  /** The day on which those who handle it were last told. */
  @KindColumn('day', { nullable: true })
  toldOn!: CivilDate | null;

  @KindColumn('instant', { nullable: true })
  metAt!: Date | null;

  @KindColumn('instant', { nullable: true })
  supersededAt!: Date | null;
}

/** What was done with a petition, by whom; read by those who may read the petition. */
@Entity('petition_step')
@Index('ix_petition_step_petition', ['petitionId', 'at'])
export class PetitionStepEntity {
  @KeyColumn({ text: 36 }, 'pk_petition_step')
  id!: string;

  @KindColumn({ text: 36 })
  petitionId!: string;

  @KindColumn('instant')
  at!: Date;

  @KindColumn({ text: 36 })
  actorId!: string;

  @KindColumn({ text: 200 })
  actorName!: string;

  @KindColumn({ text: 300 })
  title!: string;

  @KindColumn('longText')
  text!: string;
}

/** The last number that a year's register has given; its update makes numbers consecutive. */
@Entity('petition_year')
export class PetitionYearEntity {
  @KeyColumn('integer', 'pk_petition_year')
  year!: number;

  @KindColumn('integer')
  last!: number;
}
