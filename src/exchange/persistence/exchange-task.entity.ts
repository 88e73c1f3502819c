import { Check, Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { TASK_DECISIONS, TASK_KINDS, type TaskDecision, type TaskKind } from '../domain/clerk-task.js';

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** A message that waits for a clerk's decision, and the decision. */
@Entity('exchange_task')
@Index('uq_exchange_task_message', ['inboxId', 'kind'], { unique: true })
@Index('ix_exchange_task_decided', ['decidedAt', 'openedAt'])
@Index('ix_exchange_task_about', ['aboutDocumentId'])
@Check('ck_exchange_task_kind', `"kind" in (${listed(TASK_KINDS)})`)
@Check('ck_exchange_task_decision', `"decision" in (${listed(TASK_DECISIONS)})`)
export class ExchangeTaskEntity {
  @KeyColumn({ text: 36 }, 'pk_exchange_task')
  id!: string;

  @KindColumn({ text: 36 })
  inboxId!: string;

  @KindColumn({ text: 20 })
  kind!: TaskKind;

  /** The line of the incoming register that it speaks of; null where we have none. */
  @KindColumn({ text: 36 }, { nullable: true })
  aboutDocumentId!: string | null;

  @KindColumn('instant')
  openedAt!: Date;

  /** Null while it waits. */
  @KindColumn({ text: 10 }, { nullable: true })
  decision!: TaskDecision | null;

  @KindColumn({ text: 500 }, { nullable: true })
  decisionReason!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  decidedById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  decidedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  decidedAt!: Date | null;
}
