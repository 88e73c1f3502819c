import { Entity } from 'typeorm';
import { KeyColumn, KindColumn } from '../database/columns.js';

/** A key that lies beside the database and by which it was written: only its fingerprint, so that another key in its place is seen. */
@Entity('key_fingerprint')
export class KeyFingerprintEntity {
  /** The key's file in `bi-mat`. */
  @KeyColumn({ text: 20 }, 'pk_key_fingerprint')
  name!: string;

  @KindColumn({ text: 64 })
  sha256!: string;

  @KindColumn('instant')
  seenAt!: Date;
}
