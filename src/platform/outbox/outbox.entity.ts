import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { KindColumn } from '../database/columns.js';

/** A job written together with a change and done after commit: a call to the outside, or a word to another feature. */
@Entity('outbox')
@Index('ix_outbox_open', ['finishedAt', 'dueAt'])
@Index('ix_outbox_outcome', ['outcome', 'seq'])
@Index('ix_outbox_finished', ['outcome', 'finishedAt', 'kind'])
@Index('ix_outbox_held', ['heldAt'], { where: '"heldAt" IS NOT NULL' })
@Index('ix_outbox_ordering_key', ['orderingKey', 'finishedAt'])
@Index('uq_outbox_key', ['key'], { unique: true })
export class OutboxEntity {
  /** Order of making; rows of one `orderingKey` are done in this order. */
  @PrimaryGeneratedColumn({ type: 'int', primaryKeyConstraintName: 'pk_outbox' })
  seq!: number;

  /** The job's own name: enqueued twice, it is done once. */
  @KindColumn({ exact: 200 })
  key!: string;

  @KindColumn({ text: 60 })
  kind!: string;

  /** Rows of one ordering key wait for each other, e.g. all statuses about one document. */
  @KindColumn({ text: 200 }, { nullable: true })
  orderingKey!: string | null;

  /** Whether what comes after it under its ordering key waits even when it was given up; null where each stands on its own. */
  @KindColumn('boolean', { nullable: true })
  blocksFollowing!: boolean | null;

  @KindColumn('json')
  payload!: Readonly<Record<string, string>>;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn('instant')
  dueAt!: Date;

  @KindColumn('integer')
  attempts!: number;

  @KindColumn({ text: 60 }, { nullable: true })
  leasedBy!: string | null;

  @KindColumn('instant', { nullable: true })
  leasedUntil!: Date | null;

  @KindColumn('instant', { nullable: true })
  finishedAt!: Date | null;

  /** `done`; `givenUp` with the reason in `lastError`: then a clerk must act; `delivered`: a person proved that; `setAside`: a person let it be. */
  @KindColumn({ text: 10 }, { nullable: true })
  outcome!: 'done' | 'givenUp' | 'delivered' | 'setAside' | null;

  /** A person holds it: nobody tries it until it is released. */
  @KindColumn('instant', { nullable: true })
  heldAt!: Date | null;

  @KindColumn({ text: 100 }, { nullable: true })
  heldByName!: string | null;

  @KindColumn({ text: 500 }, { nullable: true })
  holdReason!: string | null;

  /** The trace in which it was enqueued (W3C `traceparent`): the job goes on with it. */
  @KindColumn({ exact: 55 }, { nullable: true })
  traceparent!: string | null;

  @KindColumn({ text: 1000 }, { nullable: true })
  lastError!: string | null;
}
