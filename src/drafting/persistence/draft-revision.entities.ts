import { Check, Entity } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { Annex } from '../domain/annexes.js';
import type { WordReading } from '../domain/word/word-reading.js';
import { REVISION_SOURCES, type RevisionSource } from '../domain/revision.js';

/** One saved revision of a draft, kept for good once its sitting has ended; the draft itself carries the present one. */
@Entity('draft_revision')
@Check('ck_draft_revision_source', `"source" in (${REVISION_SOURCES.map((source) => `'${source}'`).join(', ')})`)
export class DraftRevisionEntity {
  @KeyColumn({ text: 36 }, 'pk_draft_revision')
  draftId!: string;

  @KeyColumn('integer', 'pk_draft_revision')
  revision!: number;

  @KindColumn({ text: 10 })
  source!: RevisionSource;

  @KindColumn('json')
  fields!: object;

  @KindColumn({ text: 36 })
  signerId!: string;

  /** The revision that was downloaded to be changed in Word; null for what the form wrote. */
  @KindColumn('integer', { nullable: true })
  basedOn!: number | null;

  /** What was read from the file that came back from Word; null for what the form wrote. */
  @KindColumn('json', { nullable: true })
  reading!: WordReading | null;

  @KindColumn({ text: 64 }, { nullable: true })
  docxSha256!: string | null;

  @KindColumn({ text: 64 }, { nullable: true })
  pdfSha256!: string | null;

  @KindColumn({ text: 1000 }, { nullable: true })
  pdfProblem!: string | null;

  /** Annexes in files of their own; null for what was written before there were any. */
  @KindColumn('json', { nullable: true })
  annexes!: readonly Annex[] | null;

  @KindColumn({ text: 36 })
  writerId!: string;

  @KindColumn({ text: 100 })
  writerName!: string;

  /** Why it was changed, in the writer's words. */
  @KindColumn({ text: 500 }, { nullable: true })
  reason!: string | null;

  /** When it was saved last. */
  @KindColumn('instant')
  savedAt!: Date;

  /** Who still writes it, the form saving it by itself, and on which page; null once it stands. */
  @KindColumn({ text: 60 }, { nullable: true })
  sitting!: string | null;
}

/** Somebody has a draft open to change it; the row says so until it runs out. */
@Entity('draft_presence')
export class DraftPresenceEntity {
  @KeyColumn({ text: 36 }, 'pk_draft_presence')
  draftId!: string;

  @KeyColumn({ text: 36 }, 'pk_draft_presence')
  staffId!: string;

  @KindColumn({ text: 100 })
  staffName!: string;

  @KindColumn('instant')
  since!: Date;

  @KindColumn('instant')
  until!: Date;
}
