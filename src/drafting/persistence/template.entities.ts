import { Entity, Index } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { TemplateReport } from '../domain/template-lint/finding.js';

/** A DOCX that somebody brought as a template of a kind, and what its lint said. Rows are never deleted. */
@Entity('template_upload')
@Index('ix_template_upload_kind', ['kind', 'uploadedAt'])
export class TemplateUploadEntity {
  @KeyColumn({ text: 36 }, 'pk_template_upload')
  id!: string;

  @KindColumn({ text: 60 })
  kind!: string;

  @KindColumn({ text: 200 })
  fileName!: string;

  /** Null where the file was refused: such a file is not kept, only what was wrong with it. */
  @KindColumn({ text: 64 }, { nullable: true })
  fileSha256!: string | null;

  /** The kind's sample as this template makes it, a DOCX. */
  @KindColumn({ text: 64 }, { nullable: true })
  sampleSha256!: string | null;

  /** The sample's pages, made after the upload. */
  @KindColumn({ text: 64 }, { nullable: true })
  pdfSha256!: string | null;

  /** Why rendering the pages failed; null when it did not. */
  @KindColumn({ text: 1000 }, { nullable: true })
  pdfProblem!: string | null;

  @KindColumn('json')
  report!: TemplateReport;

  @KindColumn({ text: 36 })
  uploadedById!: string;

  @KindColumn({ text: 100 })
  uploadedByName!: string;

  @KindColumn('instant')
  uploadedAt!: Date;
}

/** An upload that documents are drafted with from a day on. What was decided never changes; only before its day it may be withdrawn. */
@Entity('template_version')
@Index('uq_template_version_number', ['kind', 'number'], { unique: true })
export class TemplateVersionEntity {
  @KeyColumn({ text: 36 }, 'pk_template_version')
  uploadId!: string;

  @KindColumn({ text: 60 })
  kind!: string;

  /** 1, 2, 3 … within the kind; drafts keep it. */
  @KindColumn('integer')
  number!: number;

  @KindColumn('day')
  validFrom!: CivilDate;

  @KindColumn({ text: 1000 })
  reason!: string;

  /** Why it is used in spite of warnings; null where there were none. */
  @KindColumn({ text: 1000 }, { nullable: true })
  acceptedBecause!: string | null;

  @KindColumn({ text: 36 })
  publishedById!: string;

  @KindColumn({ text: 100 })
  publishedByName!: string;

  @KindColumn('instant')
  publishedAt!: Date;

  @KindColumn('instant', { nullable: true })
  withdrawnAt!: Date | null;

  @KindColumn({ text: 100 }, { nullable: true })
  withdrawnByName!: string | null;

  @KindColumn({ text: 1000 }, { nullable: true })
  withdrawnBecause!: string | null;
}
