import { Entity, Index } from 'typeorm';
import type { Role } from '../../kernel/actor.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { Substitution } from '../domain/substitution.js';

/** One person (the substitute) acts for another (the principal) for a time. A row changes only when it is agreed to and when it is ended, once each; it is never deleted. */
@Entity('substitution')
@Index('ix_substitution_valid', ['validTo'])
@Index('ix_substitution_principal', ['principalId', 'validTo'])
@Index('ix_substitution_substitute', ['substituteId', 'validTo'])
export class SubstitutionEntity implements Substitution {
  @KeyColumn({ text: 36 }, 'pk_substitution')
  id!: string;

  @KindColumn({ text: 36 })
  principalId!: string;

  /** Names stay as they were when the row was made. */
  @KindColumn({ text: 100 })
  principalName!: string;

  @KindColumn({ text: 36 })
  substituteId!: string;

  @KindColumn({ text: 100 })
  substituteName!: string;

  @KindColumn('json')
  roles!: Role[];

  /** What it rests on: a leave that was granted, an order, with its number and date. */
  @KindColumn({ text: 500 })
  basis!: string;

  @KindColumn('instant')
  validFrom!: Date;

  @KindColumn('instant')
  validTo!: Date;

  @KindColumn({ text: 36 })
  createdById!: string;

  @KindColumn({ text: 100 })
  createdByName!: string;

  @KindColumn('instant')
  createdAt!: Date;

  /** When the principal or a superior agreed; nobody acts by it before. */
  @KindColumn('instant', { nullable: true })
  agreedAt!: Date | null;

  @KindColumn({ text: 36 }, { nullable: true })
  agreedById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  agreedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  endedAt!: Date | null;

  @KindColumn({ text: 100 }, { nullable: true })
  endedByName!: string | null;
}
