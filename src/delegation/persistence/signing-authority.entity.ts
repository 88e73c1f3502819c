import { Check, Entity, Index } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { SIGNING_FORMS, type SigningForm } from '../domain/authority-lines.js';

/** A line of the table of who may sign what. Nothing of it changes but that it is ended, once. */
@Entity('signing_authority')
@Index('ix_signing_authority_person', ['personId'])
@Check('ck_signing_authority_form', `"form" in (${SIGNING_FORMS.map((form) => `'${form}'`).join(', ')})`)
export class SigningAuthorityEntity {
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

  @KindColumn('day')
  validFrom!: CivilDate;

  @KindColumn('day', { nullable: true })
  validTo!: CivilDate | null;

  /** Number of the decision; of lines that the update made, what they follow. */
  @KindColumn({ text: 100 })
  basis!: string;

  /** Null for lines that the update made. */
  @KindColumn('day', { nullable: true })
  basisDate!: CivilDate | null;

  @KindColumn({ text: 200 }, { nullable: true })
  fileName!: string | null;

  @KindColumn({ text: 64 }, { nullable: true })
  fileSha256!: string | null;

  @KindColumn({ text: 36 })
  createdById!: string;

  @KindColumn({ text: 100 })
  createdByName!: string;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn('day', { nullable: true })
  endedFrom!: CivilDate | null;

  @KindColumn({ text: 500 }, { nullable: true })
  endedBecause!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  endedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  endedAt!: Date | null;
}
