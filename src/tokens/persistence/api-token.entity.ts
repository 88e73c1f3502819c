import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { Scope } from '../domain/scopes.js';
import type { TokenInView } from '../domain/token.js';

/** A key with which a program acts for a member of staff. Rows are never deleted. */
@Entity('api_token')
@Index('uq_api_token_hash', ['hash'], { unique: true })
@Index('ix_api_token_owner', ['ownerId'])
export class ApiTokenEntity implements TokenInView {
  @KeyColumn({ text: 36 }, 'pk_api_token')
  id!: string;

  @KindColumn({ text: 60 })
  name!: string;

  /** sha256 of the secret, so that the table alone gives no access. */
  @KindColumn({ text: 64 })
  hash!: string;

  @KindColumn('json')
  scopes!: Scope[];

  @KindColumn({ text: 36 })
  ownerId!: string;

  @KindColumn({ text: 36 })
  createdById!: string;

  @KindColumn({ text: 100 })
  createdByName!: string;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn('instant')
  expiresAt!: Date;

  @KindColumn('instant', { nullable: true })
  confirmedAt!: Date | null;

  /** To the minute. */
  @KindColumn('instant', { nullable: true })
  lastUsedAt!: Date | null;

  @KindColumn('instant', { nullable: true })
  revokedAt!: Date | null;

  @KindColumn({ text: 100 }, { nullable: true })
  revokedByName!: string | null;
}
