import { Check, Entity, Index, VersionColumn } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { FilePlanEntry } from '../domain/file-plan.js';
import {
  EXPORT_STATES,
  FILE_STATES,
  PAPER_KINDS,
  type ExportState,
  type FileRights,
  type FileState,
  type PaperKind,
} from '../domain/record-file.js';
import type { RetentionCode } from '../domain/retention.js';

/** One version of a year's file plan. Rows are never changed or deleted: files were opened by them. */
@Entity('file_plan_version')
export class FilePlanVersionEntity {
  @KeyColumn('integer', 'pk_file_plan_version')
  year!: number;

  @KeyColumn('integer', 'pk_file_plan_version')
  version!: number;

  @KindColumn('json')
  entries!: FilePlanEntry[];

  @KindColumn({ text: 1000 })
  reason!: string;

  @KindColumn({ text: 36 })
  createdById!: string;

  @KindColumn({ text: 100 })
  createdByName!: string;

  @KindColumn('instant')
  createdAt!: Date;
}

/** The number of the last file under a heading of a year. */
@Entity('record_series')
export class RecordSeriesEntity {
  @KeyColumn('integer', 'pk_record_series')
  year!: number;

  @KeyColumn({ text: 20 }, 'pk_record_series')
  entry!: string;

  @KindColumn('integer')
  last!: number;
}

/** A file opened under a heading of the file plan: papers of one ticket, or documents of a unit that belong to none. */
@Entity('record_file')
@Index('uq_record_file_notation', ['year', 'notation'], { unique: true })
@Index('uq_record_file_ticket', ['ticketId'], { unique: true, where: '"ticketId" IS NOT NULL' })
@Index('ix_record_file_state', ['state', 'year', 'notation'])
@Index('ix_record_file_unit', ['unitId', 'state', 'year', 'notation'])
@Index('ix_record_file_hand_over', ['state', 'handOverBy'])
@Index('ix_record_file_retained', ['retainedUntil'])
@Check('ck_record_file_state', `"state" in (${FILE_STATES.map((state) => `'${state}'`).join(', ')})`)
export class RecordFileEntity {
  @KeyColumn({ text: 36 }, 'pk_record_file')
  id!: string;

  /** Null for a file of documents without a ticket. */
  @KindColumn({ text: 36 }, { nullable: true })
  ticketId!: string | null;

  /** The unit that has the ticket, or had it last, or whose documents these are: in whose lists the file stands. */
  @KindColumn({ text: 36 }, { nullable: true })
  unitId!: string | null;

  /** Of the plan under which it was opened. */
  @KindColumn('integer')
  year!: number;

  @KindColumn({ text: 20 })
  entry!: string;

  @KindColumn({ text: 20 })
  notation!: string;

  /** Without people; may be longer than other systems read, which the export says. */
  @KindColumn({ text: 600 })
  title!: string;

  @KindColumn({ text: 10 })
  retention!: RetentionCode;

  @KindColumn({ text: 30 })
  rights!: FileRights;

  @KindColumn({ text: 600 })
  description!: string;

  @KindColumn({ text: 20 })
  state!: FileState;

  /** The first day of its matter, or of its first document. */
  @KindColumn('day')
  startedOn!: CivilDate;

  @KindColumn('instant')
  openedAt!: Date;

  /** The day on which the work ended; null while the file is open. */
  @KindColumn('day', { nullable: true })
  workEndedOn!: CivilDate | null;

  @KindColumn('instant', { nullable: true })
  closedAt!: Date | null;

  @KindColumn({ text: 36 }, { nullable: true })
  closedById!: string | null;

  /** Null while it is open, and where it need not be handed over. */
  @KindColumn('day', { nullable: true })
  handOverBy!: CivilDate | null;

  /** Null while it is open, and where it is kept for good. */
  @KindColumn('day', { nullable: true })
  retainedUntil!: CivilDate | null;

  /** The written consent by which the unit keeps it longer; `handOverBy` is then the later day. */
  @KindColumn({ text: 1000 }, { nullable: true })
  keptBackConsent!: string | null;

  /** The last day of hand-over of which its keepers were told. */
  @KindColumn('day', { nullable: true })
  warnedFor!: CivilDate | null;

  @KindColumn('day', { nullable: true })
  handedOverOn!: CivilDate | null;

  /** The minutes of the hand-over. */
  @KindColumn({ text: 1000 }, { nullable: true })
  handedOverBy!: string | null;

  /** Why nobody may propose to destroy it; null where nothing stands against that. */
  @KindColumn({ text: 1000 }, { nullable: true })
  heldBecause!: string | null;

  @VersionColumn()
  version!: number;
}

/** That a paper lies in a file: a reference, so that one paper may lie in several. What was taken out stays as a line with its reason. */
@Entity('record_paper')
@Index('uq_record_paper_source', ['fileId', 'kind', 'sourceId'], { unique: true })
@Index('ix_record_paper_source', ['sourceId'])
@Check('ck_record_paper_kind', `"kind" in (${PAPER_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
export class RecordPaperEntity {
  @KeyColumn({ text: 36 }, 'pk_record_paper')
  id!: string;

  @KindColumn({ text: 36 })
  fileId!: string;

  @KindColumn({ text: 20 })
  kind!: PaperKind;

  /** The document of a register, the file, the opinion or the answer. */
  @KindColumn({ text: 36 })
  sourceId!: string;

  /** When the paper came to be: papers lie in this order. */
  @KindColumn('instant')
  at!: Date;

  @KindColumn({ text: 36 })
  addedById!: string;

  @KindColumn('instant')
  addedAt!: Date;

  @KindColumn('instant', { nullable: true })
  removedAt!: Date | null;

  @KindColumn({ text: 36 }, { nullable: true })
  removedById!: string | null;

  @KindColumn({ text: 1000 }, { nullable: true })
  removedBecause!: string | null;
}

/** How many pages a stored file has, counted once. */
@Entity('record_page_count')
export class RecordPageCountEntity {
  @KeyColumn({ text: 64 }, 'pk_record_page_count')
  sha256!: string;

  /** 0 for what has no pages: a sound, a table. */
  @KindColumn('integer')
  pages!: number;
}

/** A file put together to be read elsewhere: pages in order, a description, the papers themselves. */
@Entity('record_export')
@Index('ix_record_export_file', ['fileId', 'askedAt'])
@Check('ck_record_export_state', `"state" in (${EXPORT_STATES.map((state) => `'${state}'`).join(', ')})`)
export class RecordExportEntity {
  @KeyColumn({ text: 36 }, 'pk_record_export')
  id!: string;

  @KindColumn({ text: 36 })
  fileId!: string;

  @KindColumn({ text: 20 })
  state!: ExportState;

  @KindColumn({ text: 36 })
  askedById!: string;

  @KindColumn('instant')
  askedAt!: Date;

  /** Papers put together so far, of how many. */
  @KindColumn('integer')
  done!: number;

  @KindColumn('integer')
  total!: number;

  @KindColumn({ text: 64 }, { nullable: true })
  sha256!: string | null;

  @KindColumn({ text: 1000 }, { nullable: true })
  problem!: string | null;

  @KindColumn('instant', { nullable: true })
  endedAt!: Date | null;
}

/** Up to which line of the tickets' course files have followed. */
@Entity('record_watch')
export class RecordWatchEntity {
  @KeyColumn('integer', 'pk_record_watch')
  id!: number;

  @KindColumn('integer')
  seq!: number;
}
