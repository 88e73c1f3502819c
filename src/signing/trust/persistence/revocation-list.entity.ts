import { Entity } from 'typeorm';
import { KeyColumn, KindColumn } from '../../../platform/database/columns.js';

/** The list of revoked certificates that an address gave last, and how asking it went. */
@Entity('trust_revocation_list')
export class TrustRevocationListEntity {
  /** sha256 of the address. */
  @KeyColumn({ text: 64 }, 'pk_trust_revocation_list')
  id!: string;

  @KindColumn({ text: 1000 })
  address!: string;

  /** Who issues it, in words; empty until the first list came. */
  @KindColumn({ text: 500 })
  issuer!: string;

  /** Of the list among the stored files; null until the first came. */
  @KindColumn({ text: 64 }, { nullable: true })
  sha256!: string | null;

  /** Hex of its number; null where the list bears none. */
  @KindColumn({ text: 64 }, { nullable: true })
  number!: string | null;

  @KindColumn('instant', { nullable: true })
  thisUpdate!: Date | null;

  @KindColumn('instant', { nullable: true })
  nextUpdate!: Date | null;

  @KindColumn('instant', { nullable: true })
  fetchedAt!: Date | null;

  @KindColumn('instant')
  triedAt!: Date;

  /** Since when every try failed; null after one that did not. */
  @KindColumn('instant', { nullable: true })
  failingSince!: Date | null;

  /** Why the last try failed. */
  @KindColumn({ text: 500 }, { nullable: true })
  failure!: string | null;
}
