import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { Link } from '../../kernel/hash-chain.js';

/** The hash of a record when it was last decided, in a hash chain of its own. Rows are only appended. */
@Entity('record_seal')
@Index('ix_record_seal_record', ['kind', 'id', 'seq'])
export class RecordSealEntity implements Link {
  @KeyColumn('integer', 'pk_record_seal')
  seq!: number;

  /** The kind of record, e.g. `ticket`. */
  @KindColumn({ text: 30 })
  kind!: string;

  @KindColumn({ text: 36 })
  id!: string;

  /** Hash of the sealed columns of the row, in canonical form. */
  @KindColumn({ text: 64 })
  sha256!: string;

  @KindColumn({ text: 64 })
  previousHash!: string;

  @KindColumn({ text: 64 })
  hash!: string;
}
