import { Check, Entity, Index } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { AuthorityLine } from './authority-line.js';
import { SIGNING_FORMS, type SigningForm } from '../domain/authority-lines.js';

/** A line of the table of who may sign what. */
@Entity('signing_authority')
@Index('ix_signing_authority_person', ['personId'])
@Check('ck_signing_authority_form', `"form" in (${SIGNING_FORMS.map((form) => `'${form}'`).join(', ')})`)
export class SigningAuthorityEntity extends AuthorityLine {
  @KeyColumn({ text: 36 }, 'pk_signing_authority')
  id!: string;

  @KindColumn({ text: 36 })
  personId!: string;

  @KindColumn({ text: 10 })
  form!: SigningForm;

  @KindColumn({ text: 100 }, { nullable: true })
  position!: string | null;

  /** Before the name where the agency allows it: `TS.`. */
  @KindColumn({ text: 30 }, { nullable: true })
  academicTitle!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  collective!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  sourceId!: string | null;

  @KindColumn('json')
  kinds!: string[];

  @KindColumn({ text: 500 }, { nullable: true })
  field!: string | null;

  /** Null for lines that the update made. */
  @KindColumn('day', { nullable: true })
  basisDate!: CivilDate | null;
}
