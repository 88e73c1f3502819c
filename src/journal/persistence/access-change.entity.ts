import { Entity, Index } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** A change of rights that another person is to confirm; what it was says the journal's line of that number. */
@Entity('access_change')
@Index('ix_access_change_confirmed', ['confirmedAt'])
export class AccessChangeEntity {
  @KeyColumn('integer', 'pk_access_change')
  seq!: number;

  /** The day on which those who may confirm it were last told. */
  @KindColumn('day', { nullable: true })
  toldOn!: CivilDate | null;

  @KindColumn('instant', { nullable: true })
  confirmedAt!: Date | null;

  @KindColumn({ text: 36 }, { nullable: true })
  confirmedById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  confirmedByName!: string | null;
}
