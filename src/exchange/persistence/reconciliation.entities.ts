import { Check, Entity, Index } from 'typeorm';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { DIFFERENCE_KINDS, type DifferenceKind, type Direction } from '../domain/difference.js';

export const RUN_STATES = ['running', 'done', 'failed'] as const;
/** open: to be looked at · repairing: its repair is enqueued · settled: both sides agree by now · explained: a person said why it stays. */
export const DIFFERENCE_STATES = ['open', 'repairing', 'settled', 'explained'] as const;

/** Length of a difference's name: what it is, and the longest names of both sides. */
export const DIFFERENCE_NAME = 400;

/** One comparison of what the e-office lists with what we have. */
@Entity('reconciliation_run')
@Index('ix_reconciliation_run_started', ['startedAt'])
@Check('ck_reconciliation_run_state', `"state" in (${RUN_STATES.map((state) => `'${state}'`).join(', ')})`)
export class ReconciliationRunEntity {
  @KeyColumn({ text: 36 }, 'pk_reconciliation_run')
  id!: string;

  @KindColumn({ text: 10 })
  state!: (typeof RUN_STATES)[number];

  /** Nothing from before was compared. */
  @KindColumn('instant')
  comparedFrom!: Date;

  /** From then on, what may still be on its way was not looked at; null for comparisons from before it was written down. */
  @KindColumn('instant', { nullable: true })
  comparedTo!: Date | null;

  @KindColumn('instant')
  startedAt!: Date;

  @KindColumn('instant', { nullable: true })
  endedAt!: Date | null;

  /** Who asked for it; the system itself once a day. */
  @KindColumn({ text: 100 })
  byName!: string;

  /** Messages that the e-office lists as sent to us, and as taken from us. */
  @KindColumn('integer', { nullable: true })
  receivedThere!: number | null;

  @KindColumn('integer', { nullable: true })
  sentThere!: number | null;

  /** Differences that were found, those known before included. */
  @KindColumn('integer', { nullable: true })
  found!: number | null;

  @KindColumn({ text: 1000 }, { nullable: true })
  failure!: string | null;
}

/** Something that the two sides do not agree on, from the first comparison that found it until it is settled. */
@Entity('reconciliation_difference')
@Index('uq_reconciliation_difference_name', ['name'], { unique: true })
@Index('ix_reconciliation_difference_state', ['state', 'foundAt'])
@Check('ck_reconciliation_difference_kind', `"kind" in (${DIFFERENCE_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
@Check('ck_reconciliation_difference_state', `"state" in (${DIFFERENCE_STATES.map((one) => `'${one}'`).join(', ')})`)
export class ReconciliationDifferenceEntity {
  @KeyColumn({ text: 36 }, 'pk_reconciliation_difference')
  id!: string;

  /** Kind and subject: found again, it is this row. */
  @KindColumn({ exact: DIFFERENCE_NAME })
  name!: string;

  @KindColumn({ text: 20 })
  kind!: DifferenceKind;

  @KindColumn({ text: 10 })
  direction!: Direction;

  @KindColumn({ text: DIFFERENCE_NAME })
  subject!: string;

  /** When what it is about was queued or sent. */
  @KindColumn('instant')
  at!: Date;

  @KindColumn({ exact: REGISTER_LENGTHS.documentId }, { nullable: true })
  documentId!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  inboxId!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  dispatchId!: string | null;

  @KindColumn({ text: 64 }, { nullable: true })
  sha256There!: string | null;

  @KindColumn({ text: 64 }, { nullable: true })
  sha256Here!: string | null;

  @KindColumn('json')
  facts!: Readonly<Record<string, string>>;

  @KindColumn({ text: 10 })
  state!: (typeof DIFFERENCE_STATES)[number];

  @KindColumn('instant')
  foundAt!: Date;

  /** Why a repair did not succeed, or why a person let it stand. */
  @KindColumn({ text: 1000 }, { nullable: true })
  reason!: string | null;

  @KindColumn('instant', { nullable: true })
  settledAt!: Date | null;

  @KindColumn({ text: 100 }, { nullable: true })
  settledByName!: string | null;
}

/** What the clock of the e-office said when it was last asked. */
@Entity('e_office_clock')
export class EOfficeClockEntity {
  @KeyColumn({ text: 20 }, 'pk_e_office_clock')
  name!: string;

  @KindColumn('instant')
  askedAt!: Date;

  /** Theirs against ours, in milliseconds. */
  @KindColumn('integer')
  skewMs!: number;

  @KindColumn({ text: 200 })
  product!: string;

  @KindColumn({ text: 40 })
  contractVersion!: string;
}
