import { Check, Entity, Index, VersionColumn } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { COPY_FORMS, COPY_STATES, type CopyForm, type CopySource, type CopyState } from '../domain/copy.js';
import { REGISTER_LENGTHS } from '../domain/register-lengths.js';

/** One line of the register of certified copies: one series a year for all three forms. */
@Entity('copy_document')
@Index('uq_copy_document_number', ['year', 'number'], { unique: true })
@Index('ix_copy_document_failed', ['year', 'number'], { where: '"failure" IS NOT NULL' })
@Index('ix_copy_document_state', ['year', 'state'])
@Check('ck_copy_document_form', `"form" in (${COPY_FORMS.map((form) => `'${form}'`).join(', ')})`)
@Check('ck_copy_document_state', `"state" in (${COPY_STATES.map((state) => `'${state}'`).join(', ')})`)
export class CopyDocumentEntity {
  @KeyColumn({ text: 36 }, 'pk_copy_document')
  id!: string;

  @KindColumn('integer')
  year!: number;

  @KindColumn('integer')
  number!: number;

  @KindColumn({ text: 5 })
  form!: CopyForm;

  /** `SY-SGDĐT` */
  @KindColumn({ text: 60 })
  notation!: string;

  /** When the copy was made. */
  @KindColumn('day')
  issuedDate!: CivilDate;

  /** Of the document that is copied, as the four below. */
  @KindColumn({ text: REGISTER_LENGTHS.typeName })
  typeName!: string;

  @KindColumn({ text: REGISTER_LENGTHS.code })
  code!: string;

  @KindColumn({ text: REGISTER_LENGTHS.agencyName })
  issuer!: string;

  @KindColumn('day')
  originalDate!: CivilDate;

  @KindColumn({ text: REGISTER_LENGTHS.subject })
  subject!: string;

  @KindColumn('json')
  recipients!: string[];

  @KindColumn({ text: 200 })
  keeper!: string;

  /** Who asked for an extract; null where the law asks for nobody. */
  @KindColumn({ text: 200 }, { nullable: true })
  askedBy!: string | null;

  /** `1-3, 5`: the pages of an extract. */
  @KindColumn({ text: 100 }, { nullable: true })
  pages!: string | null;

  @KindColumn({ text: 20 })
  source!: CopySource;

  /** The line of the register, or the file of an incoming document; null for a scan. */
  @KindColumn({ text: 36 }, { nullable: true })
  sourceId!: string | null;

  /** The pages before the agency signed them. */
  @KindColumn({ text: 64 })
  baseSha256!: string;

  @KindColumn({ text: 20 })
  state!: CopyState;

  @KindColumn({ text: 64 }, { nullable: true })
  sealedSha256!: string | null;

  @KindColumn({ text: 500 }, { nullable: true })
  voidReason!: string | null;

  /** How often the agency's signature was asked for; each time is a request of its own. */
  @KindColumn('integer')
  sealTries!: number;

  /** Why the signature that was asked for last did not come, or did not prove itself. */
  @KindColumn({ text: 1000 }, { nullable: true })
  failure!: string | null;

  @VersionColumn()
  version!: number;
}
