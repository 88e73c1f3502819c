import { Entity, Index } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { PrintedBook } from '../domain/register-span.js';

/** A print-out of a register as PDF: asked for, being made, made, or why it could not be. */
@Entity('register_print')
@Index('ix_register_print_book', ['book', 'year', 'requestedAt'])
export class RegisterPrintEntity {
  @KeyColumn({ text: 36 }, 'pk_register_print')
  id!: string;

  @KindColumn({ text: 20 })
  book!: PrintedBook;

  @KindColumn('integer')
  year!: number;

  @KindColumn('day')
  fromDay!: CivilDate;

  @KindColumn('day')
  toDay!: CivilDate;

  @KindColumn({ text: 200 })
  requestedBy!: string;

  @KindColumn('instant')
  requestedAt!: Date;

  /** Whether it is kept with the closing of the book. */
  @KindColumn('boolean')
  forClosing!: boolean;

  /** Documents that stand on it, and its pages. */
  @KindColumn('integer', { nullable: true })
  lines!: number | null;

  @KindColumn('integer', { nullable: true })
  pages!: number | null;

  @KindColumn({ text: 64 }, { nullable: true })
  pdfSha256!: string | null;

  @KindColumn({ text: 1000 }, { nullable: true })
  problem!: string | null;
}
