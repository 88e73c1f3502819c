import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { TakenOverBook } from '../domain/take-over/taken-over.js';

/** An uploaded register of this year, to be reviewed; it counts once its proposal is confirmed. */
@Entity('register_take_over')
@Index('ix_register_take_over_book', ['book', 'year', 'uploadedAt'])
export class RegisterTakeOverEntity {
  @KeyColumn({ text: 36 }, 'pk_register_take_over')
  id!: string;

  @KindColumn({ text: 20 })
  book!: TakenOverBook;

  @KindColumn('integer')
  year!: number;

  /** Of the file. */
  @KindColumn({ text: 200 })
  name!: string;

  @KindColumn({ text: 64 })
  sha256!: string;

  /** What people call the register. */
  @KindColumn({ text: 200 })
  source!: string;

  @KindColumn({ text: 36 })
  uploadedById!: string;

  @KindColumn('instant')
  uploadedAt!: Date;
}
