import { Check, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { KindColumn } from '../../platform/database/columns.js';

/** One call between the house and an e-office, kept as evidence for a time. */
@Entity('exchange_trace')
@Index('ix_exchange_trace_at', ['at'])
@Index('ix_exchange_trace_promise', ['seq', 'id'])
@Index('ix_exchange_trace_message', ['messageId', 'id'])
@Index('ix_exchange_trace_bundle', ['bundle'])
@Check('ck_exchange_trace_direction', `"direction" in ('toThem', 'toUs')`)
export class ExchangeTraceEntity {
  @PrimaryGeneratedColumn({ type: 'int', primaryKeyConstraintName: 'pk_exchange_trace' })
  id!: number;

  /** When it began. */
  @KindColumn('instant')
  at!: Date;

  @KindColumn({ text: 10 })
  direction!: 'toThem' | 'toUs';

  /** The line or door that it went through. */
  @KindColumn({ text: 40 })
  channel!: string;

  @KindColumn({ text: 100 })
  operation!: string;

  /** HTTP status, or the code of a fault; `none` when no answer came. */
  @KindColumn({ text: 60 })
  status!: string;

  @KindColumn('integer')
  ms!: number;

  /** Of what is kept of the request. */
  @KindColumn({ text: 64 })
  requestSha256!: string;

  /** Null when no answer came. */
  @KindColumn({ text: 64 }, { nullable: true })
  responseSha256!: string | null;

  /** Bytes on the wire. */
  @KindColumn('integer')
  requestSize!: number;

  @KindColumn('integer')
  responseSize!: number;

  /** Where both are kept. */
  @KindColumn({ text: 64 })
  bundle!: string;

  /** Number of the promise that it was made for. */
  @KindColumn('integer', { nullable: true })
  seq!: number | null;

  /** The message that it was about, by the e-office's own id. */
  @KindColumn({ exact: REGISTER_LENGTHS.messageId }, { nullable: true })
  messageId!: string | null;

  /** Calls before it that asked the same and heard the same, and left no row. */
  @KindColumn('integer')
  sameBefore!: number;

  /** Calls before it that could not be kept. */
  @KindColumn('integer')
  missedBefore!: number;
}
