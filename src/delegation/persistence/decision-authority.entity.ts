import { Entity } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { AuthorityLine } from './authority-line.js';
import type { DecidedMatter, DecidingOffice } from '../domain/decision-authority.js';

/** A line of the table of who decides in a leader's place. */
@Entity('decision_authority')
export class DecisionAuthorityEntity extends AuthorityLine {
  @KeyColumn({ text: 36 }, 'pk_decision_authority')
  id!: string;

  @KindColumn({ text: 36 }, { nullable: true })
  personId!: string | null;

  @KindColumn({ text: 20 }, { nullable: true })
  office!: DecidingOffice | null;

  @KindColumn('json')
  matters!: DecidedMatter[];

  @KindColumn({ text: 500 }, { nullable: true })
  scope!: string | null;

  @KindColumn('day')
  basisDate!: CivilDate;
}
