import { Check, Entity, Index, VersionColumn } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { Figures } from '../domain/figures.js';
import { CUT_OFFS, PERIOD_KINDS, type CutOff, type PeriodKind, type ReportPeriod } from '../domain/period.js';
import type { RecordedNames, RecordedRules } from '../domain/record.js';
import { REPORT_STATES, type ReportState } from '../domain/report.js';

/** A report: its figures with what they rest on, what a person wrote to them, and whether somebody answers for it. */
@Entity('report')
@Index('ix_report_period', ['kind', 'cutOff', 'firstDay'])
@Index('ix_report_created', ['createdAt', 'id'])
@Check('ck_report_kind', `"kind" in (${PERIOD_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
@Check('ck_report_cut_off', `"cutOff" in (${CUT_OFFS.map((cutOff) => `'${cutOff}'`).join(', ')})`)
@Check('ck_report_state', `"state" in (${REPORT_STATES.map((state) => `'${state}'`).join(', ')})`)
export class ReportEntity implements ReportPeriod {
  @KeyColumn({ text: 36 }, 'pk_report')
  id!: string;

  @KindColumn({ text: 10 })
  kind!: PeriodKind;

  @KindColumn({ text: 10 })
  cutOff!: CutOff;

  @KindColumn('day')
  firstDay!: CivilDate;

  @KindColumn('day')
  lastDay!: CivilDate;

  /** Up to this instant, which is not in it, things count: the end of the last day, or the moment of asking on that day. */
  @KindColumn('instant')
  cutAt!: Date;

  @KindColumn({ text: 10 })
  state!: ReportState;

  /** The version of the indicators by which it counts. */
  @KindColumn('integer')
  indicatorVersion!: number;

  /** Of this period and of the one before. */
  @KindColumn('json')
  figures!: Figures;

  @KindColumn('json')
  figuresBefore!: Figures;

  @KindColumn('json')
  rules!: RecordedRules;

  /** What things were called, so that a page need not read the snapshot. */
  @KindColumn('json')
  names!: RecordedNames;

  /** The snapshot: rows, rules, names and figures as canonical JSON, in the file store. */
  @KindColumn({ text: 64 })
  snapshotSha256!: string;

  /** To whom the document goes. */
  @KindColumn({ text: 300 })
  addressee!: string;

  /** What a person says of the figures; empty while nobody has. */
  @KindColumn('longText')
  assessment!: string;

  @KindColumn('longText')
  proposals!: string;

  @KindColumn({ text: 36 })
  createdById!: string;

  @KindColumn({ text: 100 })
  createdByName!: string;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn({ text: 36 }, { nullable: true })
  frozenById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  frozenByName!: string | null;

  @KindColumn('instant', { nullable: true })
  frozenAt!: Date | null;

  /** SHA-256 over snapshot, words and who froze it when; it stands in the journal, too. */
  @KindColumn({ text: 64 }, { nullable: true })
  frozenHash!: string | null;

  @KindColumn({ text: 64 }, { nullable: true })
  docxSha256!: string | null;

  @KindColumn({ text: 64 }, { nullable: true })
  pdfSha256!: string | null;

  /** Why the document could not be made. */
  @KindColumn({ text: 500 }, { nullable: true })
  documentProblem!: string | null;

  @VersionColumn()
  version!: number;
}

/** A row behind the figures of a report, as its snapshot has it, so that each number opens its rows without reading the whole snapshot. */
@Entity({ name: 'report_fact', withoutRowid: true })
@Check('ck_report_fact_span', `"span" in ('now', 'before')`)
export class ReportFactEntity {
  @KeyColumn({ text: 36 }, 'pk_report_fact')
  reportId!: string;

  /** Of this period or of the one before. */
  @KeyColumn({ text: 10 }, 'pk_report_fact')
  span!: 'now' | 'before';

  /** Place in the snapshot, from 1. */
  @KeyColumn('integer', 'pk_report_fact')
  no!: number;

  /** Codes of the numbers in which it counts, each between bars: `|received|open|`. */
  @KindColumn({ exact: 300 })
  marks!: string;

  /** Empty where no unit led. */
  @KindColumn({ text: 36 })
  unitId!: string;

  @KindColumn({ text: 20 })
  category!: string;

  @KindColumn({ text: 20 })
  level!: string;

  @KindColumn({ text: 40 })
  channel!: string;

  @KindColumn({ text: 40 })
  ground!: string;

  /** The row itself, as canonical JSON. */
  @KindColumn('longText')
  fact!: string;
}
