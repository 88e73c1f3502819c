import { Check, Entity, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { Audience } from '../domain/audience.js';
import {
  CIRCULAR_STATES,
  RECEIPT_STATES,
  type CircularFile,
  type CircularState,
  type CircularTerms,
  type ReceiptState,
} from '../domain/circular.js';

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** A dispatch that people must read and acknowledge. What was sent is never changed; another one takes its place. */
@Entity('circular')
@Index('ix_circular_created', ['createdAt', 'id'])
@Index('ix_circular_state', ['state', 'validTo'])
@Check('ck_circular_state', `"state" in (${listed(CIRCULAR_STATES)})`)
export class CircularEntity implements CircularTerms {
  @KeyColumn({ text: 36 }, 'pk_circular')
  id!: string;

  @KindColumn({ text: 20 })
  state!: CircularState;

  /** What it is about, in one line (trích yếu). */
  @KindColumn({ text: 300 })
  title!: string;

  /** Number and symbol of the document; empty where it has none. */
  @KindColumn({ text: 60 })
  symbol!: string;

  /** Day of the document; null where it bears none. */
  @KindColumn('day', { nullable: true })
  issuedOn!: CivilDate | null;

  @KindColumn('longText')
  text!: string;

  @KindColumn('json')
  files!: readonly CircularFile[];

  @KindColumn('json')
  audience!: Audience;

  /** Last day on which an acknowledgement is in time. */
  @KindColumn('day')
  dueOn!: CivilDate;

  @KindColumn('day', { nullable: true })
  validTo!: CivilDate | null;

  /** The circular whose place it takes once it is sent. */
  @KindColumn({ text: 36 }, { nullable: true })
  replacesId!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  replacedById!: string | null;

  @KindColumn({ text: 36 })
  createdById!: string;

  @KindColumn({ text: 100 })
  createdByName!: string;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn({ text: 100 }, { nullable: true })
  sentByName!: string | null;

  @KindColumn('instant', { nullable: true })
  sentAt!: Date | null;

  @KindColumn({ text: 100 }, { nullable: true })
  withdrawnByName!: string | null;

  @KindColumn('instant', { nullable: true })
  withdrawnAt!: Date | null;

  @KindColumn({ text: 500 }, { nullable: true })
  withdrawnBecause!: string | null;

  /** The last reminder by time that everybody who owed it was told. */
  @KindColumn({ text: 20 }, { nullable: true })
  remindedStep!: string | null;

  @VersionColumn()
  version!: number;
}

/** A unit that a circular addresses as a whole, and what its head says of those who were told. */
@Entity('circular_unit')
@Index('uq_circular_unit', ['circularId', 'unitId'], { unique: true })
@Index('ix_circular_unit_seq', ['circularId', 'seq'])
@Index('ix_circular_unit_unit', ['unitId', 'confirmedAt'])
export class CircularUnitEntity {
  /** By code of the unit as they were addressed; later ones after them. */
  @PrimaryGeneratedColumn({ type: 'int', primaryKeyConstraintName: 'pk_circular_unit' })
  seq!: number;

  @KindColumn({ text: 36 })
  circularId!: string;

  @KindColumn({ text: 36 })
  unitId!: string;

  /** People who were told, those without an account among them; null before. */
  @KindColumn('integer', { nullable: true })
  peopleTold!: number | null;

  @KindColumn('day', { nullable: true })
  toldOn!: CivilDate | null;

  @KindColumn({ text: 500 }, { nullable: true })
  note!: string | null;

  @KindColumn({ text: 200 }, { nullable: true })
  minutesName!: string | null;

  @KindColumn({ text: 64 }, { nullable: true })
  minutesSha256!: string | null;

  @KindColumn('instant', { nullable: true })
  confirmedAt!: Date | null;

  @KindColumn({ text: 36 }, { nullable: true })
  confirmedById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  confirmedByName!: string | null;
}

/** That a circular is somebody's to read, and when they read and acknowledged it. Rows are never deleted. */
@Entity('circular_receipt')
@Index('uq_circular_receipt', ['circularId', 'staffId'], { unique: true })
@Index('ix_circular_receipt_open', ['circularId', 'state', 'seq'])
@Index('ix_circular_receipt_unit', ['circularId', 'unitId', 'state', 'seq'])
@Index('ix_circular_receipt_staff', ['staffId', 'state', 'seq'])
@Check('ck_circular_receipt_state', `"state" in (${listed(RECEIPT_STATES)})`)
export class CircularReceiptEntity {
  /** By unit and name as they were handed out; later ones after them. */
  @PrimaryGeneratedColumn({ type: 'int', primaryKeyConstraintName: 'pk_circular_receipt' })
  seq!: number;

  @KindColumn({ text: 36 })
  circularId!: string;

  @KindColumn({ text: 36 })
  staffId!: string;

  /** The person's unit: today's while it is open, after that the one of the day of acknowledgement. */
  @KindColumn({ text: 36 })
  unitId!: string;

  @KindColumn({ text: 20 })
  state!: ReceiptState;

  @KindColumn('instant')
  handedAt!: Date;

  @KindColumn('instant', { nullable: true })
  readAt!: Date | null;

  @KindColumn('instant', { nullable: true })
  acknowledgedAt!: Date | null;
}
