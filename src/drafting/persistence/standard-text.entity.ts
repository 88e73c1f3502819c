import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** A text that the people of a unit put into their letters. It holds no personal data. */
@Entity('standard_text')
@Index('ix_standard_text_unit', ['unitId', 'heading'])
export class StandardTextEntity {
  @KeyColumn({ text: 36 }, 'pk_standard_text')
  id!: string;

  @KindColumn({ text: 36 })
  unitId!: string;

  @KindColumn({ text: 100 })
  heading!: string;

  @KindColumn('longText')
  text!: string;

  @KindColumn({ text: 100 })
  addedByName!: string;

  @KindColumn('instant')
  addedAt!: Date;
}
