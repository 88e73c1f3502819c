import { Check, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { KindColumn } from '../database/columns.js';
import { TRY_OUTCOMES, type TryOutcome } from './failure.js';

/** One try of a job to the outside: what went when, and the outcome. */
@Entity('outbox_attempt')
@Index('ix_outbox_attempt_job', ['seq', 'id'])
@Index('ix_outbox_attempt_ended', ['endedAt'])
@Check('ck_outbox_attempt_outcome', `"outcome" in (${TRY_OUTCOMES.map((outcome) => `'${outcome}'`).join(', ')})`)
export class OutboxAttemptEntity {
  @PrimaryGeneratedColumn({ type: 'int', primaryKeyConstraintName: 'pk_outbox_attempt' })
  id!: number;

  /** Number of the job. */
  @KindColumn('integer')
  seq!: number;

  @KindColumn({ text: 20 })
  channel!: string;

  @KindColumn('instant')
  startedAt!: Date;

  /** Null while it runs. */
  @KindColumn('instant', { nullable: true })
  endedAt!: Date | null;

  @KindColumn({ text: 20 }, { nullable: true })
  outcome!: TryOutcome | null;

  /** The peer's code of a refusal, or the kind of our own fault. */
  @KindColumn({ text: 60 }, { nullable: true })
  code!: string | null;

  /** What a clerk may read, in Vietnamese. */
  @KindColumn({ text: 1000 }, { nullable: true })
  reason!: string | null;
}
