import { Check, Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { RUN_KINDS, RUN_STATES, type RunKind, type RunState } from '../domain/directory/directory-run.js';
import type { ApprovalNeed } from '../domain/directory/sync-approval.js';
import type { WordedLine } from '../domain/directory/sync-line.js';

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** One reading of the directory of staff: the plan it gave, and whether that was carried out. Kept for `LDAP_SYNC_KEPT_DAYS`. */
@Entity('directory_run')
@Index('ix_directory_run_started', ['startedAt'])
@Index('uq_directory_run_under_way', ['underWay'], { unique: true, where: '"underWay" IS NOT NULL' })
@Check('ck_directory_run_kind', `"kind" in (${listed(RUN_KINDS)})`)
@Check('ck_directory_run_state', `"state" in (${listed(RUN_STATES)})`)
export class DirectoryRunEntity {
  @KeyColumn({ text: 36 }, 'pk_directory_run')
  id!: string;

  @KindColumn({ text: 10 })
  kind!: RunKind;

  @KindColumn({ text: 10 })
  state!: RunState;

  /** 1 while a worker owes something, so that the database itself holds no two such runs; written with every state. */
  @KindColumn('integer', { nullable: true })
  underWay!: 1 | null;

  @KindColumn({ text: 36 })
  byId!: string;

  @KindColumn({ text: 100 })
  byName!: string;

  /** Who had the plan carried out; null where nobody had to. */
  @KindColumn({ text: 36 }, { nullable: true })
  approvedById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  approvedByName!: string | null;

  /** The plan that was said yes to. */
  @KindColumn({ text: 64 }, { nullable: true })
  approvedHash!: string | null;

  @KindColumn('instant')
  startedAt!: Date;

  /** When it last got on: with each page while the directory is read. */
  @KindColumn('instant')
  movedAt!: Date;

  @KindColumn('instant', { nullable: true })
  finishedAt!: Date | null;

  /** People read so far. */
  @KindColumn('integer')
  seen!: number;

  @KindColumn('integer')
  added!: number;

  /** Accounts opened again among them. */
  @KindColumn('integer')
  changed!: number;

  @KindColumn('integer')
  disabled!: number;

  @KindColumn('integer')
  untouched!: number;

  @KindColumn('integer')
  refused!: number;

  /** The lines of the plan; null before there is one. */
  @KindColumn('json', { nullable: true })
  plan!: WordedLine[] | null;

  @KindColumn({ text: 64 }, { nullable: true })
  planHash!: string | null;

  /** Why a person must say yes first; null before there is a plan. */
  @KindColumn('json', { nullable: true })
  needs!: ApprovalNeed[] | null;

  /** From where the next reading of changes goes on, once this one was carried out. */
  @KindColumn({ text: 200 }, { nullable: true })
  mark!: string | null;

  /** Why it failed, or what people should know of it. */
  @KindColumn({ text: 500 }, { nullable: true })
  reason!: string | null;
}
