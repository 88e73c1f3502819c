import { Check, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { KindColumn } from '../../platform/database/columns.js';

/** One call to or from an e-office, kept as evidence for a limited time. */
@Entity('exchange_trace')
@Index('ix_exchange_trace_at', ['at'])
@Index('ix_exchange_trace_job', ['seq', 'id'])
@Index('ix_exchange_trace_message', ['messageId', 'id'])
@Index('ix_exchange_trace_bundle', ['bundle'])
@Check('ck_exchange_trace_direction', `"direction" in ('toThem', 'toUs')`)
export class ExchangeTraceEntity {
  @PrimaryGeneratedColumn({ type: 'int', primaryKeyConstraintName: 'pk_exchange_trace' })
  id!: number;

  /** When the call began. */
  @KindColumn('instant')
  at!: Date;

  @KindColumn({ text: 10 })
  direction!: 'toThem' | 'toUs';

  /** Where it went through: `exchange`, `signing`, `e-office-callback`, `voffice-callback`. */
  @KindColumn({ text: 40 })
  channel!: string;

  @KindColumn({ text: 100 })
  operation!: string;

  /** HTTP status, or the code of a fault; `none` when no answer came. */
  @KindColumn({ text: 60 })
  status!: string;

  @KindColumn('integer')
  ms!: number;

  /** Of the request as it is kept: secrets removed, files replaced by their hashes. */
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

  /** File of the evidence store that holds request and response. */
  @KindColumn({ text: 64 })
  bundle!: string;

  /** `seq` of the outbox row that the call was made for. */
  @KindColumn('integer', { nullable: true })
  seq!: number | null;

  /** The message that the call was about, by the e-office's id. */
  @KindColumn({ exact: REGISTER_LENGTHS.messageId }, { nullable: true })
  messageId!: string | null;

  /** How many calls with the same question and answer came before it and were not written down. */
  @KindColumn('integer')
  sameBefore!: number;

  /** How many calls before it are missing because they could not be written down. */
  @KindColumn('integer')
  missedBefore!: number;
}
