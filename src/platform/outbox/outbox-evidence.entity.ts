import { Entity } from 'typeorm';
import { KeyColumn, KindColumn } from '../database/columns.js';

/** A person's evidence that a job was done by another way: a note and a file. */
@Entity('outbox_evidence')
export class OutboxEvidenceEntity {
  /** Number of the job. */
  @KeyColumn('integer', 'pk_outbox_evidence')
  seq!: number;

  @KindColumn({ text: 1000 })
  note!: string;

  /** The peer's receipt number, or null. */
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
