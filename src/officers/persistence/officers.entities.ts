import { Check, Entity, Index, VersionColumn } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { CHANGE_STATES, type ChangeState, type HandedTicket } from '../domain/officer-change.js';

/** Who was contact officer of a unit, from a day to a day, and how they were reached: the directory, and its history. */
@Entity('officer_term')
@Index('ix_officer_term_unit', ['unitId', 'validFrom'])
@Index('ix_officer_term_staff', ['staffId'])
export class OfficerTermEntity {
  @KeyColumn({ text: 36 }, 'pk_officer_term')
  id!: string;

  @KindColumn({ text: 36 })
  unitId!: string;

  @KindColumn({ text: 36 })
  staffId!: string;

  /** Null where it was not written down when they began. */
  @KindColumn('day', { nullable: true })
  validFrom!: CivilDate | null;

  /** Last day; null while they are. */
  @KindColumn('day', { nullable: true })
  validTo!: CivilDate | null;

  /** As published: of the office, never private. */
  @KindColumn({ text: 30 }, { nullable: true })
  phone!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  email!: string | null;

  /** The change with which it began; null where it was written down otherwise. */
  @KindColumn({ text: 36 }, { nullable: true })
  changeId!: string | null;

  /** When the change with which it began was taken back, as if it had never been. */
  @KindColumn('instant', { nullable: true })
  voidedAt!: Date | null;
}

/** A change of contact officer: what was asked, seen and confirmed, and the outcome. */
@Entity('officer_change')
@Index('ix_officer_change_unit', ['unitId', 'createdAt'])
@Index('ix_officer_change_state', ['state', 'validFrom'])
@Index('uq_officer_change_waiting', ['unitId'], { unique: true, where: `"state" = 'waiting'` })
@Check('ck_officer_change_state', `"state" in (${CHANGE_STATES.map((state) => `'${state}'`).join(', ')})`)
export class OfficerChangeEntity {
  @KeyColumn({ text: 36 }, 'pk_officer_change')
  id!: string;

  @KindColumn({ text: 36 })
  unitId!: string;

  /** Null for a unit's first officer. */
  @KindColumn({ text: 36 }, { nullable: true })
  leavingId!: string | null;

  @KindColumn({ text: 36 })
  takingId!: string;

  @KindColumn('day')
  validFrom!: CivilDate;

  @KindColumn({ text: 500 })
  reason!: string;

  @KindColumn({ text: 30 })
  phone!: string;

  @KindColumn({ text: 100 })
  email!: string;

  @KindColumn({ text: 20 })
  state!: ChangeState;

  /** Tickets that go to another officer than the new one, by id. */
  @KindColumn('json')
  choices!: Readonly<Record<string, string>>;

  @KindColumn({ text: 36 })
  createdById!: string;

  @KindColumn({ text: 100 })
  createdByName!: string;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn({ text: 36 }, { nullable: true })
  confirmedById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  confirmedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  confirmedAt!: Date | null;

  @KindColumn('instant', { nullable: true })
  doneAt!: Date | null;

  /** What was handed over, each as it stood after; null before. */
  @KindColumn('json', { nullable: true })
  handed!: readonly HandedTicket[] | null;

  /** Whether the new officer was given the role by it; null before. */
  @KindColumn('boolean', { nullable: true })
  gaveRole!: boolean | null;

  @KindColumn({ text: 100 }, { nullable: true })
  reversedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  reversedAt!: Date | null;

  /** Codes of tickets that stayed where they were when it was taken back. */
  @KindColumn('json', { nullable: true })
  stayed!: readonly string[] | null;

  /** Why it could not be done on its day. */
  @KindColumn({ text: 500 }, { nullable: true })
  problem!: string | null;

  /** The letter to the city, made once. */
  @KindColumn({ text: 64 }, { nullable: true })
  letterSha256!: string | null;

  @KindColumn({ text: 500 }, { nullable: true })
  letterProblem!: string | null;

  @VersionColumn()
  version!: number;
}
