import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { Link } from '../../kernel/hash-chain.js';

/** What a record said when it was last decided, as a hash in a chain of its own; appended only. */
@Entity('record_seal')
@Index('ix_record_seal_record', ['kind', 'id', 'seq'])
export class RecordSealEntity implements Link {
  @KeyColumn('integer', 'pk_record_seal')
  seq!: number;

  /** Of which sort of record, e.g. `ticket`. */
  @KindColumn({ text: 30 })
  kind!: string;

  @KindColumn({ text: 36 })
  id!: string;

  /** Of the sealed columns of the row, in canonical form. */
  @KindColumn({ text: 64 })
  sha256!: string;

  @KindColumn({ text: 64 })
  previousHash!: string;

  @KindColumn({ text: 64 })
  hash!: string;
}
