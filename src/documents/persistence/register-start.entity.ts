import { Check, Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { Book } from '../domain/register.js';
import { START_LENGTHS, START_STATES, type StartState } from '../domain/register-start.js';

/** How one person wants the book of a year to begin; another confirms or refuses it, and either is kept. */
@Entity('register_start')
@Index('ix_register_start_book', ['book', 'year', 'proposedAt'])
@Index('uq_register_start_waiting', ['book', 'year'], { unique: true, where: `"state" = 'waiting'` })
@Check('ck_register_start_state', `"state" in (${START_STATES.map((state) => `'${state}'`).join(', ')})`)
export class RegisterStartEntity {
  @KeyColumn({ text: 36 }, 'pk_register_start')
  id!: string;

  @KindColumn({ text: 20 })
  book!: Book;

  @KindColumn('integer')
  year!: number;

  /** The number of the first document. */
  @KindColumn('integer')
  first!: number;

  @KindColumn({ text: START_LENGTHS.basis })
  basis!: string;

  /** The register in a file whose lines come before the first that is numbered here; null where only the number is set. */
  @KindColumn({ text: 36 }, { nullable: true })
  takeOverId!: string | null;

  @KindColumn({ text: 20 })
  state!: StartState;

  @KindColumn({ text: 36 })
  proposedById!: string;

  @KindColumn({ text: 100 })
  proposedByName!: string;

  @KindColumn('instant')
  proposedAt!: Date;

  @KindColumn({ text: 100 }, { nullable: true })
  decidedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  decidedAt!: Date | null;

  @KindColumn({ text: START_LENGTHS.reason }, { nullable: true })
  refusedBecause!: string | null;
}
