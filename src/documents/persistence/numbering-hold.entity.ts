import { Entity } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** The one row there is. */
export const HOLD = 'numbers';

/** Whether registers give numbers: not while a restored database is compared with what was given out before. */
@Entity('numbering_hold')
export class NumberingHoldEntity {
  @KeyColumn({ text: 20 }, 'pk_numbering_hold')
  name!: string;

  /** When the program first ran on this database. */
  @KindColumn('instant')
  begunAt!: Date;

  /** When a position mark was first written beside the data; from then on one must be there. */
  @KindColumn('instant', { nullable: true })
  markedAt!: Date | null;

  /** Since when no number is given; null while numbers are given. */
  @KindColumn('instant', { nullable: true })
  heldAt!: Date | null;

  /** Why it is taken for restored, for people. */
  @KindColumn({ text: 500 }, { nullable: true })
  why!: string | null;

  /** Why the last attempt to make it good did not end. */
  @KindColumn({ text: 1000 }, { nullable: true })
  failure!: string | null;

  /** When the last restore was made good: marks and anchors from before may contradict the database. */
  @KindColumn('instant', { nullable: true })
  recoveredAt!: Date | null;

  /** The process that makes it good, and until when nobody else does. */
  @KindColumn({ text: 36 }, { nullable: true })
  workedBy!: string | null;

  @KindColumn('instant', { nullable: true })
  workedUntil!: Date | null;

  /** Who asks to give numbers again without the e-office; somebody else confirms. */
  @KindColumn({ text: 36 }, { nullable: true })
  goOnById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  goOnByName!: string | null;

  @KindColumn('instant', { nullable: true })
  goOnAt!: Date | null;

  @KindColumn({ text: 500 }, { nullable: true })
  goOnReason!: string | null;
}
