import { Entity } from 'typeorm';
import { KeyColumn, KindColumn } from '../database/columns.js';

/** That a job was done without our seeing it, as a person proves: what they say, and the file that shows it. */
@Entity('outbox_evidence')
export class OutboxEvidenceEntity {
  /** Number of the job. */
  @KeyColumn('integer', 'pk_outbox_evidence')
  seq!: number;

  @KindColumn({ text: 1000 })
  note!: string;

  /** The receipt that the peer gave by another way; null where it gave none. */
  @KindColumn({ text: 100 }, { nullable: true })
  receiptId!: string | null;

  @KindColumn({ text: 64 })
  sha256!: string;

  @KindColumn({ text: 255 })
  fileName!: string;

  @KindColumn({ text: 36 })
  byId!: string;

  @KindColumn({ text: 100 })
  byName!: string;

  @KindColumn('instant')
  at!: Date;
}
