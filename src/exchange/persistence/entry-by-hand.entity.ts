import { Entity, Index } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** A line of our incoming register that a clerk enters in the e-office, because it takes none over the wire. */
@Entity('entry_by_hand')
@Index('ix_entry_by_hand_ticked', ['tickedAt', 'owedSince'])
export class EntryByHandEntity {
  @KeyColumn({ text: 36 }, 'pk_entry_by_hand')
  incomingDocumentId!: string;

  @KindColumn('instant')
  owedSince!: Date;

  /** Its number in the e-office's own register; null while nobody has entered it. */
  @KindColumn('integer', { nullable: true })
  number!: number | null;

  @KindColumn('day', { nullable: true })
  enteredOn!: CivilDate | null;

  @KindColumn('instant', { nullable: true })
  tickedAt!: Date | null;

  @KindColumn({ text: 100 }, { nullable: true })
  tickedByName!: string | null;
}
