import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { Category } from '../../law/index.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { PublicFigures } from '../domain/public-figures.js';

/**
 * A result as the public reads it: the reviewed text and nothing of its ticket but the id, which no page shows. Public pages read no other table for it.
 * Rows are never deleted: what was withdrawn says so.
 */
@Entity('public_result')
@Index('uq_public_result_publication', ['publicationId'], { unique: true })
@Index('ix_public_result_ticket', ['ticketId'])
@Index('ix_public_result_open', ['withdrawnAt', 'number'])
@Index('ix_public_result_category', ['category', 'withdrawnAt', 'number'])
export class PublicResultEntity {
  /** Its place on the public site; grows with time. */
  @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_public_result' })
  number!: number;

  /** The wish that was approved. */
  @KindColumn({ text: 36 })
  publicationId!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn({ text: 20 })
  category!: Category;

  /** As the rules of its day named it. */
  @KindColumn({ text: 100 })
  categoryName!: string;

  /** The unit that answered, as it was called then. */
  @KindColumn({ text: 200 }, { nullable: true })
  unitName!: string | null;

  @KindColumn({ text: 500 })
  title!: string;

  @KindColumn('longText')
  text!: string;

  @KindColumn('instant')
  publishedAt!: Date;

  @KindColumn('instant', { nullable: true })
  withdrawnAt!: Date | null;

  /** Null where the system itself withdrew it for a newer one. */
  @KindColumn({ text: 36 }, { nullable: true })
  withdrawnById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  withdrawnByName!: string | null;

  /** For the staff; the public learns only that it is gone. */
  @KindColumn('longText', { nullable: true })
  withdrawReason!: string | null;
}

/** The figures of the public site as they were counted on a day. */
@Entity('public_figures')
export class PublicFiguresEntity {
  @KeyColumn('day', 'pk_public_figures')
  day!: CivilDate;

  @KindColumn('json')
  figures!: PublicFigures;

  @KindColumn('instant')
  countedAt!: Date;
}
